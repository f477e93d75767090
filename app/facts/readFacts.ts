import type { LocalDate } from '../../core/calendar/localDate.ts';
import { owedOn, paidOn } from '../../core/fact/paidOn.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import type { Rational } from '../../core/number/rational.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import type { StockFilter } from '../ports/factStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { batchKnown } from './batchKnown.ts';

/** What was paid on a document, what has to be paid on it, and since when it is covered. */
export type DocumentPayments = {
  readonly payments: readonly Payment[];
  /** The total that its payments name, else its lines with tax; undefined where neither says it. */
  readonly owed: Rational | undefined;
  readonly currency: string;
  readonly paidOn: LocalDate | undefined;
};

/** The payments of one document, as known at the end of a day, else now. Refuses: payments-not-found. */
export function documentPayments(
  ports: Ports,
  tenant: TenantId,
  {
    source,
    document,
    known,
  }: { readonly source: string; readonly document: string; readonly known?: LocalDate },
): Promise<Result<DocumentPayments>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const at = await batchKnown(tx, known);
    const lines = (await tx.lines.knownAt(at, { document })).filter((line) => line.source === source);
    const payments = await tx.facts.paymentsOf(source, document, at);
    const currency = lines[0]?.currency ?? payments[0]?.currency;
    if (currency === undefined)
      return refused(refuse('payments-not-found', 'document', { source, document }));
    return accept({
      payments,
      owed: owedOn(lines, payments),
      currency,
      paidOn: lines.length === 0 ? undefined : paidOn(lines, payments),
    });
  });
}

/** Which counts: of a day (else today), as known at the end of another one (else now). */
export type StockQuestion = StockFilter & {
  readonly day?: LocalDate;
  readonly known?: LocalDate;
  /** A page that follows names the batch of the first one, so that all pages show one state. */
  readonly batch?: number;
};

export type StockAnswer = {
  readonly day: LocalDate;
  readonly batch: number;
  readonly counts: readonly StockCount[];
};

/** What lay in stock at the end of a day, ours and partners': of everything its last count. */
export function stockOn(
  ports: Ports,
  tenant: TenantId,
  { day, known, batch, ...filter }: StockQuestion,
): Promise<StockAnswer> {
  return ports.store.inTenant(tenant, async (tx) => {
    const asOf = {
      day: day ?? (await businessDay(tx, ports.clock)),
      batch: batch ?? (await batchKnown(tx, known)),
    };
    return { ...asOf, counts: await tx.facts.stockOn(asOf.day, asOf.batch, filter) };
  });
}
