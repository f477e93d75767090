import type { BankStatement } from '../../../core/payment/bankStatement.ts';
import type { PayingAccount } from '../../../core/payment/payingAccount.ts';
import { statementOf } from '../../../core/payment/statementTable.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { readTextRows } from '../readTextRows.ts';

/**
 * The table that a bank gives of an account, as the account says how it is written: CSV or a workbook.
 * Refuses: statement-table-unknown (account), those of readTextRows and statementOf.
 */
export async function readStatementTable(
  path: string,
  name: string,
  { code, currency, account, statement }: PayingAccount,
): Promise<Result<readonly BankStatement[]>> {
  if (statement === undefined)
    return refused(refuse('statement-table-unknown', 'account', { account: code }));
  const needed = Object.values(statement.columns).filter((column) => column !== undefined);
  const table = await readTextRows(path, { needed, isKnown: () => true }, { name, reading: {} });
  if (!table.ok) return table;
  const about = { id: name, account: account.iban ?? account.number ?? '', currency };
  const read = statementOf(statement, about, table.value.rows);
  return read.ok ? accept([read.value]) : read;
}
