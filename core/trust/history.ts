import type { LocalDate } from '../calendar/localDate.ts';
import type { Side } from '../fact/line.ts';

/**
 * What detectors read: the past of a business as plain records, wherever it comes from (a tenant's
 * tables, or a folder of files before anybody works with OpenRebate).
 *
 * Units: amounts are whole minor units of `currency`, quantities are whole millionths of `unit`, rates
 * are basis points; all are integers below 2^53, so that ten million lines fit and nothing is rounded.
 * Days are days since 1970-01-01. An absent field is unknown, and a detector that needs it looks at
 * nothing there, and says so.
 */
export type History = {
  /** The day as of which one looks: nothing later is known. */
  readonly today: LocalDate;
  readonly partners: readonly HistoryPartner[];
  readonly products: readonly HistoryProduct[];
  readonly agreements: readonly HistoryAgreement[];
  readonly earnings: readonly HistoryEarning[];
  readonly claims: readonly HistoryClaim[];
  readonly settlements: readonly HistorySettlement[];
  readonly payments: readonly HistoryPayment[];
  readonly bankChanges: readonly BankChange[];
  readonly approvals: readonly HistoryApproval[];
  readonly adjustments: readonly HistoryAdjustment[];
  readonly stock: readonly HistoryStock[];
};

/** `segment` is whom a partner is compared with; `parent` is the company that owns it. */
export type HistoryPartner = {
  readonly partner: string;
  readonly kind: 'customer' | 'supplier';
  readonly name: string;
  readonly country?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly taxId?: string;
  readonly bankAccounts: readonly string[];
  readonly parent?: string;
  readonly segment?: string;
  readonly since?: LocalDate;
};

/** Per `unit`: what it costs us, its list price; `perPack` units come in a pack, `perOrder` at most in one order. */
export type HistoryProduct = {
  readonly product: string;
  readonly name?: string;
  readonly category?: string;
  readonly unit?: string;
  readonly unitCost?: number;
  readonly listPrice?: number;
  readonly currency?: string;
  readonly perPack?: number;
  readonly perOrder?: number;
};

/**
 * A line of a document: they come one after the other, in the order of partner, day, document and line, and are not kept.
 * Returns are negative. `minor` is the net value, `unitMinor` the price of a unit.
 */
export type HistoryLine = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly side: Side;
  readonly kind: 'goods' | 'freight' | 'fee' | 'freeGoods' | 'rebateDocument';
  readonly partner: string;
  readonly product: string;
  readonly day: LocalDate;
  /** On which it became known to us. */
  readonly knownOn?: LocalDate;
  readonly quantity: number;
  readonly unit: string;
  readonly minor: number;
  readonly unitMinor?: number;
  readonly currency: string;
  readonly endCustomer?: string;
  /** The order it was ordered by. */
  readonly order?: string;
  readonly returnOf?: { readonly document: string; readonly line: string };
  /** Its document cancels another one, or is a new invoice in the place of a cancelled one. */
  readonly correctionOf?: { readonly document: string; readonly line: string };
};

/** Thresholds rise; `rate` in basis points of value, `perUnit` in minor units for each unit. */
export type HistoryTier = { readonly from: number; readonly rate?: number; readonly perUnit?: number };

/** `windows` are the periods in which thresholds are counted; `until` is the first day after. */
export type HistoryAgreement = {
  readonly agreement: string;
  readonly side: 'customer' | 'supplier';
  readonly name?: string;
  readonly state: 'active' | 'ended' | 'draft';
  readonly partners: readonly string[];
  /** Codes of products or categories; empty: all. */
  readonly products: readonly string[];
  readonly categories: readonly string[];
  /** Only partners of this segment; with empty `partners`, all of it qualify. */
  readonly segment?: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly basis: 'value' | 'quantity';
  readonly unit?: string;
  readonly currency: string;
  readonly retroactive: boolean;
  readonly tiers: readonly HistoryTier[];
  readonly windows: 'month' | 'quarter' | 'year' | 'whole';
  /** What is paid at least for a window. */
  readonly guaranteed?: number;
  /** Days after the end of a window in which a claim has to be sent. */
  readonly claimWithin?: number;
  /** Price of a unit that a special-price agreement fixes, and for which end customer. */
  readonly contractPrice?: number;
  readonly endCustomer?: string;
  /** It may pay beside these. */
  readonly together?: readonly string[];
};

/** What was earned in a window, and what became of it. */
export type HistoryEarning = {
  readonly agreement: string;
  readonly partner: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** What counted: value in minor units, or quantity in millionths. */
  readonly base: number;
  readonly earned: number;
  readonly claimed: number;
  readonly settled: number;
  readonly currency: string;
};

export type HistoryClaim = {
  readonly claim: string;
  readonly claimant: 'us' | 'partner';
  readonly partner: string;
  readonly agreement?: string;
  /** The number that the claimant gave it. */
  readonly reference?: string;
  readonly sentOn: LocalDate;
  readonly sentBy?: string;
  readonly state: 'open' | 'accepted' | 'refused' | 'paid';
  readonly minor: number;
  readonly currency: string;
  readonly lines: readonly HistoryClaimLine[];
};

/** `document` and `line` name the sale that is claimed for; `minor` is what is claimed, `unitMinor` for a unit. */
export type HistoryClaimLine = {
  readonly number: number;
  readonly document?: string;
  readonly line?: string;
  readonly product?: string;
  readonly endCustomer?: string;
  readonly day?: LocalDate;
  readonly quantity?: number;
  readonly unit?: string;
  readonly unitMinor?: number;
  readonly minor: number;
};

export type HistorySettlement = {
  readonly settlement: string;
  readonly partner: string;
  readonly agreement?: string;
  readonly day: LocalDate;
  /** The window that it settles. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly minor: number;
  readonly currency: string;
  readonly state: 'proposed' | 'approved' | 'paid' | 'cancelled';
};

export type HistoryPayment = {
  readonly payment: string;
  readonly partner: string;
  readonly settlement?: string;
  readonly day: LocalDate;
  readonly bankAccount?: string;
  readonly minor: number;
  readonly currency: string;
  readonly state: 'planned' | 'sent' | 'paid' | 'returned';
};

export type BankChange = {
  readonly change: string;
  readonly partner: string;
  readonly before?: string;
  readonly after: string;
  readonly day: LocalDate;
  readonly by: string;
  readonly confirmedBy?: string;
  /** The account is of another country than the partner. */
  readonly country?: string;
};

/** Who proposed, who decided, at which minute of the local day; `limit` is what the one who decided may approve. */
export type HistoryApproval = {
  readonly approval: string;
  readonly of: 'agreement' | 'claim' | 'settlement' | 'payment' | 'adjustment' | 'bankChange';
  readonly object: string;
  readonly partner?: string;
  readonly minor?: number;
  readonly currency?: string;
  readonly limit?: number;
  readonly proposedBy: string;
  readonly decidedBy: string;
  readonly day: LocalDate;
  readonly minute?: number;
};

export type HistoryAdjustment = {
  readonly adjustment: string;
  readonly agreement?: string;
  readonly partner: string;
  readonly day: LocalDate;
  readonly minor: number;
  readonly currency: string;
  readonly by: string;
  readonly approvedBy?: string;
  readonly reason?: string;
};

/** A count of stock: ours, or that of `partner` as it was reported. */
export type HistoryStock = {
  readonly product: string;
  readonly partner?: string;
  readonly day: LocalDate;
  readonly quantity: number;
  readonly unit: string;
};
