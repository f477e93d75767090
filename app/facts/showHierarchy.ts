import type { Agreement, Condition } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { attributeText, type Master, type MasterRecord, versionOn } from '../../core/master/master.ts';
import { memberMeets } from '../../core/plan/readAttribute.ts';
import { isNamed } from '../../core/qualifying/isNamed.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import type { Hierarchy, HierarchyNode, HierarchyPage, NodeKind } from '../ports/hierarchyStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { batchKnown } from './batchKnown.ts';

/** A tree in force on a day (else today), as known at the end of another one (else now), or at a batch. */
type AsOf = { readonly effective?: LocalDate; readonly known?: LocalDate; readonly batch?: number };

export type HierarchyQuestion = Omit<HierarchyPage, 'effective' | 'batch'> & AsOf;

export type HierarchyAnswer = {
  readonly effective: LocalDate;
  readonly batch: number;
  readonly rows: readonly HierarchyNode[];
};

/** Those of a tree that stand right below one, or nowhere below, or that are called so. */
export function listHierarchy(
  ports: Ports,
  tenant: TenantId,
  { effective, known, batch, ...page }: HierarchyQuestion,
): Promise<HierarchyAnswer> {
  return ports.store.inTenant(tenant, async (tx) => {
    const asOf = await asOfOf(ports, tx, { effective, known, batch });
    return { ...asOf, rows: await tx.hierarchies.page({ ...asOf, ...page }) };
  });
}

export type NodeQuestion = AsOf & {
  readonly tree: Hierarchy;
  readonly kind: NodeKind;
  readonly code: string;
};

/** What a node catches. */
export type CaughtByNode = {
  readonly effective: LocalDate;
  readonly batch: number;
  /** Those above it, the uppermost first. */
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly members: number;
  /** The agreements that name it, or anybody below it, on the day. */
  readonly agreements: readonly StoredAgreement[];
};

/** Which agreements a group, a category or one of those below is named by. Refuses: master-not-found. */
export function showHierarchyNode(
  ports: Ports,
  tenant: TenantId,
  { tree, kind, code, ...days }: NodeQuestion,
): Promise<Result<CaughtByNode>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const asOf = await asOfOf(ports, tx, days);
    const members = await tx.hierarchies.members({ tree, ...asOf }, { kind, code });
    const master = await tx.master.knownAt(asOf.batch);
    const records = recordsOf(master, kind);
    if (!records.has(code) && members.length === 0)
      return refused(refuse('master-not-found', 'code', { code }));
    const agreements = (await tx.agreements.allKnownAt(asOf.batch)).filter(({ agreement }) =>
      members.some((member) => namesMember(agreement, tree, member, asOf.effective, master)),
    );
    return accept({
      ...asOf,
      path: pathOf(master, kind, code, asOf.effective),
      members: members.length,
      agreements,
    });
  });
}

async function asOfOf(
  ports: Ports,
  tx: Tx,
  { effective, known, batch }: { readonly [name in keyof AsOf]: AsOf[name] | undefined },
) {
  return {
    effective: effective ?? (await businessDay(tx, ports.clock)),
    batch: batch ?? (await batchKnown(tx, known)),
  };
}

function recordsOf(master: Master, kind: NodeKind): ReadonlyMap<string, MasterRecord> {
  if (kind === 'partner') return master.partners;
  return kind === 'category' ? master.categories : master.products;
}

function namesMember(
  agreement: Agreement,
  tree: Hierarchy,
  member: string,
  day: LocalDate,
  master: Master,
): boolean {
  const { from, until } = agreement.validity;
  if (day < from || day >= until) return false;
  return tree === 'partners'
    ? isNamed(agreement, member, day, master)
    : namesProduct(agreement, member, day, master);
}

/** One that says of no product that it counts names none: all of them do. */
function namesProduct({ terms }: Agreement, product: string, day: LocalDate, master: Master): boolean {
  const isOfProduct = ({ attribute }: Condition) => attribute.startsWith('product.');
  const meets = (condition: Condition) => memberMeets(condition, product, day, master);
  return terms.some(({ eligibility: { include, exclude } }) => {
    const needed = include.filter(isOfProduct);
    return needed.length > 0 && needed.every(meets) && !exclude.filter(isOfProduct).some(meets);
  });
}

function pathOf(master: Master, kind: NodeKind, code: string, day: LocalDate): CaughtByNode['path'] {
  const path: { readonly code: string; readonly name: string }[] = [];
  const passed = new Set<string>();
  let at = aboveOf(recordsOf(master, kind).get(code), kind === 'product' ? 'category' : 'parent', day);
  const above = kind === 'partner' ? master.partners : master.categories;
  while (at !== undefined && !passed.has(at)) {
    passed.add(at);
    const record = above.get(at);
    path.unshift({ code: at, name: record === undefined ? at : versionOn(record, day).name });
    at = aboveOf(record, 'parent', day);
  }
  return path;
}

function aboveOf(record: MasterRecord | undefined, field: string, day: LocalDate): string | undefined {
  return record && attributeText(versionOn(record, day).attributes, field);
}
