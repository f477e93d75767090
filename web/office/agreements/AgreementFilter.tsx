import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SavedViews } from '../views/SavedViews.tsx';
import styles from './Agreements.module.css';
import { DIRECTIONS, type Filter, filterIn, OPEN, PROGRAMMES, type Selection, STATES } from './selection.ts';
import { agreementsTexts } from './texts.ts';

const TYPED_MS = 250;

/** Narrows the list by words, state, direction and programme; what is chosen stands in the address. */
export function AgreementFilter({ selection }: { readonly selection: Selection }) {
  const say = useSay(agreementsTexts);
  const navigate = useNavigate({ from: '/agreements' });
  const { cursor: _, passed: __, ...filter } = selection;
  const select = (wanted: Filter) => void navigate({ search: wanted, replace: true });
  const choose = (name: keyof Filter) => (value: string) => select(filterIn({ ...filter, [name]: value }));
  const all = { id: 'all', name: say('every') };
  return (
    <search className={styles.filter} aria-label={say('filter')}>
      <SearchField value={filter.search ?? ''} onChange={choose('search')} />
      <SelectField
        label={say('state')}
        choices={[all, ...STATES.map((id) => ({ id, name: say(`state.${id}`) }))]}
        value={filter.state ?? 'all'}
        onChange={choose('state')}
      />
      <SelectField
        label={say('waiting')}
        choices={[all, ...OPEN.map((id) => ({ id, name: say(`open.${id}`) }))]}
        value={filter.open ?? 'all'}
        onChange={choose('open')}
      />
      <SelectField
        label={say('direction')}
        choices={[all, ...DIRECTIONS.map((id) => ({ id, name: say(`direction.${id}`) }))]}
        value={filter.direction ?? 'all'}
        onChange={choose('direction')}
      />
      <SelectField
        label={say('programme')}
        choices={[all, ...PROGRAMMES.map((id) => ({ id, name: say(`programme.${id}`) }))]}
        value={filter.programme ?? 'all'}
        onChange={choose('programme')}
      />
      <SavedViews list="agreements" filter={filter} onChoose={(wanted) => select(filterIn(wanted))} />
      {Object.keys(filter).length > 0 && (
        <Button kind="quiet" onPress={() => select({})}>
          {say('clear')}
        </Button>
      )}
    </search>
  );
}

/** Asks the server once the typing pauses. */
function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const say = useSay(agreementsTexts);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), TYPED_MS);
    return () => clearTimeout(timer);
  });
  return <TextField label={say('search')} type="search" value={typed} onChange={setTyped} />;
}
