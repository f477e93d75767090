import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { DeedsOfList } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { bankTexts } from './bankTexts.ts';
import { EntryDeeds } from './EntryDeeds.tsx';
import type { BankEntry } from './paymentTypes.ts';

/** Entries of banks that wait, or that are laid against a claim or document; each with its reason and what was proposed for it. */
export function BankEntries({ is }: { readonly is: 'waiting' | 'laid' }) {
  const say = useSay(bankTexts);
  const list = api.useQuery('get', '/api/v1/bank-entries', {
    params: { query: { is, limit: '200' } },
  });
  const columns = useEntryColumns(is);
  return (
    <DeedsOfList>
      <Loaded query={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{say(is === 'laid' ? 'noneLaid' : 'none')}</p>
          ) : (
            <DataTable caption={say(is)} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </DeedsOfList>
  );
}

function useEntryColumns(is: 'waiting' | 'laid'): readonly Column<BankEntry>[] {
  const say = useSay(bankTexts);
  const { day } = useReader();
  return [
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
      title: say(is === 'laid' ? 'laidOn' : 'why'),
      isPlain: true,
      cell: (entry) => <WhyItWaits entry={entry} />,
    },
    { id: 'deeds', title: say('deeds'), isPlain: true, cell: (entry) => <EntryDeeds entry={entry} /> },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) => <Amount exact={amount} currency={currency} />,
    },
  ];
}

/** What it is laid against, or why it waits; and what somebody has proposed for it. */
function WhyItWaits({ entry: { reason, laidOn, proposal, currency } }: { readonly entry: BankEntry }) {
  const say = useSay(bankTexts);
  const { money, count } = useReader();
  const nameOf = useActorName();
  return (
    <>
      <div>{laidOn ?? reasonText(reason, say)}</div>
      {proposal !== null && (
        <>
          <div>{say('proposal', { name: nameOf(proposal.by), reason: proposal.reason })}</div>
          {proposal.pays.map(({ number, amount }) => (
            <div key={number}>{say('pays', { number, amount: money(amount, currency) })}</div>
          ))}
          {proposal.payments.length > 0 && (
            <div>{say('moves', { count: count(proposal.payments.length) })}</div>
          )}
        </>
      )}
    </>
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
  'entry-names-several-documents',
  'reclaim-receipt-beyond',
  'entry-taken-back',
] as const;

/** Why an entry waits, in words; a reason that is new here is shown by its code. */
function reasonText(reason: string, say: (key: `code.${(typeof CODES)[number]}`) => string): string {
  const code = CODES.find((one) => one === reason);
  return code === undefined ? reason : say(`code.${code}`);
}
