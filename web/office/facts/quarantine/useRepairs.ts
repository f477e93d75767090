import { useMutation } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { type Edits, repairsOf, type Waiting } from './repairs.ts';

type Sent = { readonly edits: Edits; readonly rows: readonly Waiting[] };

/** Sends what was put right, an import after the other; says how many rows came in. */
export function useRepairs(onDone: () => void) {
  return useMutation({
    mutationFn: async ({ edits, rows }: Sent) => {
      let done = 0;
      let left = 0;
      for (const [id, repairs] of repairsOf(edits, rows)) {
        const { data } = await call.POST('/api/v1/imports/{id}/repairs', {
          params: { path: { id } },
          body: { repairs },
        });
        const wrong = data?.rows.filter(({ problem }) => problem !== null).length ?? 0;
        left += wrong;
        done += repairs.length - wrong;
      }
      return { done, left };
    },
    onSuccess: onDone,
  });
}
