import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type LineFilter as Filter, SIDES } from './lineSearch.ts';
import { linesTexts } from './texts.ts';

type Filters = { readonly [name in Filter]?: string };

const ALL = 'all';

/** What lines are looked for by. It stands in the address as soon as somebody looks. */
export function LineFilter({ filters }: { readonly filters: Filters }) {
  const say = useSay(linesTexts);
  const navigate = useNavigate({ from: '/facts' });
  const [typed, setTyped] = useState<Filters>(filters);
  const field = (name: Filter) => ({
    value: typed[name] ?? '',
    onChange: (text: string) => setTyped({ ...typed, [name]: text }),
  });
  const look = (wanted: Filters) => {
    const said = Object.entries(wanted).filter(([, text]) => text !== '' && text !== ALL);
    void navigate({ search: Object.fromEntries(said.map(([name, text]) => [name, text.trim()])) });
  };
  const isNarrow = Object.keys(filters).length > 0;
  const sides = [{ id: ALL, name: say('allSides') }, ...SIDES.map((id) => ({ id, name: say(id) }))];
  return (
    <search>
      <Form
        label={say('filter')}
        onSubmit={() => look(typed)}
        actions={
          <>
            <Button type="submit">{say('look')}</Button>
            {isNarrow && (
              <Button kind="quiet" onPress={() => look({})}>
                {say('clear')}
              </Button>
            )}
          </>
        }
      >
        <TextField label={say('partner')} {...field('partner')} />
        <TextField label={say('product')} {...field('product')} />
        <TextField label={say('document')} {...field('document')} />
        <SelectField
          label={say('side')}
          choices={sides}
          value={typed.side ?? ALL}
          onChange={(id) => setTyped({ ...typed, side: id })}
        />
        <TextField type="date" label={say('from')} {...field('from')} />
        <TextField type="date" label={say('until')} {...field('until')} />
      </Form>
      {filters.import !== undefined && <p>{say('ofImport')}</p>}
    </search>
  );
}
