import { type Line, lineKey } from '../fact/line.ts';
import { multiply, rational } from '../number/rational.ts';
import type { Match } from '../plan/matchLine.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { Contribution } from './contribution.ts';

/** A counted line with what it adds, and its place in the two orders of business. */
export function contributionOf(line: Line, match: Extract<Match, { state: 'counted' }>): Contribution {
  const key = lineKey(line);
  const order = orderOf(line, match.placedOn, key);
  return {
    key,
    line,
    partner: line.partner,
    placedOn: match.placedOn,
    order,
    arrival: joinKey(arrivalOf(line), order),
    addends: match.hits.map(({ slot, pays, bucket, pool, amount, scale, factor }) => ({
      slot,
      pays,
      bucket,
      pool,
      value: multiply(rational(amount, 10n ** BigInt(scale)), factor),
    })),
  };
}

/** Day, document, line; a return that acts on the day of its original stands right behind it. */
function orderOf(line: Line, placedOn: number, key: string): string {
  const original = line.original?.dates && isAtOriginal(line, placedOn) ? line.original : undefined;
  const document = original?.document ?? line.document;
  const number = original?.line ?? line.line;
  return joinKey(dayKey(placedOn), document, number, original === undefined ? '' : key, line.source);
}

function isAtOriginal(line: Line, placedOn: number): boolean {
  return Object.values(line.original?.dates ?? {}).includes(placedOn);
}

/** A return frees and fills a limit at the place of its original, also in the order of arrival. */
function arrivalOf({ original, batch, knownOn }: Line): string {
  const known = original ?? { batch, knownOn };
  return joinKey(String(known.batch).padStart(16, '0'), dayKey(known.knownOn ?? 0));
}
