import type { Programme } from '../agreement/agreement.ts';
import type { FlowStage } from '../cashFlow/expectedFlow.ts';
import type { AgeBucket } from '../claim/ageing.ts';
import type { ReportColumn, ReportName } from '../report/report.ts';
import type { WaterfallStep } from '../report/waterfallStep.ts';

/** What stands on reports, on paper and on the screen. */
export type ReportTexts = {
  readonly names: Readonly<Record<ReportName, { readonly title: string; readonly lead: string }>>;
  readonly columns: Readonly<Record<ReportColumn, string>>;
  readonly programmes: Readonly<Record<Programme, string>>;
  readonly stages: Readonly<Record<FlowStage, string>>;
  readonly ages: Readonly<Record<AgeBucket, string>>;
  readonly steps: Readonly<Record<WaterfallStep, string>>;
  readonly asOf: string;
  readonly total: string;
  /** Where a report is of a part only. */
  readonly only: string;
};

export const enReports: ReportTexts = {
  names: {
    earnedByPartner: {
      title: 'Earnings by partner',
      lead: 'What each partner has earned under all agreements, and how far it is booked, settled and paid.',
    },
    earnedByAgreement: {
      title: 'Earnings by agreement',
      lead: 'What each agreement has come to over all its partners, and how far it is booked, settled and paid.',
    },
    recognisedByProduct: {
      title: 'Rebates by product',
      lead: 'What the books have recognised, by the products of the lines that it was earned on.',
    },
    liability: {
      title: 'Open rebates',
      lead: 'What is accrued and not settled yet, and what is settled and not paid yet, by agreement and partner.',
    },
    ageing: {
      title: 'Ageing',
      lead: 'What is claimed or documented and not paid, by how long it is due.',
    },
    tierProgress: {
      title: 'Way to the next tier',
      lead: 'Who is how near to the next tier of which agreement. Windows that run come first, the nearest first; those that are over come last.',
    },
    programmeReturn: {
      title: 'Performance of agreements',
      lead: 'What each term costs or brings, held against its turnover and the baseline that it is compared with.',
    },
    marginWaterfall: {
      title: 'Margin, net of everything',
      lead: 'From list prices over discounts, rebates and cost down to what is left.',
    },
  },
  columns: {
    partner: 'Partner no.',
    partnerName: 'Partner',
    agreement: 'Agreement no.',
    agreementName: 'Agreement',
    term: 'Term',
    programme: 'Programme',
    product: 'Product no.',
    productName: 'Product',
    company: 'Company',
    direction: 'Direction',
    stage: 'Stage',
    age: 'Due since',
    step: 'Step',
    firstDay: 'From',
    lastDay: 'Until',
    tier: 'Tier',
    tiers: 'Of tiers',
    reachedShareRate: 'Reached %',
    missing: 'To go',
    turnoverAmount: 'Turnover',
    baselineAmount: 'Baseline',
    growthRate: 'Growth %',
    earnedAmount: 'Earned',
    rebateRate: 'Rebate %',
    recognisedAmount: 'Recognised',
    settledAmount: 'Settled',
    paidAmount: 'Paid',
    accruedAmount: 'Accrued, open',
    owedAmount: 'Settled, unpaid',
    receiptsAmount: 'Comes to us',
    paymentsAmount: 'We pay',
    amount: 'Amount',
    ofInvoicedRate: '% of invoiced',
    accounts: 'Amounts',
    lines: 'Lines',
    currency: 'Currency',
  },
  programmes: {
    volume: 'Volume',
    growth: 'Growth',
    upsell: 'Upsell',
    logistics: 'Logistics',
    crossSell: 'Cross-sell',
    productMix: 'Product mix',
    newProduct: 'New products',
    loyalty: 'Loyalty',
    specialPrice: 'Special price',
    shipAndDebit: 'Ship and debit',
    chargeback: 'Chargeback',
    priceProtection: 'Price protection',
    marketingFund: 'Marketing fund',
    listingFee: 'Listing fee',
    freightAllowance: 'Freight allowance',
    earlyPayment: 'Early payment',
    buyingGroup: 'Buying group',
    commission: 'Commission',
    royalty: 'Royalty',
    other: 'Other',
  },
  stages: { accrued: 'Accrued', claimed: 'Claimed', documented: 'Documented', advance: 'Paid ahead' },
  ages: {
    notDue: 'Not due yet',
    to30: 'Up to 30 days',
    to60: '31 to 60 days',
    to90: '61 to 90 days',
    over90: 'More than 90 days',
  },
  steps: {
    listValue: 'At list prices',
    discounts: 'Discounts on the invoice',
    invoiced: 'Invoiced',
    customerRebates: 'Rebates to customers',
    netOfRebates: 'Net of rebates',
    cost: 'Cost of the goods',
    supplierRebates: 'Rebates from suppliers',
    netNetMargin: 'Margin, net of everything',
    withoutCost: 'Invoiced, cost unknown',
  },
  asOf: 'As of {day}, with all that was known after change no. {batch}',
  total: 'Total',
  only: 'Only {what}',
};
