import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { sessionTexts } from './texts.ts';

/** Signs in with what the device keeps; not there where the browser has no passkeys. */
export function PasskeySignIn({ onIn }: { readonly onIn: () => void }) {
  const say = useSay(sessionTexts);
  const [isCancelled, setCancelled] = useState(false);
  const ask = api.useMutation('post', '/api/v1/sign-in/passkey/options');
  const show = api.useMutation('post', '/api/v1/sign-in/passkey', { onSuccess: onIn });
  if (!browserSupportsWebAuthn()) return null;
  const signIn = async () => {
    setCancelled(false);
    const { flow, options } = await ask.mutateAsync({});
    const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const shown = await startAuthentication({ optionsJSON }).catch(() => undefined);
    if (shown === undefined) return setCancelled(true);
    show.mutate({ body: { flow, response: shown as unknown as Record<string, unknown> } });
  };
  const error = ask.error ?? show.error;
  return (
    <>
      <Button
        // What was refused stands below.
        onPress={() => void signIn().catch(() => undefined)}
        isPending={ask.isPending || show.isPending}
      >
        {say('passkey')}
      </Button>
      {isCancelled && <p role="alert">{say('passkeyCancelled')}</p>}
      {error !== null && <Refused title={say('refused')} error={error} />}
    </>
  );
}
