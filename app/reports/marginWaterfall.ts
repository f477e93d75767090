import { moneyText, moneyToRational, roundToMoney } from '../../core/money/money.ts';
import { decimalToRational, parseDecimal } from '../../core/number/decimal.ts';
import { type Rational, subtract, sumOf, ZERO } from '../../core/number/rational.ts';
import type { Report, ReportColumn, ReportFilter, ReportRow } from '../../core/report/report.ts';
import { shareOf } from '../../core/report/shareOf.ts';
import { WATERFALL_STEPS, type WaterfallStep } from '../../core/report/waterfallStep.ts';
import type { EarnedSum, SalesSum } from '../ports/reportStore.ts';
import type { Tx } from '../ports.ts';

/**
 * What is left of the sales in each currency: from list prices over discounts, customer rebates, cost and supplier
 * rebates down to the margin net of all. Lines without a list price count with what was invoiced; of lines without a
 * cost nothing is known, and their turnover stands in a step of its own. Rebates are those in the books.
 */
export async function marginWaterfall(tx: Tx, filter: ReportFilter): Promise<Report> {
  const { partner } = filter;
  const sales = await tx.reports.sales({
    batch: await tx.batches.last(),
    ...(partner !== undefined && { partner }),
  });
  const rebates = await tx.reports.earned(partner === undefined ? {} : { partner });
  const currencies = [...new Set(sales.map(({ currency }) => currency))].sort();
  const rows = currencies.flatMap((currency) =>
    stepsOf(
      currency,
      sales.filter((sum) => sum.currency === currency),
      rebates.filter((sum) => sum.currency === currency),
    ),
  );
  const columns: ReportColumn[] = ['step', 'currency', 'amount', 'ofInvoicedRate'];
  return {
    ...{ name: 'marginWaterfall', columns, rows, totals: [] },
    bar: { label: ['step', 'currency'], figure: 'amount' },
  };
}

function stepsOf(currency: string, sales: readonly SalesSum[], rebates: readonly EarnedSum[]): ReportRow[] {
  const sum = (of: (one: SalesSum) => string) => sumOf(sales.map((one) => exact(of(one))));
  const invoiced = sum(({ netValue }) => netValue);
  const discounts = subtract(
    sum(({ listValue }) => listValue),
    sum(({ netOfListed }) => netOfListed),
  );
  const withoutCost = subtract(
    invoiced,
    sum(({ netOfCosted }) => netOfCosted),
  );
  const cost = sum((one) => one.cost);
  const given = rebatesOf(rebates, 'customerRebate', currency);
  const got = rebatesOf(rebates, 'supplierRebate', currency);
  const netOfRebates = subtract(invoiced, given);
  const margin = sumOf([subtract(subtract(netOfRebates, withoutCost), cost), got]);
  // Where no line says what its goods have cost, there is no margin to speak of.
  const isCostKnown = sales.some(({ cost: own }) => exact(own).n !== 0n);
  const amounts: Readonly<Record<WaterfallStep, Rational | undefined>> = {
    listValue: sumOf([invoiced, discounts]),
    discounts: subtract(ZERO, discounts),
    invoiced,
    customerRebates: subtract(ZERO, given),
    netOfRebates,
    cost: isCostKnown ? subtract(ZERO, cost) : undefined,
    supplierRebates: got,
    netNetMargin: isCostKnown ? margin : undefined,
    withoutCost,
  };
  return WATERFALL_STEPS.map((step) => {
    const amount = amounts[step];
    const figures = amount !== undefined && {
      amount: moneyText(roundToMoney(amount, currency, 'halfAwayFromZero')),
      ofInvoicedRate: shareOf(amount, invoiced),
    };
    return { cells: { step, currency, ...figures } };
  });
}

function rebatesOf(rebates: readonly EarnedSum[], direction: string, currency: string): Rational {
  const minor = rebates
    .filter((one) => one.direction === direction)
    .reduce((sum, { recognised }) => sum + recognised, 0n);
  return moneyToRational({ minor, currency });
}

function exact(text: string): Rational {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(`Fault: ${text} is no decimal`);
  return decimalToRational(decimal);
}
