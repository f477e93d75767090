import { parseDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';

/** Columns that every row of a spreadsheet of agreements may have, beside those that fill its text. */
export const BULK_COLUMNS = [
  'agreement',
  'like',
  'renews',
  'firstDay',
  'lastDay',
  'partner',
  'value',
] as const;

/** Thresholds and rates of the first term by the number of their tier: `threshold.1`, `percent.2`. */
const TIER_COLUMN = /^(threshold|percent|perUnit|amount)\.([1-9]\d?)$/;

/** Tiers as people count them. */
const TIERS = Array.from({ length: 99 }, (_, place) => String(place + 1));

/** A place in the text, as refusals and `--set` write it: `name.en`, `terms[volume].floor.amount`. */
const PATH_COLUMN = /^[A-Za-z][^.[\]]*(\.[^.[\]]+|\[[^[\]]+\])+$/;

/** Whether a column means something; another one would lose what stands in it. */
export function isBulkColumn(column: string): boolean {
  return BULK_COLUMNS.some((name) => name === column) || PATH_COLUMN.test(column);
}

/** One agreement of the spreadsheet: made like another one, or its successor, and what differs. */
export type BulkRow = {
  readonly row: number;
  readonly code: string;
  readonly kind: 'clone' | 'renewal';
  readonly from: string;
  /** Half-open; of a renewal undefined where the next period follows by itself. */
  readonly period?: Window;
  readonly edits: readonly { readonly path: string; readonly value: Json }[];
  /** Expected worth, by which the levels of approval go; undefined: what the caps of the text allow. */
  readonly value?: Decimal;
};

/**
 * Reads a row. An empty cell changes nothing; several partners are separated by semicolons.
 * Refuses: bulk-field-missing, bulk-origin-needed (not exactly one of like and renews),
 * bulk-field-invalid.
 */
export function bulkRow(row: number, texts: Readonly<Record<string, string>>): Result<BulkRow> {
  const refusals: Refusal[] = [];
  const refuseAt = (code: Refusal['code'], field: string, facts: Record<string, string> = {}) =>
    refusals.push(refuse(code, `row ${row}, ${field}`, { row: String(row), field, ...facts }));
  const text = (field: string) => (texts[field] ?? '').trim().normalize('NFC');
  const [code, like, renews] = [text('agreement'), text('like'), text('renews')];
  if (code === '') refuseAt('bulk-field-missing', 'agreement');
  if ((like === '') === (renews === '')) refuseAt('bulk-origin-needed', 'like');
  const period = periodOf(text('firstDay'), text('lastDay'), like !== '', refuseAt);
  const value = text('value') === '' ? undefined : parseDecimal(text('value'));
  if (text('value') !== '' && value === undefined)
    refuseAt('bulk-field-invalid', 'value', { value: text('value') });
  if (refusals.length > 0) return refused(...refusals);
  const edits = Object.keys(texts).flatMap((column) => editOf(column, text(column)));
  const kind = like === '' ? 'renewal' : 'clone';
  const from = like === '' ? renews : like;
  return {
    ok: true,
    value: { row, code, kind, from, edits, ...(period && { period }), ...(value && { value }) },
  };
}

type RefuseAt = (code: Refusal['code'], field: string, facts?: Record<string, string>) => void;

/** Both days or neither; what is made like another one needs them. */
function periodOf(first: string, last: string, isNeeded: boolean, refuseAt: RefuseAt): Window | undefined {
  if (first === '' && last === '' && !isNeeded) return undefined;
  const days = [
    ['firstDay', first],
    ['lastDay', last],
  ].map(([field = '', text = '']) => {
    const day = parseDate(text);
    if (text === '') refuseAt('bulk-field-missing', field);
    else if (day === undefined) refuseAt('bulk-field-invalid', field, { value: text });
    return day;
  });
  const [from, to] = days;
  return from === undefined || to === undefined ? undefined : { from, until: to + 1 };
}

function editOf(column: string, text: string): { readonly path: string; readonly value: Json }[] {
  if (text === '') return [];
  if (column === 'partner') {
    const codes = text.split(';').map((code) => code.trim());
    return [{ path: 'participants', value: [{ attribute: 'partner.code', in: codes }] }];
  }
  const tier = TIER_COLUMN.exec(column);
  if (tier !== null) {
    const field = tier[1] === 'threshold' ? 'from' : (tier[1] as string);
    return [{ path: `terms[0].tiers.rows[${TIERS.indexOf(tier[2] as string)}].${field}`, value: text }];
  }
  return PATH_COLUMN.test(column) ? [{ path: column, value: text }] : [];
}
