import { useNavigate } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { useActorName } from '../money/useActorName.ts';
import { usePartners } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { ActivityDeeds } from './ActivityDeeds.tsx';
import { fundTexts } from './fundTexts.ts';
import type { Activity, Fund } from './ledgerTypes.ts';

const SUMS = ['budget', 'free', 'reserved', 'used'] as const;

/** A fund with its activities and what can be done with each. */
export function FundSheet({ code }: { readonly code: string | undefined }) {
  const say = useSay(fundTexts);
  const navigate = useNavigate({ from: '/ledger/funds' });
  const found = api.useQuery(
    'get',
    '/api/v1/funds/{code}',
    { params: { path: { code: code ?? '' } } },
    { enabled: code !== undefined },
  );
  const close = () => void navigate({ search: {}, resetScroll: false });
  return (
    <Sheet title={code ?? say('fund')} isOpen={code !== undefined} onClose={close}>
      <Loaded query={found}>
        {(fund) => (
          <>
            <Figures>
              {SUMS.map((sum) => (
                <KeyFigure key={sum} title={say(sum)}>
                  <Amount exact={fund[sum]} currency={fund.currency} isLarge />
                </KeyFigure>
              ))}
            </Figures>
            <RequestActivity fund={fund} />
            <Section title={say('activities')}>
              {fund.activities.length === 0 ? <p>{say('noActivities')}</p> : <Activities fund={fund} />}
            </Section>
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

function RequestActivity({ fund }: { readonly fund: Fund }) {
  const say = useSay(fundTexts);
  const partners = usePartners();
  const { may, why } = useDecider({ scope: 'claims:write', role: 'finance' });
  return (
    <Deeds why={why}>
      {may && (
        <Deed
          name={say('request')}
          lead={say('requestLead')}
          questions={[
            {
              ...{ id: 'partner', label: say('partner'), kind: 'find', choices: partners },
              value: fund.partner ?? '',
            },
            { id: 'title', label: say('title') },
            { id: 'reference', label: say('reference') },
            { id: 'amount', label: say('amount'), kind: 'amount' },
            { id: 'firstDay', label: say('firstDay'), kind: 'day', value: fund.firstDay },
            { id: 'lastDay', label: say('lastDay'), kind: 'day', value: fund.lastDay },
          ]}
          done={say('requested')}
          onDo={({ partner = '', title = '', reference = '', amount = '', firstDay = '', lastDay = '' }) =>
            call.POST('/api/v1/funds/{code}/activities', {
              params: { path: { code: fund.code } },
              body: { partner, title, reference, amount, firstDay, lastDay },
            })
          }
        />
      )}
    </Deeds>
  );
}

function Activities({ fund }: { readonly fund: Fund }) {
  const say = useSay(fundTexts);
  const { moneyFigure, money, span, day, inCurrency } = useReader();
  const nameOf = useActorName();
  const { currency } = fund;
  const columns: readonly Column<Activity>[] = [
    {
      id: 'activity',
      title: say('title'),
      isMain: true,
      cell: ({ partner, title, requestedBy }) => (
        <PartnerName code={partner} below={`${title} · ${say('askedBy', { name: nameOf(requestedBy) })}`} />
      ),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state, firstDay, lastDay, claimUntil }) => (
        <>
          <div>{say(`state.${state}`)}</div>
          <div>{span({ firstDay, lastDay })}</div>
          <div>{say('claimUntil', { day: day(claimUntil) })}</div>
        </>
      ),
    },
    {
      id: 'sums',
      title: say('approved'),
      isPlain: true,
      cell: ({ approved, granted, settled }) => (
        <>
          <div>{`${say('approved')} ${money(approved, currency)}`}</div>
          <div>{`${say('granted')} ${money(granted, currency)}`}</div>
          <div>{`${say('settled')} ${money(settled, currency)}`}</div>
        </>
      ),
    },
    {
      id: 'deeds',
      title: say('deeds'),
      isPlain: true,
      cell: (activity) => <ActivityDeeds activity={activity} />,
    },
    {
      id: 'requested',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ requested }) => moneyFigure(requested, currency),
    },
  ];
  return (
    <DataTable caption={say('activities')} columns={columns} rows={fund.activities} rowKey={({ id }) => id} />
  );
}
