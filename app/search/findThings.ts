import type { Language } from '../../core/wording/language.ts';
import type { Caller } from '../access/caller.ts';
import type { Scope } from '../access/scope.ts';
import { FOUND_KINDS, type Found, type FoundKind } from '../ports/searchStore.ts';
import type { Ports } from '../ports.ts';

/** Found, with the name in every language where it has several. */
export type FoundThing = Omit<Found, 'name'> & { readonly name: Readonly<Record<Language, string>> };

/** Who may not read a kind of thing does not learn that there is one. */
const SCOPE_OF: Readonly<Record<FoundKind, Scope>> = {
  agreement: 'agreements:read',
  partner: 'facts:read',
  product: 'facts:read',
  claim: 'claims:read',
  settlement: 'settlements:read',
  document: 'facts:read',
  import: 'facts:read',
};

/** What is called so, or names it: by number, code or name, in whatever case. */
export async function findThings(
  ports: Ports,
  { tenant, scopes }: Caller,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<readonly FoundThing[]> {
  const kinds = FOUND_KINDS.filter((kind) => scopes.has(SCOPE_OF[kind]));
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.search.find({ text: text.trim(), kinds, limit });
    const codes = found.filter(({ kind }) => kind === 'agreement').map(({ code }) => code);
    const known = await tx.agreements.someKnownAt(codes, await tx.batches.last());
    const names = new Map(known.map(({ code, agreement }) => [code, agreement.name]));
    return found.map(({ name, ...thing }) => {
      const own = thing.kind === 'agreement' ? names.get(thing.code) : undefined;
      return { ...thing, name: own ?? { en: name, 'zh-CN': name } };
    });
  });
}
