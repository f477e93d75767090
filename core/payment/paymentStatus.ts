import type { StatusNews } from './paymentState.ts';

/**
 * What a status file of a bank says: of one payment by what we called it, in a NACHA file by its last signs and its
 * amount, or of all payments of a file of ours. Units: minor.
 */
export type PaymentStatus = {
  readonly of:
    | { readonly endToEndId: string }
    | { readonly nachaId: string; readonly minor: bigint }
    | { readonly messageId: string };
  readonly news: StatusNews;
  /** The code of the bank. */
  readonly reason: string;
};

/** ISO 20022: what has left our account, and what never will; all else is on its way. */
const NEWS_BY_CODE: Readonly<Record<string, StatusNews>> = {
  ACSC: 'confirm',
  ACCC: 'confirm',
  RJCT: 'reject',
};

export function newsOfStatus(code: string): StatusNews {
  return NEWS_BY_CODE[code] ?? 'underWay';
}
