import { formatDate } from '../calendar/localDate.ts';
import type { Subject } from '../ledger/transfer.ts';
import { moneyText } from '../money/money.ts';

/** A line that an amount was earned by. Amounts are as its reader sees them. */
export type StatedLine = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly day: string;
  readonly product: string;
  readonly productName: string;
  readonly netValue: string;
  readonly shareMinor: bigint;
};

/** What was earned of an account, and the partner's own lines that it comes from. Units: minor. */
export type ListedEarning = {
  readonly subject: Subject;
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly lines: readonly StatedLine[];
};

/** The columns of the listing of lines; names of days and amounts end as the files know them. */
export const LISTED_FIELDS = [
  'agreement',
  'term',
  'windowFirstDate',
  'windowLastDate',
  'currency',
  'source',
  'document',
  'line',
  'invoiceDate',
  'product',
  'productName',
  'netValue',
  'shareAmount',
] as const;

/** What of an amount no line of the partner's own stands behind, such as totals of others, a guarantee, a rounding. */
export function withoutLines({ earnedMinor, lines }: ListedEarning): bigint {
  return lines.reduce((rest, { shareMinor }) => rest - shareMinor, earnedMinor);
}

/**
 * The listing as rows of texts. The shares of an account sum to what it has earned: what no line stands
 * behind is a row without a document.
 */
export function listedRows(earnings: readonly ListedEarning[]): readonly (readonly string[])[] {
  return earnings.flatMap((earning) => {
    const { subject, currency, lines } = earning;
    const { agreement, term, window } = subject;
    const place = [agreement, term, formatDate(window.from), formatDate(window.until - 1), currency];
    const money = (minor: bigint) => moneyText({ minor, currency });
    const rest = withoutLines(earning);
    return [
      ...lines.map(({ source, document, line, day, product, productName, netValue, shareMinor }) => [
        ...place,
        ...[source, document, line, day, product, productName, netValue, money(shareMinor)],
      ]),
      ...(rest === 0n ? [] : [[...place, '', '', '', '', '', '', '', money(rest)]]),
    ];
  });
}
