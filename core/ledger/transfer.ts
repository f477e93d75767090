import type { Cause } from '../booking/cause.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { LedgerRole } from './ledgerRole.ts';

/** What happened, as the books say it. */
export const LEDGER_EVENTS = [
  'open',
  'accrue',
  'stock',
  'claim',
  'settle',
  'tax',
  'pay',
  'receive',
  'bank',
  'writeOff',
  'lapse',
  'withhold',
  'advance',
  'offset',
  'intercompany',
  'exchange',
  'deduct',
  'fund',
] as const;
export type LedgerEvent = (typeof LEDGER_EVENTS)[number];

/** The booking account that an amount is about, without its kind. */
export type Subject = {
  readonly agreement: string;
  readonly term: string;
  readonly window: Window;
};

/** The deed that an amount comes from, such as a booking, a settlement or an entry of a bank. */
export type Origin = { readonly kind: string; readonly id: string };

/**
 * One amount that moves from one account of a company to another. Units: `minor` is above zero; what
 * takes back has its accounts the other way round.
 */
export type Transfer = {
  readonly company: string;
  readonly event: LedgerEvent;
  readonly debit: LedgerRole;
  readonly credit: LedgerRole;
  readonly minor: bigint;
  readonly currency: string;
  /** The day that it is about; the day in the books is never before the first open one. */
  readonly effectiveOn: LocalDate;
  readonly partner?: string;
  /** The other company of ours that an amount is between. */
  readonly counterparty?: string;
  /** The settlement or claim whose open item it makes, moves or clears. */
  readonly item?: string;
  readonly subject?: Subject;
  /** What the products have in common that it is about, where a rule of accounts asks for it. */
  readonly productGroup?: string;
  readonly costCentre?: string;
  readonly cause?: Cause;
  readonly origin: Origin;
  /** Tells the transfers of one origin apart; with it the same deed makes the same row. */
  readonly leg: string;
  /** The transfer that this one takes back. */
  readonly reverses?: string;
};

/** Two accounts that an amount above zero goes between. */
export type Sides = { readonly debit: LedgerRole; readonly credit: LedgerRole };

/** The transfer of an amount of either sign: below zero the accounts change places, zero moves nothing. */
export function transferred(
  minor: bigint,
  { debit, credit }: Sides,
  rest: Omit<Transfer, 'minor' | 'debit' | 'credit'>,
): Transfer[] {
  if (minor === 0n) return [];
  return minor > 0n
    ? [{ ...rest, minor, debit, credit }]
    : [{ ...rest, minor: -minor, debit: credit, credit: debit }];
}

/** The mirrored transfer of one that was posted, by a deed of its own. */
export function reversed(
  transfer: Transfer & { readonly id: string },
  deed: Pick<Transfer, 'origin' | 'effectiveOn'>,
): Transfer {
  const { id, debit, credit, ...rest } = transfer;
  return { ...rest, ...deed, debit: credit, credit: debit, leg: `reverses ${id}`, reverses: id };
}
