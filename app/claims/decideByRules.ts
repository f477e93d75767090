import { answerMoves } from '../../core/claim/claimDeeds.ts';
import { systemActor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, Tx } from '../ports.ts';
import { grantClaim } from './grantClaim.ts';
import { lockedClaim } from './lockedClaim.ts';
import { matchSentClaim } from './matchSentClaim.ts';

/**
 * Decides on a claim of a partner what the rules of its company decide at once, where that had to wait until somebody had looked
 * at it. What a person has said meanwhile counts.
 */
export async function decideByRules(ports: Ports, tx: Tx, id: string): Promise<void> {
  const locked = await lockedClaim(tx, id);
  if (!locked.ok || locked.value.claim.claimant !== 'partner') return;
  const { claim, standings } = locked.value;
  const isUntouched = standings.every(({ claimed, amounts }) => amounts.undecided === claimed);
  const rule = await tx.claims.rule(claim.company, claim.currency);
  const stored = await tx.agreements.knownAt(claim.agreement, await tx.batches.last());
  if (!isUntouched || rule === undefined || stored === undefined) return;
  const { decisions, note } = await matchSentClaim(tx, stored, claim, rule);
  if (decisions.length === 0) return;
  const moves = answerMoves(claim, standings, decisions);
  if (!moves.ok) throw new Error(`Fault: a decision of ours does not fit: ${moves.refusals[0]?.code}`);
  const day = await businessDay(tx, ports.clock);
  const actor = systemActor('claims');
  await grantClaim(ports, tx, locked.value, { kind: 'answered', actor, day, moves: moves.value, note });
}
