import type { Step, StepKind } from '../explanation/explanation.ts';
import type { Earning } from './earning.ts';

/** Steps that leave nothing of an amount, or nothing more of it. */
const REASONS: ReadonlySet<StepKind> = new Set([
  'exclusiveLost',
  'growthWithoutBaseline',
  'tierNone',
  'negativeWindow',
  'paysNothing',
  'gatesClosed',
  'limitShared',
  'sharedCap',
  'belowMinimum',
  'groupForfeited',
  'forfeited',
]);

/** Steps that say what is missing to more. */
const MISSING: ReadonlySet<StepKind> = new Set(['nextTier', 'incomplete']);

/** Why an earning is nothing, and what would make it more: steps of its explanation. */
export type EarningWhyNot = {
  /** The first thing that kept the amount at zero; undefined where something was earned. */
  readonly reason?: Step;
  /** To the next tier, to an open gate, or lines that cannot be computed yet. */
  readonly missing: readonly Step[];
};

/**
 * Picks out of the worked solution what kept an amount at nothing (the first tier, gate, limit or
 * minimum that failed) and what is still missing. The steps are those of the explanation, so that
 * both say the same.
 */
export function whyNot({ amount, explanation }: Earning): EarningWhyNot {
  const { steps } = explanation;
  const reason = amount.minor > 0n ? undefined : steps.find(({ kind }) => REASONS.has(kind));
  const shut = reason?.kind === 'gatesClosed' ? onlyMissed(reason) : reason;
  return {
    ...(shut && { reason: shut }),
    missing: steps.filter(({ kind }) => MISSING.has(kind)),
  };
}

function onlyMissed(gates: Step): Step {
  return { ...gates, steps: gates.steps.filter(({ kind }) => kind !== 'gateMet') };
}
