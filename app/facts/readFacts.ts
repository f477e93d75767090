import type { LocalDate } from '../../core/calendar/localDate.ts';
import { amountOwed, paidOn } from '../../core/fact/paidOn.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import type { Rational } from '../../core/number/rational.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { FactKind, QuarantinedFact, StockFilter } from '../ports/factStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** What was paid on a document, what its lines come to with tax, and since when it is covered. */
export type DocumentPayments = {
  readonly payments: readonly Payment[];
  /** Undefined where its lines do not say it. */
  readonly owed: Rational | undefined;
  readonly currency: string;
  readonly paidOn: LocalDate | undefined;
};

/** The payments of one document, as known at a batch, else now. Refuses: payments-not-found. */
export function documentPayments(
  ports: Ports,
  tenant: TenantId,
  {
    source,
    document,
    batch,
  }: { readonly source: string; readonly document: string; readonly batch?: number },
): Promise<Result<DocumentPayments>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const at = batch ?? (await tx.batches.last());
    const lines = (await tx.lines.knownAt(at, { document })).filter((line) => line.source === source);
    const payments = await tx.facts.paymentsOf(source, document, at);
    const currency = lines[0]?.currency ?? payments[0]?.currency;
    if (currency === undefined)
      return refused(refuse('payments-not-found', 'document', { source, document }));
    return accept({
      payments,
      owed: lines.length === 0 ? undefined : amountOwed(lines, currency),
      currency,
      paidOn: lines.length === 0 ? undefined : paidOn(lines, payments),
    });
  });
}

/** What lay in stock at the end of a day, ours and partners', as known at a batch, else now. */
export function stockOn(
  ports: Ports,
  tenant: TenantId,
  { day, batch, ...filter }: StockFilter & { readonly day: LocalDate; readonly batch?: number },
): Promise<readonly StockCount[]> {
  return ports.store.inTenant(tenant, async (tx) =>
    tx.facts.stockOn(day, batch ?? (await tx.batches.last()), filter),
  );
}

/** Rows that became no fact, the newest file first. */
export function quarantinedFacts(
  ports: Ports,
  tenant: TenantId,
  kind: FactKind,
  limit: number,
): Promise<readonly QuarantinedFact[]> {
  return ports.store.inTenant(tenant, (tx) => tx.facts.quarantined(kind, limit));
}
