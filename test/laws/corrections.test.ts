import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownLines } from '../../core/fact/knownLines.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { type CorrectionCase, correctionCases, filesOf } from '../support/correctionCases.ts';
import { agreementOf, earningsOf, lineOf, type Texts, windowsText } from '../support/trade.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

// Lines that correct lines: whatever comes first, in as many files as you like, the same is known,
// earned and explained. What stands is worked out here by another way: by removing, not by following.

const RUNS = { numRuns: IS_DEEP ? 20_000 : 400, seed: SEED };
const AGREEMENT = agreementOf({
  windows: windowsText('quarter'),
  tiers: {
    boundary: 'atLeast',
    rows: [
      { from: '100', percent: '2' },
      { from: '1000', percent: '3.5' },
    ],
  },
});

function known(files: readonly (readonly Texts[])[]) {
  const rows = files.flatMap((texts, file) =>
    texts.map((text, row) => ({ file, document: `file ${file}`, row: row + 1, line: lineOf(text) })),
  );
  const { lines, dispositions, refusals } = knownLines(rows, undefined);
  const waits = rows
    .filter((_, index) => dispositions[index] === 'quarantined')
    .map(({ line }) => lineKey(line));
  return {
    lines: lines.toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1)),
    waits: waits.sort(),
    refusals,
  };
}

const bytes = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));

/** The lines that count, by removing again and again what has no ground and what is replaced. */
function slowly(texts: readonly Texts[]): { counted: readonly string[]; isPlain: boolean } {
  const lines = texts.map((text) => lineOf(text));
  const nameOf = (line: Line) => `${line.document} ${line.line}`;
  const originalOf = ({ correctionOf }: Line) =>
    correctionOf === undefined ? '' : `${correctionOf.document} ${correctionOf.line}`;
  let grounded = lines.filter(({ correctionOf }) => correctionOf === undefined);
  for (let before = -1; before !== grounded.length; ) {
    before = grounded.length;
    const names = new Set(grounded.map(nameOf));
    grounded = lines.filter((line) => line.correctionOf === undefined || names.has(originalOf(line)));
  }
  const documents = Map.groupBy(
    grounded.filter(({ correctionOf }) => correctionOf !== undefined),
    originalOf,
  );
  const isPlain = [...documents.values()].every(
    (all) => new Set(all.map(({ document }) => document)).size === 1,
  );
  return { counted: grounded.filter((line) => !documents.has(nameOf(line))).map(nameOf), isPlain };
}

describe('corrections in any order and in any files', () => {
  it('leave the same known, waiting, earned and explained, to the byte', () => {
    let corrected = 0;
    fc.assert(
      fc.property(correctionCases, (given: CorrectionCase) => {
        const inOneFile = known([given.rows]);
        const inParts = known(filesOf(given));
        expect(bytes(inParts.lines)).toBe(bytes(inOneFile.lines));
        expect(inParts.waits).toEqual(inOneFile.waits);
        expect(bytes(earningsOf(AGREEMENT, inParts.lines))).toBe(
          bytes(earningsOf(AGREEMENT, inOneFile.lines)),
        );
        if (inOneFile.lines.some(({ correction }) => correction !== undefined)) corrected += 1;
      }),
      RUNS,
    );
    expect(corrected).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('count each line once: what is earned is earned on the lines that stand alone', () => {
    let plain = 0;
    fc.assert(
      fc.property(correctionCases, ({ rows }) => {
        const { counted, isPlain } = slowly(rows);
        const { lines } = known([rows]);
        const stand = lines.filter(({ correction }) => !correction?.isContradicted);
        expect(stand.length).toBeLessThanOrEqual(counted.length);
        if (!isPlain) return;
        plain += 1;
        expect(stand.map((line) => `${line.document} ${line.line}`).sort()).toEqual(counted.toSorted());
        const alone = stand.map(({ correction: _, correctionOf: __, ...line }) => line);
        expect(bytes(earningsOf(AGREEMENT, stand))).toBe(bytes(earningsOf(AGREEMENT, alone)));
      }),
      RUNS,
    );
    expect(plain).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('block what two documents say of one line, so that the amount is seen to be incomplete', () => {
    const rows: Texts[] = [
      { document: 'A', netValue: '1000.00' },
      { document: 'B', netValue: '900.00', correctionOfDocument: 'A', correctionOfLine: '1' },
      { document: 'C', netValue: '800.00', correctionOfDocument: 'A', correctionOfLine: '1' },
    ];
    for (const order of [rows, rows.toReversed()]) {
      const [earning] = earningsOf(AGREEMENT, known([order]).lines);
      expect([earning?.amount.minor, earning?.blocked.lines]).toEqual([0n, 2]);
    }
  });
});
