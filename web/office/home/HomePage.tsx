import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { SmallLadder } from '../../ladder/SmallLadder.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Named } from '../../ui/Named.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { homeTexts } from './texts.ts';

/** A new import shows without loading the page again. */
const ASKED_AGAIN_MS = 30_000;

/** Where things stand today. */
export function HomePage() {
  const say = useSay(homeTexts);
  const earnings = api.useQuery(
    'get',
    '/api/v1/earnings',
    { params: { query: { limit: '8' } } },
    { refetchInterval: ASKED_AGAIN_MS },
  );
  return (
    <Page title={say('title')} lead={say('lead')}>
      {earnings.error !== null && <Failure error={earnings.error} onRetry={() => void earnings.refetch()} />}
      {earnings.isPending && <Skeleton />}
      {earnings.data !== undefined && <Standing list={earnings.data} />}
    </Page>
  );
}

function Standing({ list }: { readonly list: Schemas['EarningList'] }) {
  const say = useSay(homeTexts);
  return (
    <>
      <Figures>
        {list.totals.map(({ direction, currency, amount, rows }) => (
          <KeyFigure
            key={`${direction} ${currency}`}
            title={say(direction)}
            note={say('rows', { count: rows })}
          >
            <Amount exact={amount} currency={currency} isLarge />
          </KeyFigure>
        ))}
      </Figures>
      <Section title={say('largest')}>
        <LargestAmounts rows={list.rows} />
        <Link to="/earnings">{say('allEarnings')}</Link>
      </Section>
    </>
  );
}

function LargestAmounts({ rows }: { readonly rows: readonly Schemas['Earning'][] }) {
  const say = useSay(homeTexts);
  const reader = useReader();
  const columns: readonly Column<Schemas['Earning']>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    {
      id: 'agreement',
      title: say('agreement'),
      isPlain: true,
      cell: ({ agreementName, window }) => (
        <Named name={reader.name(agreementName)} code={reader.span(window)} />
      ),
    },
    {
      id: 'way',
      title: say('way'),
      isPlain: true,
      width: '30%',
      cell: (earning) => <SmallLadder standing={earning} />,
    },
    {
      id: 'earned',
      title: say('earned'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, amount, currency }) => (
        <Link to="/earnings" search={{ earning: id }}>
          <Amount exact={amount} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('largest')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
