import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { doorOf } from './doorOf.ts';
import { WayLink } from './SignInForm.tsx';
import { SSO_FLOW } from './ssoFlow.ts';
import { ssoTexts } from './ssoTexts.ts';

/** `/sso`: where the provider sends the browser back to: what it says is handed over once, and the address is left. */
export function SsoReturn() {
  const say = useSay(ssoTexts);
  const { home, sso } = doorOf(location);
  const { history } = useRouter();
  const { mutate, error } = api.useMutation('post', '/api/v1/sign-in/sso', {
    onSuccess: () => history.replace(home),
  });
  // Who comes here by a bookmark, or loads the page once more, brings nothing with them.
  const [isReturn] = useState(
    () => sessionStorage.getItem(SSO_FLOW) !== null || location.search.includes('state='),
  );
  useEffect(() => {
    const flow = sessionStorage.getItem(SSO_FLOW) ?? '';
    // Used up, also where React runs this twice.
    if (!isReturn) return;
    sessionStorage.removeItem(SSO_FLOW);
    mutate({ body: { flow, address: location.href } });
  }, [mutate, isReturn]);
  return (
    <Page title={say('title')}>
      {error === null && isReturn ? (
        <Skeleton />
      ) : (
        <>
          {error === null ? (
            <Notice title={say('nothing')} />
          ) : (
            <Refused title={say('refused')} error={error} />
          )}
          <WayLink href={sso}>{say('again')}</WayLink>
        </>
      )}
    </Page>
  );
}
