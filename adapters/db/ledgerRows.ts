import type {
  ItemBalance,
  LedgerBalance,
  LedgerMovement,
  LedgerPeriod,
  PostedTransfer,
  SubledgerBalance,
} from '../../app/ports/ledgerStore.ts';
import type { Cause } from '../../core/booking/cause.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { LedgerEvent } from '../../core/ledger/transfer.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

export const BALANCE_COLUMNS = 's.company, s.account, s.role, s.currency';

export type TransferRow = {
  readonly company: string;
  readonly number: bigint;
  readonly id: string;
  readonly event: LedgerEvent;
  readonly debit_role: LedgerRole;
  readonly credit_role: LedgerRole;
  readonly debit_account: string;
  readonly credit_account: string;
  /** Numeric comes as text. */
  readonly minor: string;
  readonly currency: string;
  readonly effective_on: LocalDate;
  readonly booked_on: LocalDate;
  readonly booked_at: Date;
  readonly batch: bigint;
  readonly partner_id: string | null;
  readonly counterparty: string | null;
  readonly item: string | null;
  readonly agreement: string | null;
  readonly term: string | null;
  readonly window_from: LocalDate | null;
  readonly window_until: LocalDate | null;
  readonly cause: Cause | null;
  readonly origin_kind: string;
  readonly origin_id: string;
  readonly reverses: string | null;
  readonly book_minor: string | null;
  readonly book_currency: string | null;
};

export function toTransfer(row: TransferRow): PostedTransfer {
  return {
    ...{ id: row.id, company: row.company, number: row.number, event: row.event },
    ...{ debit: row.debit_role, credit: row.credit_role },
    ...{ debitAccount: row.debit_account, creditAccount: row.credit_account },
    ...{ minor: BigInt(row.minor), currency: row.currency, batch: Number(row.batch) },
    ...{ effectiveOn: row.effective_on, bookedOn: row.booked_on, bookedAt: row.booked_at },
    ...(row.partner_id !== null && { partner: row.partner_id }),
    ...(row.counterparty !== null && { counterparty: row.counterparty }),
    ...(row.item !== null && { item: row.item }),
    ...subjectOf(row),
    ...(row.cause !== null && { cause: row.cause }),
    origin: { kind: row.origin_kind, id: row.origin_id },
    // What told it apart is in its id.
    leg: row.id,
    ...(row.reverses !== null && { reverses: row.reverses }),
    ...(row.book_minor !== null &&
      row.book_currency !== null && {
        book: { minor: BigInt(row.book_minor), currency: row.book_currency },
      }),
  };
}

function subjectOf({ agreement, term, window_from: from, window_until: until }: TransferRow) {
  if (agreement === null || term === null || from === null || until === null) return {};
  return { subject: { agreement, term, window: { from, until } } };
}

export type SubledgerRow = {
  readonly company: string;
  readonly account: string;
  readonly role: LedgerRole;
  readonly currency: string;
  readonly minor: string;
  readonly book_minor: string;
  readonly book_currency: string;
  readonly partner_id: string | null;
  readonly agreement: string | null;
  readonly term: string | null;
  readonly window_from: LocalDate | null;
  readonly window_until: LocalDate | null;
};

export function toBalance(row: SubledgerRow): LedgerBalance {
  const { company, account, role, currency, minor, book_minor: book, book_currency: bookCurrency } = row;
  return { company, account, role, currency, minor: BigInt(minor), bookMinor: BigInt(book), bookCurrency };
}

export function toSubledger(row: SubledgerRow): SubledgerBalance {
  return {
    ...toBalance(row),
    ...(row.partner_id !== null && { partner: row.partner_id }),
    ...(row.agreement !== null && { agreement: row.agreement }),
    ...(row.term !== null && { term: row.term }),
    ...(row.window_from !== null && { windowFrom: row.window_from }),
    ...(row.window_until !== null && { windowUntil: row.window_until }),
  };
}

export type ItemRow = SubledgerRow & { readonly item: string | null; readonly counterparty: string | null };

export function toItem(row: ItemRow): ItemBalance {
  return {
    ...toSubledger(row),
    ...(row.item !== null && { item: row.item }),
    ...(row.counterparty !== null && { counterparty: row.counterparty }),
  };
}

export type MovementRow = SubledgerRow & { readonly event: LedgerEvent; readonly cause: Cause | null };

export function toMovement(row: MovementRow): LedgerMovement {
  return {
    ...toBalance(row),
    ...(row.partner_id !== null && { partner: row.partner_id }),
    ...(row.agreement !== null && { agreement: row.agreement }),
    event: row.event,
    ...(row.cause !== null && { cause: row.cause }),
  };
}

export type PeriodRow = {
  readonly company: string;
  readonly month: LocalDate;
  readonly number: number;
  readonly deed: LedgerPeriod['deed'];
  readonly hash: string | null;
  readonly checklist: Json | null;
  readonly reason: string;
  readonly actor: string;
  readonly proposed_by: string | null;
  readonly done_at: Date;
};

export function toPeriod(row: PeriodRow): LedgerPeriod {
  return {
    ...{ company: row.company, month: row.month, number: row.number, deed: row.deed },
    ...(row.hash !== null && { hash: row.hash }),
    ...(row.checklist !== null && { checklist: row.checklist }),
    ...{ reason: row.reason, actor: row.actor, at: row.done_at },
    ...(row.proposed_by !== null && { proposedBy: row.proposed_by }),
  };
}
