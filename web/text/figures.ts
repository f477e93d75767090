/** Places shown of a fraction that does not end, as in the sentences of the server. */
const CUT_PLACES = 6;

/** Places of percent points where there is little room. */
const PERCENT_PLACES = 2;

/** The most that browsers show; what we get has fewer. */
const ALL_PLACES = 20;

/**
 * A decimal text, or a fraction "n/d", as people of a locale write it. Nothing is rounded: a
 * decimal keeps its places unless there is room for fewer, a fraction is cut. What is cut is cut
 * towards zero and says so with an ellipsis.
 */
export function figureText(
  exact: string,
  locale: string,
  options: Intl.NumberFormatOptions = {},
  room: number = exact.includes('/') ? CUT_PLACES : ALL_PLACES,
): string {
  const { text, isCut } = cut(exact, room);
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: ALL_PLACES,
    ...options,
    ...(isCut && { minimumFractionDigits: room }),
  });
  const parts = format.formatToParts(text as Intl.StringNumericLiteral);
  const last = isCut ? parts.findLastIndex(({ type }) => type === 'fraction' || type === 'integer') : -1;
  return parts.map(({ value }, index) => (index === last ? `${value}…` : value)).join('');
}

/** The figure of an amount, with at least the places that its currency has. */
export function moneyFigure(
  exact: string,
  currency: string,
  locale: string,
  options: Intl.NumberFormatOptions = {},
): string {
  return figureText(exact, locale, { minimumFractionDigits: currencyPlaces(currency), ...options });
}

/** An amount with the code of its currency, for sentences. */
export function moneyText(exact: string, currency: string, locale: string): string {
  return moneyFigure(exact, currency, locale, codeStyle(currency));
}

/**
 * The same in the places of the currency, to be read beside an explanation that has all of them: what is missing goes up and
 * what is reached goes down, so that nobody reads a tier as reached that is not.
 */
export function shortMoneyText(exact: string, currency: string, locale: string, goes: 'up' | 'down'): string {
  return figureText(shortened(exact, currencyPlaces(currency), goes), locale, codeStyle(currency));
}

/** The same of percent points. */
export function shortPercentText(points: string, locale: string, goes: 'up' | 'down'): string {
  return percentText(shortened(points, PERCENT_PLACES, goes), locale);
}

function shortened(exact: string, places: number, goes: 'up' | 'down'): string {
  const { text, isCut } = cut(exact, places);
  return isCut && goes === 'up' ? decimalText(scaled(exact, places) + 1n, places) : text;
}

/** Percent points: "2.75" is 2.75 %. */
export function percentText(points: string, locale: string): string {
  return figureText(points, locale, { style: 'unit', unit: 'percent' });
}

/** A figure as somebody has typed it, without what only parts its digits. */
export function typedFigure(text: string): string {
  return text.replaceAll(/[\s,，]/g, '');
}

/** The exact sum of decimal texts; undefined where one of them is a fraction that does not end. */
export function sumText(texts: readonly string[]): string | undefined {
  if (texts.some((text) => text.includes('/'))) return undefined;
  const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
  const sum = texts.reduce((total, text) => total + scaled(text, places), 0n);
  return decimalText(sum, places);
}

/** Whether two decimal texts are the same number. */
export function isSameFigure(a: string, b: string): boolean {
  return sumText([a]) === undefined || sumText([b]) === undefined
    ? a === b
    : scaled(a, ALL_PLACES) === scaled(b, ALL_PLACES);
}

/** A decimal text or fraction in units of 10^-places, cut towards zero. */
export function scaled(exact: string, places: number): bigint {
  const [numerator = '0', denominator] = exact.split('/');
  if (denominator !== undefined) return (BigInt(numerator) * 10n ** BigInt(places)) / BigInt(denominator);
  const [whole = '0', fraction = ''] = numerator.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return numerator.startsWith('-') ? -digits : digits;
}

/** The first places of a number, cut towards zero, and whether anything was left out. */
function cut(exact: string, places: number): { readonly text: string; readonly isCut: boolean } {
  const digits = scaled(exact, places);
  const isNegative = exact.startsWith('-');
  const text = `${isNegative ? '-' : ''}${decimalText(isNegative ? -digits : digits, places)}`;
  return { text, isCut: exact.includes('/') || !isSameFigure(text, exact) };
}

function decimalText(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const split = text.length - places;
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, split)}.${text.slice(split)}`;
}

function codeStyle(currency: string): Intl.NumberFormatOptions {
  const minimumFractionDigits = currencyPlaces(currency);
  return { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits };
}

/** How many places the minor unit of a currency makes. */
function currencyPlaces(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().minimumFractionDigits ?? 0;
}
