import type { Answer } from '../api/answer.ts';
import { api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useMe } from '../session/useMe.ts';

export type Contact = Answer<'getContact'>;

const KEPT = { staleTime: 300_000 };

/** Whom the tenant names for help: of who is signed in, else of the tenant whose address it is; undefined where nobody is named. */
export function useContact(): Contact | undefined {
  const me = useMe();
  const isStranger = me.error !== null && asProblem(me.error).status === 401;
  const own = api.useQuery('get', '/api/v1/contact', {}, { ...KEPT, enabled: me.data !== undefined });
  const door = api.useQuery('get', '/api/v1/welcome', {}, { ...KEPT, enabled: isStranger });
  const contact = own.data ?? door.data?.contact ?? undefined;
  return contact !== undefined && (contact.phone !== '' || contact.email !== '') ? contact : undefined;
}
