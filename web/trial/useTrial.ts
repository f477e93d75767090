import { api } from '../api/client.ts';
import { useSession } from '../session/useSession.ts';

/** A sandbox that is made anew is looked at often; else nothing changes. */
const RESET_MS = 1000;

function useTrialQuery() {
  return api.useQuery(
    'get',
    '/api/v1/trial',
    {},
    {
      staleTime: 60_000,
      // Each part of a page that asks would else have all of them wait once more.
      retryOnMount: false,
      refetchInterval: ({ state }) => (state.data?.reset?.state === 'running' ? RESET_MS : false),
    },
  );
}

/** What of the server is there for trying out; undefined while nobody knows. */
export function useTrial() {
  return useTrialQuery().data;
}

/**
 * Where the reader is on a server for trying out: in its sandbox, in a company of their own beside it, or before its door. Null on
 * every other server and where nobody can tell, undefined while nobody knows.
 */
export function useTrialPlace(): 'sandbox' | 'own' | 'door' | null | undefined {
  const { data: trial, isError } = useTrialQuery();
  const session = useSession();
  if (trial === undefined ? isError : trial.isTrial === false) return null;
  if (trial === undefined || session === undefined) return undefined;
  // The sandbox that somebody was in may have gone, made anew.
  if (session === null || (session.tenant === null && session.tenants.length === 0)) return 'door';
  return session.tenant?.code === trial.sandbox?.tenant ? 'sandbox' : 'own';
}

/**
 * Becomes somebody of the sandbox, and goes to where they work, or stays where there is something for them to decide:
 * everything that was shown was somebody else’s.
 */
export function useBecome(then: 'goes' | 'stays' = 'goes') {
  return api.useMutation('post', '/api/v1/trial/sessions', {
    onSuccess: (_, { body }) => {
      if (then === 'stays') return location.reload();
      const isPartner = 'partner' in body || body.person === 'fay';
      location.assign(isPartner ? '/portal' : '/');
    },
  });
}
