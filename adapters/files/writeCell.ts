import { parseDate } from '../../core/calendar/localDate.ts';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { exactText } from './formulaText.ts';
import { DAY_STYLE, inlineText } from './workbookXml.ts';

type WriteCell = (text: string | undefined) => string;

const EMPTY = '<c/>';

/** How the cells of a column are written, by what it holds. */
export function cellWriter(kind: FieldKind): WriteCell {
  const write = WRITERS[kind];
  // One row after the other has the same day, partner or currency.
  let [last, cell] = ['', EMPTY];
  return (text = '') => {
    if (text !== last) [last, cell] = [text, text === '' ? EMPTY : write(text)];
    return cell;
  };
}

const WRITERS: Readonly<Record<FieldKind, (text: string) => string>> = {
  text: (text) => inlineText(exactText(text)),
  number: (text) => (isExact(text) ? `<c><v>${text}</v></c>` : inlineText(text)),
  date: (text) => {
    const serial = serialOf(text);
    return serial === undefined ? inlineText(text) : `<c s="${DAY_STYLE}"><v>${serial}</v></c>`;
  },
};

/** A spreadsheet keeps fifteen digits of a number; one with more stays the text that it is. */
const DIGITS = 15;

function isExact(text: string): boolean {
  if (text.length <= DIGITS) return true;
  const digits = text
    .replace(/^-?[0.]*/, '')
    .replace('.', '')
    .replace(/(?<!0)0+$/, '');
  return digits.length <= DIGITS;
}

/** 1 March 1900; before it the calendar of spreadsheets has a day that there never was. */
const FIRST_SERIAL = 61;

function serialOf(text: string): number | undefined {
  const day = parseDate(text);
  if (day === undefined || EPOCH === undefined) return undefined;
  const serial = day - EPOCH;
  return serial < FIRST_SERIAL ? undefined : serial;
}

const EPOCH = parseDate('1899-12-30');
