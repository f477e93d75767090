import { SearchForm } from '../../../shell/SearchForm.tsx';
import { useSay } from '../../../text/ReaderContext.tsx';
import { OneOrAll } from '../../money/OneOrAll.tsx';
import { SIDES } from './lineSearch.ts';
import { linesTexts } from './texts.ts';

/** What lines are looked for by. */
export function LineFilter() {
  const say = useSay(linesTexts);
  return (
    <SearchForm
      label={say('filter')}
      fields={[
        { name: 'partner', label: say('partner') },
        { name: 'product', label: say('product') },
        { name: 'document', label: say('document') },
        { name: 'from', label: say('from'), type: 'date' },
        { name: 'until', label: say('until'), type: 'date' },
      ]}
      more={['side', 'import']}
    >
      <OneOrAll name="side" label={say('side')} choices={SIDES.map((id) => ({ id, name: say(id) }))} />
    </SearchForm>
  );
}
