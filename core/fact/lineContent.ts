import { type Decimal, formatDecimal, trimDecimal } from '../number/decimal.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import type { Line } from './line.ts';

/**
 * What the sender said of a line, as one text: two rows of one identity with the same content
 * are one revision. What we add (revision, batch, known day, the original, what was
 * corrected) is no part of it. "12.50" and "12.5" are the same content. An absent field leaves no trace, so that a field
 * which the format gains later changes no old content.
 */
export function lineContent(line: Line): string {
  const { revision: _, batch: __, knownOn: ___, original: ____, correction: _____, ...said } = line;
  return canonicalJson(plain(said));
}

function plain(value: unknown): Json {
  if (isDecimal(value)) return formatDecimal(trimDecimal(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  const members: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) members[name] = plain(member);
  }
  return members;
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && 'digits' in value && typeof value.digits === 'bigint';
}
