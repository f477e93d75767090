import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useMay } from '../money/useMay.ts';
import { NewWebhook } from './NewWebhook.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { WebhookState } from './WebhookState.tsx';
import { webhookTexts } from './webhookTexts.ts';

type Hook = Answer<'listWebhooks'>['rows'][number];

/** Programs outside that are told of what happens, and how that fares. */
export function WebhooksPage() {
  const say = useSay(webhookTexts);
  const mayChange = useMay('company:write');
  const hooks = api.useQuery('get', '/api/v1/webhooks');
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('webhooks')}>
        <Loaded query={hooks} rows={3}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Notice title={say('none')}>
                <p>{say('noneText')}</p>
              </Notice>
            ) : (
              <Hooks rows={rows} />
            )
          }
        </Loaded>
      </Section>
      {mayChange && <NewWebhook />}
    </SettingsFrame>
  );
}

function Hooks({ rows }: { readonly rows: readonly Hook[] }) {
  const say = useSay(webhookTexts);
  const { count } = useReader();
  const columns: readonly Column<Hook>[] = [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ id, name, url }) => (
        <Named
          name={
            <Link to="/settings/webhooks/$id" params={{ id }}>
              {name}
            </Link>
          }
          code={url}
        />
      ),
    },
    { id: 'state', title: say('state'), isFirst: true, cell: (hook) => <WebhookState hook={hook} /> },
    {
      id: 'kinds',
      title: say('kinds'),
      cell: ({ kinds }) => say('kindCount', { count: kinds.length }),
    },
    { id: 'waiting', title: say('waiting'), isFigure: true, cell: ({ counts }) => count(counts.waiting) },
    { id: 'taken', title: say('taken'), isFigure: true, cell: ({ counts }) => count(counts.taken) },
    { id: 'failed', title: say('failed'), isFigure: true, cell: ({ counts }) => count(counts.failed) },
  ];
  return <DataTable caption={say('webhooks')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
