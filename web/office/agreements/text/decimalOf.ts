type Mark = '.' | ',';

const SPACES = /[\s\u00a0\u202f'’_]/g;
const FIGURE = /^[\p{Sc}A-Za-z]{0,20}([-−]?)([\d.,]+)[\p{Sc}%‰A-Za-z]{0,20}$/u;
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/**
 * What somebody typed or pasted, as decimal text: without currency, percent sign and grouping. Of two marks the
 * last one is the decimal one, whatever the locale; where both readings are possible ("1,250") that of the
 * reader's region decides. Undefined: it is no number.
 */
export function decimalOf(typed: string, decimalMark: Mark): string | undefined {
  const [, sign = '', digits = ''] = FIGURE.exec(typed.replaceAll(SPACES, '')) ?? [];
  const mark = markOf(digits, decimalMark);
  const at = mark === undefined ? digits.length : digits.lastIndexOf(mark);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const isWhole =
    /^\d*$/.test(whole) || (GROUPED.test(whole) && new Set(whole.replaceAll(/\d/g, '')).size === 1);
  if (!isWhole || !/^\d*$/.test(fraction) || whole + fraction === '') return undefined;
  const plain = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '' ? '' : '-'}${plain}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The mark before the fraction; undefined where there is none. */
function markOf(digits: string, decimalMark: Mark): Mark | undefined {
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1];
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points + commas !== 1) return undefined;
  const mark = points > 0 ? '.' : ',';
  const isGroup = GROUPED.test(digits) && !digits.startsWith('0');
  return isGroup && mark !== decimalMark ? undefined : mark;
}

/** The decimal mark of the reader's own region, which may be another one than that of the language of the pages. */
export function readersMark(locale: string = navigator.language): Mark {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
