import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { factorTexts } from './factorTexts.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { PasswordField } from './SignInForm.tsx';

/** Another password, by whoever knows the present one. */
export function PasswordChange({ email }: { readonly email: string }) {
  const say = useSay(factorTexts);
  const [present, setPresent] = useState('');
  const change = api.useMutation('put', '/api/v1/account/password', { onSuccess: () => setPresent('') });
  return (
    <Section title={say('password')} lead={say('passwordLead')}>
      {change.error !== null && <Refused error={change.error} />}
      {change.isSuccess && <Done title={say('passwordDone')} />}
      <NewPasswordForm
        key={change.submittedAt}
        email={email}
        submit={say('passwordSet')}
        isPending={change.isPending}
        onSubmit={(password) => change.mutate({ body: { present, password } })}
      >
        <PasswordField name="present" label={say('present')} value={present} onChange={setPresent} />
      </NewPasswordForm>
    </Section>
  );
}
