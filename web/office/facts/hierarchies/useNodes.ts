import { useQueries } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import type { Tree } from './hierarchySearch.ts';
import type { Node } from './hierarchyTypes.ts';

/** A tree on a day, as known on another one. */
export type AsOf = { readonly tree: Tree; readonly effective?: string; readonly known?: string };

/** So many stand right below one and are shown in the tree; the others are found by their names. */
const SHOWN = 200;

export type Below = { readonly rows: readonly Node[]; readonly hasMore: boolean };

/** Who stands right below each of these; '' are those with nobody above. */
export function useNodes(asOf: AsOf, open: readonly string[]) {
  const asked = useQueries({
    queries: open.map((below) => ({
      queryKey: ['hierarchy', asOf, below],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Below> => {
        const query = { ...asOf, limit: String(SHOWN), ...(below !== '' && { below }) };
        const { data } = await call.GET('/api/v1/hierarchies', { params: { query }, signal });
        return { rows: data?.rows ?? [], hasMore: (data?.next ?? null) !== null };
      },
    })),
  });
  return {
    below: new Map(open.flatMap((code, at) => (asked[at]?.data ? [[code, asked[at].data] as const] : []))),
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    isPending: asked[0]?.isPending ?? true,
    onRetry: () => {
      for (const one of asked) if (one.error !== null) void one.refetch();
    },
  };
}
