import type { BankAccount } from '../bank/bankAccount.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';

/**
 * Documents of ours by which rebates are settled. In all of them amounts are positive in the
 * document's own direction: what turns the direction around is the kind, never a sign.
 */
export const DOCUMENT_KINDS = [
  /** We credit a customer: we owe the amount. */
  'creditNote',
  /** We charge a partner: the amount is owed to us. */
  'debitNote',
  /** We write the partner's invoice for them (self-billing): we owe the amount. */
  'selfBilledInvoice',
  /** We write the partner's credit note for them (self-billing): the amount is owed to us. */
  'selfBilledCreditNote',
  /** We tell of a payment that is no supply and no price reduction of a supply of ours: no tax document. */
  'paymentNotice',
  /** We ask a payment of that kind back: no tax document. */
  'reclaimNotice',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why a document was issued. */
export const DOCUMENT_REASONS = [
  'rebate',
  'advance',
  'guarantee',
  'correction',
  'clawBack',
  'cancellation',
] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/**
 * What a rebate is for the tax: the price of goods falls and their tax with it; the partner renders
 * a service for it; nothing that the tax knows; or it goes to somebody who did not buy from us.
 */
export const TAX_TREATMENTS = [
  'priceReduction',
  'partnerService',
  'outsideScope',
  'nonAdjacentPayer',
] as const;
export type TaxTreatment = (typeof TAX_TREATMENTS)[number];

/** How a line is taxed. Source: the VAT categories of EN 16931 (UNTDID 5305), in words. */
export const TAX_CATEGORIES = [
  'standard',
  'zeroRated',
  'exempt',
  'reverseCharge',
  'intraCommunity',
  'export',
  'outsideScope',
] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** How what is owed is paid: by transfer, set off against other balances, in goods, or as agreed apart. */
export const PAYMENT_MEANS = ['transfer', 'offset', 'goods', 'other'] as const;
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];

/** A text as each reader reads it. */
export type BothTexts = { readonly en: string; readonly 'zh-CN': string };

/** A party of a document, as the law wants it written. */
export type DocumentParty = {
  readonly name: string;
  /** Street, house and what else stands above the town: at most three. */
  readonly addressLines: readonly string[];
  readonly city?: string;
  readonly postCode?: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** The number by which the tax office knows it, in Europe with the letters of its country. */
  readonly taxId?: string;
  /** The number in the register of companies. */
  readonly registration?: string;
  /** Where electronic documents go. Source of schemes: the code list EAS of EN 16931. */
  readonly electronicAddress?: { readonly scheme: string; readonly address: string };
};

/** What is given instead of money. */
export type DocumentGoods = {
  readonly product?: string;
  readonly quantity: Decimal;
  readonly unit: string;
  /** In major units, as the agreement states amounts. */
  readonly unitValue: Decimal;
};

/** What is settled of one agreement, term and window at one rate of tax. Units: minor. */
export type DocumentLine = {
  readonly agreement: string;
  readonly term: string;
  readonly window: { readonly firstDay: LocalDate; readonly lastDay: LocalDate };
  readonly text: BothTexts;
  /** Without tax, also where the agreement states amounts with tax. May be negative among others. */
  readonly netMinor: bigint;
  /** What it was earned as, in the currency of the agreement, where that is another one. Units: minor of that one. */
  readonly earnedMinor?: bigint;
  readonly category: TaxCategory;
  /** In percent; zero in every category but the standard one. */
  readonly rate: Decimal;
  /** Why there is no tax: needed in every category but the standard and the zero-rated one. */
  readonly exemptReason?: BothTexts;
  readonly goods?: DocumentGoods;
};

/** The tax of all lines of one category and rate. Units: minor. */
export type DocumentTax = {
  readonly category: TaxCategory;
  readonly rate: Decimal;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
};

export type DocumentTotals = {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
};

/** The tax that whoever pays keeps back and pays to the tax office in the other one's name. Units: minor. */
export type Withheld = {
  /** In percent of the net amount. */
  readonly percent: Decimal;
  readonly minor: bigint;
};

/** The tax of a document as its company owes it to the tax office. Units: minor of `currency`. */
export type TaxOwed = { readonly currency: string; readonly minor: bigint };

/** What was earned in another currency than that of the document, and by which rate it is paid. */
export type DocumentExchange = {
  readonly currency: string;
  /** Of all lines, as the agreement states amounts. Units: minor of `currency`. */
  readonly minor: bigint;
  /** What one unit of it is in the currency of the document. */
  readonly rate: Rational;
  /** The kind and day of the rate; absent where the contract fixes it. */
  readonly source?: { readonly rateType: string; readonly day: LocalDate };
};

/**
 * A document of ours as it was issued; it never changes. Units: minor units of `currency`.
 * Shape: `checkDocument` holds what has to fit together.
 */
export type RebateDocument = DocumentTotals & {
  readonly kind: DocumentKind;
  /** The sequence that the legal number is without gaps in, and the number. */
  readonly series: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Codes of our company and of the partner. */
  readonly company: string;
  readonly partner: string;
  readonly currency: string;
  /** Who supplies and who is supplied, in the eyes of the tax: `ourSide` says which of them is our company. */
  readonly seller: DocumentParty;
  readonly buyer: DocumentParty;
  /** The document that this one cancels or corrects. */
  readonly preceding?: { readonly number: string; readonly issuedOn: LocalDate };
  readonly reason: DocumentReason;
  readonly treatment: TaxTreatment;
  /** Whether the agreement states its amounts without tax or with it. */
  readonly amountsStated: 'net' | 'taxInclusive';
  readonly lines: readonly DocumentLine[];
  readonly taxes: readonly DocumentTax[];
  /** Left out where it is paid in the currency that it is earned in. */
  readonly exchange?: DocumentExchange;
  /** Left out where the document is in the currency of the company's books, or has no tax. */
  readonly taxOwed?: TaxOwed;
  /** Left out where nothing is withheld. It changes what is paid, never the totals. */
  readonly withheld?: Withheld;
  /** What of it was set off against other documents when it was issued; left out where nothing is. Units: minor, above zero. */
  readonly setOff?: readonly { readonly number: string; readonly minor: bigint }[];
  readonly payment: {
    readonly means: PaymentMeans;
    /** Of the one who is paid. A partner's is masked: the whole one never leaves its seal for a document. */
    readonly account?: BankAccount;
  };
  readonly notes: readonly BothTexts[];
};

type KindFacts = {
  /** The kind of the document that takes one of this kind back. */
  readonly mirror: DocumentKind;
  readonly ourSide: 'seller' | 'buyer';
  readonly paidParty: 'us' | 'partner';
  readonly isTaxDocument: boolean;
};

const FACTS: Readonly<Record<DocumentKind, KindFacts>> = {
  creditNote: { mirror: 'debitNote', ourSide: 'seller', paidParty: 'partner', isTaxDocument: true },
  debitNote: { mirror: 'creditNote', ourSide: 'seller', paidParty: 'us', isTaxDocument: true },
  selfBilledInvoice: {
    mirror: 'selfBilledCreditNote',
    ourSide: 'buyer',
    paidParty: 'partner',
    isTaxDocument: true,
  },
  selfBilledCreditNote: {
    mirror: 'selfBilledInvoice',
    ourSide: 'buyer',
    paidParty: 'us',
    isTaxDocument: true,
  },
  paymentNotice: { mirror: 'reclaimNotice', ourSide: 'seller', paidParty: 'partner', isTaxDocument: false },
  reclaimNotice: { mirror: 'paymentNotice', ourSide: 'seller', paidParty: 'us', isTaxDocument: false },
};

/** What a kind of document says by itself. */
export function factsOfKind(kind: DocumentKind): KindFacts {
  return FACTS[kind];
}
