import { randomUUID } from 'node:crypto';
import type { Store, TenantId } from '../../app/ports.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { AT, addAgreement, addMaster, aLine, calculateOnce, importRows, rowsOf } from './facts.ts';

/**
 * Puts at least one row of a tenant into every table, under names that begin with `mark`; two
 * partners, `mark-P1` and `mark-P2`, have lines, bookings and earnings.
 */
export async function fillTenant(store: Store, tenant: TenantId, mark: string): Promise<void> {
  const partners = [`${mark}-P1`, `${mark}-P2`];
  const rows = partners.map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} }));
  await addMaster(store, tenant, rows);
  const lines = partners.map((partner) => aLine({ document: `${mark}-${partner}`, partner, product: mark }));
  const bad = { row: 3, texts: [mark], parsed: { refusals: [refuse('line-field-missing', 'unit')] } };
  await importRows(store, tenant, [...rowsOf(...lines), bad]);
  for (const partner of partners) {
    const agreement = `${mark}-${partner}`;
    await addAgreement(store, tenant, agreement);
    await store.inTenant(tenant, (tx) => calculateOnce(tx, { agreement, partner }, 100n));
  }
  await store.inTenant(tenant, async (tx) => {
    await tx.idempotency.claim(`${mark}-key`, mark, AT);
    await tx.idempotency.answer(`${mark}-key`, mark);
    const entry = {
      id: randomUUID(),
      at: AT,
      actor: { kind: 'service' as const, id: mark },
      action: 'fill',
      object: mark,
      batch: 1,
      body: mark,
    };
    await tx.audit.write(entry);
    const job = {
      id: randomUUID(),
      kind: 'calculate' as const,
      subject: mark,
      requestedBy: `service:${mark}`,
    };
    await tx.jobs.add({ ...job, delayMs: 0 });
  });
}
