import { exportLedger } from '../../app/ledgerExport/exportLedger.ts';
import type { PostedTransfer } from '../../app/ports/ledgerStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { type JournalFormat, journalText, nothingDeclared } from '../../core/ledgerExport/journal.ts';
import { journalAccount } from '../../core/ledgerExport/journalAccount.ts';
import { moneyText } from '../../core/money/money.ts';

type Amount = { readonly minor: bigint; readonly currency: string };

/** The books of all companies as a journal, and what its program has to find: what accounts hold, and at what cost. */
export async function journalOf(ports: Ports, tenant: TenantId, format: JournalFormat) {
  const text = await exportLedger(ports, tenant, {}, async (pages) => {
    const declared = nothingDeclared();
    let all = '';
    for await (const page of pages) all += journalText(format, page, declared);
    return all;
  });
  const posted = await ports.store.inTenant(tenant, (tx) => tx.ledger.transfers({}, { limit: 1000 }));
  const held = summed(
    posted.flatMap((one) =>
      sidesOf(one, ({ minor, currency, book }) => (minor > 0n ? { minor, currency } : book)),
    ),
  );
  return { text, held, cost: summed(posted.flatMap((one) => sidesOf(one, ({ book }) => book))) };
}

/** Both sides of a transfer in a journal. A difference is an amount of the books alone. */
function sidesOf(transfer: PostedTransfer, amountOf: (transfer: PostedTransfer) => Amount | undefined) {
  const { company, debit, credit, debitAccount, creditAccount } = transfer;
  const amount = amountOf(transfer);
  if (amount === undefined) throw new Error('books without a currency');
  const { minor, currency } = amount;
  return [
    [`${journalAccount(company, debitAccount, debit)} ${currency}`, minor],
    [`${journalAccount(company, creditAccount, credit)} ${currency}`, -minor],
  ] as const;
}

/** What accounts hold, as the programs show it. */
function summed(sides: readonly (readonly [string, bigint])[]): string[] {
  return [...Map.groupBy(sides, ([key]) => key)]
    .flatMap(([key, own]) => {
      const [account, currency = ''] = key.split(' ');
      const minor = own.reduce((sum, [, one]) => sum + one, 0n);
      return minor === 0n ? [] : [`${account} ${moneyText({ minor, currency })} ${currency}`];
    })
    .sort();
}
