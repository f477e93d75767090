/** Digits that are read or typed for letters, and the other way. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5', b: '8', z: '2' };
const COPY = /(?:copy|dup|duplicate|r|a|b|x|rev)\d?$/u;

export type NumberLikeness = 'same' | 'spelled' | 'swapped' | 'slip' | 'suffix';

/** A number of a document without width, case, separators and leading zeros, lookalikes beside digits taken for digits. */
export function foldedNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const joined = plain.replace(/(?<!\d)0+(?=\d)/g, '').replace(/ /g, '');
  return joined.replace(/(?<=\d)[oilsbz]|[oilsbz](?=\d)/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/**
 * How two numbers of documents are alike, if they are. Another digit is another document and no likeness; two neighbours swapped, one
 * sign left out or typed twice, and a letter behind the number are slips.
 */
export function numberLikeness(a: string, b: string): NumberLikeness | undefined {
  if (a === b) return 'same';
  const [one, other] = [foldedNumber(a), foldedNumber(b)];
  if (one === other) return one === '' ? undefined : 'spelled';
  if (one.length >= 4 && one.length === other.length) return isSwap(one, other) ? 'swapped' : undefined;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const rest = long.slice(short.length);
  if (short.length >= 3 && long.startsWith(short) && COPY.test(rest) && rest.replace(COPY, '') === '')
    return 'suffix';
  return short.length >= 3 && long.length === short.length + 1 && isSlip(short, long) ? 'slip' : undefined;
}

/** One sign of the longer one is not in the shorter one. A sign more at the end makes another number: the eleventh is not the first. */
function isSlip(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return at < short.length && short.slice(at) === long.slice(at + 1);
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((sign, index) => sign !== b[index]);
  return (
    a[at] === b[at + 1] && a[at + 1] === b[at] && at + 1 < a.length && a.slice(at + 2) === b.slice(at + 2)
  );
}
