import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import type { Deduction } from './claimTypes.ts';
import { DeductionDeeds } from './DeductionDeeds.tsx';
import { deductionTexts } from './deductionTexts.ts';

/** One deduction: its parts, what can be done with what is open, and what became of the rest. */
export function DeductionSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(deductionTexts);
  const sayMoney = useSay(moneyTexts);
  const { day } = useReader();
  const navigate = useNavigate({ from: '/claims/deductions' });
  const close = () =>
    void navigate({ search: ({ deduction: _closed, ...rest }) => rest, resetScroll: false });
  const found = api.useQuery(
    'get',
    '/api/v1/deductions/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <Sheet title={found.data?.reference ?? say('deduction')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={found}>
        {(deduction) => (
          <>
            <Figures>
              <KeyFigure title={say('deducted')}>
                <Amount exact={deduction.deducted} currency={deduction.currency} isLarge />
              </KeyFigure>
              <KeyFigure title={say('open')}>
                <Amount exact={deduction.open} currency={deduction.currency} isLarge />
              </KeyFigure>
            </Figures>
            <Details
              entries={[
                [sayMoney('partner'), <PartnerName key="partner" code={deduction.partner} />],
                [sayMoney('company'), deduction.company],
                [say('day'), day(deduction.day)],
                [say('note'), deduction.note ?? undefined],
              ]}
            />
            <DeductionDeeds deduction={deduction} />
            <Section title={say('parts')}>
              <Parts deduction={deduction} />
            </Section>
            <Section title={say('history')}>
              {deduction.events.length === 0 ? <p>{say('noHistory')}</p> : <Events deduction={deduction} />}
            </Section>
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

const PARTS = ['open', 'matched', 'denied', 'writtenOff'] as const;

function Parts({ deduction }: { readonly deduction: Deduction }) {
  const say = useSay(deductionTexts);
  const { moneyFigure, inCurrency } = useReader();
  const { currency } = deduction;
  const rows = PARTS.filter((part) => !isSameFigure(deduction[part], '0'));
  const columns: readonly Column<(typeof PARTS)[number]>[] = [
    { id: 'part', title: say('position'), isMain: true, cell: (part) => say(part) },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: (part) => moneyFigure(deduction[part], currency),
    },
  ];
  return (
    <DataTable
      caption={say('parts')}
      columns={columns}
      rows={rows}
      rowKey={(part) => part}
      foot={{
        part: say('deducted'),
        amount: <strong>{moneyFigure(deduction.deducted, currency)}</strong>,
      }}
    />
  );
}

type Event = Deduction['events'][number];

function Events({ deduction: { events, currency, partner } }: { readonly deduction: Deduction }) {
  const say = useSay(deductionTexts);
  const { instant, moneyFigure, inCurrency } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<Event>[] = [
    {
      id: 'what',
      title: say('history'),
      isMain: true,
      cell: ({ kind, at, actor }) => (
        <Named name={say(`kind.${kind}`)} code={`${instant(at)} · ${nameOf(actor)}`} />
      ),
    },
    {
      id: 'to',
      title: say('parts'),
      isPlain: true,
      cell: (event) => (
        <>
          <WhereTo event={event} partner={partner} />
          {event.note !== null && <div>“{event.note}”</div>}
        </>
      ),
    },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) => moneyFigure(amount, currency),
    },
  ];
  return (
    <DataTable
      caption={say('history')}
      columns={columns}
      rows={events}
      rowKey={({ event }) => String(event)}
    />
  );
}

/** Leads to what a part was laid against. */
function WhereTo({ event, partner }: { readonly event: Event; readonly partner: string }) {
  const say = useSay(deductionTexts);
  const { span } = useReader();
  const { claim, settlement, account } = event;
  return (
    <>
      {claim !== null && (
        <Link to="/claims" search={{ claim }}>
          {say('toClaim')}
        </Link>
      )}
      {settlement !== null && (
        <Link to="/settlement" search={{ settlement }}>
          {say('toDocument')}
        </Link>
      )}
      {account !== null && (
        <Link
          to="/earnings"
          search={{
            agreement: account.agreement,
            partner,
            term: account.term,
            firstDay: account.firstDay,
          }}
        >
          {account.agreement} · {span(account)}
        </Link>
      )}
    </>
  );
}
