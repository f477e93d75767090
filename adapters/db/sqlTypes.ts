import { type CustomTypesConfig, types } from 'pg';
import { fromYearMonthDay, type LocalDate } from '../../core/calendar/localDate.ts';

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

const readAsText = (text: string) => text;

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, BigInt],
  [DATE, readDate],
  [NUMERIC, readAsText],
]);

/**
 * How columns come into the program: bigint as bigint, numeric as its text with the scale it
 * has, a date as our integer day (pg would make local midnight of it).
 */
export const SQL_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};

const DATE_TEXT = /^(\d{4,})-(\d{2})-(\d{2})$/;

/** The end of a validity "to 9999-12-31" is a day of five digits, which no file may name. */
function readDate(text: string): LocalDate {
  const match = DATE_TEXT.exec(text);
  if (match === null) throw new Error(`Fault: the database gave the date ${text}`);
  return fromYearMonthDay(Number(match[1]), Number(match[2]), Number(match[3]));
}
