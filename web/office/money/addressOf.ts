import { type Paging, pagingIn } from '../../shell/paging.ts';
import { textsIn } from '../../shell/textsIn.ts';

/** What the address of a list keeps: texts by their names, and which page is open. */
export type Address<K extends string> = { readonly [N in K]?: string } & Paging;

/** Reads these names out of the address; nonsense counts as not said. */
export function addressOf<const K extends string>(...names: readonly K[]) {
  return (search: Record<string, unknown>): Address<K> =>
    ({ ...textsIn(search, names), ...pagingIn(search) }) as Address<K>;
}
