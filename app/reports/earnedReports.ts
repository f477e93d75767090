import { moneyText } from '../../core/money/money.ts';
import type { Report, ReportColumn, ReportFilter, ReportRow } from '../../core/report/report.ts';
import { sumRows } from '../../core/report/sumRows.ts';
import { joinKey } from '../../core/text/key.ts';
import type { EarnedSum } from '../ports/reportStore.ts';
import type { Tx } from '../ports.ts';

const FIGURES = ['accounts', 'earnedAmount', 'recognisedAmount', 'settledAmount', 'paidAmount'] as const;

/** What was earned, recognised, settled and paid, by partner over all agreements of a direction. */
export async function earnedByPartner(tx: Tx, filter: ReportFilter): Promise<Report> {
  const rows = groupedBy(await tx.reports.earned(filter), ({ partner }) => partner).map(
    ({ first, cells }) => ({
      cells: { ...cells, partner: first.partner, partnerName: first.partnerName },
    }),
  );
  const columns: ReportColumn[] = ['partner', 'partnerName', 'direction', 'currency', ...FIGURES];
  return reportOf('earnedByPartner', columns, rows, ['partnerName']);
}

/** The same by agreement over all its partners. */
export async function earnedByAgreement(tx: Tx, filter: ReportFilter): Promise<Report> {
  const rows = groupedBy(await tx.reports.earned(filter), ({ agreement }) => agreement).map(
    ({ first, cells }) => ({
      cells: { ...cells, agreement: first.agreement },
      names: { agreementName: first.agreementName },
    }),
  );
  const columns: ReportColumn[] = ['agreement', 'agreementName', 'direction', 'currency', ...FIGURES];
  return reportOf('earnedByAgreement', columns, rows, ['agreementName']);
}

/**
 * What stands in the books and is not settled, and what is settled and not paid, by agreement and partner:
 * owed by us where we give the rebate, to us where we get it. Source: rulings R1.
 */
export async function liability(tx: Tx, filter: ReportFilter): Promise<Report> {
  const rows = (await tx.reports.earned(filter)).map((sum): ReportRow => {
    const { agreement, partner, partnerName, direction, currency } = sum;
    const text = (minor: bigint) => moneyText({ minor, currency });
    return {
      cells: {
        ...{ agreement, partner, partnerName, direction, currency },
        recognisedAmount: text(sum.recognised),
        settledAmount: text(sum.settled),
        paidAmount: text(sum.paid),
        accruedAmount: text(sum.recognised - sum.settled),
        owedAmount: text(sum.settled - sum.paid),
      },
      names: { agreementName: sum.agreementName },
    };
  });
  const open = rows.filter(({ cells }) => [cells.accruedAmount, cells.owedAmount].some(isSomething));
  const columns: ReportColumn[] = [
    ...(['agreement', 'agreementName', 'partner', 'partnerName', 'direction', 'currency'] as const),
    ...(['recognisedAmount', 'settledAmount', 'paidAmount', 'accruedAmount', 'owedAmount'] as const),
  ];
  return {
    ...{ name: 'liability', columns, rows: open, totals: sumRows(columns, open) },
    bar: { label: ['partnerName', 'agreementName'], figure: 'accruedAmount' },
  };
}

function isSomething(amount: string | undefined): boolean {
  return amount !== undefined && !/^-?0(\.0+)?$/.test(amount);
}

type Grouped = { readonly first: EarnedSum; readonly cells: ReportRow['cells'] };

/** Sums of one thing, never across directions or currencies; the largest first. */
function groupedBy(sums: readonly EarnedSum[], thing: (sum: EarnedSum) => string): readonly Grouped[] {
  const groups = Map.groupBy(sums, (sum) => joinKey(thing(sum), sum.direction, sum.currency));
  const added = [...groups.values()].map((own) => {
    const [first] = own as [EarnedSum, ...EarnedSum[]];
    const of = (figure: 'earned' | 'recognised' | 'settled' | 'paid') =>
      own.reduce((sum, one) => sum + one[figure], 0n);
    return { first, own, earned: of('earned'), of };
  });
  return added
    .toSorted((a, b) => (a.earned === b.earned ? 0 : a.earned < b.earned ? 1 : -1))
    .map(({ first, own, of }) => {
      const { direction, currency } = first;
      const text = (minor: bigint) => moneyText({ minor, currency });
      const cells = {
        ...{ direction, currency },
        accounts: String(own.reduce((sum, { accounts }) => sum + accounts, 0)),
        earnedAmount: text(of('earned')),
        recognisedAmount: text(of('recognised')),
        settledAmount: text(of('settled')),
        paidAmount: text(of('paid')),
      };
      return { first, cells };
    });
}

function reportOf(
  name: 'earnedByPartner' | 'earnedByAgreement',
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  label: readonly ReportColumn[],
): Report {
  return { name, columns, rows, totals: sumRows(columns, rows), bar: { label, figure: 'earnedAmount' } };
}
