import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { doorOf } from './doorOf.ts';
import { passwordTexts } from './passwordTexts.ts';
import { EmailField, SignInForm, WayLink } from './SignInForm.tsx';

/** `/password-lost`: has a link sent by which a new password is set; nobody learns here whether an address has an account. */
export function LostPassword() {
  const say = useSay(passwordTexts);
  const { place, signIn } = doorOf(location);
  const [email, setEmail] = useState('');
  const ask = api.useMutation('post', '/api/v1/password-reset');
  return (
    <Page title={say('lostTitle')} lead={say('lostLead')}>
      {ask.error !== null && <Refused title={say('notSent')} error={ask.error} />}
      {ask.isSuccess ? (
        <>
          <Done title={say('sent')} />
          <p>{say('sentNext')}</p>
        </>
      ) : (
        <SignInForm
          submit={say('send')}
          isPending={ask.isPending}
          onSubmit={() => ask.mutate({ body: { email, in: place } })}
        >
          <EmailField label={say('email')} value={email} onChange={setEmail} />
        </SignInForm>
      )}
      <WayLink href={signIn}>{say('back')}</WayLink>
    </Page>
  );
}
