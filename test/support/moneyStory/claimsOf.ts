import { listClaims } from '../../../app/claims/showClaims.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { MoneyStory } from './openStory.ts';
import type { Row } from './storyPage.ts';

/** What partners have claimed by reference, each claim with the amounts of its positions, without those that hold nothing. */
export async function claimsOf({ ports, tenant }: MoneyStory): Promise<readonly Row[]> {
  const { rows } = await listClaims(ports, tenant, { claimant: 'partner', limit: 100 });
  const claims = rows.map(({ claim, totals }) => ({
    claim: claim.reference,
    ...Object.fromEntries(
      Object.entries(totals)
        .filter(([, minor]) => minor !== 0n)
        .map(([position, minor]) => [position, moneyText({ minor, currency: claim.currency })]),
    ),
  }));
  return claims.sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
