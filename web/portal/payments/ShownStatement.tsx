import type { ComponentProps } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { paymentsTexts } from './texts.ts';

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
      {({ currencies }) =>
        currencies.length === 0 ? (
          <Notice title={say('nothingOpen')}>
            <p>{say('nothingOpenText')}</p>
          </Notice>
        ) : (
          currencies.map((own) => <CurrencyTable key={own.currency} own={own} />)
        )
      }
    </Loaded>
  );
}

function CurrencyTable({ own: { currency, opening, entries, closing } }: { readonly own: InCurrency }) {
  const say = useSay(paymentsTexts);
  const reader = useReader();
  const columns: readonly Column<Entry & { readonly key: string }>[] = [
    {
      id: 'what',
      title: say('what'),
      isMain: true,
      cell: ({ event, reference }) => <Named name={say(eventText(event))} code={reference} />,
    },
    { id: 'day', title: say('day'), cell: ({ bookedOn }) => reader.day(bookedOn) },
    { id: 'agreement', title: say('agreement'), isPlain: true, cell: ({ agreement }) => agreement },
    {
      id: 'amount',
      title: say('amount', { currency }),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) => reader.signedFigure(amount, currency),
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
    </>
  );
}

/** What moved money, in the words of the partner; what has no word of its own is an entry. */
function eventText(event: string): 'settled' | 'paid' | 'returned' | 'entry' {
  if (event === 'settle') return 'settled';
  if (event === 'pay' || event === 'receive') return 'paid';
  return event === 'returned' ? 'returned' : 'entry';
}
