import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import type { paths } from '../api/openApi.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { doorOf } from './doorOf.ts';
import { invitationTexts } from './invitationTexts.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { linkSecret } from './wayBack.ts';

/** `/invitation#…`: where the link of an invitation leads: who invites, and what is needed to come in. */
export function Invitation() {
  const say = useSay(invitationTexts);
  const [invitation] = useState(() => linkSecret(location));
  const shown = api.useQuery('post', '/api/v1/invitation', { body: { invitation } }, { retry: false });
  return (
    <Page title={say('title')}>
      {shown.isPending && <Skeleton />}
      {shown.error !== null && <Refused title={say('notOpen')} error={shown.error} />}
      {shown.data !== undefined && <Acceptance invitation={invitation} shown={shown.data} />}
    </Page>
  );
}

type Answers = paths['/api/v1/invitation']['post']['responses'];
type Shown = Answers[200]['content']['application/json'];
type Props = { readonly invitation: string; readonly shown: Shown };

function Acceptance({ invitation, shown }: Props) {
  const say = useSay(invitationTexts);
  const reader = useReader();
  const { history } = useRouter();
  const { home, signIn } = doorOf(location);
  const accept = api.useMutation('post', '/api/v1/invitation/acceptance', {
    onSuccess: ({ state }) => history.push(state === 'signedIn' ? home : signIn),
  });
  const { tenant, email, name, hasPassword, expiresAt } = shown;
  return (
    <>
      <p>{say('invites', { tenant, name })}</p>
      <p>{say('until', { until: reader.day(expiresAt.slice(0, 10)) })}</p>
      {accept.error !== null && <Refused title={say('notAccepted')} error={accept.error} />}
      {hasPassword ? (
        <>
          <p>{say('hasPassword', { email })}</p>
          <Button
            kind="primary"
            isPending={accept.isPending}
            onPress={() => accept.mutate({ body: { invitation } })}
          >
            {say('accept')}
          </Button>
        </>
      ) : (
        <NewPasswordForm
          email={email}
          submit={say('accept')}
          isPending={accept.isPending}
          onSubmit={(password) => accept.mutate({ body: { invitation, password } })}
        />
      )}
    </>
  );
}
