const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/** No number of a file is larger or smaller: what goes beyond is none that money or goods have. */
const EXPONENT_MAX = 400;

/**
 * A number as programs write it (`1.5E-3`) as plain decimal text, exactly. With `significant`, a
 * number with places that has more digits than that is rounded to so many, half away from zero: a
 * spreadsheet calculates in binary and shows 15, so that its 0.30000000000000004 is meant as 0.3.
 * Whole numbers are kept digit by digit: they may be the numbers of documents.
 */
export function exactDecimal(text: string, significant?: number): string | undefined {
  const [, sign = '', whole = '', places = '', exponentText = '0'] = NUMBER.exec(text) ?? [];
  const exponent = +exponentText;
  if (whole === '' || Math.abs(exponent) > EXPONENT_MAX) return undefined;
  const isWhole = places === '' && exponent === 0;
  const digits = `${whole}${places}`.replace(/^0+(?=\d)/, '');
  const scale = places.length - exponent;
  const kept = isWhole || significant === undefined ? { digits, scale } : rounded(digits, scale, significant);
  return written(sign, kept.digits, kept.scale, significant !== undefined);
}

function rounded(digits: string, scale: number, significant: number): { digits: string; scale: number } {
  const surplus = digits.length - significant;
  if (surplus <= 0) return { digits, scale };
  const kept = BigInt(digits.slice(0, significant));
  const isUp = digits.charCodeAt(significant) >= '5'.charCodeAt(0);
  return { digits: String(isUp ? kept + 1n : kept), scale: scale - surplus };
}

function written(sign: string, digits: string, scale: number, isTrimmed: boolean): string {
  if (scale <= 0) return zeroless(sign, `${digits}${'0'.repeat(-scale)}`.replace(/^0+(?=\d)/, ''));
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, -scale);
  const places = padded.slice(-scale);
  const shown = isTrimmed ? places.replace(/(?<!0)0+$/, '') : places;
  return zeroless(sign, shown === '' ? whole : `${whole}.${shown}`);
}

/** There is no zero below zero. */
function zeroless(sign: string, text: string): string {
  return /[1-9]/.test(text) ? `${sign}${text}` : text;
}
