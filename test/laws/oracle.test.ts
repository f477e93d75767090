import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../support/agreementCases.ts';
import { caseReport, compareWithOracle } from '../support/compareWithOracle.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const RUNS = IS_DEEP ? 1500 : 40;

describe('the program and the oracle agree on random agreements', () => {
  it.each(Object.entries(MECHANISMS))('%s', { timeout: IS_DEEP ? 1_800_000 : 60_000 }, (_, shape) => {
    let [rows, paid] = [0, 0];
    const check = fc.check(
      fc.property(casesOf(shape), (texts) => {
        const { program, oracle } = compareWithOracle(texts);
        rows += program.length;
        paid += program.filter((row) => !row.includes(': 0 (')).length;
        return JSON.stringify(program) === JSON.stringify(oracle);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (check.failed) {
      const [texts] = check.counterexample ?? [];
      throw new Error(texts && caseReport(texts), { cause: check.errorInstance });
    }
    // The cases are worth something: they pay.
    expect(rows).toBeGreaterThan(RUNS / 2);
    expect(paid).toBeGreaterThan(RUNS / 4);
  });

  it('of plain terms with master data and corrections', { timeout: IS_DEEP ? 1_800_000 : 60_000 }, () => {
    fc.assert(
      fc.property(tradeCases, (texts) => {
        const { program, oracle } = compareWithOracle(texts);
        expect(program).toEqual(oracle);
      }),
      { numRuns: IS_DEEP ? 10_000 : 150, seed: SEED },
    );
  });
});
