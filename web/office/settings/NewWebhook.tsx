import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { isWholeWebhook, type WebhookDraft, WebhookFields } from './WebhookFields.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { webhookTexts } from './webhookTexts.ts';

const EMPTY: WebhookDraft = { name: '', url: '', kinds: [] };

/** Has an address told; what signs is shown once. */
export function NewWebhook() {
  const say = useSay(webhookTexts);
  const [draft, setDraft] = useState(EMPTY);
  const create = api.useMutation('post', '/api/v1/webhooks', { onSuccess: () => setDraft(EMPTY) });
  const isWhole = isWholeWebhook(draft);
  const { name, url, kinds } = draft;
  const send = () => {
    if (isWhole) create.mutate({ body: { name: name.trim(), url: url.trim(), kinds: [...kinds] } });
  };
  return (
    <Section title={say('newOne')} lead={say('newLead')}>
      {create.error !== null && <Refused error={create.error} />}
      {create.data !== undefined && (
        <WebhookSecret secret={create.data.secret} onKept={() => create.reset()} />
      )}
      <Form
        label={say('newOne')}
        onSubmit={send}
        submit={say('create')}
        isPending={create.isPending}
        isDisabled={!isWhole}
      >
        <WebhookFields draft={draft} onChange={setDraft} />
      </Form>
    </Section>
  );
}
