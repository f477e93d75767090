import { describe, expect, it } from 'vitest';
import { type FiledLine, knownLines } from './knownLines.ts';
import type { Line } from './line.ts';

const LINE: Line = {
  source: 'erp',
  document: 'D1',
  line: '1',
  revision: 1,
  side: 'sale',
  company: 'C',
  partner: 'P',
  product: 'X',
  dates: { invoice: 10 },
  quantities: { invoiced: { digits: 5n, scale: 0 } },
  unit: 'EA',
  netValue: { digits: 1250n, scale: 2 },
  currency: 'EUR',
  attributes: {},
  batch: 0,
};

/** A row of file 0 unless said otherwise; `value` is the net value in whole units. */
function row(over: Partial<Line> & { readonly file?: number; readonly value?: bigint } = {}): FiledLine {
  const { file = 0, value, ...line } = over;
  const netValue = value === undefined ? {} : { netValue: { digits: value, scale: 0 } };
  return { file, row: 1, line: { ...LINE, ...line, ...netValue } };
}

const worthOf = (line: Line | undefined) =>
  line?.netValue && Number(line.netValue.digits) / 10 ** line.netValue.scale;

describe('knownLines', () => {
  it.each<[string, readonly FiledLine[], readonly string[], readonly (number | undefined)[]]>([
    ['one row', [row()], ['accepted'], [12.5]],
    ['the same row twice in a file', [row(), row()], ['accepted', 'duplicate'], [12.5]],
    [
      'the same value written otherwise',
      [row(), row({ file: 1, netValue: { digits: 125n, scale: 1 } })],
      ['accepted', 'duplicate'],
      [12.5],
    ],
    ['a correction in a later file', [row(), row({ file: 1, value: 7n })], ['accepted', 'accepted'], [7]],
    [
      'the old file again after its correction',
      [row(), row({ file: 1, value: 7n }), row({ file: 2 })],
      ['accepted', 'accepted', 'superseded'],
      [7],
    ],
    ['two contents in one file', [row(), row({ value: 7n })], ['quarantined', 'quarantined'], []],
    [
      'two contents in one file on different known days',
      [row({ knownOn: 5 }), row({ value: 7n, knownOn: 6 })],
      ['accepted', 'accepted'],
      [7],
    ],
    [
      'a contradiction does not touch what was known before',
      [row(), row({ file: 1, value: 7n }), row({ file: 1, value: 8n })],
      ['accepted', 'quarantined', 'quarantined'],
      [12.5],
    ],
    ['two identities', [row(), row({ line: '2', value: 3n })], ['accepted', 'accepted'], [12.5, 3]],
  ])('%s', (_, rows, dispositions, values) => {
    const known = knownLines(rows, undefined);
    expect(known.dispositions).toEqual(dispositions);
    expect(known.lines.map(worthOf)).toEqual(values);
    expect(known.refusals.length).toBe(dispositions.filter((name) => name === 'quarantined').length);
  });

  it('numbers revisions, and reads an earlier known day back', () => {
    const rows = [row({ knownOn: 5 }), row({ value: 7n, knownOn: 8 })];
    const at = (known: number | undefined) =>
      knownLines(rows, known).lines.map((line) => [line.revision, worthOf(line)]);
    expect(at(4)).toEqual([]);
    expect(at(5)).toEqual([[1, 12.5]]);
    expect(at(7)).toEqual([[1, 12.5]]);
    expect(at(8)).toEqual([[2, 7]]);
    expect(at(undefined)).toEqual([[2, 7]]);
  });

  it('goes by the day on which rows became known, not by the order of files', () => {
    const rows = [row({ file: 0, value: 7n, knownOn: 8 }), row({ file: 1, knownOn: 5 })];
    const known = knownLines(rows, undefined);
    expect([known.dispositions, known.lines.map(worthOf)]).toEqual([['accepted', 'accepted'], [7]]);
  });

  it('gives a return the dates of its original as known, of the same source', () => {
    const back = {
      document: 'R1',
      returnOf: { document: 'D1', line: '1' },
      knownOn: 9,
      dates: { invoice: 30 },
    };
    const rows = [row({ knownOn: 5 }), row(back), row({ knownOn: 12, dates: { invoice: 11 } })];
    const originalOn = (known: number) =>
      knownLines(rows, known).lines.find(({ document }) => document === 'R1')?.originalDates?.invoice;
    expect([originalOn(9), originalOn(12)]).toEqual([10, 11]);
    const stranger = knownLines([row({ source: 'other' }), row(back)], undefined);
    expect(stranger.lines.map((line) => line.originalDates)).toEqual([undefined, undefined]);
  });
});
