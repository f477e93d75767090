import { recognise } from '../../core/accrual/recognise.ts';
import { recognisedLayers } from '../../core/accrual/recognisedLayers.ts';
import { type Difference, differences, type Layer } from '../../core/booking/differences.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { BookedBalance } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import { earningsOf, type Inputs } from './targetLayers.ts';

/** What is booked on the accounts of one agreement, by its key. Units: minor. */
export type BookedKinds = {
  readonly earned: ReadonlyMap<string, bigint>;
  readonly recognised: ReadonlyMap<string, bigint>;
};

/**
 * What there is to recognise: the method's amounts (`targets`) less what the books have taken for them so far,
 * an opening amount of a cut-over among it. `layers` are those of what is earned.
 */
export function toRecognise(
  targets: ReadonlyMap<string, bigint>,
  layers: readonly Layer[],
  booked: BookedKinds,
): Difference[] {
  return differences(recognisedLayers(layers, targets, booked), booked.recognised);
}

/** What the books should take for each account, by the method of the agreement. Units: minor. */
export function recognisedTargets(now: Inputs, target: readonly Earning[]): Map<string, bigint> {
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

/** What is booked as recognised: what an account was opened with, and our bookings. */
export function recognisedAmounts(
  { takenOver }: Pick<Inputs, 'takenOver'>,
  balances: readonly BookedBalance[],
): Map<string, bigint> {
  const booked = new Map(
    (takenOver?.openings ?? []).map((opening) => [accountKey(opening), opening.balances.recognised]),
  );
  for (const { account, minor } of balances) {
    const key = accountKey(account);
    booked.set(key, (booked.get(key) ?? 0n) + minor);
  }
  return booked;
}
