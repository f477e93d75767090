import { type SubmitEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './SignIn.module.css';
import { SSO_FLOW } from './ssoFlow.ts';
import { ssoTexts } from './ssoTexts.ts';

type Props = { readonly place: 'office' | 'portal'; readonly signIn: string };

/** Signs in at the provider of one's own company: which one, the code of the tenant says. */
export function SsoStart({ place, signIn }: Props) {
  const say = useSay(ssoTexts);
  const [tenant, setTenant] = useState('');
  const begin = api.useMutation('post', '/api/v1/sign-in/sso/address', {
    onSuccess: ({ address, flow }) => {
      // Only this browser, in this tab, can go on with what it began.
      sessionStorage.setItem(SSO_FLOW, flow);
      location.assign(address);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    begin.mutate({ body: { tenant: tenant.trim().toLowerCase(), in: place } });
  };
  return (
    <Page title={say('title')} lead={say('lead')}>
      {begin.error !== null && <Refused title={say('refused')} error={begin.error} />}
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={say('tenant')}
          hint={say('tenantHint')}
          name="organization"
          autoComplete="organization"
          value={tenant}
          onChange={setTenant}
          isRequired
        />
        <Button type="submit" kind="primary" isPending={begin.isPending}>
          {say('go')}
        </Button>
      </form>
      <p>
        <a className={styles.link} href={signIn}>
          {say('back')}
        </a>
      </p>
    </Page>
  );
}
