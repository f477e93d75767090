import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cells } from '../../core/cell/cell.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { looksForSales } from '../../core/plan/findSales.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { columnsOf } from '../../engine/columnar/lineColumns.ts';
import { cellsOf } from '../../engine/columnar/planCells.ts';
import { plusCells } from '../../engine/mergeCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { openColumnThreads } from '../../main/engine/columnThreads.ts';
import { type CaseInputs, inputsOf } from '../support/caseInputs.ts';
import { EVERY_CASE, TIME } from '../support/everyCase.ts';

/** Everything that is said, to the letter, whatever the order in which fields were set. */
function bytes({ cells, tallies, streams }: Cells): string {
  return JSON.stringify({ cells, tallies, streams: [...streams] }, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

function planOf({ agreement, context }: CaseInputs): Plan {
  return compilePlan(agreement, context.master);
}

/** Each mechanism in fewer cases: a thread has to be told all of each. */
const THREADED = EVERY_CASE.map(([name, cases, runs]) => {
  return [name, cases, { ...runs, numRuns: Math.ceil(runs.numRuns / 5) }] as const;
});

/** So many plans have more terms than a word of a table. */
const COPIES = 40;

/** When each line comes in: at once, or with a later delta. */
const fates = fc.array(fc.nat(3), { minLength: 34, maxLength: 34, size: 'max' });

describe('the columnar executor', () => {
  const threads = [1, 2].map((count) => openColumnThreads(count));
  afterAll(() => Promise.all(threads.map((some) => some.close())));

  it.each(THREADED)('gives them on one thread and on two: %s', TIME, async (_, cases, runs) => {
    for (const trade of fc.sample(cases, runs)) {
      const inputs = inputsOf(trade);
      const plan = planOf(inputs);
      const { facts } = columnsOf(inputs.lines, false);
      for (const some of threads) {
        const [cells] = await some.execute(facts, [plan], inputs.context);
        expect(cells && bytes(cells)).toBe(bytes(execute(plan, inputs.lines, inputs.context)));
      }
    }
  });

  it.each(THREADED)('gives them for many plans at once: %s', TIME, async (name, cases, runs) => {
    let tables = 0;
    for (const [trade, other] of fc.sample(fc.tuple(cases, cases), runs)) {
      const { lines, agreement, context } = inputsOf(trade);
      const [own, others] = [agreement, inputsOf(other).agreement].map((one) =>
        compilePlan(one, context.master),
      );
      const plans = Array.from({ length: COPIES }, (__, copy) => (copy % 3 === 0 ? others : own) as Plan);
      const { facts } = columnsOf(lines, false);
      const expected = new Map(
        [own, others].map((plan) => [plan, bytes(execute(plan as Plan, lines, context))]),
      );
      const expectAll = (found: readonly Cells[]) =>
        expect(found.map(bytes)).toEqual(plans.map((plan) => expected.get(plan)));
      const store = ColumnStore.over(facts);
      if (!plans.some(({ terms }) => terms.some(looksForSales))) {
        const set = store.planSet(plans, context);
        tables += set.tables.length;
        for (let time = 0; time < 2; time += 1) {
          expectAll(
            set.cells().map((cells, at) => ({
              ...cellsOf([cells], facts),
              streams: store.streams(plans[at] as Plan, context),
            })),
          );
        }
      }
      for (const some of threads) expectAll(await some.execute(facts, plans, context));
    }
    if (name === 'plain terms') expect(tables).toBeGreaterThan(0);
  });

  it.each(EVERY_CASE)('gives the cells of the simple one, to the byte: %s', TIME, (_, cases, runs) => {
    let cells = 0;
    fc.assert(
      fc.property(cases, (trade) => {
        const inputs = inputsOf(trade);
        const plan = planOf(inputs);
        const simple = execute(plan, inputs.lines, inputs.context);
        cells += simple.cells.length;
        for (const store of [ColumnStore.of(inputs.lines), ColumnStore.packed(inputs.lines)]) {
          expect(bytes(store.execute(plan, inputs.context))).toBe(bytes(simple));
        }
      }),
      runs,
    );
    expect(cells).toBeGreaterThan(0);
  });

  it.each(EVERY_CASE)('gives them also as lines come in and change: %s', TIME, (_, cases, runs) => {
    const random = fc.tuple(cases, fates, fc.constantFrom(0, 40, 1000));
    fc.assert(
      fc.property(random, ([trade, drawn, percentMax]) => {
        const inputs = inputsOf(trade);
        const plan = planOf(inputs);
        const { lines, context } = inputs;
        const of = (...wanted: readonly number[]) =>
          lines.filter((__, at) => wanted.includes(drawn[at] ?? 0));
        let store = ColumnStore.packed(of(0, 1), 1);
        for (const [delta, known] of [
          [{ added: of(2), removed: [] }, of(0, 1, 2)],
          [{ added: of(3).map(turned), removed: of(1) }, [...of(0, 2), ...of(3).map(turned)]],
          [{ added: [...of(1), ...of(3)], removed: of(3).map(turned) }, lines],
        ] as const) {
          store = store.after(delta, store.watermark + 1, percentMax);
          expect(bytes(store.execute(plan, context))).toBe(bytes(execute(plan, known, context)));
        }
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });

  it.each(EVERY_CASE)('gives them in parts, cut by partner: %s', TIME, (_, cases, runs) => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 3 }), (trade, count) => {
        const inputs = inputsOf(trade);
        const plan = planOf(inputs);
        const { lines, context } = inputs;
        const partners = [...new Set(lines.map(({ partner }) => partner))];
        const parts = Array.from({ length: count }, (__, part) => {
          const own = lines.filter(({ partner }) => partners.indexOf(partner) % count === part);
          return ColumnStore.of(own).execute(plan, context);
        });
        expect(bytes(plusCells(...parts))).toBe(bytes(execute(plan, lines, context)));
      }),
      runs,
    );
  });

  it.each(EVERY_CASE)('gives the lines back as they came: %s', TIME, (_, cases, runs) => {
    fc.assert(
      fc.property(cases, (trade) => {
        const { lines } = inputsOf(trade);
        const byKey = (all: Iterable<Line>) => new Map([...all].map((line) => [lineKey(line), line]));
        expect(byKey(ColumnStore.packed(lines).lines())).toStrictEqual(byKey(lines));
      }),
      runs,
    );
  });
});

/** The same line, otherwise known. */
function turned({ netValue, ...line }: Line): Line {
  return { ...line, ...(netValue && { netValue: { ...netValue, digits: netValue.digits + 7n } }) };
}
