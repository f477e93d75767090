import type { Earning } from '../../core/earning/earning.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { inputsAt } from '../calculation/inputsAt.ts';
import { LineSnapshots } from '../calculation/lineSnapshots.ts';
import { recognisedTargets } from '../calculation/recognisedTargets.ts';
import { earnings, type Inputs } from '../calculation/targetLayers.ts';
import { mayRecognise } from '../claims/supplierIncome.ts';
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { checkedAdjustment, type ProposingAdjustment } from './proposeAdjustment.ts';

/** What an account comes to without an adjustment and with it. Units: minor. */
export type AdjustedAccount = {
  readonly earning: Earning;
  readonly earned: { readonly before: bigint; readonly after: bigint };
  readonly recognised: { readonly before: bigint; readonly after: bigint };
};

export type AdjustmentPreview = {
  readonly adjustment: StoredAdjustment;
  readonly effective: number;
  readonly batch: number;
  readonly accounts: readonly AdjustedAccount[];
};

/**
 * What an adjustment would change today, of what is earned and of what the books take for it; nothing is written.
 * Parts that count from a later day on change nothing yet.
 * Refuses: those of checkedAdjustment.
 */
export function previewAdjustment(
  ports: Ports,
  tenant: TenantId,
  { actor, ...asked }: ProposingAdjustment & { readonly actor: Actor },
): Promise<Result<AdjustmentPreview>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const checked = await checkedAdjustment(ports, tx, asked, actor);
    if (!checked.ok) return checked;
    const batch = await tx.batches.last();
    const stored = await tx.agreements.knownAt(asked.agreement, batch);
    if (stored === undefined) throw new Error(`Fault: agreement ${asked.agreement} is gone`);
    const effective = await businessDay(tx, ports.clock);
    const source = { tenant, snapshots: new LineSnapshots() };
    const before = await inputsAt(tx, source, stored.agreement, { batch, effective });
    const after = { ...before, adjustments: [...(before.adjustments ?? []), checked.value] };
    const isRecognised = await mayRecognise(tx, stored, batch);
    return accept({
      adjustment: checked.value,
      effective,
      batch,
      accounts: changedAccounts(before, after, isRecognised),
    });
  });
}

function changedAccounts(before: Inputs, after: Inputs, isRecognised: boolean): AdjustedAccount[] {
  const old = stateOf(before, isRecognised);
  const now = stateOf(after, isRecognised);
  return [...now.earnings].flatMap(([key, earning]) => {
    const earned = { before: old.earnings.get(key)?.amount.minor ?? 0n, after: earning.amount.minor };
    const recognised = { before: old.recognised.get(key) ?? 0n, after: now.recognised.get(key) ?? 0n };
    const isSame = earned.before === earned.after && recognised.before === recognised.after;
    return isSame ? [] : [{ earning, earned, recognised }];
  });
}

function stateOf(inputs: Inputs, isRecognised: boolean) {
  const all = earnings(inputs);
  const keyed = all.map((earning) => [
    accountKey({ ...earning, currency: earning.amount.currency }),
    earning,
  ]);
  return {
    earnings: new Map(keyed as [string, Earning][]),
    recognised: recognisedTargets(inputs, all, isRecognised),
  };
}
