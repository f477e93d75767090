import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { SignInForm } from './SignInForm.tsx';
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
  const hasTotp = factors.includes('totp');
  return (
    <Page title={say('second')}>
      {show.error !== null && <Refused title={say('refused')} error={show.error} />}
      <SignInForm
        submit={say('submit')}
        isPending={show.isPending}
        onSubmit={() => show.mutate({ body: { ticket, code } })}
        others={
          <Button kind="quiet" onPress={onBack}>
            {say('back')}
          </Button>
        }
      >
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
      </SignInForm>
    </Page>
  );
}
