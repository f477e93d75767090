import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { KINDS, kindOf, type MasterSearch } from './masterSearch.ts';
import { masterTexts } from './texts.ts';

/** What is looked for, by a part of its name or code, as of two days. */
export function MasterFilter({ search }: { readonly search: MasterSearch }) {
  const say = useSay(masterTexts);
  const navigate = useNavigate({ from: '/facts/master' });
  const { kind = 'partner', text = '', effective = '', known = '' } = search;
  const [typed, setTyped] = useState({ text, effective, known });
  const look = (of: string, said: typeof typed) => {
    const wanted = kindOf(of);
    void navigate({
      search: {
        ...(wanted && { kind: wanted }),
        ...(said.text.trim() !== '' && { text: said.text.trim() }),
        ...(said.effective !== '' && { effective: said.effective }),
        ...(said.known !== '' && { known: said.known }),
      },
    });
  };
  return (
    <search>
      <Form
        label={say('filter')}
        onSubmit={() => look(kind, typed)}
        actions={<Button type="submit">{say('look')}</Button>}
      >
        <SelectField
          label={say('kind')}
          choices={KINDS.map((id) => ({ id, name: say(id) }))}
          value={kind}
          onChange={(id) => look(id, typed)}
        />
        <TextField
          type="search"
          label={say('text')}
          value={typed.text}
          onChange={(said) => setTyped({ ...typed, text: said })}
        />
        <TextField
          type="date"
          label={say('effective')}
          value={typed.effective}
          onChange={(said) => setTyped({ ...typed, effective: said })}
        />
        <TextField
          type="date"
          label={say('known')}
          value={typed.known}
          onChange={(said) => setTyped({ ...typed, known: said })}
        />
      </Form>
    </search>
  );
}
