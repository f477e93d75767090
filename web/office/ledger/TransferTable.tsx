import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { workedOutAt } from '../earnings/selection.ts';
import styles from './Ledger.module.css';
import type { LedgerTransfer } from './ledgerTypes.ts';
import { ledgerWords } from './ledgerWords.ts';
import { ownAccount } from './ownAccount.ts';
import { ledgerTexts } from './texts.ts';

type Props = { readonly rows: readonly LedgerTransfer[]; readonly isStale: boolean };

/** Transfers by row: between which accounts, on account of what, and where each comes from. */
export function TransferTable({ rows, isStale }: Props) {
  const say = useSay(ledgerTexts);
  const columns = useTransferColumns();
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}

function useTransferColumns(): readonly Column<LedgerTransfer>[] {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const { day, span } = useReader();
  return [
    {
      id: 'number',
      title: say('number'),
      isMain: true,
      cell: ({ number, company }) => <Named name={number} code={company} />,
    },
    {
      id: 'event',
      title: say('event'),
      isPlain: true,
      cell: ({ event, cause, effectiveOn, bookedOn }) => (
        <Named
          name={[
            sayWord(`event.${event}` as 'event.pay'),
            cause && sayWord(`cause.${cause}` as 'cause.terms'),
          ]
            .filter(Boolean)
            .join(' · ')}
          code={say('effective', { day: day(effectiveOn), booked: day(bookedOn) })}
        />
      ),
    },
    {
      id: 'accounts',
      title: say('accounts'),
      isPlain: true,
      cell: ({ debit, credit, debitAccount, creditAccount }) => (
        <>
          <div title={ownAccount(debitAccount, debit)}>
            {say('debit', { account: sayWord(`role.${debit}` as 'role.bank') })}
          </div>
          <div title={ownAccount(creditAccount, credit)}>
            {say('credit', { account: sayWord(`role.${credit}` as 'role.bank') })}
          </div>
        </>
      ),
    },
    {
      id: 'about',
      title: say('about'),
      isPlain: true,
      cell: ({ partner, counterparty, agreement, window }) => (
        <Named
          name={[partner, counterparty].filter((text) => text !== null).join(' · ')}
          code={[agreement, window && span(window)].filter(Boolean).join(' · ')}
        />
      ),
    },
    { id: 'source', title: say('source'), isPlain: true, cell: (transfer) => <Source transfer={transfer} /> },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) => <Amount exact={amount} currency={currency} />,
    },
  ];
}

/** The way back from a transfer to the deed that it comes from. */
function Source({ transfer }: { readonly transfer: LedgerTransfer }) {
  const say = useSay(ledgerTexts);
  const { origin, item, reverses } = transfer;
  const { kind, id } = origin;
  const earned = workedOutAt(transfer);
  return (
    <div className={styles.ways}>
      {kind === 'settlement' && (
        <Link to="/settlement" search={{ settlement: id }}>
          {say('origin.settlement')}
        </Link>
      )}
      {kind === 'claim' && (
        <Link to="/claims" search={{ claim: id }}>
          {say('origin.claim')}
        </Link>
      )}
      {kind === 'payment' && (
        <Link to="/settlement/payments" search={{ payment: id }}>
          {say('origin.payment')}
        </Link>
      )}
      {kind === 'deduction' && (
        <Link to="/claims/deductions" search={{ deduction: id }}>
          {say('origin.deduction')}
        </Link>
      )}
      {earned !== undefined && (
        <Link to="/earnings" search={earned}>
          {say('origin.earning')}
        </Link>
      )}
      {item !== null && (
        <Link to="/ledger/transfers" search={{ item }}>
          {say('ofItem')}
        </Link>
      )}
      {reverses !== null && <div>{say('reverses', { id: reverses })}</div>}
    </div>
  );
}
