import type { MasterRecord } from '../../core/master/master.ts';
import { currentVersion } from '../../core/master/master.ts';
import { type Suggestion, suggestMatches } from '../../core/master/suggestMatches.ts';
import type { UnknownName } from '../ports/receivedStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export type SuggestedAlias = UnknownName & { readonly suggestions: readonly Suggestion[] };

/**
 * The names of partners and products that rows in quarantine wait for, those of most rows first,
 * and which of ours each may stand for. Nothing is taken for granted: somebody confirms.
 */
export function suggestAliases(
  ports: Ports,
  tenant: TenantId,
  filter: { readonly import?: string; readonly limit: number },
): Promise<readonly SuggestedAlias[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const names = await tx.received.unknownNames(filter);
    if (names.length === 0) return [];
    const { partners, products } = await tx.master.knownAt(await tx.batches.last());
    const suggest = { partner: matcherOf(partners), product: matcherOf(products) };
    return names.map((name) => ({ ...name, suggestions: suggest[name.kind](name.received) }));
  });
}

function matcherOf(records: ReadonlyMap<string, MasterRecord>) {
  return suggestMatches(
    [...records.values()].map((record) => ({ code: record.code, name: currentVersion(record).name })),
  );
}
