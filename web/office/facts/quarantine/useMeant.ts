import { useMutation } from '@tanstack/react-query';
import type { Answer } from '../../../api/answer.ts';
import { call } from '../../../api/client.ts';

export type Unknown = Answer<'suggestAliases'>['rows'][number];

/** Stands for a code that is to become one of ours. */
export const AS_NEW = 'new';

/** A name, and what it means: `=CODE` of ours, or something new under its own code. */
export type Meant = Pick<Unknown, 'kind' | 'source' | 'received'> & { readonly code: string };

/** Says what names mean, then tries the rows that wait for them again; gives how many came in. */
export function useMeant(only: string | undefined) {
  return useMutation({
    mutationFn: async (meant: readonly Meant[]): Promise<number> => {
      const fresh = meant.filter(({ code }) => code === AS_NEW);
      if (fresh.length > 0) {
        const items = fresh.map(({ kind, received }) => ({
          ...{ kind, code: received, name: received, attributes: {} },
        }));
        await call.POST('/api/v1/master-data/bulk', { body: { items, allOrNothing: true } });
      }
      for (const { kind, source, received, code } of meant) {
        if (code === AS_NEW) continue;
        await call.PUT('/api/v1/aliases', { body: { kind, source, received, code: code.slice(1) } });
      }
      return replay(only);
    },
  });
}

/** Tries waiting rows again as they were received. */
export async function replay(only: string | undefined): Promise<number> {
  const { data } = await call.POST('/api/v1/quarantine/replay', {
    body: only === undefined ? {} : { import: only },
  });
  return (data?.imports ?? []).reduce((sum, { accepted }) => sum + accepted.rows, 0);
}
