import { api } from '../api/client.ts';

/** A part of a page that shows the failure asks as well: asked again for each, both would take turns for ever. */
const KEPT = { staleTime: 60_000, retryOnMount: false };

/** Who reads, and what they may: asked for once a minute at the most, by whichever part of a page wants to know. */
export function useMe() {
  return api.useQuery('get', '/api/v1/me', {}, KEPT);
}
