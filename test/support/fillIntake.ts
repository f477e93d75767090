import type { Store, TenantId } from '../../app/ports.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { AT, importRows, takeBatch } from './facts.ts';

/** A second import that is undone, a row put aside, a name of a sender and a saved description. */
export async function fillIntake(
  store: Store,
  tenant: TenantId,
  mark: string,
  document: string,
): Promise<void> {
  const bad = { row: 1, texts: [mark], parsed: { refusals: [refuse('line-field-missing', 'unit')] } };
  const second = await importRows(store, tenant, [bad]);
  await store.inTenant(tenant, async (tx) => {
    const batch = await takeBatch(tx, 'lines');
    await tx.undo.undo({ document: second.document.id, batch, reason: mark, actor: mark });
    await tx.received.dismiss({ document }, { reason: mark, actor: mark, at: AT });
    const names = await takeBatch(tx, 'master');
    await tx.aliases.append([{ kind: 'partner', source: mark, received: mark, code: mark }], names);
    const description = { text: JSON.stringify(mark), sha256: '0'.repeat(64), fingerprint: mark };
    await tx.mappings.record({ name: mark, ...description, actor: mark, at: AT });
  });
}
