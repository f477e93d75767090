import { type Line, lineKey, type OriginalLine } from '../fact/line.ts';
import { powerOfTen } from '../number/decimal.ts';
import { multiply, rational } from '../number/rational.ts';
import type { Match } from '../plan/matchLine.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { Addend, Contribution } from './contribution.ts';

/** A counted line with what it adds, and its place in the two orders of business. */
export function contributionOf(line: Line, match: Extract<Match, { state: 'counted' }>): Contribution {
  const addends = match.hits.map(({ slot, pays, bucket, pool, amount, scale, factor }) => ({
    slot,
    pays,
    bucket,
    pool,
    value: multiply(rational(amount, powerOfTen(scale)), factor),
  }));
  return contributionWith(line, match, addends);
}

/** The same where it is known already what the line adds. */
export function contributionWith(
  line: Line,
  { placedOn, isOriginal }: Pick<Contribution, 'placedOn' | 'isOriginal'>,
  addends: readonly Addend[],
): Contribution {
  const key = lineKey(line);
  const original = isOriginal ? line.original : undefined;
  const order = orderOf(line, placedOn, original, key);
  const arrival = joinKey(arrivalOf(line, original), order);
  return { key, line, partner: line.partner, placedOn, isOriginal, order, arrival, addends };
}

/** Day, document, line; a return that acts at the place of its original stands right behind it. */
function orderOf(line: Line, placedOn: number, original: OriginalLine | undefined, key: string): string {
  const document = original?.document ?? line.document;
  const number = original?.line ?? line.line;
  return joinKey(dayKey(placedOn), document, number, original === undefined ? '' : key, line.source);
}

/** A return frees and fills a limit at the place of its original, also in the order of arrival. */
function arrivalOf(line: Line, original: OriginalLine | undefined): string {
  const { batch, knownOn } = original ?? line;
  return joinKey(String(batch).padStart(16, '0'), dayKey(knownOn ?? 0));
}
