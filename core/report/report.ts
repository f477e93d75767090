import type { Direction } from '../agreement/agreement.ts';

/** The reports that there are. The list is closed: their names stand in addresses. */
export const REPORT_NAMES = [
  'earnedByPartner',
  'earnedByAgreement',
  'recognisedByProduct',
  'liability',
  'ageing',
  'tierProgress',
  'programmeReturn',
  'marginWaterfall',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** What a cell holds. Amounts are in the currency of their row, and no sum goes across currencies. */
export type CellKind = 'text' | 'money' | 'percent' | 'count';

/** Every column of any report, and what its cells hold: one name means one thing in all of them. */
export const REPORT_COLUMNS = {
  partner: 'text',
  partnerName: 'text',
  agreement: 'text',
  agreementName: 'text',
  term: 'text',
  programme: 'text',
  product: 'text',
  productName: 'text',
  company: 'text',
  direction: 'text',
  stage: 'text',
  age: 'text',
  step: 'text',
  firstDay: 'text',
  lastDay: 'text',
  tier: 'count',
  tiers: 'count',
  reachedShareRate: 'percent',
  missing: 'text',
  turnoverAmount: 'money',
  baselineAmount: 'money',
  growthRate: 'percent',
  earnedAmount: 'money',
  rebateRate: 'percent',
  recognisedAmount: 'money',
  settledAmount: 'money',
  paidAmount: 'money',
  accruedAmount: 'money',
  owedAmount: 'money',
  receiptsAmount: 'money',
  paymentsAmount: 'money',
  amount: 'money',
  ofInvoicedRate: 'percent',
  accounts: 'count',
  lines: 'count',
  currency: 'text',
} as const satisfies Readonly<Record<string, CellKind>>;
export type ReportColumn = keyof typeof REPORT_COLUMNS;

/** Cells by column, each a canonical text: amounts in major units, percents in points, '' where there is nothing to say. */
export type ReportRow = {
  readonly cells: Readonly<Partial<Record<ReportColumn, string>>>;
  /** Names that are kept in both languages. */
  readonly names?: Readonly<Partial<Record<ReportColumn, { readonly en: string; readonly 'zh-CN': string }>>>;
  /** The earning behind the row, where there is just one. */
  readonly earning?: string;
};

export type Report = {
  readonly name: ReportName;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** One for each currency, and direction where the report has both. */
  readonly totals: readonly ReportRow[];
  /** What is drawn: bars of the figure, named by the first column that is filled. */
  readonly bar: { readonly label: readonly ReportColumn[]; readonly figure: ReportColumn };
};

/** What a report is of; none of them: of everything. */
export type ReportFilter = {
  readonly agreement?: string;
  readonly partner?: string;
  readonly direction?: Direction;
};

const BY_ALL = ['agreement', 'partner', 'direction'] as const;

/** By what each report can be narrowed: any other filter is refused, since its figures would be taken for narrowed ones. */
export const REPORT_FILTERS: Readonly<Record<ReportName, readonly (keyof ReportFilter)[]>> = {
  earnedByPartner: BY_ALL,
  earnedByAgreement: BY_ALL,
  recognisedByProduct: BY_ALL,
  liability: BY_ALL,
  ageing: ['partner'],
  tierProgress: BY_ALL,
  programmeReturn: BY_ALL,
  marginWaterfall: ['partner'],
};
