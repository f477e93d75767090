import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { doorOf } from './doorOf.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { passwordTexts } from './passwordTexts.ts';
import { linkSecret } from './wayBack.ts';

/** `/password#…`: where the link of a mail leads that sets a new password. */
export function ResetPassword() {
  const say = useSay(passwordTexts);
  const [ticket] = useState(() => linkSecret(location));
  const reset = api.useMutation('put', '/api/v1/password-reset');
  return (
    <Page title={say('resetTitle')} lead={say('resetLead')}>
      {reset.error !== null && <Refused title={say('notSet')} error={reset.error} />}
      {reset.isSuccess ? (
        <Done title={say('done')} actions={<a href={doorOf(location).signIn}>{say('signIn')}</a>} />
      ) : (
        <NewPasswordForm
          submit={say('set')}
          isPending={reset.isPending}
          onSubmit={(password) => reset.mutate({ body: { ticket, password } })}
        />
      )}
    </Page>
  );
}
