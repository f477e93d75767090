import { api } from '../api/client.ts';
import { MailChoices } from '../notices/MailChoices.tsx';
import { useSay } from '../text/ReaderContext.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Factors } from './Factors.tsx';
import { factorTexts } from './factorTexts.ts';
import { PasswordChange } from './PasswordChange.tsx';
import { Sessions } from './Sessions.tsx';

/** What concerns whoever is signed in: second factors, password, and where else they are signed in. */
export function AccountPage() {
  const say = useSay(factorTexts);
  const session = api.useQuery('get', '/api/v1/session');
  if (session.error !== null) {
    return (
      <Page title={say('title')}>
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Page>
    );
  }
  if (session.data === undefined) {
    return (
      <Page title={say('title')}>
        <Skeleton />
      </Page>
    );
  }
  const { email, needs, person } = session.data;
  return (
    <Page title={say('title')} lead={say('lead', { email })}>
      {needs === 'secondFactor' && (
        <Notice title={say('needed')} meaning="attention">
          <p>{say('neededWhy')}</p>
        </Notice>
      )}
      <Factors />
      <PasswordChange email={email} />
      {person !== null && <MailChoices />}
      <Sessions />
    </Page>
  );
}
