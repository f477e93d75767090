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
import type { TakenOverState } from '../ports/cutOverStore.ts';
import { accountKey } from './accountKey.ts';
import { cellsOver } from './cellsOver.ts';
import { takenOverOf } from './takenOverOf.ts';

/** All that an earned amount depends on: facts and terms as known, up to a day. */
export type Inputs = {
  readonly agreement: Agreement;
  readonly master: Master;
  readonly lines: readonly Line[];
  readonly effective: LocalDate;
  /** Lines that were looked at before, most of which are among these. */
  readonly near?: readonly Line[];
  /** What was taken over at a cut-over; undefined where the agreement never was. */
  readonly takenOver?: TakenOverState;
  /** Approved amounts beside the terms. */
  readonly adjustments?: readonly Adjustment[];
};

/** An earning by the terms alone, and what it was worked out from. `beside`: what of its account no line earns. */
export type WorkedEarning = { readonly earning: Earning; readonly inputs: Inputs; readonly beside: bigint };

/** A layer of amounts with the earnings behind them, by account, and whose terms they are. */
export type WorkedLayer = Layer & {
  readonly agreement: Agreement;
  readonly worked: ReadonlyMap<string, WorkedEarning>;
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
  const cells = cellsOver(plan, lines, context, inputs.near);
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
export function targetLayers(
  before: Inputs | undefined,
  now: Inputs,
  target: readonly Earning[],
): WorkedLayer[] {
  const beside = before === undefined ? new Map<string, bigint>() : besideTerms(before);
  const layer = (cause: Cause, agreement: Agreement, worked: Worked): WorkedLayer => {
    const targets = new Map([...worked].map(([key, { earning }]) => [key, calculatedOf(earning).minor]));
    return { cause, agreement, targets: plus(targets, beside), worked: withBeside(worked, beside) };
  };
  return [
    ...(before === undefined ? [] : factsOf(before, now)).map((fact) =>
      layer(fact.cause, fact.inputs.agreement, workedOf(fact.inputs, earnings(fact.inputs))),
    ),
    ...[...linesSeen(before, now, target)].map(([cause, worked]) => layer(cause, now.agreement, worked)),
    layer('returns', now.agreement, workedOf(now, target)),
    adjustmentsOf(now, target),
  ];
}

type Worked = ReadonlyMap<string, WorkedEarning>;

export function workedOf(inputs: Inputs, found: readonly Earning[]): Worked {
  return new Map(
    found.map((earning) => [
      accountKey({ ...earning, currency: earning.amount.currency }),
      { earning, inputs, beside: 0n },
    ]),
  );
}

function withBeside(worked: Worked, beside: ReadonlyMap<string, bigint>): Worked {
  return new Map([...worked].map(([key, one]) => [key, { ...one, beside: beside.get(key) ?? 0n }]));
}

/** What is earned now, adjustments and all. */
function adjustmentsOf(now: Inputs, target: readonly Earning[]): WorkedLayer {
  const worked = workedOf(now, target);
  const beside = new Map(
    [...worked].map(([key, { earning }]) => [key, earning.amount.minor - calculatedOf(earning).minor]),
  );
  const { agreement } = now;
  return { cause: 'adjustments', agreement, targets: targetsOf(target), worked: withBeside(worked, beside) };
}

/** What the lines with the causes up to each one taken in come to, but for the last cause. */
function linesSeen(
  before: Inputs | undefined,
  now: Inputs,
  target: readonly Earning[],
): ReadonlyMap<Cause, Worked> {
  const known = new Map<Cause, Worked>();
  for (const part of independentParts(now.agreement)) {
    const { terms } = compilePlan(part, now.master);
    let last: readonly Line[] | undefined;
    let found: Worked = new Map();
    for (const layer of lineLayers(terms, before?.lines ?? [], now.lines, before?.effective).slice(0, -1)) {
      if (last === undefined || !sameLines(last, layer.lines)) {
        const inputs = { ...now, adjustments: [], agreement: part, lines: layer.lines, near: now.lines };
        const own = target.filter(({ term }) => part.terms.some(({ id }) => id === term));
        found = sameLines(layer.lines, now.lines) ? workedOf(now, own) : workedOf(inputs, earnings(inputs));
      }
      last = layer.lines;
      known.set(layer.cause, new Map([...(known.get(layer.cause) ?? []), ...found]));
    }
  }
  return known;
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

/** What the run before saw under this program, then with one kind of fact after the other as it is known now. */
function factsOf(before: Inputs, now: Inputs): { readonly cause: Cause; readonly inputs: Inputs }[] {
  const old = { ...before, adjustments: [] };
  const terms = { ...old, agreement: now.agreement };
  const steps = (['masterData', 'units', 'exchangeRates'] as const).map((cause) => ({
    cause,
    inputs: { ...terms, master: masterUpTo(cause, before.master, now.master) },
  }));
  return [{ cause: 'engine', inputs: old }, { cause: 'terms', inputs: terms }, ...steps];
}

function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
