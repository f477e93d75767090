import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Factors.module.css';
import type { Told } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';
import { PasswordDialog } from './PasswordDialog.tsx';

type Props = { readonly left: number; readonly onDone: (told: Told) => void };

/** How many codes are left for the day when the others are lost, and new ones. */
export function RecoveryCodes({ left, onDone }: Props) {
  const say = useSay(factorTexts);
  const [isAsking, setAsking] = useState(false);
  const renew = api.useMutation('post', '/api/v1/account/recovery-codes', {
    onSuccess: ({ recoveryCodes }) => {
      setAsking(false);
      onDone({ title: say('ended'), codes: recoveryCodes });
    },
  });
  const ask = () => {
    renew.reset();
    setAsking(true);
  };
  return (
    <div className={styles.way}>
      <h3>{say('codes')}</h3>
      <p>{say('codesLeft', { count: left })}</p>
      <Button onPress={ask}>{say('codesRenew')}</Button>
      {isAsking && (
        <PasswordDialog
          title={say('codesRenewAsk')}
          yes={say('codesRenew')}
          isPending={renew.isPending}
          error={renew.error}
          onYes={(present) => renew.mutate({ body: { present } })}
          onClose={() => setAsking(false)}
        >
          <p>{say('codesRenewWhy')}</p>
        </PasswordDialog>
      )}
    </div>
  );
}
