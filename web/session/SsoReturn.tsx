import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './SignIn.module.css';
import { SSO_FLOW } from './ssoFlow.ts';
import { ssoTexts } from './ssoTexts.ts';

type Props = { readonly home: string; readonly again: string };

/** Where the provider sends the browser back to: what it says is handed over once, and the address is left. */
export function SsoReturn({ home, again }: Props) {
  const say = useSay(ssoTexts);
  const { history } = useRouter();
  const { mutate, error } = api.useMutation('post', '/api/v1/sign-in/sso', {
    onSuccess: () => history.replace(home),
  });
  useEffect(() => {
    const flow = sessionStorage.getItem(SSO_FLOW) ?? '';
    // Used up, also where React runs this twice.
    if (flow === '' && !location.search.includes('state=')) return;
    sessionStorage.removeItem(SSO_FLOW);
    mutate({ body: { flow, address: location.href } });
  }, [mutate]);
  return (
    <Page title={say('title')}>
      {error === null ? (
        <Skeleton />
      ) : (
        <>
          <Refused title={say('refused')} error={error} />
          <p>
            <a className={styles.link} href={again}>
              {say('again')}
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
