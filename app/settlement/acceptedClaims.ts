import type { LocalDate } from '../../core/calendar/localDate.ts';
import { standingOf } from '../../core/claim/standing.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Tx } from '../ports.ts';
import { keyOf } from './settleableAgreement.ts';

/** How many claims of one agreement are read at once. */
const PAGE = 1000;

/**
 * What partners have claimed on an agreement and we have accepted, by account; silence counts as
 * what the claim says it means. What was received counts on: it was accepted before. Units: minor.
 */
export async function acceptedClaims(
  tx: Tx,
  agreement: string,
  today: LocalDate,
): Promise<ReadonlyMap<string, bigint>> {
  const accepted = new Map<string, bigint>();
  const held = new Set(
    (await tx.trust.holds()).flatMap(({ subject }) => (subject.object === 'claim' ? subject.id : [])),
  );
  for (let after: string | undefined; ; ) {
    const filter = { agreement, claimant: 'partner', limit: PAGE, ...(after && { after }) } as const;
    const claims = await tx.claims.page(filter);
    const moves = await tx.claims.moves(claims.map(({ id }) => id));
    for (const claim of claims) {
      const { answer } = claim;
      const isSilent =
        answer !== undefined && answer.silence === 'accepts' && answer.by < today && !held.has(claim.id);
      for (const { line, amounts } of standingOf(claim.lines, moves.get(claim.id) ?? [])) {
        const key = keyOfLine(claim, line);
        const granted = amounts.accepted + amounts.received + (isSilent ? amounts.undecided : 0n);
        accepted.set(key, (accepted.get(key) ?? 0n) + granted);
      }
    }
    after = claims.at(-1)?.id;
    if (claims.length < PAGE) return accepted;
  }
}

/** What we have claimed on an agreement, less what was given up since, by account. Units: minor. */
export async function claimedByUs(tx: Tx, agreement: string): Promise<ReadonlyMap<string, bigint>> {
  const claimed = new Map<string, bigint>();
  for (const { claimant, minor, refused, ...line } of await tx.claims.claimedOn(agreement)) {
    if (claimant !== 'us') continue;
    const key = keyOf({ ...line, agreement });
    claimed.set(key, (claimed.get(key) ?? 0n) + minor - refused);
  }
  return claimed;
}

function keyOfLine({ id, agreement, currency, lines }: StoredClaim, number: number): string {
  const line = lines.find((candidate) => candidate.number === number);
  if (line === undefined) throw new Error(`Fault: claim ${id} has no line ${number}`);
  const { term, participant, window } = line;
  return keyOf({ agreement, term, participant, window, currency });
}
