import { api } from '../../api/client.ts';

const KEPT = { staleTime: 60_000 };

/** Who looks, and what they may; undefined while nobody knows, and where nobody is signed in. */
export function useMe() {
  const { data } = api.useQuery('get', '/api/v1/me', {}, KEPT);
  return data?.kind === 'system' ? undefined : data;
}
