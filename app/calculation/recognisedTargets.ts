import { recognise } from '../../core/accrual/recognise.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accountKey } from './accountKey.ts';
import { earningsOf, type Inputs, targetsOf } from './targetLayers.ts';

/**
 * What the books should take for each account, by the method of the agreement: nothing while the acceptance
 * that it waits for is not on file. Units: minor.
 */
export function recognisedTargets(
  now: Inputs,
  target: readonly Earning[],
  isRecognised: boolean,
): Map<string, bigint> {
  if (!isRecognised) return new Map();
  if (now.agreement.settlement.accrual === 'reachedTier') return targetsOf(target);
  const plan = compilePlan(now.agreement, now.master);
  let earnedAt: ReturnType<typeof earningsOf> | undefined;
  const recognised = recognise(plan, target, now.effective, (times) => {
    earnedAt ??= earningsOf(now);
    return earnedAt(times);
  });
  return new Map(
    recognised.map(({ earning, minor }) => [
      accountKey({ ...earning, currency: earning.amount.currency }),
      minor,
    ]),
  );
}
