import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  decimalOf,
  type JsonObject,
  lineOf,
  planTermOf,
  windowsText,
} from '../../test/support/trade.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { isReturn } from '../plan/placeLine.ts';
import { lineLayers } from './lineLayers.ts';

const QUARTERS = { windows: windowsText('quarter') };

function lineAt(document: string, invoiceDate: string, netValue = '10.00', more: Partial<Line> = {}): Line {
  return lineOf({ document, invoiceDate, netValue }, more);
}

/** Each layer as "cause: document value, …", in the order of the documents. */
function written(
  before: readonly Line[],
  now: readonly Line[],
  previous?: string,
  term: JsonObject = QUARTERS,
): string[] {
  const day = previous === undefined ? undefined : dayOf(previous);
  return lineLayers([planTermOf(agreementOf(term))], before, now, day).map(({ cause, lines }) => {
    const values = lines.map((line) => `${line.document} ${line.netValue?.digits}`).sort();
    return `${cause}: ${values.join(', ')}`;
  });
}

describe('what happened to the lines', () => {
  const first = lineAt('D1', '2026-02-01');

  it('is that all of them came on time, before the first run', () => {
    expect(written([], [first, lineAt('D2', '2025-01-01')])).toEqual([
      'onTimeLines: D1 1000, D2 1000',
      'lateLines: D1 1000, D2 1000',
      'corrections: D1 1000, D2 1000',
      'returns: D1 1000, D2 1000',
    ]);
  });

  it.each([
    ['2026-03-30', 'onTimeLines'],
    ['2026-03-31', 'lateLines'],
    ['2026-04-01', 'lateLines'],
  ])('a line of March is late when the run before saw the whole quarter: %s, %s', (previous, cause) => {
    const layers = written([first], [first, lineAt('D2', '2026-03-20')], previous);
    expect(layers.filter((layer) => layer.includes('D2'))[0]).toMatch(new RegExp(`^${cause}`));
  });

  it('a line in the place of one that was known is a correction, also a return, and so is that one again', () => {
    const correction = { chain: [{ document: 'D1', line: '1' }], isContradicted: false };
    const now = [lineAt('D9', '2026-05-01', '-8.00', { correction })];
    expect(written([first], now, '2026-03-31')).toEqual([
      'onTimeLines: D1 1000',
      'lateLines: D1 1000',
      'corrections: D9 -800',
      'returns: D9 -800',
    ]);
    expect(written(now, [first], '2026-05-31').slice(1, 3)).toEqual([
      'lateLines: D9 -800',
      'corrections: D1 1000',
    ]);
    expect(written([], now, '2026-03-31')[3]).toBe('returns: D9 -800');
  });

  it('two corrections of one line are corrections from the moment on that they contradict each other', () => {
    const at = (isContradicted: boolean) =>
      lineAt('D9', '2026-05-01', '8.00', { correction: { chain: [], isContradicted } });
    const layers = lineLayers([planTermOf(agreementOf(QUARTERS))], [at(false)], [at(true)], undefined);
    expect(layers.map(({ lines }) => lines.some((line) => line.correction?.isContradicted))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('a line for a window still open is on time, and one outside of all windows', () => {
    const now = [first, lineAt('D2', '2026-04-02'), lineAt('D3', '2025-03-01')];
    expect(written([first], now, '2026-03-31')[0]).toBe('onTimeLines: D1 1000, D2 1000, D3 1000');
  });

  it('a line of the year before is late for a baseline that was seen to its end', () => {
    const baseline = {
      source: 'sameWindowPreviousYear',
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const growth = { formula: 'growthWhole', baseline };
    const layers = written([first], [first, lineAt('D2', '2025-03-20')], '2026-03-31', growth);
    expect(layers.slice(0, 2)).toEqual(['onTimeLines: D1 1000', 'lateLines: D1 1000, D2 1000']);
  });

  it('comes cause by cause: on time, late, corrected, returned', () => {
    const corrected = lineAt('D1', '2026-02-01', '11.00', { revision: 2 });
    const now = [
      lineAt('R1', '2026-04-03', '-2.00'),
      lineAt('D3', '2026-02-20'),
      lineAt('D2', '2026-04-02'),
      corrected,
      lineOf({ document: 'R2', netValue: '-1.00', returnOfDocument: 'D1', returnOfLine: '1' }),
    ];
    expect(written([first], now, '2026-03-31')).toEqual([
      'onTimeLines: D1 1000, D2 1000',
      'lateLines: D1 1000, D2 1000, D3 1000',
      'corrections: D1 1100, D2 1000, D3 1000',
      'returns: D1 1100, D2 1000, D3 1000, R1 -200, R2 -100',
    ]);
  });

  it('takes a line that came and was corrected since the run before as it is now', () => {
    const now = [first, lineAt('D2', '2026-02-02', '12.00', { revision: 2 })];
    expect(written([first], now, '2026-02-05')[0]).toBe('onTimeLines: D1 1000, D2 1200');
  });

  it('counts a corrected return among the corrections, a return that finds its original among the returns', () => {
    const reference = { returnOfDocument: 'D9', returnOfLine: '1', netValue: '-1.00' };
    const waiting = lineOf({ document: 'R1', ...reference });
    const found = {
      ...waiting,
      original: {
        document: 'D1',
        line: '1',
        dates: { invoice: dayOf('2026-01-01') },
        attributes: {},
        batch: 1,
      },
    };
    const known = lineOf({ document: 'R2', netValue: '-1.00' });
    const corrected = { ...known, revision: 2, netValue: decimalOf('-1.50') };
    const term = planTermOf(agreementOf(QUARTERS));
    const layers = lineLayers([term], [waiting, known], [found, corrected], dayOf('2026-03-31'));
    expect(layers.map(({ lines }) => lines)).toEqual([
      [waiting, known],
      [waiting, known],
      [waiting, corrected],
      [found, corrected],
    ]);
  });

  it('ends with the lines as they are known now, whatever came before', () => {
    const now = [lineAt('D7', '2026-05-01')];
    expect(lineLayers([planTermOf(agreementOf())], [first], now, dayOf('2026-03-31')).at(-1)?.lines).toBe(
      now,
    );
  });
});

/** Ids of few documents, each with what is known of it before and now: nothing, the same line, or another one. */
const DOCUMENTS = ['D1', 'D2', 'D3', 'D4', 'D5'];
const drawnLine = fc
  .record({
    netValue: fc.constantFrom('10.00', '-3.00'),
    invoiceDate: fc.constantFrom('2026-02-01', '2026-05-01'),
    revision: fc.constantFrom(1, 2),
    chain: fc.subarray(DOCUMENTS, { maxLength: 2 }),
    isContradicted: fc.boolean(),
  })
  .map(
    ({ netValue, invoiceDate, revision, chain, isContradicted }) =>
      (document: string) =>
        lineAt(document, invoiceDate, netValue, {
          revision,
          correction: { chain: chain.map((one) => ({ document: one, line: '1' })), isContradicted },
        }),
  );
const drawnHistory = fc
  .tuple(...DOCUMENTS.map(() => fc.tuple(fc.option(drawnLine), fc.option(drawnLine), fc.boolean())))
  .map((drawn) => {
    const before: Line[] = [];
    const now: Line[] = [];
    for (const [index, [old, later, stays]] of drawn.entries()) {
      const document = DOCUMENTS[index] ?? '';
      const known = old?.(document);
      if (known !== undefined) before.push(known);
      const stands = stays ? known : later?.(document);
      if (stands !== undefined) now.push(stands);
    }
    return { before, now };
  });

/** Each cause said of each line alone, by keys and in no hurry. */
function slowLayers(before: readonly Line[], now: readonly Line[], previous: boolean): Line[][] {
  const at = (lines: readonly Line[], line: Line) => lines.find((one) => lineKey(one) === lineKey(line));
  const chain = ({ source, correction }: Line) =>
    (correction?.chain ?? []).map((one) => lineKey({ source, ...one }));
  const arrived = now.filter((line) => at(before, line) === undefined);
  const isCorrection = (line: Line) =>
    before.some((old) => chain(old).includes(lineKey(line)) || chain(line).includes(lineKey(old)));
  const goods = arrived.filter((line) => !isReturn(line) && !isCorrection(line));
  const isLate = ({ dates }: Line) =>
    previous && dates.invoice !== undefined && dates.invoice < dayOf('2026-04-01');
  const onTime = [...before, ...goods.filter((line) => !isLate(line))];
  const withLate = [...onTime, ...goods.filter(isLate)];
  const corrected = withLate.flatMap((line) => {
    const stands = at(now, line);
    if (stands === undefined) return [];
    const isSame =
      stands.revision === line.revision &&
      stands.correction?.isContradicted === line.correction?.isContradicted;
    return [isSame ? line : stands];
  });
  return [onTime, withLate, [...corrected, ...arrived.filter(isCorrection)], [...now]];
}

describe('what happened to any lines', () => {
  it('is what is said of each line by its key', () => {
    fc.assert(
      fc.property(drawnHistory, fc.boolean(), ({ before, now }, previous) => {
        const day = previous ? dayOf('2026-03-31') : undefined;
        const layers = lineLayers([planTermOf(agreementOf(QUARTERS))], before, now, day);
        expect(layers.map(({ lines }) => lines)).toEqual(slowLayers(before, now, previous));
      }),
      { numRuns: 500 },
    );
  });
});
