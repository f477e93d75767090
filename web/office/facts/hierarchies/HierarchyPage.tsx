import { useSearch } from '@tanstack/react-router';
import { SearchForm } from '../../../shell/SearchForm.tsx';
import { said } from '../../../shell/textsIn.ts';
import { useNarrow } from '../../../shell/useAddressText.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useMay } from '../../money/useMay.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { FoundNodes } from './FoundNodes.tsx';
import styles from './Hierarchies.module.css';
import { HierarchyTree } from './HierarchyTree.tsx';
import { TREES, type Tree } from './hierarchySearch.ts';
import { NewGroup } from './NewGroup.tsx';
import { NodePanel } from './NodePanel.tsx';
import { hierarchyTexts } from './texts.ts';

/** Groups of partners and categories of products as trees, on any day, as known on any other. */
export function HierarchyPage() {
  const say = useSay(hierarchyTexts);
  const search = useSearch({ from: '/facts/hierarchies' });
  const { tree = 'partners', text, effective, known, kind, code } = search;
  const mayWrite = useMay('facts:write');
  const asOf = { tree, ...said({ effective, known }) };
  // What was known on another day is only looked at.
  const mayMove = mayWrite && known === undefined;
  return (
    <Page title={say('title')} lead={say('lead')}>
      <FactsTabs />
      <Filter tree={tree} />
      <div className={styles.parts}>
        <div className={styles.tree}>
          {text === undefined ? (
            <HierarchyTree key={JSON.stringify(asOf)} asOf={asOf} />
          ) : (
            <FoundNodes asOf={asOf} text={text} />
          )}
          {mayMove && <NewGroup tree={tree} />}
        </div>
        <div className={styles.panel}>
          {kind === undefined || code === undefined ? (
            <p>{say('choose')}</p>
          ) : (
            <NodePanel key={`${kind} ${code}`} asOf={asOf} kind={kind} code={code} mayMove={mayMove} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Filter({ tree }: { readonly tree: Tree }) {
  const say = useSay(hierarchyTexts);
  const narrow = useNarrow();
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
        label={say('tree')}
        choices={TREES.map((id) => ({ id, name: say(id) }))}
        value={tree}
        // The node that is open stands in the other tree.
        onChange={(id) => narrow({ tree: id, kind: '', code: '' })}
      />
    </SearchForm>
  );
}
