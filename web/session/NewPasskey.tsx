import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Told } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';
import { PasswordDialog } from './PasswordDialog.tsx';

/** Has the device make another passkey; not there where the browser has none. */
export function NewPasskey({ onDone }: { readonly onDone: (told: Told) => void }) {
  const say = useSay(factorTexts);
  const [isAsking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [isCancelled, setCancelled] = useState(false);
  const begin = api.useMutation('post', '/api/v1/account/passkeys/options');
  const add = api.useMutation('post', '/api/v1/account/passkeys');
  if (!browserSupportsWebAuthn()) return null;
  const make = async (present: string) => {
    setCancelled(false);
    const { flow, options } = await begin.mutateAsync({ body: { present } });
    const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
    const made = await startRegistration({ optionsJSON }).catch(() => undefined);
    if (made === undefined) return setCancelled(true);
    const response = made as unknown as Record<string, unknown>;
    const { recoveryCodes } = await add.mutateAsync({ body: { flow, name: name.trim(), response } });
    setAsking(false);
    setName('');
    onDone({ title: say('added'), codes: recoveryCodes });
  };
  const ask = () => {
    begin.reset();
    add.reset();
    setCancelled(false);
    setAsking(true);
  };
  return (
    <>
      <Button onPress={ask}>{say('passkeyAdd')}</Button>
      {isAsking && (
        <PasswordDialog
          title={say('passkeyAdd')}
          yes={say('passkeyAdd')}
          isPending={begin.isPending || add.isPending}
          error={begin.error ?? add.error}
          // What was refused stands in the dialog.
          onYes={(present) => void make(present).catch(() => undefined)}
          onClose={() => setAsking(false)}
        >
          {isCancelled && <p role="alert">{say('passkeyCancelled')}</p>}
          <TextField
            label={say('passkeyName')}
            hint={say('passkeyNameHint')}
            name="passkeyName"
            value={name}
            onChange={setName}
            isRequired
          />
        </PasswordDialog>
      )}
    </>
  );
}
