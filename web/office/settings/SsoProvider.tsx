import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Done } from '../../ui/Done.tsx';
import { Failure, Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMay } from '../money/useMay.ts';
import { useMe } from '../money/useMe.ts';
import { peopleTexts } from './peopleTexts.ts';
import { signInTexts } from './signInTexts.ts';
import { codesIn, OUR_ROLES } from './wantedRoles.ts';

type Provider = paths['/api/v1/sso-provider']['get']['responses'][200]['content']['application/json'];

/** At which OpenID provider people sign in. */
export function SsoProvider() {
  const say = useSay(signInTexts);
  const me = useMe();
  const provider = api.useQuery('get', '/api/v1/sso-provider');
  const { data, error, isPending } = provider;
  const place = { tenant: me?.tenant.code ?? '', address: `${location.origin}/sso` };
  return (
    <Section title={say('sso')} lead={say('ssoLead', place)}>
      {error !== null && <Failure error={error} onRetry={() => void provider.refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && <ProviderForm key={data.version} provider={data} />}
    </Section>
  );
}

/** The provider as it is written: its secret is only ever sent. */
type Draft = Omit<Provider, 'version' | 'domains'> & { readonly domains: string; readonly secret: string };

function ProviderForm({ provider }: { readonly provider: Provider }) {
  const say = useSay(signInTexts);
  const mayChange = useMay('access:write');
  const { version, domains, ...shown } = provider;
  const [draft, setDraft] = useState<Draft>({ ...shown, domains: domains.join(', '), secret: '' });
  const set = api.useMutation('put', '/api/v1/sso-provider');
  const send = () => {
    const { secret, ...wanted } = draft;
    set.mutate({
      params: { header: { 'If-Match': `"${version}"` } },
      body: { ...wanted, domains: codesIn(draft.domains), ...(secret !== '' && { clientSecret: secret }) },
    });
  };
  return (
    <Form
      label={say('sso')}
      onSubmit={send}
      submit={mayChange ? say('save') : undefined}
      isPending={set.isPending}
    >
      {set.isSuccess && <Done title={say('saved')} />}
      {set.error !== null && <Refused error={set.error} />}
      <ProviderFields draft={draft} onChange={(changed) => setDraft({ ...draft, ...changed })} />
    </Form>
  );
}

type FieldsProps = { readonly draft: Draft; readonly onChange: (changed: Partial<Draft>) => void };

function ProviderFields({ draft, onChange: change }: FieldsProps) {
  const say = useSay(signInTexts);
  const sayPeople = useSay(peopleTexts);
  const roles = [
    { id: '', name: say('noRole') },
    ...OUR_ROLES.map((id) => ({ id, name: sayPeople(`role_${id}`) })),
  ];
  return (
    <>
      <CheckField isSelected={draft.isOn} onChange={(isOn) => change({ isOn })}>
        {say('isOn')}
      </CheckField>
      <TextField
        label={say('issuer')}
        hint={say('issuerHint')}
        type="url"
        value={draft.issuer}
        onChange={(issuer) => change({ issuer })}
      />
      <TextField
        label={say('clientId')}
        value={draft.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <TextField
        label={say('secret')}
        hint={say('secretHint')}
        type="password"
        autoComplete="off"
        value={draft.secret}
        onChange={(secret) => change({ secret })}
      />
      <TextField
        label={say('domains')}
        hint={say('domainsHint')}
        value={draft.domains}
        onChange={(typed) => change({ domains: typed })}
      />
      <SelectField
        label={say('role')}
        choices={roles}
        value={draft.role ?? ''}
        onChange={(id) => change({ role: OUR_ROLES.find((role) => role === id) ?? null })}
      />
    </>
  );
}
