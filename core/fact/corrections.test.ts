import { describe, expect, it } from 'vitest';
import { dayOf, lineOf, type Texts } from '../../test/support/trade.ts';
import { type Correcting, chainOf, replacedBy, withCorrections } from './corrections.ts';
import { knownLines } from './knownLines.ts';
import type { Line } from './line.ts';

/** "B>A" is document B, which corrects document A; "B" corrects none. */
const named = (text: string, differs: Texts = {}): Line => {
  const [document = '', original] = text.split('>');
  const place = original === undefined ? {} : { correctionOfDocument: original, correctionOfLine: '1' };
  return lineOf({ document, ...place, ...differs });
};

const correctingOf = (lines: readonly Line[], withdrawn: readonly string[] = []): Correcting[] =>
  lines
    .filter(({ correctionOf }) => correctionOf !== undefined)
    .map((line) => ({ line, isWithdrawn: withdrawn.includes(line.document) }));

/** What stands: contradicted lines bear an exclamation mark, the others their chain. */
function standing(texts: readonly string[], withdrawn: readonly string[] = []): string {
  const lines = texts.map((text) => named(text));
  const said = lines.filter(({ document }) => !withdrawn.includes(document));
  return withCorrections(said, correctingOf(lines, withdrawn))
    .map(({ document, correction }) =>
      correction?.isContradicted
        ? `${document}!`
        : [document, ...(correction?.chain ?? []).map((one) => one.document)].join('>'),
    )
    .join(' ');
}

describe('a line that corrects another one', () => {
  it.each([
    ['stands in its place', ['A', 'B>A', 'C'], [], 'B>A C'],
    ['may be corrected in turn', ['A', 'B>A', 'C>B'], [], 'C>B>A'],
    ['contradicts one of another document', ['A', 'B>A', 'C>A'], [], 'B! C!'],
    ['and so does all that hangs on either', ['A', 'B>A', 'C>A', 'D>C'], [], 'B! D!'],
    ['of which one was taken back, leaves the other', ['A', 'B>A', 'C>A'], ['C'], 'B>A'],
    ['and was taken back, leaves the line as it was', ['A', 'B>A'], ['B'], 'A'],
    ['and was taken back after its own correction, stays replaced', ['A', 'B>A', 'C>B'], ['B'], 'C>B>A'],
    ['and both were taken back, leaves the line', ['A', 'B>A', 'C>B'], ['B', 'C'], 'A'],
    ['stands also where that line was taken back', ['A', 'B>A'], ['A'], 'B>A'],
    ['in a circle, says nothing', ['A>B', 'B>A', 'C'], [], 'A! B! C'],
    ['that hangs on a circle, says nothing either', ['A>B', 'B>A', 'C>A'], [], 'A! B! C!'],
  ])('%s', (_, texts, withdrawn, expected) => {
    expect(standing(texts, withdrawn)).toBe(expected);
    expect(standing(texts.toReversed(), withdrawn).split(' ').toSorted()).toEqual(
      expected.split(' ').toSorted(),
    );
  });

  it('may be one of several lines of one document, which stand in its place together', () => {
    const split = [named('A'), named('B>A'), named('B>A', { line: '2' })];
    const stand = withCorrections(split, correctingOf(split));
    expect(stand.map(({ line, correction }) => [line, correction?.isContradicted])).toEqual([
      ['1', false],
      ['2', false],
    ]);
    expect(replacedBy(named('A'), correctingOf(split))).toHaveLength(2);
  });

  it('is of the same source, and may be of another partner', () => {
    const other = [named('A'), named('B>A', { source: 'shop' }), named('A', { source: 'shop' })];
    expect(withCorrections(other, correctingOf(other)).map(({ source }) => source)).toEqual(['erp', 'shop']);
    const moved = [named('A'), named('B>A', { partner: 'P2' })];
    expect(withCorrections(moved, correctingOf(moved)).map(({ partner }) => partner)).toEqual(['P2']);
  });

  it('is what a return of that line takes back', () => {
    const sale = named('B>A', { invoiceDate: '2026-04-01' });
    const back = lineOf({ document: 'R', returnOfDocument: 'A', returnOfLine: '1', netValue: '-1' });
    const stand = withCorrections([named('A'), sale, back], correctingOf([sale]));
    expect(stand[1]?.original).toMatchObject({ document: 'B', dates: { invoice: dayOf('2026-04-01') } });
    const split = [sale, named('B>A', { line: '2' })];
    expect(withCorrections([back], correctingOf(split))[0]?.original).toBeUndefined();
  });

  it('shows of a long chain a hundred lines, and is found at its end', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => named(`D${index + 1}>D${index}`));
    const [last] = withCorrections(chain.slice(-1), correctingOf(chain));
    expect(last?.correction?.chain).toHaveLength(100);
    expect(replacedBy(named('D0'), correctingOf(chain)).map(({ document }) => document)).toEqual(['D5000']);
    expect(chainOf(named('D2>D1'), correctingOf(chain)).map(({ document }) => document)).toEqual([
      'D1',
      'D0',
    ]);
  });
});

describe('files with corrections', () => {
  type Entry = readonly [string, Texts?];
  const filed = (...files: readonly (readonly Entry[])[]) =>
    files.flatMap((entries, file) =>
      entries.map(([text, differs], row) => ({
        ...{ file, document: `file ${file}`, row: row + 1 },
        line: named(text, differs),
      })),
    );
  const endsOf = (rows: ReturnType<typeof filed>, day?: string) => {
    const { lines, dispositions, refusals } = knownLines(rows, day === undefined ? undefined : dayOf(day));
    return {
      stand: lines.map(({ document }) => document).sort(),
      waits: rows
        .filter((_, index) => dispositions[index] === 'quarantined')
        .map(({ line }) => line.document),
      codes: refusals.map(({ code }) => code),
    };
  };

  it('quarantine one of a line that nobody has said, and what hangs on it', () => {
    expect(endsOf(filed([['B>A'], ['C>B'], ['D']]))).toEqual({
      stand: ['D'],
      waits: ['B', 'C'],
      codes: ['line-correction-unknown', 'line-correction-unknown'],
    });
  });

  it('quarantine a circle that hangs on nothing, and block one that a later word has made', () => {
    expect(endsOf(filed([['A>B'], ['B>A']])).waits).toEqual(['A', 'B']);
    expect(endsOf(filed([['A']], [['B>A']], [['A>B']]))).toEqual({ stand: ['A', 'B'], waits: [], codes: [] });
  });

  it('quarantine one of a line that is quarantined itself', () => {
    const twice = filed([['A'], ['A', { netValue: '11.00' }], ['B>A']]);
    expect(endsOf(twice).waits).toEqual(['A', 'A', 'B']);
  });

  it('take one that comes before the line that it corrects', () => {
    expect(endsOf(filed([['C>B'], ['B>A'], ['A']]))).toEqual({ stand: ['C'], waits: [], codes: [] });
    expect(endsOf(filed([['B>A']], [['A']]))).toEqual({ stand: ['B'], waits: [], codes: [] });
  });

  it('know it from its own day on, and not before the line that it corrects', () => {
    const rows = filed([
      ['A', { knownOn: '2026-02-01' }],
      ['B>A', { knownOn: '2026-03-01' }],
      ['D>C', { knownOn: '2026-02-01' }],
      ['C', { knownOn: '2026-04-01' }],
    ]);
    expect(['2026-02-28', '2026-03-31', '2026-04-01'].map((day) => endsOf(rows, day).stand)).toEqual([
      ['A'],
      ['B'],
      ['B', 'D'],
    ]);
  });
});
