import { byField, key, list, named, object, oneOf, prose, says } from '../agreement/decoder.ts';
import { accept, type Refusal, type Result, refuse } from '../refusal/refusals.ts';
import { DATE_FORMS, type LedgerTable, SIDE_FIELDS, TABLE_FIELDS, type TableColumn } from './ledgerTable.ts';

export const LEDGER_TABLE_FORMAT = 'openrebate/ledger-table/v1';

const name = says('The heading of the column.', prose);
const column = byField<TableColumn>({
  field: object({
    name,
    field: says('What it holds.', oneOf(...TABLE_FIELDS, ...SIDE_FIELDS)),
  }),
  text: object({ name, text: says('The same text in every row.', prose) }),
});

const format = named(
  'A table of the general ledger',
  object({
    format: says('Which format this is.', oneOf(LEDGER_TABLE_FORMAT)),
    rows: says('One row for each transfer, or one for each of its sides.', oneOf('transfers', 'sides')),
    decimalMark: says('What stands before the cents.', oneOf('.', ',')),
    dates: says('How days are written.', oneOf(...DATE_FORMS)),
    columns: says('The columns, in their order.', list(column, 1)),
    accounts: says(
      'Accounts that are called otherwise there.',
      list(object({ ours: says('As we post to it.', key), theirs: says('As it is called there.', key) }), 0),
    ),
  }),
);

/**
 * The parsed text of a table, or every reason against it.
 * Refuses: the codes of shape of agreements, agreement-entry-repeated (an account named twice),
 * ledger-table-side-needed (a column of one side in a row that has both).
 */
export function decodeLedgerTable(json: unknown): Result<LedgerTable> {
  const refusals: Refusal[] = [];
  const file = format.decode(json, '', refusals);
  if (file === undefined) return { ok: false, refusals };
  const sides: readonly string[] = SIDE_FIELDS;
  for (const [index, one] of file.columns.entries()) {
    if (file.rows === 'sides' || !('field' in one) || !sides.includes(one.field)) continue;
    refusals.push(refuse('ledger-table-side-needed', `columns[${index}].field`, { field: one.field }));
  }
  const accounts = new Map<string, string>();
  for (const [index, { ours, theirs }] of file.accounts.entries()) {
    if (accounts.has(ours))
      refusals.push(refuse('agreement-entry-repeated', `accounts[${index}].ours`, { value: ours }));
    accounts.set(ours, theirs);
  }
  const { rows, decimalMark, dates, columns } = file;
  return refusals.length > 0
    ? { ok: false, refusals }
    : accept({ rows, decimalMark, dates, columns, accounts });
}
