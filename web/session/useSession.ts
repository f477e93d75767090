import { api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useMe } from './useMe.ts';

const KEPT = { staleTime: 60_000 };

/** Who is signed in: undefined while nobody knows, null where nobody is, as who looks at the demo. */
export function useSession() {
  const me = useMe();
  const isDemo = me.data?.kind === 'system';
  // Who has not chosen a tenant yet is nobody there, and signed in nevertheless.
  const asked = { ...KEPT, enabled: !me.isPending && !isDemo };
  const { data, error } = api.useQuery('get', '/api/v1/session', {}, asked);
  if (isDemo) return null;
  if (data !== undefined) return data;
  return error !== null && asProblem(error).status === 401 ? null : undefined;
}
