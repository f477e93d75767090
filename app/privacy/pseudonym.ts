import type { Person } from '../ports/accessStore.ts';

/** No login that anybody is given begins so. */
const MARK = '~';

/** Whether a person was forgotten. */
export function isForgotten({ login }: Pick<Person, 'login'>): boolean {
  return login.startsWith(MARK);
}

/** What stands where a person was named; the login is unique, since the id is. */
export function pseudonymOf(id: string, number: number): { readonly login: string; readonly name: string } {
  return { login: `${MARK}${id}`, name: `Erased person ${number}` };
}
