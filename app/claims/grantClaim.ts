import type { Move } from '../../core/claim/standing.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { BookingAccount, Ports, Tx } from '../ports.ts';
import { claimNotHeld } from '../trust/holdsOn.ts';
import {
  type ClaimDeed,
  type ClaimState,
  type LockedClaim,
  lockedClaim,
  writeClaimDeed,
} from './lockedClaim.ts';
import { receivePaid } from './receivePaid.ts';

/** A partner's claim on hold is granted in no part. Refuses: claim-held, scan-awaited. */
export async function mayGrant(
  tx: Tx,
  { claim }: LockedClaim,
  moves: readonly Move[],
): Promise<Result<true>> {
  const isGranted = claim.claimant === 'partner' && moves.some(({ to }) => to.position === 'accepted');
  return isGranted ? claimNotHeld(tx, claim) : accept(true);
}

/**
 * Writes what was said to a claim. What it grants a partner on an account that is paid already, as when
 * silence grants it after the day, is received at once: no payment comes for it any more.
 */
export async function grantClaim(
  ports: Ports,
  tx: Tx,
  locked: LockedClaim,
  deed: ClaimDeed,
): Promise<ClaimState> {
  const state = await writeClaimDeed(ports, tx, locked, deed);
  const accounts = grantedAccounts(locked, deed);
  if (accounts.length === 0) return state;
  const { id } = locked.claim;
  const { day, actor } = deed;
  await receivePaid(ports, tx, accounts, { by: `claim ${id}`, day, actor });
  const after = await lockedClaim(tx, id);
  if (!after.ok) throw new Error(`Fault: the claim ${id} is gone`);
  return { claim: after.value.claim, event: state.event, standings: after.value.standings };
}

function grantedAccounts({ claim }: LockedClaim, { moves }: ClaimDeed): BookingAccount[] {
  if (claim.claimant !== 'partner') return [];
  const granted = new Set(moves.flatMap(({ line, to }) => (to.position === 'accepted' ? [line] : [])));
  const { agreement, company, currency } = claim;
  return claim.lines
    .filter(({ number }) => granted.has(number))
    .map(({ term, participant: partner, window }) => ({
      ...{ agreement, term, partner, window, currency, company },
      kind: 'paid',
    }));
}
