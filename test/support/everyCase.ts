import type fc from 'fast-check';
import { casesOf } from './agreementCases.ts';
import type { CaseTexts } from './caseTexts.ts';
import { MECHANISMS } from './mechanisms.ts';
import { IS_DEEP, SEED, tradeCases } from './tradeCases.ts';

type Runs = { readonly numRuns: number; readonly seed: number };
const RUNS: Runs = { numRuns: IS_DEEP ? 5000 : 100, seed: SEED };

/** Random cases run in seconds; thousands of them at night. */
export const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };

/** Plain terms with corrections, and each mechanism by itself and with others. */
export const EVERY_CASE: readonly (readonly [string, fc.Arbitrary<CaseTexts>, Runs])[] = [
  ['plain terms', tradeCases, RUNS],
  ...Object.entries(MECHANISMS).map(
    ([name, shape]) => [name, casesOf(shape), { ...RUNS, numRuns: IS_DEEP ? 500 : 5 }] as const,
  ),
];
