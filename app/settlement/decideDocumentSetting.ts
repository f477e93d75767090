import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { isUuid } from '../isUuid.ts';
import type { SettingChange } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { audit, checkSetting, putInForce } from './documentSettings.ts';

type Verdict = { readonly id: string; readonly actor: Actor };

/**
 * A second person approves another series, or how else a company is to stand on its documents: it counts from now on.
 * Refuses: person-needed, document-setting-not-found, document-setting-decided, approver-is-author, those of withinGrant,
 * document-series-invalid, company-party-invalid.
 */
export function approveDocumentSetting(
  ports: Ports,
  tenant: TenantId,
  { id, actor }: Verdict,
): Promise<Result<SettingChange>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await waiting(tx, id, actor);
    if (!found.ok) return found;
    const { company, author } = found.value;
    const approver = actorText(actor);
    if (author === approver) return refused(refuse('approver-is-author', 'actor'));
    const reaches = await withinGrant(tx, actor, { scope: 'settlements:approve', company });
    if (!reaches.ok) return reaches;
    // Another kind may have got the series since.
    const fit = await checkSetting(tx, company, found.value);
    if (!fit.ok) return fit;
    await putInForce(tx, company, found.value, { author, approver, at: ports.clock.now() });
    return accept(await decide(ports, tx, found.value, { is: 'approved', actor, reason: '' }));
  });
}

/**
 * Says no, with a reason; whoever has proposed it may do so as well.
 * Refuses: person-needed, reason-missing, document-setting-not-found, document-setting-decided.
 */
export function rejectDocumentSetting(
  ports: Ports,
  tenant: TenantId,
  { id, actor, reason }: Verdict & { readonly reason: string },
): Promise<Result<SettingChange>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const found = await waiting(tx, id, actor);
    if (!found.ok) return found;
    return accept(await decide(ports, tx, found.value, { is: 'rejected', actor, reason: reason.trim() }));
  });
}

/** A change that nobody has decided on, and nobody decides on meanwhile. */
async function waiting(tx: Tx, id: string, actor: Actor): Promise<Result<SettingChange>> {
  const person = personOf(actor);
  if (!person.ok) return person;
  const first = isUuid(id) ? await tx.settlements.settingChange(id) : undefined;
  if (first === undefined) return refused(refuse('document-setting-not-found', 'id', { id }));
  await tx.company.lock(first.company);
  const change = await tx.settlements.settingChange(id);
  if (change?.decision !== undefined) return refused(refuse('document-setting-decided', 'id', { id }));
  return accept(change ?? first);
}

async function decide(
  ports: Ports,
  tx: Tx,
  change: SettingChange,
  {
    is,
    actor,
    reason,
  }: { readonly is: 'approved' | 'rejected'; readonly actor: Actor; readonly reason: string },
): Promise<SettingChange> {
  const decision = { is, by: actorText(actor), at: ports.clock.now(), reason };
  await tx.settlements.decideSetting(change.id, decision);
  const deed = is === 'approved' ? 'approve' : 'reject';
  await audit(ports, tx, { actor, company: change.company, value: change, deed });
  return { ...change, decision };
}
