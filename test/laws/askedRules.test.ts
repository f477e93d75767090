import { afterAll, describe, expect, it } from 'vitest';
import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Cells } from '../../core/cell/cell.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { columnsOf } from '../../engine/columnar/lineColumns.ts';
import { cellsOf } from '../../engine/columnar/planCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { openColumnThreads } from '../../main/engine/columnThreads.ts';
import { ASKED_RULES } from '../bench/tradeMix.ts';
import { changingLines, changingMaster } from '../support/changingTrade.ts';
import { agreementOf, agreementText, type JsonObject, UNITS, windowsText } from '../support/trade.ts';
import { IS_DEEP } from '../support/tradeCases.ts';

const SEEDS = IS_DEEP ? 400 : 12;
const LINES = 150;
const TIME = { timeout: IS_DEEP ? 600_000 : 60_000 };

function bytes({ cells, tallies, streams }: Cells): string {
  return JSON.stringify({ cells, tallies, streams: [...streams] }, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

/** An agreement of each kind of rule of the real mix, and of plain ones, with partners of two groups. */
function agreements(seed: number): Agreement[] {
  const rule: JsonObject = {
    id: 'rule',
    eligibility: {
      include: [{ attribute: 'product.category', in: [`C${seed % 2}`] }],
      exclude: seed % 3 === 0 ? [{ attribute: 'product.code', in: ['A0'] }] : [],
      attributesAsOf: ['transaction', 'windowEnd', 'current'][seed % 4] ?? 'transaction',
      payment: 'any',
      submission: 'any',
    },
    qualifier: seed % 2 === 0 ? UNITS : { of: 'value', basis: 'net' },
    payout: { of: 'value', basis: 'net' },
    windows: windowsText(seed % 5 === 0 ? 'month' : 'quarter'),
  };
  const participants = [{ attribute: 'partner.group', in: ['G0', 'G1'] }];
  const validity = { firstDay: '2025-01-01', lastDay: '2025-12-31' };
  return [...ASKED_RULES, (plain: JsonObject) => [plain]].map((more, number) => {
    const terms = more(rule).flatMap((term) => agreementText(term).terms as JsonObject[]);
    return agreementOf({}, { id: `A${number}`, terms, validity, participants });
  });
}

describe('rules that more is asked of than sums', () => {
  const threads = [1, 2].map((count) => openColumnThreads(count));
  afterAll(() => Promise.all(threads.map((some) => some.close())));

  it('have the cells and lines of the simple executor, whoever calculates them', TIME, async () => {
    const found = { gathered: 0, atTimes: 0, streamed: 0 };
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const context = { master: changingMaster(seed), effective: 20_400 + 40 * (seed % 3) };
      const lines = changingLines(seed, LINES);
      const plans: readonly Plan[] = agreements(seed).map((one) => compilePlan(one, context.master));
      const simple = plans.map((plan) => execute(plan, lines, context));
      const expected = simple.map(bytes);
      const { facts } = columnsOf(lines, false);
      const store = ColumnStore.over(facts);
      for (const kept of [store, ColumnStore.of(lines)]) {
        expect(plans.map((plan) => bytes(kept.execute(plan, context)))).toEqual(expected);
      }
      const set = store.planSet(plans, context);
      const cells = set.cells();
      const told = cells.map((own, at) => {
        return bytes({ ...cellsOf([own], facts), streams: store.streams(plans[at] as Plan, context) });
      });
      expect(told).toEqual(expected);
      for (const some of threads) {
        expect((await some.execute(facts, plans, context)).map(bytes)).toEqual(expected);
      }
      found.gathered += cells.reduce((sum, own) => sum + own.gathered.length, 0);
      found.atTimes += set.tables.reduce((sum, { limits }) => sum + limits.length, 0);
      found.streamed += simple.reduce((sum, { streams }) => sum + [...streams.values()].flat().length, 0);
    }
    expect(Math.min(found.gathered, found.atTimes, found.streamed)).toBeGreaterThan(SEEDS);
  });
});
