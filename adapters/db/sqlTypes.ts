import { type CustomTypesConfig, types } from 'pg';
import { formatDate, type LocalDate, parseDate } from '../../core/calendar/localDate.ts';

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

function readDate(text: string): LocalDate {
  const era = text.endsWith(' BC');
  const date = parseDate(era ? text.slice(0, -3).replace(/^0001/, '0000') : text);
  if (date === undefined) throw new Error(`Fault: the database gave the date ${text}`);
  return date;
}

/** A day as the database reads it. It has no year 0 and calls it 1 BC. */
export function dateText(date: LocalDate): string {
  const text = formatDate(date);
  return text.startsWith('0000') ? `0001${text.slice(4)} BC` : text;
}
