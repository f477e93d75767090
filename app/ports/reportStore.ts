import type { Direction } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** What one partner has earned and what was booked of it under one agreement. Units: minor. */
export type EarnedSum = {
  readonly agreement: string;
  readonly agreementName: { readonly en: string; readonly 'zh-CN': string };
  readonly direction: Direction;
  readonly partner: string;
  readonly partnerName: string;
  readonly currency: string;
  readonly accounts: number;
  readonly earned: bigint;
  readonly recognised: bigint;
  readonly settled: bigint;
  readonly paid: bigint;
};

/** Where a partner stands under a term in a window. */
export type Standing = Omit<EarnedSum, 'accounts' | 'recognised' | 'settled' | 'paid'> & {
  readonly id: string;
  readonly term: string;
  readonly window: Window;
  readonly tier: number;
  /** As `progressOf` writes it. */
  readonly progress: Json;
};

/** What was sold of a product in a currency; decimal texts in major units, of the lines that say both sides. */
export type SalesSum = {
  readonly product: string;
  readonly currency: string;
  readonly lines: number;
  readonly netValue: string;
  /** At list prices, and the net value of the same lines; of the others nothing is known. */
  readonly listValue: string;
  readonly netOfListed: string;
  /** What the goods have cost, and the net value of the same lines. */
  readonly cost: string;
  readonly netOfCosted: string;
};

export type ReportStore = {
  readonly earned: (filter: ReportFilter) => Promise<readonly EarnedSum[]>;
  readonly standings: (filter: ReportFilter) => Promise<readonly Standing[]>;
  /** Sales as known at a batch; days are those of the invoice. */
  readonly sales: (asked: {
    readonly batch: number;
    readonly partner?: string;
    readonly from?: LocalDate;
    readonly until?: LocalDate;
  }) => Promise<readonly SalesSum[]>;
  /** The last names that are known of partners or products, by code. */
  readonly names: (kind: 'partner' | 'product') => Promise<ReadonlyMap<string, string>>;
};
