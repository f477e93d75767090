import { type Decimal, formatDecimal } from '../number/decimal.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import type { Line } from './line.ts';

type Added = 'revision' | 'batch' | 'knownOn' | 'original' | 'correction';

/** What a sender says of a line, in the order of canonical JSON; a field that the list lacks does not compile. */
const SAID_FIELDS = Object.keys({
  attributes: 0,
  company: 0,
  contractPrice: 0,
  correctionOf: 0,
  currency: 0,
  dates: 0,
  discounts: 0,
  document: 0,
  endCustomer: 0,
  grossValue: 0,
  kind: 0,
  line: 0,
  listPrice: 0,
  netValue: 0,
  numbers: 0,
  partner: 0,
  product: 0,
  quantities: 0,
  returnOf: 0,
  side: 0,
  source: 0,
  takenOverFrom: 0,
  taxCode: 0,
  taxRate: 0,
  unit: 0,
  unitCost: 0,
  unitPrice: 0,
} satisfies { readonly [field in Exclude<keyof Line, Added>]-?: 0 }).sort() as readonly (keyof Line)[];

/**
 * What the sender said of a line, as one text: two rows of one identity with the same content
 * are one revision. What we add (revision, batch, known day, the original, what was
 * corrected) is no part of it. "12.50" and "12.5" are the same content. An absent field leaves no trace, so that a field
 * which the format gains later changes no old content.
 */
export function lineContent(line: Line): string {
  let content = '';
  for (const field of SAID_FIELDS) {
    const value = line[field];
    if (value !== undefined) content += `,"${field}":${contentOf(value)}`;
  }
  return `{${content.slice(1)}}`;
}

function contentOf(value: unknown): string {
  if (isDecimal(value)) return `"${shortest(value)}"`;
  return canonicalJson(typeof value === 'object' ? plain(value) : (value as Json));
}

function plain(value: unknown): Json {
  if (isDecimal(value)) return shortest(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  const members: Record<string, Json> = {};
  for (const name in value) {
    const member: unknown = value[name as keyof typeof value];
    if (member !== undefined) members[name] = plain(member);
  }
  return members;
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && 'digits' in value && typeof value.digits === 'bigint';
}

/** Without zeros at the end of its places. */
function shortest(value: Decimal): string {
  const text = formatDecimal(value);
  if (value.scale === 0) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
}

const [ZERO, POINT] = [0x30, 0x2e];
