import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { doorOf } from './doorOf.ts';
import { SignInForm, WayLink } from './SignInForm.tsx';
import { SSO_FLOW } from './ssoFlow.ts';
import { ssoTexts } from './ssoTexts.ts';

/** `/sso-begin`: signs in at the provider of one's own company: which one, the code of the tenant says. */
export function SsoStart() {
  const say = useSay(ssoTexts);
  const { place, signIn } = doorOf(location);
  const [typed, setTyped] = useState<string>();
  // At an address of a tenant’s own it is said already.
  const welcome = api.useQuery('get', '/api/v1/welcome', {}, { staleTime: 300_000 });
  const tenant = typed ?? welcome.data?.tenant ?? '';
  const begin = api.useMutation('post', '/api/v1/sign-in/sso/address', {
    onSuccess: ({ address, flow }) => {
      // Only this browser, in this tab, can go on with what it began.
      sessionStorage.setItem(SSO_FLOW, flow);
      location.assign(address);
    },
  });
  return (
    <Page title={say('title')} lead={say('lead')}>
      {begin.error !== null && <Refused title={say('refused')} error={begin.error} />}
      <SignInForm
        submit={say('go')}
        isPending={begin.isPending}
        onSubmit={() => begin.mutate({ body: { tenant: tenant.trim().toLowerCase(), in: place } })}
      >
        <TextField
          label={say('tenant')}
          hint={say('tenantHint')}
          name="organization"
          autoComplete="organization"
          value={tenant}
          onChange={setTyped}
          isRequired
        />
      </SignInForm>
      <WayLink href={signIn}>{say('back')}</WayLink>
    </Page>
  );
}
