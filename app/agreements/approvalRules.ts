import { decodeApprovalRules } from '../../core/lifecycle/approvalRules.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { StoredRules } from '../ports/approvalRulesStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { takeBatch } from './approveProposal.ts';
import { personOf } from './personOf.ts';

/**
 * Proposes other rules of approval. They are in force once another person has confirmed them: who
 * could change them alone could approve anything alone.
 * Refuses: person-needed, those of decodeApprovalRules.
 */
export function proposeApprovalRules(
  ports: Ports,
  tenant: TenantId,
  { actor, parsed }: { readonly actor: Actor; readonly parsed: unknown },
): Promise<Result<{ readonly version: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const rules = decodeApprovalRules(parsed);
    if (!rules.ok) return rules;
    await tx.batches.lock();
    const version = ((await tx.approvalRules.all()).at(-1)?.version ?? 0) + 1;
    const text = canonicalJson(parsed as Json);
    await tx.approvalRules.propose({ version, text, author: person.value, at: ports.clock.now() });
    await audit(ports, tx, actor, 'propose', version);
    return accept({ version });
  });
}

/**
 * Puts the rules that were proposed last in force, from a batch on. Reviews under way keep theirs.
 * Refuses: person-needed, approval-rules-not-found, approval-rules-stale, approver-is-author,
 * known-day-backwards.
 */
export function confirmApprovalRules(
  ports: Ports,
  tenant: TenantId,
  { actor, version }: { readonly actor: Actor; readonly version: number },
): Promise<Result<{ readonly version: number; readonly batch: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    await tx.batches.lock();
    const author = openRules(await tx.approvalRules.all(), version);
    if (!author.ok) return author;
    if (author.value === person.value) return refused(refuse('approver-is-author', 'actor'));
    const batch = await takeBatch(ports, tx);
    if (!batch.ok) return batch;
    await tx.approvalRules.confirm(version, author.value, person.value, batch.value);
    await audit(ports, tx, actor, 'confirm', version);
    return accept({ version, batch: batch.value });
  });
}

/** The author of the rules that wait for a second person. */
function openRules(all: readonly StoredRules[], version: number): Result<string> {
  const found = all.find((entry) => entry.version === version);
  const facts = { version: String(version) };
  if (found === undefined) return refused(refuse('approval-rules-not-found', 'version', facts));
  const isOpen = found.confirmed === undefined && all.at(-1)?.version === version;
  return isOpen ? accept(found.author) : refused(refuse('approval-rules-stale', 'version', facts));
}

/** Every version of the rules, and which of them holds now; undefined: one other person approves. */
export function listApprovalRules(
  ports: Ports,
  tenant: TenantId,
): Promise<{ readonly versions: readonly StoredRules[]; readonly inForce?: number }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const versions = await tx.approvalRules.all();
    const inForce = await tx.approvalRules.knownAt(await tx.batches.last());
    return { versions, ...(inForce && { inForce: inForce.version }) };
  });
}

function audit(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  deed: 'propose' | 'confirm',
  version: number,
): Promise<void> {
  const object = `approvalRules/${version}`;
  return auditDeed(ports, tx, { actor, action: `approvalRules.${deed}`, object, body: { version } });
}
