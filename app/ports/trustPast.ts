import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { StoredInstruction } from './paymentStore.ts';

/** Who decided, and who had proposed it; both as the audit trail writes them. Units: minor. */
export type PastApproval = {
  /** Of the row; approvals of one kind come in its order. */
  readonly id: string;
  /** `claim`: what was granted of a partner's claim; `writeOff`: what was given up of a claim. Both `object`s are claims. */
  readonly of: 'settlement' | 'payment' | 'agreement' | 'claim' | 'writeOff';
  readonly object: string;
  readonly partner?: string;
  readonly minor?: bigint;
  readonly currency?: string;
  readonly proposedBy: string;
  readonly decidedBy: string;
  readonly at: Date;
};

/** `settlement`: the one that it pays, where it pays one alone. */
export type PastPayment = Pick<
  StoredInstruction,
  'id' | 'partner' | 'minor' | 'currency' | 'state' | 'accountBatch'
> & { readonly executionDay: LocalDate; readonly settlement?: string };

/** What a settlement is of, where it is of one agreement; and of one window. */
export type SettledPlace = { readonly agreement?: string; readonly window?: Window };

export type PastPage = { readonly partner?: string; readonly after?: string; readonly limit: number };

/** What detectors read of money and of those who decided about it: pages in the order of ids, of everybody or of one partner. */
export type TrustPast = {
  readonly pastPayments: (page: PastPage) => Promise<readonly PastPayment[]>;
  readonly pastPlaces: (settlements: readonly string[]) => Promise<ReadonlyMap<string, SettledPlace>>;
  /** Approvals of agreements are of no partner: they are not read for one. */
  readonly pastApprovals: (of: PastApproval['of'], page: PastPage) => Promise<readonly PastApproval[]>;
};
