import { scaledCells } from '../../core/accrual/scaledCells.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Cause } from '../../core/booking/cause.ts';
import type { Layer } from '../../core/booking/differences.ts';
import { lineLayers } from '../../core/booking/lineLayers.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { adjusted } from '../../core/earning/adjusted.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { earn } from '../../core/earning/earn.ts';
import { calculatedOf, type Earning } from '../../core/earning/earning.ts';
import { NOBODY_ELSE } from '../../core/earning/others.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { masterUpTo } from '../../core/master/masterUpTo.ts';
import type { Rational } from '../../core/number/rational.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import { accountKey } from './accountKey.ts';
import { takenOverOf } from './takenOverOf.ts';

/** All that an earned amount depends on: facts and terms as known, up to a day. */
export type Inputs = {
  readonly agreement: Agreement;
  readonly master: Master;
  readonly lines: readonly Line[];
  readonly effective: LocalDate;
  /** What was taken over at a cut-over; undefined where the agreement never was. */
  readonly takenOver?: TakenOverState;
  /** Approved amounts beside the terms. */
  readonly adjustments?: readonly Adjustment[];
};

/** The cumulative amount of each account, in minor units. */
export function targetsOf(earnings: readonly Earning[]): Map<string, bigint> {
  return new Map(
    earnings.map((earning) => [
      accountKey({ ...earning, currency: earning.amount.currency }),
      earning.amount.minor,
    ]),
  );
}

/** The same by the terms alone. */
function calculatedTargets(earnings: readonly Earning[]): Map<string, bigint> {
  return targetsOf(earnings.map((earning) => ({ ...earning, amount: calculatedOf(earning) })));
}

/** Earnings from inputs: plan, cells, money. */
export function earnings(inputs: Inputs): Earning[] {
  return earningsOf(inputs)();
}

/** What would be earned if the volume were so many times the one at hand; the lines are looked at once. */
export function earningsOf(inputs: Inputs): (times?: Rational) => Earning[] {
  const { agreement, master, lines, effective } = inputs;
  const plan = compilePlan(agreement, master);
  const context = { master, effective };
  const takenOver = takenOverOf(plan, lines, context, inputs.takenOver);
  const cells = execute(plan, lines, context);
  return (times) => {
    const scaled = times === undefined ? cells : scaledCells(plan, cells, times);
    const calculated = earn(plan, scaled, context, NOBODY_ELSE, takenOver);
    return adjusted(plan, calculated, inputs.adjustments ?? [], context);
  };
}

/**
 * The targets with one cause after the other taken in, in the fixed order of rulings R11, from
 * what the previous run saw (undefined before the first) to what is known now. The first layer is
 * the previous inputs under this program: it differs from what is booked only where the program
 * itself has changed. Up to the returns, adjustments stand as they did before; the last layer is `now`,
 * whose earnings the caller has already.
 */
export function targetLayers(before: Inputs | undefined, now: Inputs, target: readonly Earning[]): Layer[] {
  const facts: Layer[] = before === undefined ? [] : factLayers(before, now);
  const bare = { ...now, adjustments: [] };
  const known = new Map<Cause, Map<string, bigint>>();
  for (const part of independentParts(now.agreement)) {
    const { terms } = compilePlan(part, now.master);
    let last: readonly Line[] | undefined;
    let targets = new Map<string, bigint>();
    for (const layer of lineLayers(terms, before?.lines ?? [], now.lines, before?.effective).slice(0, -1)) {
      if (last === undefined || !sameLines(last, layer.lines)) {
        targets = calculatedTargets(
          sameLines(layer.lines, now.lines)
            ? target.filter(({ term }) => part.terms.some(({ id }) => id === term))
            : earnings({ ...bare, agreement: part, lines: layer.lines }),
        );
      }
      last = layer.lines;
      known.set(layer.cause, new Map([...(known.get(layer.cause) ?? []), ...targets]));
    }
  }
  const causes = [...known].map(([cause, targets]): Layer => ({ cause, targets }));
  const calculated: Layer[] = [...facts, ...causes, { cause: 'returns', targets: calculatedTargets(target) }];
  const beside = before === undefined ? new Map<string, bigint>() : besideTerms(before);
  return [
    ...calculated.map((layer) => ({ ...layer, targets: plus(layer.targets, beside) })),
    { cause: 'adjustments', targets: targetsOf(target) },
  ];
}

/** What adjustments come to, account by account. */
function besideTerms({ agreement, adjustments = [], effective }: Inputs): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { term, partner, parts } of adjustments) {
    for (const { window, countsFrom, minor } of parts) {
      const key = accountKey({ term, partner, window, currency: agreement.currency });
      if (countsFrom <= effective) sums.set(key, (sums.get(key) ?? 0n) + minor);
    }
  }
  return sums;
}

function plus(targets: ReadonlyMap<string, bigint>, sums: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const all = new Map(targets);
  for (const [key, minor] of sums) all.set(key, (all.get(key) ?? 0n) + minor);
  return all;
}

/**
 * Terms that look at each other (netting, exclusive choice, shared caps) stay together; the others
 * each stand alone, so that what is late for one of them is not late for all.
 */
function independentParts(agreement: Agreement): Agreement[] {
  const isStacked = agreement.terms.some(
    ({ netting, exclusive }) => netting !== 'none' || exclusive !== 'none',
  );
  if (isStacked || agreement.sharedCaps !== 'none') return [agreement];
  return agreement.terms.map((term) => ({ ...agreement, terms: [term] }));
}

function factLayers(before: Inputs, now: Inputs): Layer[] {
  const old = { ...before, adjustments: [] };
  const terms = { ...old, agreement: now.agreement };
  const steps = (['masterData', 'units', 'exchangeRates'] as const).map((cause) => ({
    cause,
    targets: targetsOf(earnings({ ...terms, master: masterUpTo(cause, before.master, now.master) })),
  }));
  return [
    { cause: 'engine', targets: targetsOf(earnings(old)) },
    { cause: 'terms', targets: targetsOf(earnings(terms)) },
    ...steps,
  ];
}

function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
