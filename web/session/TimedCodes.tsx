import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Factors.module.css';
import type { Told } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';
import { NewTotp } from './NewTotp.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

type Props = { readonly hasTotp: boolean; readonly onDone: (told: Told) => void };

/** Codes by time: set up with the password and a first code, or ended. */
export function TimedCodes({ hasTotp, onDone }: Props) {
  const say = useSay(factorTexts);
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const begin = api.useMutation('post', '/api/v1/account/totp', { onSuccess: close });
  const end = api.useMutation('post', '/api/v1/account/totp/removal', {
    onSuccess: () => {
      close();
      onDone({ title: say('ended') });
    },
  });
  const change = hasTotp ? end : begin;
  const ask = () => {
    change.reset();
    setAsking(true);
  };
  const confirmed = (told: Told) => {
    begin.reset();
    onDone(told);
  };
  return (
    <div className={styles.way}>
      <h3>{say('totp')}</h3>
      <p>{say(hasTotp ? 'totpOn' : 'totpOff')}</p>
      {begin.data === undefined || hasTotp ? (
        <Button onPress={ask}>{say(hasTotp ? 'totpEnd' : 'totpSetUp')}</Button>
      ) : (
        <NewTotp totp={begin.data} onDone={confirmed} />
      )}
      {isAsking && (
        <PasswordDialog
          title={say(hasTotp ? 'totpEndAsk' : 'totpSetUp')}
          yes={say(hasTotp ? 'totpEnd' : 'totpSetUp')}
          isDanger={hasTotp}
          isPending={change.isPending}
          error={change.error}
          onYes={(present) => change.mutate({ body: { present } })}
          onClose={close}
        />
      )}
    </div>
  );
}
