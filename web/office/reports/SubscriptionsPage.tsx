import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { subscriptionTexts } from './subscriptionTexts.ts';

type Subscription = Answer<'listSubscriptions'>['rows'][number];

/** `/reports/subscriptions`: what somebody has sent to them, when, and what became of it. */
export function SubscriptionsPage() {
  const say = useSay(subscriptionTexts);
  const subscriptions = api.useQuery('get', '/api/v1/reports/subscriptions');
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Loaded query={subscriptions}>
        {({ rows, isPaused }) => (
          <>
            {isPaused && (
              <Notice title={say('pausedTitle')} meaning="attention">
                <p>{say('pausedText')}</p>
              </Notice>
            )}
            {rows.length === 0 ? (
              <Notice title={say('emptyTitle')}>
                <p>{say('emptyText')}</p>
              </Notice>
            ) : (
              <Table rows={rows} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Table({ rows }: { readonly rows: readonly Subscription[] }) {
  const say = useSay(subscriptionTexts);
  const { instant } = useReader();
  const { data } = api.useQuery('get', '/api/v1/reports');
  const titleOf = (report: Subscription['report']) =>
    data?.rows.find(({ name }) => name === report)?.title ?? report;
  const end = api.useMutation('delete', '/api/v1/reports/subscriptions/{id}');
  const columns: readonly Column<Subscription>[] = [
    {
      id: 'report',
      title: say('report'),
      isMain: true,
      cell: ({ report, filter, format }) => (
        <Link to="/reports/$report" params={{ report }} search={filter}>
          <Named name={titleOf(report)} code={[say(format), ...Object.values(filter)].join(' · ')} />
        </Link>
      ),
    },
    {
      id: 'when',
      title: say('rhythm'),
      isPlain: true,
      cell: ({ rhythm, timeZone }) => <Named name={say(rhythm)} code={say('zone', { zone: timeZone })} />,
    },
    { id: 'next', title: say('next'), cell: ({ nextAt }) => instant(nextAt) },
    {
      id: 'last',
      title: say('last'),
      isPlain: true,
      cell: ({ last }) =>
        last === null ? say('never') : <Named name={say(`was_${last.outcome}`)} code={instant(last.at)} />,
    },
    {
      id: 'end',
      title: say('end'),
      isPlain: true,
      cell: ({ id, report }) => (
        <Button
          kind="quiet"
          label={`${say('end')}: ${titleOf(report)}`}
          onPress={() => end.mutate({ params: { path: { id } } })}
        >
          {say('end')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {end.error !== null && <Refused error={end.error} />}
      <DataTable caption={say('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  );
}
