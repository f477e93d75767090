import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import styles from './SignIn.module.css';
import { sessionTexts } from './texts.ts';

type Props = {
  readonly to: string;
  readonly lost: string;
  readonly sso: string;
  /** Where a second factor is set up. */
  readonly account: string;
};

/** Signs in with a password and what the account has beside it, or with a passkey; and goes on to where the reader was going. */
export function SignIn({ to, lost, sso, account }: Props) {
  const say = useSay(sessionTexts);
  const { history } = useRouter();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signedIn = async () => {
    // Where a second factor is needed and there is none, there is nowhere else to go.
    const { needs } = await client.fetchQuery({
      ...api.queryOptions('get', '/api/v1/session'),
      staleTime: 0,
    });
    history.push(needs === 'secondFactor' ? account : to);
  };
  const signIn = api.useMutation('post', '/api/v1/sign-in', {
    onSuccess: ({ state }) => (state === 'signedIn' ? signedIn() : undefined),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  const { ticket, factors } = signIn.data ?? {};
  if (ticket !== undefined && factors !== undefined) {
    return <SecondFactor ticket={ticket} factors={factors} onIn={signedIn} onBack={() => signIn.reset()} />;
  }
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
        <PasskeySignIn onIn={signedIn} />
      </form>
      <p>
        <a className={styles.link} href={sso}>
          {say('sso')}
        </a>
      </p>
      <p>
        <a className={styles.link} href={lost}>
          {say('lost')}
        </a>
      </p>
    </Page>
  );
}
