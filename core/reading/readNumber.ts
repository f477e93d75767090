import { plainCharacters } from './plainCharacters.ts';

/**
 * How the numbers of a column are written, each format named by how it writes one and a bit more
 * than a thousand: `1234.56` allows no grouping, `1,234.56` has a decimal point and `1.234,56` a
 * decimal comma. The latter two are also grouped by spaces or apostrophes, or not at all.
 */
export const NUMBER_FORMATS = ['1234.56', '1,234.56', '1.234,56'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** Numbers that stand in a text: what can be told apart by looking at a column. */
export const WRITTEN_NUMBERS = ['1,234.56', '1.234,56'] as const;

/** A minus in front or behind, or brackets around it; a plus in front. Never two of them. */
const SIGNED = /^(?:([-+]) ?)?([0-9.,'’ ]+?)( ?-)?$/;
const BRACKETED = /^\( ?([0-9.,'’ ]+?) ?\)$/;

const PLAIN = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const GROUPED: Readonly<Record<'.' | ',', RegExp>> = {
  '.': /^(\d+|[1-9]\d{0,2}(?:([,'’ ])\d{3})(?:\2\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})?(?:\.(\d+))?$/,
  ',': /^(\d+|[1-9]\d{0,2}(?:([.'’ ])\d{3})(?:\2\d{3})*)?(?:,(\d+))?$/,
};

/** Longer than any number of a fact may be, with its grouping. */
const LENGTH_MAX = 200;

/**
 * A written number as plain decimal text (`-1234.56`), or undefined where the format does not read
 * it. A number with an exponent is not read: a spreadsheet has rounded it when it was written.
 * Units: those of the text; `affix` is the sign that every number of the column bears, such as "€".
 */
export function readNumber(text: string, format: NumberFormat, affix = ''): string | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const plain = plainCharacters(text);
  const bare = affix === '' ? plain : withoutAffix(plain, plainCharacters(affix));
  if (bare === undefined) return undefined;
  const bracketed = BRACKETED.exec(bare)?.[1];
  if (bracketed !== undefined) return signed('-', digitsOf(bracketed, format));
  const [, before, digits, after] = SIGNED.exec(bare) ?? [];
  if (digits === undefined || (before !== undefined && after !== undefined)) return undefined;
  return signed(before === '-' || after !== undefined ? '-' : '', digitsOf(digits, format));
}

function signed(sign: '-' | '', digits: string | undefined): string | undefined {
  return digits === undefined ? undefined : `${sign}${digits}`;
}

function digitsOf(text: string, format: NumberFormat): string | undefined {
  if (format === '1234.56') return PLAIN.test(text) ? text.replace(/^\./, '0.') : undefined;
  const match = GROUPED[format === '1,234.56' ? '.' : ','].exec(text);
  if (match === null) return undefined;
  const [, whole = '', , places] = match;
  if (whole === '' && places === undefined) return undefined;
  const digits = whole.replace(/\D/g, '') || '0';
  return places === undefined ? digits : `${digits}.${places}`;
}

/** Where a number is written with a sign or a unit: what is left of it without. */
function withoutAffix(text: string, affix: string): string | undefined {
  const at = text.indexOf(affix);
  if (at < 0 || text.includes(affix, at + affix.length)) return undefined;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + affix.length).trimStart();
  if (before !== '' && after !== '' && !/^[-+(]$/.test(before) && !/^[-)]$/.test(after)) return undefined;
  return `${before}${after}`;
}

const AFFIX =
  /^[-+(]? ?([^\d\s.,'’()+-]{1,5}(?: [^\d\s.,'’()+-]{1,5})?)? ?[-+(]?[\d.,'’ ]+[-)]? ?([^\d\s.,'’()+-]{1,5})?[-)]?$/u;

/** The sign or unit that a number is written with, before or behind it; nothing where there is none. */
export function affixOf(text: string): string {
  const match = text.length > LENGTH_MAX ? null : AFFIX.exec(plainCharacters(text));
  const [, before, after] = match ?? [];
  return before !== undefined && after !== undefined ? '' : (before ?? after ?? '');
}
