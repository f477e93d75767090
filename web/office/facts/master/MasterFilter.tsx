import { SearchForm } from '../../../shell/SearchForm.tsx';
import { useAddressText } from '../../../shell/useAddressText.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { KINDS } from './masterSearch.ts';
import { masterTexts } from './texts.ts';

/** What is looked for, by a part of its name or code, as of two days. */
export function MasterFilter() {
  const say = useSay(masterTexts);
  const [kind, setKind] = useAddressText('kind');
  return (
    <SearchForm
      label={say('filter')}
      fields={[
        { name: 'text', label: say('text'), type: 'search' },
        { name: 'effective', label: say('effective'), type: 'date' },
        { name: 'known', label: say('known'), type: 'date' },
      ]}
    >
      <SelectField
        label={say('kind')}
        choices={KINDS.map((id) => ({ id, name: say(id) }))}
        value={kind === '' ? 'partner' : kind}
        onChange={setKind}
      />
    </SearchForm>
  );
}
