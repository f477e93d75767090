import type { ExportedLines, ExportStore, TextRow } from '../../app/ports/exportStore.ts';
import type { LineFilter } from '../../app/ports.ts';
import { discountText } from '../../core/fact/lineTexts.ts';
import { NEEDED_LINE_FIELDS, QUANTITY_FIELDS } from '../../core/fact/parseLine.ts';
import { boundSql } from './boundSql.ts';
import { copiedRows } from './copiedRows.ts';
import { KNOWN_LINES, knownAtValues } from './knownAt.ts';
import { type DiscountJson, LINE_COLUMNS, toDiscount } from './lineColumns.ts';
import type { Session } from './session.ts';

const RENAMED: Readonly<Record<string, string>> = {
  partner_id: 'partner',
  return_document: 'returnOfDocument',
  return_line: 'returnOfLine',
  correction_document: 'correctionOfDocument',
  correction_line: 'correctionOfLine',
  ...Object.fromEntries(Object.entries(QUANTITY_FIELDS).map(([kind, field]) => [`${kind}_quantity`, field])),
};

/** The column of each field of ours; discounts and attributes have their names in their values. */
const OWN_COLUMNS: ReadonlyMap<string, string> = new Map(
  LINE_COLUMNS.filter(({ type }) => type !== 'jsonb').map(({ name }) => [
    RENAMED[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name,
  ]),
);

/** Without these a file is none of ours. */
const NEEDED: ReadonlySet<string> = new Set(NEEDED_LINE_FIELDS);

const COUNTS = `
  SELECT count(*)::int AS rows, coalesce(sum(l.net_value), 0)::text AS net,
    ${[...OWN_COLUMNS.values()].map((name) => `count(l.${name})::int AS "${name}"`).join(', ')}
  ${KNOWN_LINES}`;

const NAMED_FIELDS = `
  SELECT name FROM (
    SELECT DISTINCT 'attribute.' || jsonb_object_keys(attributes) AS name
    FROM line WHERE tenant_id = $1 AND batch <= $2 AND attributes <> '{}'
    UNION
    SELECT DISTINCT concat('discount.', d ->> 'origin', '.', d ->> 'code')
    FROM line, jsonb_array_elements(discounts) d WHERE tenant_id = $1 AND batch <= $2 AND discounts IS NOT NULL
  ) n ORDER BY name COLLATE "C"`;

export function exportStore(session: Session): ExportStore {
  return {
    aboutLines: (batch, filter) => aboutLines(session, batch, filter),
    linePages: (about, filter) => linePages(session, about, filter),
  };
}

async function aboutLines(session: Session, batch: number, filter: LineFilter): Promise<ExportedLines> {
  const [counts] = await session.query<{ net: string } & Readonly<Record<string, number>>>(
    COUNTS,
    knownAtValues(session, batch, filter),
  );
  if (counts === undefined) throw new Error('Fault: a count has no row');
  const named = await session.query<{ name: string }>(NAMED_FIELDS, [session.tenant, batch]);
  const own = [...OWN_COLUMNS].filter(([field, column]) => NEEDED.has(field) || (counts[column] ?? 0) > 0);
  const fields = [...own.map(([field]) => field), ...named.map(({ name }) => name)];
  return { batch, fields, rows: counts.rows ?? 0, netValue: counts.net };
}

/**
 * COPY gives the columns as texts, as many rows a packet as it holds: nothing is made of a row but
 * its texts.
 */
async function* linePages(
  session: Session,
  about: ExportedLines,
  filter: LineFilter,
): AsyncGenerator<readonly TextRow[]> {
  const own = about.fields.flatMap((field) => OWN_COLUMNS.get(field) ?? []);
  const named = about.fields.slice(own.length);
  const columns = [...own, ...(named.length > 0 ? ['attributes', 'discounts'] : [])];
  const select = `SELECT ${columns.map((name) => `l.${name}`).join(', ')} ${KNOWN_LINES}
    ORDER BY l.source, l.document, l.line`;
  const copy = `COPY (${boundSql(select, knownAtValues(session, about.batch, filter))}) TO STDOUT`;
  let rows = 0;
  for await (const page of copiedRows(session.copyOut(copy))) {
    rows += page.length;
    yield named.length === 0 ? page : page.map((row) => withNamed(row, own.length, named));
  }
  if (rows !== about.rows) throw new Error(`Fault: an export of ${about.rows} lines has ${rows}`);
}

/** The last two columns as the texts of the fields that they hold. */
function withNamed(row: TextRow, own: number, named: readonly string[]): TextRow {
  const [attributes = '{}', discounts] = row.slice(own);
  const texts = row.slice(0, own);
  if (attributes === '{}' && discounts === undefined) return texts;
  const said = JSON.parse(attributes) as Readonly<Record<string, string>>;
  const off = discounts === undefined ? {} : discountTexts(JSON.parse(discounts));
  for (const field of named) {
    texts.push(field.startsWith('attribute.') ? said[field.slice('attribute.'.length)] : off[field]);
  }
  return texts;
}

function discountTexts(discounts: readonly DiscountJson[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    discounts
      .map(toDiscount)
      .map((discount) => [`discount.${discount.origin}.${discount.code}`, discountText(discount)]),
  );
}
