import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../api/answer.ts';
import { call } from '../../../api/client.ts';
import { fileBody } from '../../../api/fileBody.ts';
import { type FileSubject, wayOf } from './draft.ts';

/** What the import of a file would do, of lines, other facts or master data. */
export type Preview = Pick<Answer<'previewImport'>, 'summary' | 'refusedRows' | 'changes'> &
  Partial<Pick<Answer<'previewImport'>, 'strangeUnits'>> &
  Partial<Answer<'previewMasterFile'>>;

export type Wanted = {
  readonly subject: FileSubject;
  /** By which saved description, and which version of it; our own form needs none. */
  readonly mapping?: string;
  readonly version?: number;
  /** Whether what nobody knows comes in with the lines. */
  readonly creates: boolean;
  /** Whether it is worked out what would be booked. */
  readonly earnings: boolean;
};

/** Works out what the import would do: nothing is written. */
export function usePreview(file: File | undefined, wanted: Wanted | undefined) {
  return useQuery({
    queryKey: ['preview', file?.name, file?.size, file?.lastModified, wanted],
    enabled: file !== undefined && wanted !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Preview> => {
      const { subject, mapping, creates, earnings } = wanted as Wanted;
      const sent = { ...fileBody(file as File), signal };
      const said = {
        name: (file as File).name,
        ...(mapping !== undefined && { mapping }),
        earnings: earnings ? 'true' : 'false',
      } as const;
      const way = wayOf(subject);
      if (way === 'master') {
        const { data } = await call.POST('/api/v1/master-data/files/preview', {
          ...sent,
          params: { query: said },
        });
        return data as Preview;
      }
      const query = { ...said, kind: way, ...(creates && { unknown: 'create' as const }) };
      const { data } = await call.POST('/api/v1/imports/preview', { ...sent, params: { query } });
      return data as Preview;
    },
  });
}
