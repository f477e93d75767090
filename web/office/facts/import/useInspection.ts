import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { fileBody } from '../../../api/fileBody.ts';
import type { FileSubject, Inspection } from './draft.ts';

/** Looks into a file as soon as it is chosen. */
export function useInspection(file: File | undefined, subject: FileSubject) {
  return useQuery({
    queryKey: ['inspection', file?.name, file?.size, file?.lastModified, subject],
    // Our own form says by itself what it is.
    enabled: file !== undefined && subject !== 'ownForm',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Inspection> => {
      const chosen = file as File;
      const query = { name: chosen.name, as: subject as Exclude<FileSubject, 'ownForm'> };
      const { data } = await call.POST('/api/v1/files/inspection', {
        ...fileBody(chosen),
        params: { query },
        signal,
      });
      return data as Inspection;
    },
  });
}
