import { useEffect } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Fields } from '../../../ui/Form.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { useFieldName } from '../useFieldName.ts';
import { constantsOf, type Draft, isOptional } from './draft.ts';
import { importTexts } from './texts.ts';

const SIDES = ['sale', 'purchase', 'sellThrough'] as const;

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

/** What no column says: whose file it is, and what is the same in every row. */
export function SameInEveryRow({ draft, onChange }: Props) {
  const say = useSay(importTexts);
  const fieldName = useFieldName();
  const companies = api.useQuery('get', '/api/v1/companies');
  const choices = (companies.data?.rows ?? []).map(({ code, name }) => ({
    id: code,
    name: name === code ? code : `${name} (${code})`,
  }));
  const help = useFieldHelp();
  const set = (field: string, text: string) =>
    onChange({ ...draft, constants: { ...draft.constants, [field]: text } });
  const fields = constantsOf(draft);
  const only = choices.length === 1 ? choices[0]?.id : undefined;
  const isEmpty = (draft.constants.company ?? '') === '';
  // Who has one company need not say which.
  const isTold = only !== undefined && fields.includes('company') && isEmpty;
  useEffect(() => {
    if (isTold) set('company', only);
  });
  return (
    <Section title={say('same')} lead={say('sameLead')}>
      <Fields>
        <TextField
          label={say('system')}
          help={help('system')}
          hint={say('systemHint')}
          value={draft.source}
          onChange={(source) => onChange({ ...draft, source })}
          isRequired
        />
        {fields.map((field) => {
          const own = {
            label: fieldName(field),
            value: draft.constants[field] ?? '',
            help: help('constant'),
          };
          const change = (text: string) => set(field, text);
          if (field === 'side') {
            const sides = SIDES.map((id) => ({ id, name: say(id) }));
            return <SelectField key={field} {...own} choices={sides} onChange={change} />;
          }
          if (field === 'company' && choices.length > 0) {
            return (
              <SelectField
                key={field}
                {...own}
                choices={choices}
                placeholder={say('sayWhich')}
                onChange={change}
              />
            );
          }
          if (isOptional(draft.subject, field)) {
            return <TextField key={field} {...own} onChange={change} hint={say('documentSourceHint')} />;
          }
          return <TextField key={field} {...own} onChange={change} isRequired />;
        })}
      </Fields>
    </Section>
  );
}
