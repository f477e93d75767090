import { useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './SignIn.module.css';
import { sessionTexts } from './texts.ts';

/** Signs in with a password, and goes on to where the reader was going. */
export function SignIn({ to, lost }: { readonly to: string; readonly lost: string }) {
  const say = useSay(sessionTexts);
  const { history } = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = api.useMutation('post', '/api/v1/sign-in', { onSuccess: () => history.push(to) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  return (
    <Page title={say('title')}>
      {signIn.error !== null && <Refused title={say('refused')} error={signIn.error} />}
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <TextField
          label={say('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Button type="submit" kind="primary" isPending={signIn.isPending}>
          {say('submit')}
        </Button>
      </form>
      <p>
        <a className={styles.link} href={lost}>
          {say('lost')}
        </a>
      </p>
    </Page>
  );
}
