import { useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api, call } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { useMay } from '../money/useMay.ts';
import type { Hook } from './WebhookPage.tsx';
import { webhookTexts } from './webhookTexts.ts';

type Delivery = Answer<'listWebhookDeliveries'>['rows'][number];

const FROM = '/settings/webhooks/$id';
const STATES = ['waiting', 'taken', 'failed'] as const;
const MEANINGS: Readonly<Record<Delivery['state'], Meaning>> = {
  waiting: 'information',
  taken: 'good',
  failed: 'bad',
};
const ASKED_AGAIN_MS = 3000;

/** What was told at an address, what was answered, and what waits; each can be sent once more. */
export function WebhookDeliveries({ hook: { id } }: { readonly hook: Hook }) {
  const say = useSay(webhookTexts);
  const { state: asked, cursor } = useSearch({ from: FROM });
  const state = STATES.find((known) => known === asked);
  const query = pageQuery({ state, cursor });
  const list = api.useQuery(
    'get',
    '/api/v1/webhooks/{id}/deliveries',
    { params: { path: { id }, query } },
    { ...PAGED, refetchInterval: ASKED_AGAIN_MS },
  );
  return (
    <Section title={say('deliveries')} lead={say('deliveriesLead')}>
      <OneOrAll
        name="state"
        label={say('state')}
        choices={STATES.map((one) => ({ id: one, name: say(one) }))}
      />
      <PagedList list={list} empty={{ title: say('noDeliveries'), text: say('noDeliveriesText') }}>
        {(rows, isStale) => <Deliveries hook={id} rows={rows} isStale={isStale} />}
      </PagedList>
    </Section>
  );
}

type Props = { readonly hook: string; readonly rows: readonly Delivery[]; readonly isStale: boolean };

function Deliveries({ hook, rows, isStale }: Props) {
  const say = useSay(webhookTexts);
  const { instant } = useReader();
  const mayChange = useMay('company:write');
  const columns: readonly Column<Delivery>[] = [
    {
      id: 'event',
      title: say('event'),
      isMain: true,
      cell: ({ type, object }) => <Named name={say(type)} code={object.id} />,
    },
    {
      id: 'state',
      title: say('state'),
      isFirst: true,
      cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(state)}</Tag>,
    },
    { id: 'at', title: say('happened'), cell: ({ at }) => instant(at) },
    { id: 'answer', title: say('answer'), cell: (delivery) => <Answered delivery={delivery} /> },
    ...(mayChange
      ? [
          {
            id: 'again',
            title: say('again'),
            isPlain: true,
            cell: (delivery: Delivery) => <Again hook={hook} delivery={delivery} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={say('deliveries')}
      columns={columns}
      rows={rows}
      rowKey={({ event }) => event}
      isStale={isStale}
    />
  );
}

/** What came of the last attempt, and when the next one is. */
function Answered({ delivery: { last, attempts, state, dueAt } }: { readonly delivery: Delivery }) {
  const say = useSay(webhookTexts);
  const { instant, count } = useReader();
  const next = state === 'waiting' && dueAt !== null ? say('nextAt', { at: instant(dueAt) }) : '';
  if (last === null) return <Named name={say('notYet')} code={next} />;
  const status = last.status === null ? '' : `HTTP ${last.status}`;
  const took = say('took', { ms: count(last.tookMs) });
  return (
    <>
      <Named
        name={[say(`outcome_${last.outcome}`), status].filter(Boolean).join(' · ')}
        code={[took, say('attempts', { count: attempts }), next].filter(Boolean).join(' · ')}
      />
      {last.said !== '' && <code>{last.said}</code>}
    </>
  );
}

function Again({
  hook,
  delivery: { event, type, object },
}: {
  readonly hook: string;
  readonly delivery: Delivery;
}) {
  const say = useSay(webhookTexts);
  return (
    <Deeds>
      <Deed
        name={say('again')}
        label={say('againOf', { what: `${say(type)} ${object.id}` })}
        lead={say('againLead')}
        done={say('askedAgain')}
        kind="quiet"
        onDo={() =>
          call.POST('/api/v1/webhooks/{id}/deliveries/{event}/replays', {
            params: { path: { id: hook, event } },
          })
        }
      />
    </Deeds>
  );
}
