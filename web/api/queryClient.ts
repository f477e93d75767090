import { MutationCache, QueryClient } from '@tanstack/react-query';
import { asProblem, isBusy } from './problem.ts';

/** How old an answer may be that is shown without asking again. */
const FRESH_MS = 15_000;
const TRIES = 2;
/** A server that is busy says so at once, and is free again soon. */
const TRIES_WHILE_BUSY = 20;
const BUSY_MS = 3000;

/** Whatever was written, everything shown may have changed: it is asked for again. */
export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A "no" stays a no; only silence and trouble of the moment are asked again.
        retry: (tries, error) => {
          const problem = asProblem(error);
          return isPassing(problem.status) && tries < (isBusy(problem) ? TRIES_WHILE_BUSY : TRIES);
        },
        retryDelay: (tries, error) => (isBusy(asProblem(error)) ? BUSY_MS : 1000 * 2 ** tries),
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
