import { MutationCache, QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem.ts';

/** How old an answer may be that is shown without asking again. */
const FRESH_MS = 15_000;
const TRIES = 2;

/** Whatever was written, everything shown may have changed: it is asked for again. */
export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A "no" stays a no; only silence and trouble of the moment are asked again.
        retry: (tries, error) => tries < TRIES && isPassing(asProblem(error).status),
      },
    },
    mutationCache: new MutationCache({
      onSuccess: () => void client.invalidateQueries(),
    }),
  });
  return client;
}

function isPassing(status: number): boolean {
  return status === 0 || status === 429 || status >= 502;
}
