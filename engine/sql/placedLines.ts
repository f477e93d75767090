import type { Bucket } from '../../core/agreement/agreement.ts';
import { type DateKind, NUMBER_KINDS, QUANTITY_KINDS } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { dayKey, joinKey } from '../../core/text/key.ts';
import type { StatementValues } from './statement.ts';

/** By which of their days a term places lines, and which of them only core can place. */
export type Placement = {
  readonly date: DateKind;
  /** A linked return acts on its own day, on that of its original, or where core says. */
  readonly linked: 'own' | 'original' | 'asked';
  /** A return that names no original is left to core. */
  readonly isUnlinkedAsked: boolean;
};

/** The placed lines that terms of one placement look at. */
export type PlacedSource = {
  readonly placement: Placement;
  /** What terms ask of lines themselves: `said[1]` is the first, … */
  readonly names: readonly string[];
  /** Whether some term gathers by documents, deliveries, orders or lines. */
  readonly isBucketed: boolean;
  /** Where they are laid out; undefined: a statement places the lines itself. */
  readonly table?: string;
};

const LINKED = { returnWindow: 'own', originalWindow: 'original' } as const;

export function placementOf({ term: { date, returns } }: PlanTerm): Placement {
  const linked = returns.linked in LINKED ? LINKED[returns.linked as keyof typeof LINKED] : 'asked';
  return { date, linked, isUnlinkedAsked: returns.unlinked === 'blocked' };
}

/** Of a line `l` and its original `o`: whether the line acts at the place of the original. */
export function isOriginal({ linked }: Placement): string {
  return linked === 'original' ? `(l.return_document IS NOT NULL AND o.batch IS NOT NULL)` : 'false';
}

const AMOUNTS = ['net_value', 'gross_value', ...QUANTITY_KINDS.map((kind) => `${kind}_quantity`)];
const IS_NEGATIVE = `coalesce(least(${AMOUNTS.map((name) => `l.${name}`).join(', ')}) < 0, false)`;

/** The last revision of every line up to batch $2, and of its original, as `adapters/db/lineStore` has them. */
const KNOWN = `
  FROM line l
  LEFT JOIN LATERAL (
    SELECT r.* FROM line r
    WHERE l.return_document IS NOT NULL AND r.tenant_id = l.tenant_id AND r.source = l.source
      AND r.document = l.return_document AND r.line = l.return_line AND r.batch <= $2
    ORDER BY r.revision DESC LIMIT 1
  ) o ON o.withdrawn IS NULL
  WHERE l.tenant_id = $1 AND l.batch <= $2 AND l.withdrawn IS NULL AND NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
      AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND n.batch <= $2)`;

/** The lines that another one names as corrected, on whatever word. */
const CORRECTED = `
  SELECT c.source, c.correction_document, c.correction_line FROM line c
  WHERE c.tenant_id = $1 AND c.batch <= $2 AND c.correction_document IS NOT NULL`;

/** The placed lines as an item of `FROM`, to be named. */
export function placedFrom(source: PlacedSource, master: Master, values: StatementValues): string {
  if (source.table === undefined) return `(${placedLines(source, master, values)})`;
  // A statement has to name all values that come with it, and the table needs neither tenant nor batch any more.
  return `(SELECT * FROM ${source.table} WHERE $1::uuid IS NOT NULL AND $2::bigint IS NOT NULL)`;
}

/**
 * The known lines, each once: with the day on which they act, as days since 1970-01-01 (null: they have
 * none), the texts that buckets go by, what terms ask of them (`said`), and whether they are `special`: corrected or
 * correcting, a rebate document of ours perhaps, or a return that only core can place.
 */
export function placedLines(
  { placement, names, isBucketed }: PlacedSource,
  { ownDocuments }: Master,
  values: StatementValues,
): string {
  const original = isOriginal(placement);
  const day = `${placement.date}_date`;
  const placed =
    placement.linked === 'original' ? `CASE WHEN ${original} THEN o.${day} ELSE l.${day} END` : `l.${day}`;
  // What most statements look at stands in front: a row is read from its beginning.
  const columns = [
    ...['product', 'side', 'company', 'unit', 'currency', ...AMOUNTS, 'unit_price'],
    ...['source', 'document', 'line', 'revision'],
  ].map((name) => `l.${name}`);
  const said = names.map((name) => `(${lineAttribute(name, placement)}) COLLATE "C"`).join(', ');
  return `
  SELECT ${placed} - DATE '1970-01-01' AS placed, ${special(placement, ownDocuments, values)} AS special,
    ${IS_NEGATIVE} AS is_negative, l.partner_id AS partner, ${columns.join(', ')}
    ${names.length === 0 ? '' : `, ARRAY[${said}]::text[] AS said`}
    ${isBucketed ? `, ${bucketColumns(original).join(', ')}` : ''}
  ${KNOWN}`;
}

function special(
  { linked, date, isUnlinkedAsked }: Placement,
  ownDocuments: Master['ownDocuments'],
  values: StatementValues,
): string {
  const isReturn = 'l.return_document IS NOT NULL';
  const tests = [
    'l.correction_document IS NOT NULL',
    `(l.source, l.document, l.line) IN (${CORRECTED})`,
    `(${isReturn} AND (l.source, l.return_document, l.return_line) IN (${CORRECTED}))`,
    `coalesce('rebateDocument' IN (l.line_kind, o.line_kind), false)`,
    ...(linked === 'asked' ? [`(${isReturn})`] : []),
    ...(linked === 'original' ? [`(${isReturn} AND o.${date}_date IS NULL)`] : []),
    ...(isUnlinkedAsked ? [`(NOT ${isReturn} AND ${IS_NEGATIVE})`] : []),
  ];
  if (ownDocuments.size === 0) return `(${tests.join(' OR ')})`;
  const registered = values.add([...ownDocuments.keys()], 'text[]');
  for (const document of ['l.document', 'l.return_document']) {
    tests.push(`coalesce(l.company || '/' || ${document} = ANY (${registered}), false)`);
  }
  return `(${tests.join(' OR ')})`;
}

/** What buckets are made of, as `bucketOf` reads it. */
function bucketColumns(original: string): string[] {
  const ofOriginal = (own: string, other: string) => `CASE WHEN ${original} THEN ${other} ELSE ${own} END`;
  const said = (line: 'l' | 'o', kind: string, document: string) =>
    `coalesce(${line}.${kind}_number, ${line}.attributes ->> '${kind}', ${document})`;
  return [
    `${ofOriginal('l.document', 'l.return_document')} AS bucket_document`,
    `${ofOriginal('l.line', 'l.return_line')} AS bucket_line`,
    ...['delivery', 'order'].map(
      (kind) =>
        `${ofOriginal(said('l', kind, 'l.document'), said('o', kind, 'l.return_document'))} AS bucket_${kind}`,
    ),
  ];
}

const SEPARATOR = joinKey('', '');
const joined = (...parts: readonly string[]) => parts.join(` || chr(${SEPARATOR.charCodeAt(0)}) || `);

const BUCKETS: Readonly<Record<Bucket, string>> = {
  line: joined('source', 'bucket_document', 'bucket_line'),
  document: joined('source', 'bucket_document'),
  delivery: joined('source', 'bucket_delivery'),
  order: joined('source', 'bucket_order'),
  day: `(placed + ${dayKey(0)})::text`,
  product: 'product',
};

/** Whether buckets ask for more than every placed line says. */
export function isBucketed(buckets: readonly Bucket[]): boolean {
  return buckets.some((bucket) => BUCKETS[bucket].includes('bucket_'));
}

/** The bucket of a placed line as one text, as `bucketOf` joins it. */
export function bucketText(buckets: readonly Bucket[]): string {
  return joined(...buckets.map((bucket) => BUCKETS[bucket]));
}

/** Of `line.<name>` the columns of a line, or of the original at whose place it acts. */
function lineAttribute(name: string, placement: Placement): string {
  if (name === 'source' || name === 'company') return `l.${name}`;
  const own = attributeOf('l', name);
  return `CASE WHEN ${isOriginal(placement)} THEN ${attributeOf('o', name)} ELSE ${own} END`;
}

const MARKS: ReadonlyMap<string, (line: string) => string> = new Map([
  ['kind', (line) => `${line}.line_kind`],
  ['endCustomer', (line) => `${line}.end_customer`],
  ['taxCode', (line) => `${line}.tax_code`],
  ['taxRate', (line) => `trim_scale(${line}.tax_rate)::text`],
  ...NUMBER_KINDS.map((kind) => [`${kind}Number`, (line: string) => `${line}.${kind}_number`] as const),
]);

/** A field of the line stands before a free attribute of its name. */
function attributeOf(line: 'l' | 'o', name: string): string {
  const free = `nullif(${line}.attributes ->> '${name.replaceAll("'", "''")}', '')`;
  const mark = MARKS.get(name);
  const parts = [...(mark ? [mark(line)] : []), free, ...(name === 'kind' ? [`'goods'`] : [])];
  return `coalesce(${parts.join(', ')})`;
}
