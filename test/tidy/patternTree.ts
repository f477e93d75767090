/** What a regular expression says, as far as it matters how often something can come again. */
export type Pattern =
  /** One character, as the expression says which: a letter, a class, a dot. */
  | { readonly is: 'one'; readonly text: string }
  | { readonly is: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly is: 'repeat'; readonly of: Pattern; readonly least: number; readonly most: number }
  /** Takes no character: an end, or what has to stand before or behind, as the sign says. */
  | { readonly is: 'place'; readonly sign: string; readonly of: Pattern };

const GROUP = /\((?:\?(?:<[A-Za-z]\w*>|[:=!]|<[=!]|[a-z-]+:))?/y;
const ESCAPED = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|k<\w+>|[1-9]|.)/sy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
export const NOTHING: Pattern = { is: 'sequence', parts: [] };

/** Reads the text between the slashes; with the flag `v` classes stand inside of each other. */
export function patternTree(text: string, flags: string): Pattern {
  let at = 0;
  const take = (expected: RegExp) => {
    expected.lastIndex = at;
    const found = expected.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  const choice = (): Pattern => {
    const parts: Pattern[] = [sequence()];
    while (text[at] === '|') {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] as Pattern) : { is: 'choice', parts };
  };
  const sequence = (): Pattern => {
    const parts: Pattern[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') parts.push(repeated(atom()));
    return parts.length === 1 ? (parts[0] as Pattern) : { is: 'sequence', parts };
  };
  const repeated = (of: Pattern): Pattern => {
    const found = take(QUANTIFIER);
    if (found === null) return of;
    const [sign = '', count, comma, end] = found;
    if (count === undefined) return { is: 'repeat', of, ...SIGNS[sign[0] as keyof typeof SIGNS] };
    const most = comma === '' ? count : end;
    return { is: 'repeat', of, least: Number(count), most: most === '' ? Infinity : Number(most) };
  };
  const atom = (): Pattern => {
    const group = take(GROUP)?.[0];
    if (group !== undefined) {
      const of = choice();
      at += 1;
      return /[=!]$/.test(group) ? { is: 'place', sign: group, of } : of;
    }
    if (text[at] === '[') return { is: 'one', text: characterClass() };
    const escaped = take(ESCAPED)?.[0];
    if (escaped !== undefined) return escapedAtom(escaped);
    const sign = String.fromCodePoint(text.codePointAt(at) as number);
    at += sign.length;
    return '^$'.includes(sign) ? { is: 'place', sign, of: NOTHING } : { is: 'one', text: sign };
  };
  const characterClass = (): string => {
    const from = at;
    let depth = 0;
    do {
      if (text[at] === '\\') at += 1;
      else if (text[at] === '[' && (depth === 0 || flags.includes('v'))) depth += 1;
      else if (text[at] === ']') depth -= 1;
      at += 1;
    } while (depth > 0);
    return text.slice(from, at);
  };
  return choice();
}

const SIGNS = {
  '*': { least: 0, most: Infinity },
  '+': { least: 1, most: Infinity },
  '?': { least: 0, most: 1 },
} as const;

/** What was found before may be anything. */
function escapedAtom(text: string): Pattern {
  if (/^\\[bB]$/.test(text)) return { is: 'place', sign: text, of: NOTHING };
  return { is: 'one', text: /^\\(?:k|[1-9])/.test(text) ? '[^]' : text };
}
