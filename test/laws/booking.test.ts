import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inputs, targetLayers, targetsOf } from '../../app/calculation/targetLayers.ts';
import type { Term } from '../../core/agreement/agreement.ts';
import { CAUSES } from '../../core/booking/cause.ts';
import { type Difference, differences, type Layer } from '../../core/booking/differences.ts';
import { parseDate } from '../../core/calendar/localDate.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { casesOf } from '../support/agreementCases.ts';
import { computed, inputsOf, linesOf } from '../support/caseInputs.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { dayAfter, IS_DEEP, SEED, type TradeCase, tradeCases } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 5000 : 100, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };

type Booked = Map<string, bigint>;

/** Books what there is to book, as a run does: from what was seen before to what is known now. */
function run(before: Inputs | undefined, now: Inputs, booked: Booked): readonly Difference[] {
  const target = computed({ ...now, context: now });
  const found = differences(targetLayers(before, now, target), booked);
  for (const { key, delta, causes } of found) {
    booked.set(key, (booked.get(key) ?? 0n) + delta);
    expect(causes.reduce((sum, { minor }) => sum + minor, 0n)).toBe(delta);
    const order = causes.map(({ cause }) => CAUSES.indexOf(cause));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  return found;
}

function inputsAt(trade: TradeCase, known: string, effective: string): Inputs {
  const { agreement, context } = inputsOf(trade);
  return {
    agreement,
    master: context.master,
    lines: linesOf(trade, known),
    effective: parseDate(effective) as number,
  };
}

function withoutZeros(amounts: ReadonlyMap<string, bigint>): Record<string, bigint> {
  return Object.fromEntries([...amounts].filter(([, minor]) => minor !== 0n).sort());
}

function targets(now: Inputs): Record<string, bigint> {
  return withoutZeros(targetsOf(computed({ ...now, context: now })));
}

describe('booking', () => {
  it('in n steps comes to the same as once, and running twice books nothing', TIME, () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 200 })), {
      minLength: 1,
      maxLength: 6,
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(tradeCases, steps, (trade, gaps) => {
        const booked: Booked = new Map();
        let [known, effective] = [trade.agreement.validity.firstDay, trade.agreement.validity.firstDay];
        let before: Inputs | undefined;
        for (const [knownLater, effectiveLater] of gaps) {
          [known, effective] = [dayAfter(known, knownLater), dayAfter(effective, effectiveLater)];
          const now = inputsAt(trade, known, effective);
          const found = run(before, now, booked);
          expect(withoutZeros(booked)).toEqual(targets(now));
          expect(run(now, now, booked)).toEqual([]);
          for (const { causes } of found) for (const { cause } of causes) seen.add(cause);
          before = now;
        }
        const once: Booked = new Map();
        run(undefined, before as Inputs, once);
        expect(withoutZeros(booked)).toEqual(withoutZeros(once));
      }),
      RUNS,
    );
    // No difference is left to the program itself: facts explain each.
    expect([...seen].sort()).toEqual(['corrections', 'lateLines', 'onTimeLines', 'returns']);
  });

  it('there and back restores: what a second run takes back is what the first one gave', TIME, () => {
    const amounts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.bigInt({ min: -50n, max: 50n }));
    const layersOf = (targetsThere: Record<string, bigint>): Layer[] => [
      { cause: 'terms', targets: new Map(Object.entries(targetsThere)) },
    ];
    fc.assert(
      fc.property(amounts, amounts, (here, there) => {
        const booked = new Map(Object.entries(here));
        const gone = differences(layersOf(there), booked);
        for (const { key, target } of gone) booked.set(key, target);
        const back = differences(layersOf(here), booked);
        for (const { key, target } of back) booked.set(key, target);
        expect(back.map(({ key, delta }) => [key, -delta])).toEqual(
          gone.map(({ key, delta }) => [key, delta]),
        );
        expect(withoutZeros(booked)).toEqual(withoutZeros(new Map(Object.entries(here))));
      }),
      RUNS,
    );
  });

  it('changed terms and back again restores every amount', TIME, () => {
    fc.assert(
      fc.property(tradeCases, tradeCases, (one, other) => {
        const first = inputsAt(one, one.known, one.effective);
        const changed = {
          ...first,
          agreement: { ...inputsOf(other).agreement, currency: first.agreement.currency },
        };
        const booked: Booked = new Map();
        run(undefined, first, booked);
        const start = withoutZeros(booked);
        run(first, changed, booked);
        run(changed, first, booked);
        expect(withoutZeros(booked)).toEqual(start);
      }),
      RUNS,
    );
  });
});

/** Plain terms, and each mechanism: terms that pay without a line are left out, as any line opens an account there. */
const CASES: readonly (readonly [string, fc.Arbitrary<CaseTexts>, number])[] = [
  ['plain terms', tradeCases, RUNS.numRuns],
  ...Object.entries(MECHANISMS).map(([name, shape]) => [name, casesOf(shape), IS_DEEP ? 500 : 10] as const),
];

/** A return that a mechanism treats as something of its own, so that it does not undo its sale. */
function isOfItsOwn(term: Term): boolean {
  const isPaidWithoutLines =
    term.formula === 'fixed' ||
    term.guarantee !== 'none' ||
    (term.floor !== 'none' && term.floor.when === 'always');
  return isPaidWithoutLines || JSON.stringify(term, withoutBigInts).includes('"doNotBreak"');
}

function withoutBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

describe('a return after its sale', () => {
  it.each(CASES)('books zero where it acts in the original window: %s', TIME, (_, cases, numRuns) => {
    const random = fc.tuple(cases, fc.nat(1000), fc.integer({ min: -300, max: 600 }));
    let returned = 0;
    fc.assert(
      fc.property(random, ([trade, pick, later]) => {
        const { agreement, lines, context } = inputsOf(trade);
        if (agreement.terms.some(isOfItsOwn)) return;
        const terms = agreement.terms.map((term) => ({
          ...term,
          returns: { ...term.returns, linked: 'originalWindow' as const },
        }));
        const sale = lines[pick % Math.max(lines.length, 1)];
        if (sale === undefined || sale.returnOf !== undefined) return;
        const others = lines.filter((line) => line !== sale);
        const back = {
          ...sale,
          document: 'RETURN',
          returnOf: { document: sale.document, line: sale.line },
          original: {
            document: sale.document,
            line: sale.line,
            dates: sale.dates,
            attributes: sale.attributes,
            batch: sale.batch,
          },
          dates: Object.fromEntries(
            Object.entries(sale.dates).map(([kind, day]) => [kind, (day as number) + later]),
          ),
          quantities: Object.fromEntries(
            Object.entries(sale.quantities).map(([kind, quantity]) => [kind, negative(quantity)]),
          ),
          ...(sale.netValue && { netValue: negative(sale.netValue) }),
          ...(sale.grossValue && { grossValue: negative(sale.grossValue) }),
        };
        const inputs = { agreement: { ...agreement, terms }, context };
        const amounts = (added: readonly (typeof sale)[]) =>
          computed({ ...inputs, lines: [...others, ...added] });
        const before = withoutZeros(targetsOf(amounts([])));
        // A negative "sale" that policy holds back is blocked; its counterpart is not.
        if (blockedLines(amounts([sale])) !== blockedLines(amounts([]))) return;
        expect(withoutZeros(targetsOf(amounts([sale, back])))).toEqual(before);
        returned += 1;
      }),
      { ...RUNS, numRuns },
    );
    if (numRuns === RUNS.numRuns) expect(returned).toBeGreaterThan(numRuns / 3);
  });
});

function negative(value: { readonly digits: bigint; readonly scale: number }) {
  return { ...value, digits: -value.digits };
}

function blockedLines(earnings: readonly Earning[]): number {
  return earnings.reduce((sum, { blocked }) => sum + blocked.lines, 0);
}
