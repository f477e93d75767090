import { type SubmitEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { passwordTexts } from './passwordTexts.ts';
import styles from './SignIn.module.css';

type Props = { readonly place: 'office' | 'portal'; readonly signIn: string };

/** Has a link sent by which a new password is set; nobody learns here whether an address has an account. */
export function LostPassword({ place, signIn }: Props) {
  const say = useSay(passwordTexts);
  const [email, setEmail] = useState('');
  const ask = api.useMutation('post', '/api/v1/password-reset');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    ask.mutate({ body: { email, in: place } });
  };
  return (
    <Page title={say('lostTitle')} lead={say('lostLead')}>
      {ask.error !== null && <Refused title={say('notSent')} error={ask.error} />}
      {ask.isSuccess ? (
        <>
          <Done title={say('sent')} />
          <p>{say('sentNext')}</p>
        </>
      ) : (
        <form className={styles.form} onSubmit={send}>
          <TextField
            label={say('email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            isRequired
          />
          <Button type="submit" kind="primary" isPending={ask.isPending}>
            {say('send')}
          </Button>
        </form>
      )}
      <p>
        <a className={styles.link} href={signIn}>
          {say('back')}
        </a>
      </p>
    </Page>
  );
}
