import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { doorOf } from './doorOf.ts';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { EmailField, PasswordField, SignInForm, WayLink } from './SignInForm.tsx';
import { sessionTexts } from './texts.ts';

/** `/sign-in?to=…`: with a password and what the account has beside it, or with a passkey; then on to where the reader was going. */
export function SignIn() {
  const say = useSay(sessionTexts);
  const door = doorOf(location);
  const { to = door.home } = useSearch({ from: '/sign-in' });
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
    history.push(needs === 'secondFactor' ? door.account : to);
  };
  const signIn = api.useMutation('post', '/api/v1/sign-in', {
    onSuccess: ({ state }) => (state === 'signedIn' ? signedIn() : undefined),
  });
  const { ticket, factors } = signIn.data ?? {};
  if (ticket !== undefined && factors !== undefined) {
    return <SecondFactor ticket={ticket} factors={factors} onIn={signedIn} onBack={() => signIn.reset()} />;
  }
  return (
    <Page title={say('title')}>
      {signIn.error !== null && <Refused title={say('refused')} error={signIn.error} />}
      <SignInForm
        submit={say('submit')}
        isPending={signIn.isPending}
        onSubmit={() => signIn.mutate({ body: { email, password } })}
        others={<PasskeySignIn onIn={signedIn} />}
      >
        <EmailField label={say('email')} value={email} onChange={setEmail} />
        <PasswordField label={say('password')} value={password} onChange={setPassword} />
      </SignInForm>
      <WayLink href={door.sso}>{say('sso')}</WayLink>
      <WayLink href={door.lost}>{say('lost')}</WayLink>
    </Page>
  );
}
