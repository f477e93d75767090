import { type ApprovalRules, FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import type { Tx } from '../ports.ts';

/** The rules of approval as they are known at a batch; where nobody has said any, four eyes, as version 0. */
export async function rulesInForce(
  { approvalRules }: Pick<Tx, 'approvalRules'>,
  batch: number,
): Promise<{ readonly version: number; readonly rules: ApprovalRules }> {
  return (await approvalRules.knownAt(batch)) ?? { version: 0, rules: FOUR_EYES };
}
