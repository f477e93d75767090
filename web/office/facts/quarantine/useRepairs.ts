import { useMutation } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { type Edits, repairsOf, rowKey, type Waiting } from './repairs.ts';

/** What is still wrong with rows that did not come in, by row. */
type StillWrong = ReadonlyMap<string, Waiting['problem']>;

type Sent = { readonly edits: Edits; readonly rows: readonly Waiting[] };

/** Sends what was put right, an import after the other; says how many rows came in, and why others did not. */
export function useRepairs(onDone: (left: StillWrong) => void) {
  return useMutation({
    mutationFn: async ({ edits, rows }: Sent) => {
      let done = 0;
      const left = new Map<string, Waiting['problem']>();
      for (const [id, repairs] of repairsOf(edits, rows)) {
        const { data } = await call.POST('/api/v1/imports/{id}/repairs', {
          params: { path: { id } },
          body: { repairs },
        });
        const wrong =
          data?.rows.flatMap(({ row, problem }) => (problem === null ? [] : [{ row, problem }])) ?? [];
        for (const { row, problem } of wrong) left.set(rowKey({ import: id, row }), problem);
        done += repairs.length - wrong.length;
      }
      return { done, left };
    },
    onSuccess: ({ left }) => onDone(left),
  });
}
