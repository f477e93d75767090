import { api } from '../api/client.ts';

/** Who reads, and what they may: asked for once a minute at the most, by whichever part of a page wants to know. */
export function useMe() {
  return api.useQuery('get', '/api/v1/me', {}, { staleTime: 60_000 });
}
