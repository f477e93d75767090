import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Hook } from './WebhookPage.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { webhookTexts } from './webhookTexts.ts';

/** What can be done with an address: try it, let it rest, change what signs, tell all once more, end it. */
export function WebhookDeeds({ hook }: { readonly hook: Hook }) {
  const say = useSay(webhookTexts);
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string>();
  const { id, state } = hook;
  const path = { path: { id } };
  return (
    <>
      <Deeds>
        <Deed
          name={say('test')}
          lead={say('testLead')}
          done={say('tested')}
          onDo={() => call.POST('/api/v1/webhooks/{id}/tests', { params: path })}
        />
        {state === 'active' ? (
          <Deed
            name={say('pause')}
            lead={say('pauseLead')}
            done={say('pausedNow')}
            onDo={() => turn(hook, 'paused')}
          />
        ) : (
          <Deed
            name={say('resume')}
            lead={say('resumeLead')}
            done={say('resumed')}
            onDo={() => turn(hook, 'active')}
          />
        )}
        <Deed
          name={say('rotate')}
          lead={say('rotateLead')}
          done={say('rotated')}
          onDo={async () => {
            const rotated = await call.POST('/api/v1/webhooks/{id}/secrets', { params: path });
            setSecret(rotated.data?.secret);
          }}
        />
        <Deed
          name={say('replay')}
          lead={say('replayLead')}
          questions={[{ id: 'since', kind: 'day', label: say('since') }]}
          done={say('replayed')}
          onDo={({ since }) =>
            call.POST('/api/v1/webhooks/{id}/replays', {
              params: path,
              body: { since: new Date(`${since}T00:00:00`).toISOString() },
            })
          }
        />
        <Deed
          name={say('end')}
          lead={say('endLead')}
          done={say('ended')}
          kind="danger"
          onDo={() => call.DELETE('/api/v1/webhooks/{id}', { params: path })}
          onDone={() => void navigate({ to: '/settings/webhooks' })}
        />
      </Deeds>
      {secret !== undefined && <WebhookSecret secret={secret} onKept={() => setSecret(undefined)} />}
    </>
  );
}

function turn({ id, version, name, url, kinds }: Hook, state: 'active' | 'paused') {
  return call.PUT('/api/v1/webhooks/{id}', {
    params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    body: { name, url, kinds, state },
  });
}
