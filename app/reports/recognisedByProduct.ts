import { moneyText } from '../../core/money/money.ts';
import type { Report, ReportColumn, ReportFilter } from '../../core/report/report.ts';
import { sumRows } from '../../core/report/sumRows.ts';
import { joinKey } from '../../core/text/key.ts';
import { accrualPages } from '../accruals/exportAccruals.ts';
import type { Tx } from '../ports.ts';

type ProductSum = {
  readonly product: string;
  readonly direction: string;
  readonly currency: string;
  lines: number;
  minor: bigint;
};

/**
 * What the books have recognised of an agreement, by the products of the lines that it is spread over; what has no
 * line (adjustments, what was taken over) stands under no product. Sums tie to the books.
 */
export async function recognisedByProduct(tx: Tx, filter: ReportFilter): Promise<Report> {
  const names = await tx.reports.names('product');
  const sums = (await productSums(tx, filter)).toSorted((a, b) => (a.minor < b.minor ? 1 : -1));
  const rows = sums.map(({ product, direction, currency, lines, minor }) => ({
    cells: {
      ...{ product, productName: names.get(product) ?? product, direction, currency },
      lines: String(lines),
      recognisedAmount: moneyText({ minor, currency }),
    },
  }));
  const columns: ReportColumn[] = [
    ...(['product', 'productName', 'direction', 'currency', 'lines', 'recognisedAmount'] as const),
  ];
  return {
    ...{ name: 'recognisedByProduct', columns, rows, totals: sumRows(columns, rows) },
    bar: { label: ['productName'], figure: 'recognisedAmount' },
  };
}

/** By product, direction and currency. */
async function productSums(tx: Tx, { agreement, partner, direction }: ReportFilter): Promise<ProductSum[]> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  const directions = new Map(known.map((stored) => [stored.code, stored.agreement.direction]));
  const sums = new Map<string, ProductSum>();
  for await (const page of accrualPages(tx, agreement === undefined ? {} : { agreement })) {
    for (const accrual of page) {
      const own = directions.get(accrual.agreement) ?? 'neither';
      if ((direction ?? own) !== own || (partner ?? accrual.partner) !== accrual.partner) continue;
      const product = accrual.line?.product ?? '';
      const key = joinKey(product, own, accrual.currency);
      const sum = sums.get(key) ?? {
        product,
        direction: own,
        currency: accrual.currency,
        lines: 0,
        minor: 0n,
      };
      sums.set(key, sum);
      sum.minor += accrual.minor;
      if (accrual.line !== undefined) sum.lines += 1;
    }
  }
  return [...sums.values()];
}
