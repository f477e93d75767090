import type { AmountGroup } from './amountGroups.ts';
import type { Detector } from './detector.ts';
import type { Finding } from './finding.ts';
import { found } from './found.ts';

/** A finding on a group of amounts, with five of the records that make it. */
export function digitsFinding(
  by: Detector,
  group: AmountGroup,
  score: number,
  facts: Readonly<Record<string, string>>,
  isOdd: (minor: number) => boolean,
): Finding {
  const object = group.of === 'claims' ? 'claim' : group.of === 'claimLines' ? 'claimLine' : 'adjustment';
  const odd = group.records.filter((_, index) => isOdd(group.amounts[index] as number)).slice(0, 5);
  return found(by, {
    object: group.object,
    id: group.id,
    ...(group.partner !== undefined && { partner: group.partner }),
    score,
    currency: group.currency,
    evidence: [
      { object: group.object, id: group.id, facts },
      ...odd.map((id) => ({ object, id, facts: {} }) as const),
    ],
  });
}
