import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { useActorName } from '../money/useActorName.ts';
import { bankTexts } from './bankTexts.ts';
import { EntryDeeds } from './EntryDeeds.tsx';
import type { BankEntry } from './paymentTypes.ts';

/** Entries of banks that wait, each with its reason and what was proposed for it. */
export function WaitingEntries() {
  const say = useSay(bankTexts);
  const { day } = useReader();
  const nameOf = useActorName();
  const list = api.useQuery('get', '/api/v1/bank-entries', { params: { query: { limit: '200' } } });
  const columns: readonly Column<BankEntry>[] = [
    {
      id: 'entry',
      title: say('entry'),
      isMain: true,
      cell: (entry) => (
        <Named
          name={entry.remittance === '' ? (entry.endToEndId ?? entry.id) : entry.remittance}
          code={say('booked', { day: day(entry.bookedOn), account: entry.account })}
        />
      ),
    },
    {
      id: 'why',
      title: say('why'),
      isPlain: true,
      cell: ({ reason, proposal }) => (
        <>
          <div>{reasonText(reason, say)}</div>
          {proposal !== null && (
            <div>{say('proposal', { name: nameOf(proposal.by), reason: proposal.reason })}</div>
          )}
        </>
      ),
    },
    { id: 'deeds', title: say('assign'), isPlain: true, cell: (entry) => <EntryDeeds entry={entry} /> },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) => <Amount exact={amount} currency={currency} />,
    },
  ];
  return (
    <Loaded query={list} rows={3}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <DataTable caption={say('waiting')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )
      }
    </Loaded>
  );
}

const CODES = [
  'payment-amount-differs',
  'payment-news-out-of-place',
  'payment-returns-beyond',
  'entry-without-reference',
  'entry-of-nobody',
  'claim-receipt-beyond',
  'entry-names-several-claims',
] as const;

/** Why an entry waits, in words; a reason that is new here is shown by its code. */
function reasonText(reason: string, say: (key: `code.${(typeof CODES)[number]}`) => string): string {
  const code = CODES.find((one) => one === reason);
  return code === undefined ? reason : say(`code.${code}`);
}
