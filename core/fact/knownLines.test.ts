import { describe, expect, it } from 'vitest';
import { dayOf, lineOf, type Texts } from '../../test/support/trade.ts';
import { type FiledLine, knownLines } from './knownLines.ts';

/** A file of its own bytes, unless it is one that is sent again. */
function row(file: number, number: number, texts: Texts, document = `file ${file}`): FiledLine {
  return { file, document, row: number, line: lineOf(texts) };
}

/** "document value revision" of each line known. */
function known(rows: readonly FiledLine[], day?: string): string[] {
  const { lines } = knownLines(rows, day === undefined ? undefined : dayOf(day));
  return lines
    .map(({ document, netValue, revision }) => `${document} ${netValue?.digits} ${revision}`)
    .sort();
}

const first = row(0, 0, { netValue: '1', knownOn: '2026-01-10' });
const second = row(0, 1, { netValue: '2', knownOn: '2026-02-10' });
const third = row(0, 2, { netValue: '3', knownOn: '2026-03-10' });

describe('the lines known on a day', () => {
  it.each([
    ['2026-01-09', []],
    ['2026-01-10', ['D1 1 1']],
    ['2026-02-09', ['D1 1 1']],
    ['2026-02-10', ['D1 2 2']],
    ['2026-03-10', ['D1 3 3']],
    [undefined, ['D1 3 3']],
  ])('%s: of each line the last revision', (day, expected) => {
    expect(known([third, first, second], day)).toEqual(expected);
  });

  it('without a day of their own were known from the start', () => {
    expect(known([first, row(0, 3, { document: 'D2', netValue: '7' })], '2020-01-01')).toEqual(['D2 7 1']);
  });

  it('of one day come in the order of the files', () => {
    const later = row(1, 0, { netValue: '9', knownOn: '2026-01-10' });
    expect(known([later, first])).toEqual(['D1 9 2']);
  });
});

describe('a row', () => {
  it('with the content again is a duplicate and changes nothing', () => {
    const again = row(1, 0, { netValue: '2.00', knownOn: '2026-02-20' });
    expect(knownLines([first, second, again], undefined).dispositions).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ]);
    expect(known([first, second, again])).toEqual(['D1 2 2']);
  });

  it('with an older content is a correction: of another file, or of a later day', () => {
    const old = row(1, 1, { netValue: '1', knownOn: '2026-03-20' });
    const later = row(0, 4, { netValue: '1', knownOn: '2026-03-20' });
    for (const corrected of [old, later]) {
      const rows = [first, second, corrected];
      expect(knownLines(rows, undefined).dispositions).toEqual(['accepted', 'accepted', 'accepted']);
      expect(known(rows)).toEqual(['D1 1 3']);
      expect(known(rows, '2026-03-19')).toEqual(['D1 2 2']);
    }
  });

  /** Each row of one identity alone in its file: what it says, in which bytes; and how each ends. */
  it.each([
    ['an old file again', '1a 2b 1a', 'accepted accepted superseded', '2 2'],
    ['the old content in another file', '1a 2b 1c', 'accepted accepted accepted', '1 3'],
    ['that file again', '1a 2b 1c 1c', 'accepted accepted accepted duplicate', '1 3'],
    ['the first file after that', '1a 2b 1c 1a', 'accepted accepted accepted duplicate', '1 3'],
    ['the second one after that', '1a 2b 1c 2b', 'accepted accepted accepted superseded', '1 3'],
    ['a file again with nothing newer', '1a 1a 2b 2b', 'accepted duplicate accepted duplicate', '2 2'],
    [
      'a file that said what was known, again',
      '1a 1b 2c 1b',
      'accepted duplicate accepted superseded',
      '2 2',
    ],
    ['to and fro', '1a 2b 1c 2d 1e 2b', 'accepted accepted accepted accepted accepted superseded', '1 5'],
  ])('of %s', (_, said, ends, last) => {
    const rows = said
      .split(' ')
      .map(([value, document], file) => row(file, 0, { netValue: value as string }, document));
    expect(knownLines(rows, undefined).dispositions.join(' ')).toBe(ends);
    expect(known(rows)).toEqual([`D1 ${last}`]);
  });

  it('of a history in one file, sent twice, counts once', () => {
    const again = { ...row(0, 3, { netValue: '1', knownOn: '2026-04-01' }), row: 3 };
    const history = [first, second, again];
    const twice = [...history, ...history.map((entry) => ({ ...entry, file: 1 }))];
    expect(known(history)).toEqual(['D1 1 3']);
    expect(known(twice)).toEqual(['D1 1 3']);
    expect(knownLines(twice, undefined).dispositions.slice(3)).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
    ]);
  });

  it('that contradicts another one of its import does not count, nor does the other', () => {
    const one = row(0, 3, { netValue: '5', knownOn: '2026-02-10' });
    const { dispositions, refusals } = knownLines([first, second, one, third], undefined);
    expect(dispositions).toEqual(['accepted', 'quarantined', 'quarantined', 'accepted']);
    expect(refusals).toEqual([
      { code: 'line-identity-repeated', at: 'line', facts: { row: '1', document: 'D1', line: '1' } },
      { code: 'line-identity-repeated', at: 'line', facts: { row: '3', document: 'D1', line: '1' } },
    ]);
    expect(known([first, second, one])).toEqual(['D1 1 1']);
    expect(known([first, second, one, third])).toEqual(['D1 3 2']);
  });

  it('twice the same in one import is there once', () => {
    const twin = { ...first, row: 5 };
    expect(knownLines([first, twin], undefined).dispositions).toEqual(['accepted', 'duplicate']);
  });

  it('of another source, document or line is another line', () => {
    const rows = [
      first,
      row(0, 1, { line: '2' }),
      row(0, 2, { document: 'D2' }),
      row(0, 3, { source: 'pos' }),
    ];
    expect(knownLines(rows, undefined).lines).toHaveLength(4);
  });
});

describe('a return', () => {
  const returned = row(1, 0, {
    document: 'R1',
    netValue: '-1',
    knownOn: '2026-02-01',
    returnOfDocument: 'D1',
    returnOfLine: '1',
  });

  function originalOf(rows: readonly FiledLine[], day: string): unknown {
    return knownLines(rows, dayOf(day)).lines.find(({ document }) => document === 'R1')?.original;
  }

  it('has its original as known then', () => {
    const moved = row(0, 1, {
      netValue: '1',
      invoiceDate: '2026-01-05',
      knownOn: '2026-03-01',
      'attribute.delivery': 'L7',
    });
    const same = { document: 'D1', line: '1', batch: 0 };
    expect(originalOf([returned, first, moved], '2026-02-28')).toEqual({
      ...same,
      dates: { invoice: dayOf('2026-02-03') },
      attributes: {},
      knownOn: dayOf('2026-01-10'),
    });
    expect(originalOf([returned, first, moved], '2026-03-01')).toEqual({
      ...same,
      dates: { invoice: dayOf('2026-01-05') },
      attributes: { delivery: 'L7' },
      knownOn: dayOf('2026-03-01'),
    });
  });

  it('has none while its original is unknown, or is of another source', () => {
    const late = row(0, 1, { netValue: '1', knownOn: '2026-03-01' });
    expect(originalOf([returned, late], '2026-02-28')).toBeUndefined();
    expect(originalOf([returned, late], '2026-03-01')).toBeDefined();
    expect(originalOf([returned, row(0, 1, { source: 'pos' })], '2026-03-01')).toBeUndefined();
  });
});
