import type { Text } from './texts.ts';

/**
 * What is remembered as the language of who looks for texts that are not translated, or have too little room: English, longer, with
 * accents and between brackets. Everything without brackets is a fact, a sentence of the server, or a fault.
 */
export const PSEUDO = 'en-XA';

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', d: 'đ', e: 'é', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', n: 'ñ', o: 'ó' },
  ...{ r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', w: 'ŵ', y: 'ý', z: 'ž', A: 'Á', C: 'Ç', D: 'Đ', E: 'É', G: 'Ĝ' },
  ...{ H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ', N: 'Ñ', O: 'Ó', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', W: 'Ŵ' },
  ...{ Y: 'Ý', Z: 'Ž' },
};

/** Short texts grow most in other languages. */
const SHORT = 12;

/** A text of a catalogue as it would be in a language that needs more room. */
export function pseudoText(text: Text): Text {
  return typeof text === 'string' ? pseudo(text) : { one: pseudo(text.one), other: pseudo(text.other) };
}

/** Each piece between the places of facts is in brackets of its own, so that the facts stand outside. */
function pseudo(text: string): string {
  return text.replaceAll(/\{\w+\}|[^{]+/g, (piece) => {
    if (piece.startsWith('{') || !/\p{L}/u.test(piece)) return piece;
    const words = piece.trim();
    const [before = '', after = ''] = piece.split(words);
    const room = words.length * (words.length <= SHORT ? 0.8 : 0.35);
    const longer = [...words].map((letter) => ACCENTED[letter] ?? letter).join('');
    return `${before}⟦${longer}${' ~'.repeat(Math.ceil(room / 2))}⟧${after}`;
  });
}
