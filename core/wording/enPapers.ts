import type {
  DocumentKind,
  DocumentReason,
  PaymentMeans,
  TaxCategory,
  TaxTreatment,
} from '../document/rebateDocument.ts';
import type { LedgerEvent } from '../ledger/transfer.ts';

/** What stands on documents of ours beside what they say of themselves. */
export type PaperTexts = {
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  readonly reasons: Readonly<Record<DocumentReason, string>>;
  readonly categories: Readonly<Record<Exclude<TaxCategory, 'standard'>, string>>;
  readonly treatments: Readonly<Record<TaxTreatment, string>>;
  /** By who is paid, and by what. */
  readonly payments: Readonly<Record<'us' | 'partner', Readonly<Record<PaymentMeans, string>>>>;
  readonly labels: Readonly<Record<PaperLabel, string>>;
  readonly preceding: string;
  readonly taxInclusive: string;
  readonly exemptReason: string;
  /** A line that is given in goods. */
  readonly goods: string;
  readonly pageOf: string;
  readonly statement: StatementTexts;
  /** What stands on the advice of a payment. */
  readonly remittance: Readonly<
    Record<
      'title' | 'reference' | 'day' | 'account' | 'kind' | 'withheld' | 'paid' | 'total' | 'returned',
      string
    >
  >;
};

/** What stands on the statement of a partner. */
export type StatementTexts = {
  readonly title: string;
  readonly events: Readonly<Record<LedgerEvent, string>>;
  readonly opening: string;
  readonly closing: string;
  /** What is open in the end, by who owes it. */
  readonly weOwe: string;
  readonly youOwe: string;
  readonly nothingOpen: string;
  readonly day: string;
  readonly what: string;
  readonly reference: string;
  readonly balance: string;
  readonly signs: string;
  readonly known: string;
  /** The summary: how many deeds of a kind, and what was earned behind them; then every movement, and what of it is about which account. */
  readonly count: string;
  readonly part: string;
  readonly earnings: string;
  readonly movements: string;
  readonly explained: string;
  readonly unexplained: string;
  readonly earned: string;
  /** The listing of lines, and what of an amount none of them stands behind. */
  readonly document: string;
  readonly product: string;
  readonly share: string;
  readonly withoutLines: string;
  readonly moreLines: string;
};

export type PaperLabel =
  | 'seller'
  | 'buyer'
  | 'from'
  | 'to'
  | 'number'
  | 'issuedOn'
  | 'dueOn'
  | 'partner'
  | 'reason'
  | 'preceding'
  | 'taxId'
  | 'registration'
  | 'line'
  | 'text'
  | 'agreement'
  | 'period'
  | 'rate'
  | 'netIn'
  | 'taxIn'
  | 'grossIn'
  | 'net'
  | 'tax'
  | 'gross'
  | 'taxOwed'
  | 'withheld'
  | 'setOff'
  | 'payable'
  | 'amount';

export const enPapers: PaperTexts = {
  kinds: {
    creditNote: 'Credit note',
    debitNote: 'Debit note',
    selfBilledInvoice: 'Invoice (self-billing)',
    selfBilledCreditNote: 'Credit note (self-billing)',
    paymentNotice: 'Notice of payment',
    reclaimNotice: 'Request for repayment',
  },
  reasons: {
    rebate: 'Rebate',
    advance: 'Advance on a rebate',
    guarantee: 'Guaranteed amount',
    correction: 'Correction',
    clawBack: 'Rebate paid too much',
    cancellation: 'Cancellation',
  },
  categories: {
    zeroRated: '0% (zero-rated)',
    exempt: 'exempt',
    reverseCharge: 'reverse charge',
    intraCommunity: 'intra-Community supply',
    export: 'export',
    outsideScope: 'no tax',
  },
  treatments: {
    priceReduction: 'The price of the goods supplied is changed by this amount, and their tax with it.',
    partnerService: 'This is the price of a service.',
    outsideScope: 'No tax is stated: the amount is outside the scope of the tax.',
    nonAdjacentPayer:
      'This is no tax document. We are not the supplier of the goods, so the price that was invoiced for them stays as it is.',
  },
  payments: {
    partner: {
      transfer: 'We transfer the amount by {day}[, to the account {account}].',
      offset: 'The amount is set off against other balances by {day}.',
      goods: 'The amount is given in goods by {day}.',
      other: 'The amount is paid by {day} as agreed apart.',
    },
    us: {
      transfer: 'Please transfer the amount by {day}[, to the account {account}].',
      offset: 'The amount is set off against other balances by {day}.',
      goods: 'The amount is given in goods by {day}.',
      other: 'Please pay the amount by {day} as agreed apart.',
    },
  },
  labels: {
    seller: 'Seller',
    buyer: 'Buyer',
    from: 'From',
    to: 'To',
    number: 'Number',
    issuedOn: 'Date of issue',
    dueOn: 'Due',
    partner: 'Partner',
    reason: 'Reason',
    preceding: 'Refers to',
    taxId: 'Tax number',
    registration: 'Registration',
    line: 'No.',
    text: 'What for',
    agreement: 'Agreement',
    period: 'Period',
    rate: 'Tax',
    netIn: 'Net ({currency})',
    taxIn: 'Tax ({currency})',
    grossIn: 'Gross ({currency})',
    net: 'Net',
    tax: 'Tax',
    gross: 'Total',
    taxOwed: 'The tax as it is owed to the tax office',
    withheld: 'Tax withheld ({percent} of the net)',
    setOff: 'Set off against {number}',
    payable: 'To be paid',
    amount: 'Amount',
  },
  preceding: '{number} of {day}',
  taxInclusive: 'The agreed amounts include their tax.',
  exemptReason: '{category}: {reason}',
  goods: '{text} ([{product}: ]{quantity} at {value} each)',
  pageOf: 'Page {page} of {pages}',
  remittance: {
    title: 'Remittance advice',
    reference: 'Reference of the payment',
    day: 'Day of payment',
    account: 'To the account',
    kind: 'Document',
    withheld: 'Withheld',
    paid: 'Paid by this',
    total: 'Payment',
    returned: 'Of this payment {amount} came back to us and is open again.',
  },
  statement: {
    title: 'Statement of account',
    events: {
      open: 'Brought forward',
      accrue: 'Expected',
      stock: 'Goods in stock',
      claim: 'Claim',
      settle: 'Document',
      tax: 'Tax',
      pay: 'Payment',
      receive: 'Receipt',
      bank: 'Bank',
      writeOff: 'Given up',
      lapse: 'Lapsed',
      withhold: 'Withheld',
      advance: 'Advance',
      offset: 'Set off',
      intercompany: 'Between our companies',
      exchange: 'Exchange difference',
      deduct: 'Deduction',
      fund: 'Fund',
    },
    opening: 'Open before',
    closing: 'Open at the end',
    weOwe: 'We owe you',
    youOwe: 'You owe us',
    nothingOpen: 'Nothing is open',
    day: 'Day',
    what: 'What',
    reference: 'Reference, agreement',
    balance: 'Open',
    signs: 'Amounts above zero are owed by us, amounts below zero to us.',
    known: 'With all that our system knew after its change no. {batch}.',
    count: 'Number',
    part: 'Of it',
    earnings: 'What was earned behind it',
    movements: 'Movements ({currency})',
    explained: 'How the amounts were earned',
    unexplained:
      'For {accounts} {accounts|account|accounts} the calculation is not shown here: it is that of another partner.',
    earned: 'Earned by now',
    document: 'Document / line',
    product: 'Product',
    share: 'Share',
    withoutLines: 'not by lines of yours',
    moreLines: '{lines} more lines stand in the table of lines.',
  },
};
