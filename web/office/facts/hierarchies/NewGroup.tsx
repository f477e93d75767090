import { call } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Deed } from '../../money/Deed.tsx';
import { Deeds } from '../../money/Deeds.tsx';
import { problemOfItem } from '../master/problemOfItem.ts';
import type { Tree } from './hierarchySearch.ts';
import { hierarchyTexts } from './texts.ts';
import { useGroups } from './useGroups.ts';

/** A group of partners, or a category of products, that others can stand below. */
export function NewGroup({ tree }: { readonly tree: Tree }) {
  const say = useSay(hierarchyTexts);
  const groups = useGroups(tree);
  const kind = tree === 'partners' ? 'partner' : 'category';
  return (
    <Deeds>
      <Deed
        name={say(tree === 'partners' ? 'newGroup' : 'newCategory')}
        lead={say('newLead')}
        done={say('made')}
        questions={[
          { id: 'code', label: say('code'), kind: 'text' },
          { id: 'name', label: say('name'), kind: 'text' },
          { id: 'above', label: say('above'), kind: 'find', choices: groups, isOptional: true },
          { id: 'from', label: say('from'), kind: 'day', isOptional: true },
        ]}
        onDo={async ({ code = '', name = '', above = '', from = '' }) => {
          const attributes = above === '' ? {} : { parent: above };
          const item = { kind, code, name, attributes, ...(from !== '' && { validFrom: from }) } as const;
          const { data } = await call.POST('/api/v1/master-data/bulk', {
            body: { items: [item], allOrNothing: false },
          });
          const problem = problemOfItem(data);
          if (problem !== null) throw problem;
        }}
      />
    </Deeds>
  );
}
