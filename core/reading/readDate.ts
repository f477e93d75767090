import { daysInMonth, formatDate, fromYearMonthDay, type LocalDate } from '../calendar/localDate.ts';
import { plainCharacters } from './plainCharacters.ts';

/**
 * How the days of a column are written: the order of their parts, or the numbers by which
 * spreadsheets count days (from 1900 or, on old Macs, from 1904).
 */
export const DATE_FORMATS = [
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'serial1900',
  'serial1904',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const LENGTH_MAX = 60;

/** A time of day behind the day. The day counts as it is written, whatever the zone. */
const TIME =
  /(?:T| {1,50})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/;

const SEPARATED = /^(\d{1,4})(\. ?|[-/ ])(\d{1,2})(?:\2)(\d{1,4})\.?$/;
const CHINESE = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/;
const COMPACT = /^(\d{8}|\d{6})$/;
const SERIAL = /^(\d{1,7})(?:[.,]\d+)?$/;
const NAMED_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[.]?[-/ ]?(\p{L}{3,12})\.?,?[-/ ]?(\d{4}|\d{2})$/u;
const NAMED_MONTH_FIRST = /^(\p{L}{3,12})\.?[-/ ]?(\d{1,2})(?:st|nd|rd|th)?,?[-/ ](\d{4}|\d{2})$/u;
const NAMED_YEAR_FIRST = /^(\d{4})[-/ ](\p{L}{3,12})\.?[-/ ](\d{1,2})$/u;
/** What systems write that know no empty day. */
const NO_DAY = /^(?:0{8}|0{1,4}([-./])0{1,2}\1(?:0{1,4}))$/;

/** The months as they are written in English, German, French and Spanish; a point behind does not matter. */
const MONTHS: readonly string[] = [
  'jan january januar jän jänner janv janvier ene enero',
  'feb february februar fév févr février febrero',
  'mar march märz mär mrz mars marzo',
  'apr april avr avril abr abril',
  'may mai mayo',
  'jun june juni juin junio',
  'jul july juli juil juillet julio',
  'aug august août ago agosto',
  'sep sept september septembre septiembre',
  'oct october okt oktober octobre octubre',
  'nov november novembre noviembre',
  'dec december dez dezember déc décembre dic diciembre',
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1)] as const)),
);

/**
 * A written day as ISO text, the empty text where it is written as none ("00000000"), or undefined
 * where the format does not read it. A year of two digits is one of 1970 to 2069. Where the year of
 * four digits comes first, every format reads the same day; where the month is a name, every order does.
 */
export function readDate(text: string, format: DateFormat): string | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const day = withoutTime(plainCharacters(text));
  if (day === undefined) return undefined;
  if (NO_DAY.test(day)) return '';
  const found = isSerial(format) ? (fromSerial(day, format) ?? yearFirst(day)) : inParts(day, format);
  return found === undefined ? undefined : formatDate(found);
}

type Serial = 'serial1900' | 'serial1904';
type Order = Exclude<DateFormat, Serial>;

function isSerial(format: DateFormat): format is Serial {
  return format === 'serial1900' || format === 'serial1904';
}

function withoutTime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (match === null) return text;
  const [time, hours = '', minutes = '', seconds = '0'] = match;
  if (+hours > 24 || +minutes > 59 || +seconds > 60) return undefined;
  return text.slice(0, -time.length);
}

const FIRST_1904 = fromYearMonthDay(1904, 1, 1);
const BEFORE_1900 = fromYearMonthDay(1899, 12, 31);
const SERIAL_MAX = 2_958_465;
/** The 29 February 1900 that the first spreadsheets counted and that never was. */
const NEVER = 60;

/** Source: ECMA-376 Part 1, 18.17.4 (date systems). A time of day is the fraction and does not count. */
function fromSerial(text: string, format: Serial): LocalDate | undefined {
  const digits = SERIAL.exec(text)?.[1];
  const serial = digits === undefined ? 0 : +digits;
  if (serial > SERIAL_MAX || digits === undefined) return undefined;
  if (format === 'serial1904') return FIRST_1904 + serial;
  if (serial === 0 || serial === NEVER) return undefined;
  return BEFORE_1900 + serial - (serial > NEVER ? 1 : 0);
}

/** The international form stands beside the numbers of a spreadsheet where a cell was given a format. */
function yearFirst(text: string): LocalDate | undefined {
  const [, first = '', , second = '', third = ''] = SEPARATED.exec(text) ?? [];
  return first.length === 4 && third.length <= 2 ? dayOf(first, second, third) : undefined;
}

function inParts(text: string, order: Order): LocalDate | undefined {
  const separated = SEPARATED.exec(text);
  if (separated !== null) {
    const [, first = '', , second = '', third = ''] = separated;
    if (first.length === 4) return third.length > 2 ? undefined : dayOf(first, second, third);
    if (first.length === 3 || third.length === 3) return undefined;
    return ordered(first, second, third, order);
  }
  const compact = COMPACT.exec(text)?.[1];
  if (compact !== undefined) return fromCompact(compact, order);
  const chinese = CHINESE.exec(text);
  if (chinese !== null) return dayOf(chinese[1], chinese[2], chinese[3]);
  return withName(text);
}

function ordered(first: string, second: string, third: string, order: Order): LocalDate | undefined {
  if (order === 'year-month-day') return third.length === 4 ? undefined : dayOf(first, second, third);
  if (third.length === 1) return undefined;
  return order === 'day-month-year' ? dayOf(third, second, first) : dayOf(third, first, second);
}

function fromCompact(digits: string, order: Order): LocalDate | undefined {
  const yearLength = digits.length - 4;
  const isYearFirst = order === 'year-month-day';
  const year = isYearFirst ? digits.slice(0, yearLength) : digits.slice(4);
  const rest = isYearFirst ? digits.slice(yearLength) : digits.slice(0, 4);
  if (yearLength === 4 && !/^(?:19|20|21)/.test(year)) return undefined;
  const [first, second] = [rest.slice(0, 2), rest.slice(2)];
  return order === 'day-month-year' ? dayOf(year, second, first) : dayOf(year, first, second);
}

function withName(text: string): LocalDate | undefined {
  const dayFirst = NAMED_DAY_FIRST.exec(text);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = NAMED_MONTH_FIRST.exec(text);
  if (monthFirst !== null) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const yearFirst = NAMED_YEAR_FIRST.exec(text);
  return yearFirst === null ? undefined : dayOf(yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
}

function monthOf(name = ''): string {
  return MONTH_OF.get(name.toLowerCase().normalize('NFC')) ?? '';
}

const PIVOT = 70;

function dayOf(yearText = '', monthText = '', dayText = ''): LocalDate | undefined {
  const [written, month, day] = [+yearText, +monthText, +dayText];
  const year = yearText.length > 2 ? written : written + (written < PIVOT ? 2000 : 1900);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return fromYearMonthDay(year, month, day);
}
