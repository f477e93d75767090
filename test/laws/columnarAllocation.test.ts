import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import { calculatedOf, type Earning } from '../../core/earning/earning.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { allocate } from '../../core/money/allocate.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { dealOutRows } from '../../engine/columnar/dealOutRows.ts';
import type { TermAllocation } from '../../engine/columnar/termAllocation.ts';
import { type CaseInputs, computed, inputsOf } from '../support/caseInputs.ts';
import { EVERY_CASE, TIME } from '../support/everyCase.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

// The allocation out of columns against that of core, over the lines and earnings of every mechanism there is.

const RUNS = { numRuns: IS_DEEP ? 200_000 : 5000, seed: SEED };

type Allocated = {
  readonly earning: Earning;
  readonly planned: PlanTerm;
  readonly lines: readonly Line[];
} & {
  readonly allocation: TermAllocation;
};

function allocated(inputs: CaseInputs, store: (lines: readonly Line[]) => ColumnStore): Allocated[] {
  const plan = compilePlan(inputs.agreement, inputs.context.master);
  const columns = store(inputs.lines);
  const byTerm = new Map(plan.terms.map((term) => [term.id, columns.allocation(term, inputs.context)]));
  return computed(inputs).map((earning) => {
    const planned = plan.terms.find(({ id }) => id === earning.term) as PlanTerm;
    return { earning, planned, lines: inputs.lines, allocation: byTerm.get(earning.term) as TermAllocation };
  });
}

function bytes(shares: readonly LineShare[]): string {
  return JSON.stringify(shares, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

const STORES: readonly (readonly [string, (lines: readonly Line[]) => ColumnStore])[] = [
  ['lines beside columns', (lines) => ColumnStore.of(lines)],
  ['columns alone', (lines) => ColumnStore.packed(lines)],
  [
    'lines that came later',
    (lines) => {
      const half = lines.length >> 1;
      const early = ColumnStore.of(lines.slice(0, half));
      return early.after({ added: lines.slice(half), removed: [] }, 1, 1000);
    },
  ],
];

describe('the allocation out of columns', () => {
  it.each(EVERY_CASE)('gives the shares of core, to the byte: %s', TIME, (_, cases, runs) => {
    let shared = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom(...STORES), (trade, [, store]) => {
        const inputs = inputsOf(trade);
        for (const { earning, planned, lines, allocation } of allocated(inputs, store)) {
          const expected = apportion(earning, planned, lines, inputs.context);
          expect(bytes(allocation.sharesOf(earning))).toBe(bytes(expected));
          shared += expected.length;
        }
      }),
      runs,
    );
    expect(shared).toBeGreaterThan(0);
  });

  it('of plain terms is mostly told by columns, and sums to the cent', TIME, () => {
    const [, plain, runs] = EVERY_CASE[0] as (typeof EVERY_CASE)[number];
    let [all, told] = [0, 0];
    fc.assert(
      fc.property(plain, (trade) => {
        for (const { earning, allocation } of allocated(inputsOf(trade), (lines) =>
          ColumnStore.packed(lines),
        )) {
          const { minor, asked } = allocation.rowsOf([earning, earning]);
          all += 1;
          if (asked.length > 0 || minor.length === 0 || minor.some(Number.isNaN)) continue;
          told += 1;
          const sum = minor.reduce((known, own) => known + own, 0);
          expect(BigInt(sum)).toBe(2n * calculatedOf(earning).minor);
        }
      }),
      runs,
    );
    expect(told).toBeGreaterThan(all / 6);
  });
});

const SIZES = [9, 1e6, 2 ** 40, 2 ** 49];
const integers = (least: -1 | 0) =>
  fc
    .constantFrom(...SIZES)
    .chain((size) => fc.double({ min: least * size, max: size, noNaN: true }).map(Math.trunc));

describe('dealing out in float64', () => {
  it.each([0, -1] as const)('gives the shares of core or none; weights from %s on', TIME, (least) => {
    let dealt = 0;
    const cases = fc.tuple(integers(-1), fc.array(integers(least), { minLength: 1, maxLength: 40 }));
    fc.assert(
      fc.property(cases, ([total, own]) => {
        const weights = Float64Array.from(own);
        const keys = own.map((_, at) => lineKey({ source: 's', document: `D${(at * 7) % 41}`, line: '1' }));
        const shares = new Float64Array(1 + own.length);
        const isBefore = (a: number, b: number) => compareTexts(keys[a] as string, keys[b] as string) < 0;
        const expected = allocate(
          BigInt(total),
          own.map((weight, at) => ({ key: keys[at] as string, weight: BigInt(weight) })),
        );
        if (expected === undefined) return;
        if (!dealOutRows({ total, weights, count: own.length }, shares, 1, isBefore)) return;
        dealt += 1;
        expect([...shares.subarray(1)].map(BigInt)).toEqual(expected);
      }),
      RUNS,
    );
    expect(dealt).toBeGreaterThan(RUNS.numRuns / 6);
  });
});
