/** What JSON can hold. Numbers are refused outside of safe integers: amounts are decimal strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 canonical JSON: no white space, members sorted by UTF-16 code units. Text is brought
 * to NFC before that, so that one word typed in two ways gives the same bytes.
 * Shape: numbers must be safe integers, so that no float can slip in; text must be well-formed
 * (RFC 8785 3.2.2.2); two names must not become one by NFC. Each is a fault otherwise.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`Fault: ${value} is not a safe integer`);
    return String(value);
  }
  if (typeof value === 'string') return quoted(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${members(value).join(',')}}`;
}

function members(value: { readonly [key: string]: Json }): string[] {
  const keys = Object.keys(value);
  if (keys.every(isPlain)) return keys.sort().map((key) => `"${key}":${canonicalJson(value[key] as Json)}`);
  return namedMembers(value);
}

/** Names that are typed in one way may be the same ones as names that are typed in another. */
function namedMembers(value: { readonly [key: string]: Json }): string[] {
  const named = Object.keys(value).map((key) => ({ key, name: key.normalize('NFC') }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return named.map(({ key, name }, index) => {
    if (name === named[index + 1]?.name) throw new Error(`Fault: two members become ${name}`);
    return `${quoted(name)}:${canonicalJson(value[key] as Json)}`;
  });
}

/** Printable ASCII but quote and backslash: it is what it is, in every form of text. */
const PLAIN = /^[ !#-[\]-~]*$/;
const isPlain = (text: string) => PLAIN.test(text);

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new Error('Fault: text with half a surrogate pair');
  return JSON.stringify(text.normalize('NFC'));
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
