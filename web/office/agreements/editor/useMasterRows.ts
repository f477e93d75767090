import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import type { paths } from '../../../api/openApi.ts';

type Answer = paths['/api/v1/master-data']['get']['responses'][200]['content']['application/json'];
type MasterRow = Answer['rows'][number];

type Query = { readonly kind: MasterRow['kind']; readonly limit: string; readonly cursor?: string };

const ROWS_AT_ONCE = 500;

/** Beyond that a value is typed: whoever has more looks for it by its code. */
const ROWS_MAX = 3000;

/** Partners or products with their attributes, to choose conditions from. */
export function useMasterRows(kind: 'partner' | 'product'): readonly MasterRow[] {
  const { data = [] } = useQuery({
    queryKey: ['master rows', kind],
    staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const rows: MasterRow[] = [];
      let next: string | null = '';
      while (next !== null && rows.length < ROWS_MAX) {
        const query: Query = { kind, limit: String(ROWS_AT_ONCE), ...(next !== '' && { cursor: next }) };
        const { data: page }: { data?: Answer } = await call.GET('/api/v1/master-data', {
          params: { query },
          signal,
        });
        rows.push(...(page?.rows ?? []));
        next = page?.next ?? null;
      }
      return rows;
    },
  });
  return data;
}
