import type { Rounded } from './roundAmounts.ts';
import type { TakenOverAmounts } from './takenOver.ts';

/** What was taken over of the account stands in the place of what was rounded. */
export function standing(rounded: Rounded, amounts: TakenOverAmounts): Rounded {
  const { worked, amount } = rounded;
  const takenOver = amounts.of(worked.partner, worked.window.window);
  if (takenOver === undefined) return rounded;
  return { ...rounded, amount: { ...amount, minor: takenOver.minor }, takenOver, blocked: takenOver.late };
}
