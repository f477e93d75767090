import type { AdvisedDocument } from '../../core/payment/remittanceAdvice.ts';
import type { PaymentItem } from '../ports/paymentStore.ts';
import type { Tx } from '../ports.ts';

/** What of which documents a payment pays, by day of issue. */
export async function advisedDocuments(
  tx: Tx,
  items: readonly PaymentItem[],
): Promise<readonly AdvisedDocument[]> {
  const documents: AdvisedDocument[] = [];
  for (const [settlement, own] of Map.groupBy(items, (item) => item.settlement)) {
    const found = await tx.settlements.documentOf(settlement);
    const stored = await tx.settlements.get(settlement);
    if (found === undefined || stored === undefined) {
      throw new Error(`Fault: settlement ${settlement} was paid without a document`);
    }
    const { kind, number, issuedOn, dueOn, grossMinor } = found.document;
    const paid = own.filter(({ minor }) => minor > 0n).reduce((sum, { minor }) => sum + minor, 0n);
    const left = own.reduce((sum, { minor }) => sum + minor, 0n);
    documents.push({
      ...{ settlement, kind, number, issuedOn, dueOn, grossMinor },
      withheldMinor: stored.withheldMinor < 0n ? -stored.withheldMinor : stored.withheldMinor,
      paidMinor: paid,
      returnedMinor: paid - left,
    });
  }
  return documents.sort((a, b) => a.issuedOn - b.issuedOn || (a.number < b.number ? -1 : 1));
}
