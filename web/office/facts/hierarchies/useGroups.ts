import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import type { Choice } from '../../../ui/choices.ts';
import { usePartners } from '../../money/useChoices.ts';
import type { Tree } from './hierarchySearch.ts';

/** Whoever others may stand below: partners below partners, products and categories below categories. */
export function useGroups(tree: Tree): readonly Choice[] {
  const partners = usePartners();
  const { data = [] } = useQuery({
    queryKey: ['categories by name'],
    enabled: tree === 'products',
    queryFn: async ({ signal }) => {
      const query = { kind: 'category', limit: '500' } as const;
      const { data: found } = await call.GET('/api/v1/master-data', { params: { query }, signal });
      return (found?.rows ?? []).map(({ code, name }) => ({ id: code, name }));
    },
  });
  return tree === 'partners' ? partners : data;
}
