import { systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import type { Ports, TenantId } from '../../../app/ports.ts';
import { taken } from '../scenario.ts';
import { agreementText, windowsText } from '../trade.ts';

/** An agreement with the supplier of the world that nobody has accepted: what it gives is no income yet, and can be claimed for a day. */
export async function incomeInWaiting(ports: Ports, tenant: TenantId): Promise<void> {
  const participants = [{ attribute: 'partner.code', in: ['S1'] }];
  const term = { windows: windowsText('month'), transactions: 'purchase' };
  const text = agreementText(term, { id: 'INCOME', direction: 'supplierRebate', participants });
  const { recognition: _, ...settlement } = text.settlement as { readonly recognition: string };
  const how = { actor: systemActor('demo'), asNewVersion: false };
  const claim = { rule: 'weClaim', deadlineDays: 1, afterDeadline: 'lapses', silence: 'rejects' };
  const terms = { ...text, settlement: { ...settlement, frequency: 'month', claim } };
  taken(await recordAgreement(ports, tenant, terms, how));
}
