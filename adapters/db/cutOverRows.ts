import type { CutOverLoad, LoadContent } from '../../app/ports/cutOverStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { CutOverPlace } from '../../core/cutOver/cutOverPlace.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import type { Session } from './session.ts';

const PLACE = 'row_number, term, partner, window_from, window_until, currency';
const PLACE_TYPES = `row_number int, agreement text, term text, partner text, window_from date,
  window_until date, currency text`;
const BALANCE_COLUMNS = 'earned, recognised, settled, paid, open_claims';
const FIGURE_COLUMNS = 'amount, volume, rate, lines';

/** Writes a load under the lock of its cut-over, with the next revision of its kind. */
export async function insertLoad(
  session: Session,
  load: Omit<CutOverLoad, 'revision'>,
  content: LoadContent,
): Promise<number> {
  const { id, cutOver, kind, batch, name, sha256, rows, loadedBy, loadedAt } = load;
  // Whose part it is already, the load's reference to the part says, not this insert.
  await session.query(
    `INSERT INTO cut_over_part (tenant_id, cut_over, actor, part) VALUES ($1, $2, $3, 'loads')
     ON CONFLICT (tenant_id, cut_over, actor) DO NOTHING`,
    [session.tenant, cutOver, loadedBy],
  );
  const [inserted] = await session.query<{ revision: number }>(
    `INSERT INTO cut_over_load
       (tenant_id, id, cut_over, kind, revision, batch, name, sha256, row_count, loaded_by, loaded_at)
     SELECT $1, $2, $3, $4, coalesce(max(revision), 0) + 1, $5, $6, $7, $8, $9, $10
     FROM cut_over_load WHERE tenant_id = $1 AND cut_over = $3 AND kind = $4
     RETURNING revision`,
    [session.tenant, id, cutOver, kind, batch, name, sha256, rows, loadedBy, loadedAt],
  );
  await session.query(STATEMENTS[content.kind], [session.tenant, id, JSON.stringify(rowsOf(content))]);
  if (inserted === undefined) throw new Error('Fault: a load without revision');
  return inserted.revision;
}

function placedIn(table: string, columns: string): string {
  return `
    INSERT INTO ${table} (tenant_id, load_id, agreement_id, ${PLACE}, ${columns})
    SELECT $1, $2, a.id, ${[PLACE, columns]
      .join(', ')
      .split(', ')
      .map((column) => `r.${column}`)
      .join(', ')}
    FROM json_to_recordset($3::json) AS r (${PLACE_TYPES}, ${columns
      .split(', ')
      .map((column) => `${column} numeric`)
      .join(', ')})
    JOIN agreement a ON a.tenant_id = $1 AND a.code = r.agreement`;
}

const STATEMENTS: Readonly<Record<LoadContent['kind'], string>> = {
  openings: placedIn('opening_balance', BALANCE_COLUMNS),
  figures: placedIn('old_figure', FIGURE_COLUMNS),
  history: `
    INSERT INTO historic_total (tenant_id, load_id, row_number, side, partner, fields)
    SELECT $1, $2, r.row_number, r.side, r.partner, r.fields
    FROM json_to_recordset($3::json) AS r (row_number int, side text, partner text, fields jsonb)`,
};

function rowsOf(content: LoadContent): readonly object[] {
  switch (content.kind) {
    case 'openings':
      return content.entries.map((entry) => {
        const { openClaims, ...others } = entry.balances;
        const balances = Object.entries({ ...others, open_claims: openClaims });
        return {
          ...placeOf(entry),
          ...Object.fromEntries(balances.map(([name, minor]) => [name, String(minor)])),
        };
      });
    case 'figures':
      return content.entries.map((entry) => ({
        ...placeOf(entry),
        amount: String(entry.minor),
        volume: decimalText(entry.volume),
        rate: decimalText(entry.rate),
        lines: decimalText(entry.lines),
      }));
    case 'history':
      return content.entries.map(({ row, line, texts }) => {
        return { row_number: row, side: line.side, partner: line.partner, fields: texts };
      });
  }
}

function placeOf({
  row,
  agreement,
  term,
  partner,
  window,
  currency,
}: CutOverPlace & { readonly row: number }) {
  const days = { window_from: formatDate(window.from), window_until: formatDate(window.until) };
  return { row_number: row, agreement, term, partner, ...days, currency };
}

function decimalText(value: Decimal | undefined): string | null {
  return value === undefined ? null : formatDecimal(value);
}
