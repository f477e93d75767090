import type { WriteOffApproval } from '../../core/claim/writeOffApproval.ts';
import { FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import { neededLevels } from '../../core/lifecycle/neededLevels.ts';
import { moneyToRational } from '../../core/money/money.ts';
import { type Actor, actorText } from '../actor.ts';
import { rulesInForce } from '../agreements/rulesInForce.ts';
import type { Tx } from '../ports.ts';

type GivenUp = {
  /** That of the claim; nobody knows the one of a deduction. */
  readonly agreement?: string;
  readonly partner: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** The approvals that giving an amount up needs by the rules of now, and none given; another person's always. */
export async function writeOffAsked(
  tx: Tx,
  { agreement: code, partner, currency, minor }: GivenUp,
  actor: Actor,
): Promise<WriteOffApproval> {
  const batch = await tx.batches.last();
  const { rules } = await rulesInForce(tx, batch);
  const stored = code === undefined ? undefined : await tx.agreements.knownAt(code, batch);
  const needed = neededLevels(rules, {
    subject: 'writeOff',
    agreement: { ...stored?.agreement, currency },
    value: moneyToRational({ minor, currency }),
    concerns: (candidate) => candidate === partner,
  });
  const levels = needed.length === 0 ? FOUR_EYES.levels : needed;
  return {
    askedBy: actorText(actor),
    levels: levels.map(({ id, approvers }) => ({ id, approvers })),
    approvers: {},
  };
}
