import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { isSameFigure, sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { shortReference } from './shortReference.ts';
import { paymentsTexts } from './texts.ts';

/** The latest; what is older has been heard of. */
const PAYMENTS = '100';

type Statement = Schemas['Statement'];
type InCurrency = Statement['currencies'][number];
type Entry = InCurrency['entries'][number];

type Props = {
  readonly statement: Omit<ComponentProps<typeof Loaded<Statement>>, 'children' | 'rows'>['query'];
};

/** What was open, what changed it, and what is open now, in each currency. */
export function ShownStatement({ statement }: Props) {
  const say = useSay(paymentsTexts);
  return (
    <Loaded query={statement}>
      {({ currencies, earnings }) =>
        currencies.length === 0 ? (
          <Notice title={say('nothingOpen')}>
            <p>{say('nothingOpenText')}</p>
          </Notice>
        ) : (
          currencies.map((own) => <CurrencyTable key={own.currency} own={own} earnings={earnings} />)
        )
      }
    </Loaded>
  );
}

type TableProps = { readonly own: InCurrency; readonly earnings: Statement['earnings'] };

function CurrencyTable({ own: { currency, opening, entries, closing }, earnings }: TableProps) {
  const say = useSay(paymentsTexts);
  const reader = useReader();
  const isOnTheWay = useOnTheWay();
  const underWay = sumText(entries.filter(isOnTheWay).map(({ amount }) => minus(amount))) ?? '0';
  const columns: readonly Column<Entry & { readonly key: string }>[] = [
    {
      id: 'what',
      title: say('what'),
      isMain: true,
      cell: (entry) => (
        <Named
          name={say(isOnTheWay(entry) ? 'onTheWay' : eventText(entry.event))}
          code={shortReference(entry.reference ?? '')}
        />
      ),
    },
    { id: 'day', title: say('day'), cell: ({ bookedOn }) => reader.day(bookedOn) },
    { id: 'agreement', title: say('agreement'), isPlain: true, cell: ({ agreement }) => agreement },
    {
      id: 'amount',
      title: say('amount', { currency }),
      isFigure: true,
      isFirst: true,
      cell: (entry) => {
        const shown = reader.signedFigure(entry.amount, currency);
        const earning = earnings.find((one) => isOf(one, entry))?.id;
        if (earning === undefined) return shown;
        return (
          <Link to="/payments" search={(old) => ({ ...old, earning })} resetScroll={false}>
            {shown}
          </Link>
        );
      },
    },
  ];
  return (
    <>
      <p>{say('opening', { amount: reader.money(opening, currency) })}</p>
      <DataTable
        caption={say('statement')}
        columns={columns}
        rows={entries.map((entry, index) => ({ ...entry, key: `${index} ${entry.origin.id}` }))}
        rowKey={({ key }) => key}
        foot={{ what: say('closing'), amount: reader.moneyFigure(closing, currency) }}
      />
      {!isSameFigure(underWay, '0') && (
        <p>{say('onTheWayText', { amount: reader.money(underWay, currency) })}</p>
      )}
      <p>{say('questionEntry')}</p>
    </>
  );
}

/** Whether an entry is a payment of which no bank has said yet that it is paid: it is in the file, and no more. */
function useOnTheWay(): (entry: Entry) => boolean {
  const query = { limit: PAYMENTS };
  const payments = api.useQuery('get', '/api/v1/portal/payments', { params: { query } });
  const rows = payments.data?.rows ?? [];
  const announced = new Set(rows.filter(({ state }) => state === 'announced').map(({ id }) => id));
  return ({ event, origin }) => event === 'pay' && announced.has(origin.id);
}

function minus(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** Whether an amount was earned where the entry says. */
function isOf(earning: Statement['earnings'][number], { agreement, term, firstDay }: Entry): boolean {
  return earning.agreement === agreement && earning.term === term && earning.firstDay === firstDay;
}

/** What moved money, in the words of the partner; what has no word of its own is an entry. */
function eventText(event: string): 'settled' | 'paid' | 'returned' | 'entry' {
  if (event === 'settle') return 'settled';
  if (event === 'pay' || event === 'receive') return 'paid';
  return event === 'returned' ? 'returned' : 'entry';
}
