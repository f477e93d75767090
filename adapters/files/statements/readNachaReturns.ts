import { readFile, stat } from 'node:fs/promises';
import type { PaymentStatus } from '../../../core/payment/paymentStatus.ts';
import { refuse } from '../../../core/refusal/refusals.ts';
import { FileRefused } from '../fileRefusal.ts';

const RECORD = 94;
const BYTES_MAX = 64 * 1024 ** 2;
/** What comes back of a credit: to a checking account, a savings account, a general ledger account. */
const RETURNED_CREDITS = ['21', '31', '41'];

/**
 * The returned credits of a NACHA file: an entry with the amount and our id, and an addenda record 99 with the reason.
 * What is no returned credit is passed over.
 * Source: NACHA operating rules, return entries: entry detail and addenda record format for returns.
 * Throws FileRefused: statement-not-read (field, value).
 */
export async function readNachaReturns(path: string): Promise<readonly PaymentStatus[]> {
  if ((await stat(path)).size > BYTES_MAX) throw unread('file', `> ${BYTES_MAX}`);
  const records = (await readFile(path, 'latin1')).split(/\r?\n/).filter((record) => record !== '');
  const found: PaymentStatus[] = [];
  let entry: { readonly nachaId: string; readonly minor: bigint } | undefined;
  for (const [index, record] of records.entries()) {
    if (record.length !== RECORD) throw unread(`record ${index + 1}`, record);
    if (record[0] === '6') entry = entryOf(record, index);
    else if (!record.startsWith('799')) continue;
    else if (entry !== undefined) {
      found.push({ of: entry, news: 'return', reason: record.slice(3, 6) });
      entry = undefined;
    }
  }
  return found;
}

function entryOf(
  record: string,
  index: number,
): { readonly nachaId: string; readonly minor: bigint } | undefined {
  if (!RETURNED_CREDITS.includes(record.slice(1, 3))) return undefined;
  const amount = record.slice(29, 39);
  if (!/^\d{10}$/.test(amount)) throw unread(`record ${index + 1}`, amount);
  return { nachaId: record.slice(39, 54).trim(), minor: BigInt(amount) };
}

function unread(field: string, value: string): FileRefused {
  return new FileRefused(refuse('statement-not-read', field, { field, value: value.slice(0, 40) }));
}
