import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useMay } from '../money/useMay.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { WebhookDeeds } from './WebhookDeeds.tsx';
import { WebhookDeliveries } from './WebhookDeliveries.tsx';
import { isWholeWebhook, WebhookFields } from './WebhookFields.tsx';
import { WebhookState } from './WebhookState.tsx';
import { webhookTexts } from './webhookTexts.ts';

export type Hook = Answer<'getWebhook'>;

/** What is sent is seen to be taken without loading the page again. */
const ASKED_AGAIN_MS = 3000;

/** One address outside: how it fares, what was told there, and what can be done. */
export function WebhookPage() {
  const say = useSay(webhookTexts);
  const { id } = useParams({ from: '/settings/webhooks/$id' });
  const hook = api.useQuery(
    'get',
    '/api/v1/webhooks/{id}',
    { params: { path: { id } } },
    { refetchInterval: ASKED_AGAIN_MS },
  );
  return (
    <SettingsFrame lead={say('lead')}>
      <Loaded query={hook}>
        {(shown) => (
          <>
            <Standing hook={shown} />
            <WebhookDeliveries hook={shown} />
            <Change key={shown.version} hook={shown} />
          </>
        )}
      </Loaded>
    </SettingsFrame>
  );
}

function Standing({ hook }: { readonly hook: Hook }) {
  const say = useSay(webhookTexts);
  const { instant, count } = useReader();
  const mayChange = useMay('company:write');
  const { name, url, state, createdAt, failingSince, bothUntil, counts } = hook;
  return (
    <Section title={name}>
      {state === 'stopped' && (
        <Notice title={say('stoppedTitle')} meaning="attention">
          <p>{say('stoppedText')}</p>
        </Notice>
      )}
      <Details
        entries={[
          [say('url'), <code key="url">{url}</code>],
          [say('state'), <WebhookState key="state" hook={hook} />],
          [say('failingSince'), failingSince === null ? undefined : instant(failingSince)],
          [say('bothUntil'), bothUntil === null ? undefined : instant(bothUntil)],
          [say('createdAt'), instant(createdAt)],
          [
            say('deliveries'),
            say('counted', {
              taken: count(counts.taken),
              waiting: count(counts.waiting),
              failed: count(counts.failed),
            }),
          ],
        ]}
      />
      {mayChange && <WebhookDeeds hook={hook} />}
    </Section>
  );
}

function Change({ hook: { id, version, state, name, url, kinds } }: { readonly hook: Hook }) {
  const say = useSay(webhookTexts);
  const mayChange = useMay('company:write');
  const [draft, setDraft] = useState<Parameters<typeof isWholeWebhook>[0]>({ name, url, kinds });
  const set = api.useMutation('put', '/api/v1/webhooks/{id}');
  if (!mayChange) return null;
  const isWhole = isWholeWebhook(draft);
  const send = () =>
    isWhole &&
    set.mutate({
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: {
        ...{ name: draft.name.trim(), url: draft.url.trim(), kinds: [...draft.kinds] },
        state: state === 'paused' ? 'paused' : 'active',
      },
    });
  return (
    <Section title={say('change')} lead={state === 'stopped' ? say('changeStopped') : undefined}>
      {set.isSuccess && <Done title={say('saved')} />}
      {set.error !== null && <Refused error={set.error} />}
      <Form
        label={say('change')}
        onSubmit={send}
        submit={say('save')}
        isPending={set.isPending}
        isDisabled={!isWhole}
      >
        <WebhookFields draft={draft} onChange={setDraft} />
      </Form>
    </Section>
  );
}
