import { type SubmitEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import styles from './SignIn.module.css';
import { sessionTexts } from './texts.ts';

type Props = {
  readonly ticket: string;
  readonly factors: readonly ('totp' | 'passkey' | 'recoveryCode')[];
  readonly onIn: () => void;
  readonly onBack: () => void;
};

/** What is shown after the password: a code, a recovery code, or a passkey. */
export function SecondFactor({ ticket, factors, onIn, onBack }: Props) {
  const say = useSay(sessionTexts);
  const [code, setCode] = useState('');
  const show = api.useMutation('post', '/api/v1/sign-in/code', { onSuccess: onIn });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    show.mutate({ body: { ticket, code } });
  };
  const hasTotp = factors.includes('totp');
  return (
    <Page title={say('second')}>
      {show.error !== null && <Refused title={say('refused')} error={show.error} />}
      <form className={styles.form} onSubmit={submit}>
        {factors.includes('passkey') && <PasskeySignIn onIn={onIn} />}
        <TextField
          label={say(hasTotp ? 'code' : 'recoveryCode')}
          hint={say(hasTotp ? 'codeHint' : 'recoveryHint')}
          name="code"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          isRequired
        />
        <Button type="submit" kind="primary" isPending={show.isPending}>
          {say('submit')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {say('back')}
        </Button>
      </form>
    </Page>
  );
}
