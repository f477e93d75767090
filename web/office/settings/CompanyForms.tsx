import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { companyTexts } from './companyTexts.ts';

/** One more company of ours. */
export function AddCompany() {
  const say = useSay(companyTexts);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { texts, field, clear } = useFields({ code: '', name: '', timeZone });
  const add = api.useMutation('post', '/api/v1/companies', { onSuccess: clear });
  const body = { code: texts.code.trim(), name: texts.name.trim(), timeZone: texts.timeZone.trim() };
  const isWhole = Object.values(body).every((text) => text !== '');
  return (
    <Section title={say('add')} lead={say('addLead')}>
      {add.isSuccess && <Done title={say('added')} />}
      {add.error !== null && <Refused error={add.error} />}
      <Form
        label={say('add')}
        onSubmit={() => isWhole && add.mutate({ body })}
        submit={say('addIt')}
        isPending={add.isPending}
        isDisabled={!isWhole}
      >
        <TextField label={say('code')} hint={say('codeHint')} {...field('code')} />
        <TextField label={say('name')} {...field('name')} />
        <TextField label={say('zone')} hint={say('zoneHint')} {...field('timeZone')} />
      </Form>
    </Section>
  );
}

type Named = { readonly code: string; readonly name: string };

/** Calls one of our companies otherwise. */
export function RenameCompany({ companies }: { readonly companies: readonly Named[] }) {
  const say = useSay(companyTexts);
  const [code, setCode] = useState(companies[0]?.code ?? '');
  const [name, setName] = useState('');
  const rename = api.useMutation('put', '/api/v1/companies/{code}/name', { onSuccess: () => setName('') });
  const isWhole = name.trim() !== '';
  return (
    <Section title={say('rename')} lead={say('renameLead')}>
      {rename.isSuccess && <Done title={say('renamed')} />}
      {rename.error !== null && <Refused error={rename.error} />}
      <Form
        label={say('rename')}
        onSubmit={() => isWhole && rename.mutate({ params: { path: { code } }, body: { name: name.trim() } })}
        submit={say('renameIt')}
        isPending={rename.isPending}
        isDisabled={!isWhole}
      >
        <SelectField
          label={say('company')}
          choices={companies.map((company) => ({ id: company.code, name: company.name }))}
          value={code}
          onChange={setCode}
        />
        <TextField label={say('newName')} value={name} onChange={setName} />
      </Form>
    </Section>
  );
}
