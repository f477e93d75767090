import { claimTotals, openMinor, standingOf } from '../../core/claim/standing.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Tx } from '../ports.ts';
import type { DutyQuestion, WaitingDuty } from './duty.ts';

/** Claims come by the page, the oldest first; so many of them are looked through. */
const PAGE_ROWS = 500;
const PAGES_MAX = 20;

/** What of our claims is disputed or late, by currency: what others dispute of what we owe is not ours to lose. Units: minor. */
export type AtRisk = ReadonlyMap<string, bigint>;

/** Claims that wait for our answer, disputes, claims of ours that are late; and what of it is at risk. */
export async function claimDuties({
  tx,
  caller,
  day,
}: DutyQuestion): Promise<{ readonly duties: readonly WaitingDuty[]; readonly atRisk: AtRisk }> {
  const atRisk = new Map<string, bigint>();
  const duties: WaitingDuty[] = [];
  if (!caller.scopes.has('claims:read')) return { duties, atRisk };
  const isMine = caller.scopes.has('claims:write');
  for await (const claims of pages(tx)) {
    const moves = await tx.claims.moves(
      claims.map(({ id }) => id),
      undefined,
    );
    for (const claim of claims) {
      const standings = standingOf(claim.lines, moves.get(claim.id) ?? []);
      const { undecided, disputed } = claimTotals(standings);
      const open = openMinor(standings);
      const isOurs = claim.claimant === 'us';
      const isLate = isOurs && open > 0n && claim.dueOn < day;
      const risk = isLate ? open : isOurs ? disputed : 0n;
      if (risk !== 0n) atRisk.set(claim.currency, (atRisk.get(claim.currency) ?? 0n) + risk);
      if (!isOurs && undecided !== 0n) {
        duties.push({ ...dutyOf(claim, 'claimToAnswer', undecided), isMine });
      }
      if (disputed !== 0n) duties.push({ ...dutyOf(claim, 'dispute', disputed), isMine });
      else if (isLate) duties.push({ ...dutyOf(claim, 'claimLate', open), isMine });
    }
  }
  return { duties, atRisk };
}

async function* pages(tx: Tx): AsyncGenerator<readonly StoredClaim[]> {
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const claims = await tx.claims.page({ limit: PAGE_ROWS, ...(after !== undefined && { after }) });
    if (claims.length > 0) yield claims;
    if (claims.length < PAGE_ROWS) return;
    after = claims.at(-1)?.id;
  }
}

function dutyOf(claim: StoredClaim, kind: WaitingDuty['kind'], minor: bigint) {
  const { id, reference, agreement, partner, currency, sentOn, dueOn, answer } = claim;
  const due = kind === 'claimToAnswer' ? answer?.by : dueOn;
  return {
    ...{ kind, id, about: reference, agreement, partner, amount: { minor, currency } },
    sinceDay: sentOn,
    ...(due !== undefined && { due }),
  };
}
