import { factsOfKind } from '../../core/document/rebateDocument.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { NewSettlement, SettlementLine } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { lockedSettlement } from './lockedSettlement.ts';
import { notInPayment } from './notInPayment.ts';

/**
 * Proposes to take an issued settlement back by a mirrored document of its own, which needs the same
 * approvals. The first stays as it was issued; once the mirrored one is issued, its amounts are settled
 * by a later run.
 * Refuses: reason-missing, those of lockedSettlement, settlement-cancelled-already, those of notInPayment.
 */
export function cancelSettlement(
  ports: Ports,
  tenant: TenantId,
  { actor, id, reason }: { readonly actor: Actor; readonly id: string; readonly reason: string },
): Promise<Result<{ readonly id: string }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const locked = await lockedSettlement(tx, id, 'cancel');
    if (!locked.ok) return locked;
    const { settlement } = locked.value;
    const isMirror = settlement.cancels !== undefined;
    if (isMirror || (await tx.settlements.isBeingCancelled(id))) {
      return refused(refuse('settlement-cancelled-already', 'id', { id }));
    }
    const free = await notInPayment(tx, id);
    if (!free.ok) return free;
    const mirror = await mirrorOf(ports, tx, settlement, { actor, reason });
    await tx.settlements.add(mirror);
    await auditDeed(ports, tx, {
      actor,
      action: 'settlement.cancel',
      object: id,
      body: { by: mirror.id, reason },
    });
    return accept({ id: mirror.id });
  });
}

async function mirrorOf(
  ports: Ports,
  tx: Tx,
  settlement: Omit<NewSettlement, 'lines' | 'taxes'>,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<NewSettlement> {
  const lines = await tx.settlements.linesOf(settlement.id);
  const taxes = await tx.settlements.taxesOf(settlement.id);
  const { kind, netMinor, taxMinor, grossMinor, withheldMinor } = settlement;
  return {
    ...settlement,
    id: ports.ids.next(),
    kind: kind === 'lapse' ? kind : factsOfKind(kind).mirror,
    reason: 'cancellation',
    ...{ netMinor: -netMinor, taxMinor: -taxMinor, grossMinor: -grossMinor, withheldMinor: -withheldMinor },
    cancels: { settlement: settlement.id, reason },
    author: actor,
    at: ports.clock.now(),
    lines: await renumbered(tx, lines),
    taxes: new Map(
      [...taxes].map(([rate, own]) => [rate, { netMinor: -own.netMinor, taxMinor: -own.taxMinor }]),
    ),
  };
}

/** The lines the other way, each as the next settlement of its account. */
async function renumbered(tx: Tx, lines: readonly SettlementLine[]): Promise<SettlementLine[]> {
  const last = new Map<string, number>();
  for (const agreement of new Set(lines.map(({ account }) => account.agreement))) {
    for (const { account, lastNumber } of await tx.settlements.recordsOf(agreement)) {
      last.set(JSON.stringify(account), lastNumber);
    }
  }
  const before = new Map<string, number>();
  return lines.map((line) => {
    const key = JSON.stringify(line.account);
    const first =
      before.get(key) ??
      Math.min(...lines.filter((other) => JSON.stringify(other.account) === key).map(({ number }) => number));
    before.set(key, first);
    return {
      ...line,
      number: (last.get(key) ?? 0) + 1 + (line.number - first),
      statedMinor: -line.statedMinor,
      ...(line.paidMinor !== undefined && { paidMinor: -line.paidMinor }),
      netMinor: -line.netMinor,
    };
  });
}
