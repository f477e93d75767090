import { accept, type RefusalCode, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../core/text/canonicalJson.ts';
import type { Actor } from './actor.ts';
import { personOf } from './agreements/personOf.ts';
import { auditDeed } from './auditDeed.ts';
import { businessDay } from './businessDay.ts';
import type { RulesStore, StoredRules } from './ports/rulesStore.ts';
import type { BatchKind, Ports, TenantId, Tx } from './ports.ts';

/** Rules of a company of one kind: how they are read, and what a "no" about them is called. */
export type RulesKind<R> = {
  /** As the audit trail names them. */
  readonly name: string;
  readonly decode: (parsed: unknown) => Result<R>;
  readonly storeOf: (tx: Tx) => RulesStore<R>;
  readonly batch: BatchKind;
  readonly notFound: RefusalCode;
  readonly stale: RefusalCode;
};

export type ProposedRules = { readonly actor: Actor; readonly parsed: unknown };
export type ConfirmedRules = { readonly actor: Actor; readonly version: number };

/**
 * Proposes other rules. They are in force once another person has confirmed them: who could change them
 * alone could do anything alone that they are to prevent.
 * Refuses: person-needed, those of the kind's decoder.
 */
export function proposeRules<R>(
  ports: Ports,
  tenant: TenantId,
  kind: RulesKind<R>,
  { actor, parsed }: ProposedRules,
): Promise<Result<{ readonly version: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const rules = kind.decode(parsed);
    if (!rules.ok) return rules;
    await tx.batches.lock();
    const version = ((await kind.storeOf(tx).all()).at(-1)?.version ?? 0) + 1;
    const text = canonicalJson(parsed as Json);
    await kind.storeOf(tx).propose({ version, text, author: person.value, at: ports.clock.now() });
    await audit(ports, tx, actor, `${kind.name}.propose`, version);
    return accept({ version });
  });
}

/**
 * Puts the rules that were proposed last in force, from a batch on.
 * Refuses: person-needed, the kind's notFound and stale, approver-is-author, known-day-backwards.
 */
export function confirmRules<R>(
  ports: Ports,
  tenant: TenantId,
  kind: RulesKind<R>,
  { actor, version }: ConfirmedRules,
): Promise<Result<{ readonly version: number; readonly batch: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    await tx.batches.lock();
    const author = openRules(await kind.storeOf(tx).all(), version, kind);
    if (!author.ok) return author;
    if (author.value === person.value) return refused(refuse('approver-is-author', 'actor'));
    const batch = await tx.batches.take(kind.batch, await businessDay(tx, ports.clock), ports.clock.now());
    if (!batch.ok) return batch;
    await kind.storeOf(tx).confirm(version, author.value, person.value, batch.value);
    await audit(ports, tx, actor, `${kind.name}.confirm`, version);
    return accept({ version, batch: batch.value });
  });
}

/** The author of the rules that wait for a second person. */
function openRules<R>(
  all: readonly StoredRules<R>[],
  version: number,
  { notFound, stale }: RulesKind<R>,
): Result<string> {
  const found = all.find((entry) => entry.version === version);
  const facts = { version: String(version) };
  if (found === undefined) return refused(refuse(notFound, 'version', facts));
  const isOpen = found.confirmed === undefined && all.at(-1)?.version === version;
  return isOpen ? accept(found.author) : refused(refuse(stale, 'version', facts));
}

/** Every version of the rules, and which of them holds now. */
export function listRules<R>(
  ports: Ports,
  tenant: TenantId,
  kind: RulesKind<R>,
): Promise<{ readonly versions: readonly StoredRules<R>[]; readonly inForce?: number }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const versions = await kind.storeOf(tx).all();
    const inForce = await kind.storeOf(tx).knownAt(await tx.batches.last());
    return { versions, ...(inForce && { inForce: inForce.version }) };
  });
}

function audit(ports: Ports, tx: Tx, actor: Actor, action: string, version: number): Promise<void> {
  const [name] = action.split('.');
  return auditDeed(ports, tx, { actor, action, object: `${name}/${version}`, body: { version } });
}
