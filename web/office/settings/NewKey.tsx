import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { keyTexts } from './keyTexts.ts';
import { PROGRAM_SCOPES } from './programScopes.ts';
import styles from './Settings.module.css';
import { scopeName } from './scopeName.ts';
import { scopeWords } from './scopeWords.ts';
import type { Scope } from './settingsTypes.ts';

type Props = { readonly programs: readonly { readonly id: string; readonly name: string }[] };

const EMPTY = { program: '', label: '', endsOn: '' };

/** Issues a key of a program, which is shown once. */
export function NewKey({ programs }: Props) {
  const say = useSay(keyTexts);
  const sayScope = useSay(scopeWords);
  const { texts, field, clear } = useFields(EMPTY);
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const issue = api.useMutation('post', '/api/v1/keys', {
    onSuccess: () => {
      clear();
      setScopes([]);
    },
  });
  const { program, label, endsOn } = texts;
  const isWhole = program !== '' && label.trim() !== '' && endsOn !== '' && scopes.length > 0;
  const send = () => {
    const holder = { kind: 'service' as const, id: program };
    const body = { holder, label: label.trim(), scopes: [...scopes], expiresAt: `${endsOn}T00:00:00.000Z` };
    if (isWhole) issue.mutate({ body });
  };
  return (
    <Section title={say('newKey')} lead={say('newKeyLead')}>
      {issue.error !== null && <Refused error={issue.error} />}
      {issue.data !== undefined && <Shown secret={issue.data.secret} onKept={() => issue.reset()} />}
      <Form
        label={say('newKey')}
        onSubmit={send}
        submit={say('issue')}
        isPending={issue.isPending}
        isDisabled={!isWhole}
      >
        <SelectField label={say('program')} choices={programs} {...field('program')} />
        <TextField label={say('label')} {...field('label')} />
        <TextField label={say('endsOn')} hint={say('endsHint')} type="date" {...field('endsOn')} />
      </Form>
      <fieldset className={styles.roles}>
        <legend>{say('scopes')}</legend>
        <div className={styles.scopes}>
          {PROGRAM_SCOPES.map((scope) => (
            <CheckField
              key={scope}
              isSelected={scopes.includes(scope)}
              onChange={(is) => setScopes(is ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            >
              <span>
                <Named name={scopeName(scope, sayScope)} code={<code>{scope}</code>} />
              </span>
            </CheckField>
          ))}
        </div>
      </fieldset>
    </Section>
  );
}

function Shown({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) {
  const say = useSay(keyTexts);
  return (
    <Notice
      title={say('shown')}
      meaning="attention"
      actions={<Button onPress={onKept}>{say('kept')}</Button>}
    >
      <p>{say('shownWhy')}</p>
      <pre className={styles.json}>{secret}</pre>
    </Notice>
  );
}
