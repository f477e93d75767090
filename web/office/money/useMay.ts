import { useMe } from './useMe.ts';

type Scope = NonNullable<ReturnType<typeof useMe>>['scopes'][number];

/** Whether who looks may do such a thing. What cannot work is not shown. */
export function useMay(scope: Scope): boolean {
  return useMe()?.scopes.includes(scope) ?? false;
}
