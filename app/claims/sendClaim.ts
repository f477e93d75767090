import { type Claim, type Claimant, claimedMinor } from '../../core/claim/claim.ts';
import { moneyText } from '../../core/money/money.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { ClaimedLine, StoredClaim } from '../ports/claimStore.ts';
import type { Ports, Tx } from '../ports.ts';

/** How many claims of a claimant there are among the lines of an agreement. */
export function claimsAmong(lines: readonly ClaimedLine[], claimant: Claimant): number {
  return new Set(lines.filter((line) => line.claimant === claimant).map(({ claim }) => claim)).size;
}

/**
 * Writes a claim as it is sent, and the audit row, in the transaction of the deed. `number` is the next one of
 * its claimant on the agreement, by the same look at the claims before by which its amounts were found: of two
 * who looked at the same, the database lets one through.
 */
export async function sendClaim(
  ports: Ports,
  tx: Tx,
  claim: Claim & { readonly run?: number },
  { number, actor }: { readonly number: number; readonly actor: Actor },
): Promise<StoredClaim> {
  const { reference, partner, agreement, currency, sentOn: day, run } = claim;
  await tx.claims.send(claim, { number, actor: actorText(actor), at: ports.clock.now() });
  const amount = moneyText({ minor: claimedMinor(claim), currency });
  const body = { reference, partner, agreement, day, ...(run !== undefined && { run }), amount };
  await auditDeed(ports, tx, { actor, action: 'claim.sent', object: claim.id, body });
  return { ...claim, lastEvent: 0 };
}
