import { useMutation } from '@tanstack/react-query';
import type { Answer } from '../../../api/answer.ts';
import { call } from '../../../api/client.ts';
import { fileBody } from '../../../api/fileBody.ts';
import { wayOf } from './draft.ts';
import type { Wanted } from './usePreview.ts';

type Sent = Omit<Wanted, 'earnings' | 'version'> & {
  readonly file: File;
  /** Of master data nothing comes in while a row is wrong, unless it is said. */
  readonly goodRows: boolean;
};

/** Brings a file in. It goes on when the page is left. */
export function useImport(onDone: (done: Answer<'importFile'>) => void) {
  return useMutation({
    mutationFn: async ({ file, subject, mapping, creates, goodRows }: Sent) => {
      const query = { name: file.name, ...(mapping !== undefined && { mapping }) };
      const way = wayOf(subject);
      if (way === 'master') {
        const mode = goodRows ? ('goodRows' as const) : ('allOrNothing' as const);
        const { data } = await call.POST('/api/v1/master-data/files', {
          ...fileBody(file),
          params: { query: { ...query, mode } },
        });
        return data as Answer<'importMasterFile'>;
      }
      const { data } = await call.POST('/api/v1/imports', {
        ...fileBody(file),
        params: { query: { ...query, kind: way, ...(creates && { unknown: 'create' as const }) } },
      });
      return data as Answer<'importFile'>;
    },
    onSuccess: onDone,
  });
}
