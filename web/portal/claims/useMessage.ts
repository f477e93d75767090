import { api } from '../../api/client.ts';

const ASK_AGAIN_MS = 1500;

/** A message about claims by its id, asked for again until it is taken in; nothing is asked while there is none. */
export function useMessage(id: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/claim-messages/{id}',
    { params: { path: { id: id ?? '' } } },
    {
      enabled: id !== undefined,
      refetchInterval: ({ state }) =>
        state.data === undefined || state.data.state === 'waiting' ? ASK_AGAIN_MS : false,
    },
  );
}
