import type { LineStanding, Move } from './standing.ts';

/** The lines of a claim that are on one account, and what payments have already received of each. Units: minor. */
export type PaidClaim = {
  readonly standings: readonly LineStanding[];
  readonly byPayment: ReadonlyMap<number, bigint>;
};

type Part = { readonly claim: number; readonly line: number; readonly minor: bigint };

/**
 * What is received of the claims on an account, once so much of the account is paid: paid less received
 * goes from accepted to received, the claim that was sent first before the others; what payments
 * received beyond what is still paid is accepted again, the last one first. Shape: the moves of each
 * claim, in the order of the claims. Units: minor.
 * Law: never more is received than is paid and granted; nothing but what was granted is received.
 */
export function paidMoves(claims: readonly PaidClaim[], paid: bigint): readonly (readonly Move[])[] {
  const all = claims.flatMap(({ standings }) => standings);
  const delta = all.reduce((left, { amounts }) => left - amounts.received, paid);
  const parts = claims.flatMap(({ standings, byPayment }, claim) =>
    standings.map(({ line, amounts }) => ({
      claim,
      line,
      minor: delta > 0n ? amounts.accepted : (byPayment.get(line) ?? 0n),
    })),
  );
  const places = [{ position: 'accepted' }, { position: 'received' }] as const;
  const [from, to] = delta > 0n ? places : [places[1], places[0]];
  const taken = delta > 0n ? taking(parts, delta) : taking(parts.reverse(), -delta);
  return claims.map((_, index) =>
    taken.flatMap(({ claim, line, minor }) => (claim === index ? [{ line, from, to, minor }] : [])),
  );
}

/** All of it where that is no more than asked; else one part after the other, and no credit before all is there. */
function taking(parts: readonly Part[], asked: bigint): readonly Part[] {
  const total = parts.reduce((sum, { minor }) => sum + minor, 0n);
  if (asked > 0n && total <= asked) return parts.filter(({ minor }) => minor !== 0n);
  let left = asked;
  return parts.flatMap((part) => {
    if (left === 0n || part.minor <= 0n) return [];
    const isAll = part.minor <= left;
    const minor = isAll ? part.minor : left;
    left -= minor;
    return [{ ...part, minor }];
  });
}
