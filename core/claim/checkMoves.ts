import { moneyText } from '../money/money.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { amountAt, type LineStanding, type Move, type Place, placeKey } from './standing.ts';

/**
 * Whether each place has what is taken from it: from none more than is there, and nothing from a
 * line that is not there.
 * Refuses: claim-line-not-found (line), claim-amount-beyond (line, position, available, asked).
 */
export function checkMoves(
  standings: readonly LineStanding[],
  moves: readonly Move[],
  currency: string,
): Refusal[] {
  const taken = new Map<string, { readonly line: number; readonly from: Place; minor: bigint }>();
  for (const { line, from, minor } of moves) {
    const key = `${line} ${placeKey(from)}`;
    const entry = taken.get(key) ?? { line, from, minor: 0n };
    entry.minor += minor;
    taken.set(key, entry);
  }
  const text = (minor: bigint) => moneyText({ minor, currency });
  return [...taken.values()].flatMap(({ line, from, minor }) => {
    const at = `lines[${line}]`;
    const standing = standings.find((entry) => entry.line === line);
    if (standing === undefined) return [refuse('claim-line-not-found', at, { line: String(line) })];
    const there = amountAt(standing, from);
    if (isWithin(minor, there)) return [];
    const facts = {
      line: String(line),
      position: from.position,
      ...(from.reason !== undefined && { claimReason: from.reason }),
      available: text(there),
      asked: text(minor),
    };
    return [refuse('claim-amount-beyond', at, facts)];
  });
}

/** Between nothing and all of it, on whichever side of zero it is. */
function isWithin(minor: bigint, there: bigint): boolean {
  return there >= 0n ? minor >= 0n && minor <= there : minor <= 0n && minor >= there;
}
