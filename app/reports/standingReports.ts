import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Progress, Scale } from '../../core/earning/progress.ts';
import { parseExact } from '../../core/explanation/operands.ts';
import { moneyText, moneyToRational, roundToMoney } from '../../core/money/money.ts';
import { compare, type Rational, rational, subtract, sumOf, ZERO } from '../../core/number/rational.ts';
import type { Report, ReportColumn, ReportFilter, ReportRow } from '../../core/report/report.ts';
import { shareOf } from '../../core/report/shareOf.ts';
import { sumRows } from '../../core/report/sumRows.ts';
import { joinKey } from '../../core/text/key.ts';
import type { Standing } from '../ports/reportStore.ts';
import type { Tx } from '../ports.ts';

/**
 * Who is how far on the way to the next tier: in the windows that run whoever is nearest to it first, then those of windows
 * that are over; those on their last tier are left out.
 */
export async function tierProgress(tx: Tx, filter: ReportFilter, day: LocalDate): Promise<Report> {
  const onTheWay = (await tx.reports.standings(filter)).flatMap((standing) => {
    const progress = standing.progress as unknown as Progress;
    const next = progress.tiers[standing.tier];
    return progress.missing === undefined || next === undefined ? [] : [{ standing, progress, next }];
  });
  const rows = onTheWay
    .map(({ standing, progress, next }) => ({
      isOver: standing.window.until <= day,
      share: shareOf(exact(progress.volume), exact(next.from)),
      row: progressRow(standing, progress, shareOf(exact(progress.volume), exact(next.from))),
    }))
    .toSorted(
      (a, b) => Number(a.isOver) - Number(b.isOver) || compare(exact(b.share || '0'), exact(a.share || '0')),
    )
    .map(({ row }) => row);
  const columns: ReportColumn[] = [
    ...(['partner', 'partnerName', 'agreement', 'agreementName', 'term', 'firstDay', 'lastDay'] as const),
    ...(['tier', 'tiers', 'reachedShareRate', 'missing', 'earnedAmount', 'currency'] as const),
  ];
  return {
    ...{ name: 'tierProgress', columns, rows, totals: [] },
    bar: { label: ['partnerName', 'agreementName'], figure: 'reachedShareRate' },
  };
}

function progressRow(standing: Standing, progress: Progress, share: string): ReportRow {
  const { agreement, partner, partnerName, currency, term, window, tier, earned } = standing;
  return {
    earning: standing.id,
    cells: {
      ...{ agreement, partner, partnerName, term, currency },
      firstDay: formatDate(window.from),
      lastDay: formatDate(window.until - 1),
      tier: String(tier),
      tiers: String(progress.tiers.length),
      reachedShareRate: share,
      missing: missingText(progress, currency),
      earnedAmount: moneyText({ minor: earned, currency }),
    },
    names: { agreementName: standing.agreementName },
  };
}

/** What must be exceeded takes more than what is missing. */
function missingText({ missing = '', missingScale, boundary }: Progress, currency: string): string {
  return `${boundary === 'moreThan' ? '> ' : ''}${missing} ${unitOf(missingScale, currency)}`;
}

function unitOf(scale: Scale, currency: string): string {
  if (scale.of === 'money') return currency;
  return scale.of === 'percent' ? '%' : scale.unit;
}

/**
 * What each term costs or brings, held against the turnover that it pays on and the baseline that it is
 * compared with, where these are money: the rate that is really paid, and the growth that came of it.
 */
export async function programmeReturn(tx: Tx, filter: ReportFilter): Promise<Report> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  const programmes = new Map(known.map((stored) => [stored.code, stored.agreement.programme]));
  const groups = Map.groupBy(await tx.reports.standings(filter), ({ agreement, term, currency }) =>
    joinKey(agreement, term, currency),
  );
  const rows = [...groups.values()].map((own) => returnRow(own, programmes));
  const columns: ReportColumn[] = [
    ...(['programme', 'agreement', 'agreementName', 'term', 'direction', 'currency', 'accounts'] as const),
    ...(['turnoverAmount', 'earnedAmount', 'rebateRate', 'baselineAmount', 'growthRate'] as const),
  ];
  return {
    ...{ name: 'programmeReturn', columns, rows, totals: sumRows(columns, rows) },
    bar: { label: ['agreementName', 'term'], figure: 'rebateRate' },
  };
}

function returnRow(own: readonly Standing[], programmes: ReadonlyMap<string, string>): ReportRow {
  const [first] = own as [Standing, ...Standing[]];
  const { agreement, agreementName, term, direction, currency } = first;
  const progresses = own.map(({ progress }) => progress as unknown as Progress);
  const turnover = sumOf(progresses.map(turnoverOf));
  const compared = progresses.filter(({ baseline }) => baseline !== undefined);
  const isMoney = compared.length > 0 && compared.every(({ missingScale }) => missingScale.of === 'money');
  const baseline = isMoney ? sumOf(compared.map(({ baseline: of }) => exact(of ?? '0'))) : ZERO;
  const reached = isMoney ? sumOf(compared.map(({ qualifier }) => exact(qualifier))) : ZERO;
  const earned = own.reduce((sum, one) => sum + one.earned, 0n);
  const text = (value: Rational) => moneyText(roundToMoney(value, currency, 'halfAwayFromZero'));
  return {
    cells: {
      ...{ programme: programmes.get(agreement) ?? '', agreement, term, direction, currency },
      accounts: String(own.length),
      turnoverAmount: text(turnover),
      earnedAmount: moneyText({ minor: earned, currency }),
      rebateRate: shareOf(moneyToRational({ minor: earned, currency }), turnover),
      baselineAmount: isMoney ? text(baseline) : '',
      growthRate: isMoney ? shareOf(subtract(reached, baseline), baseline) : '',
    },
    names: { agreementName },
  };
}

/** What the rates of the term apply to, where that is money. */
function turnoverOf({ payouts }: Progress): Rational {
  return sumOf(payouts.filter(({ scale }) => scale.of === 'money').map(({ value }) => exact(value)));
}

function exact(text: string): Rational {
  return parseExact(text) ?? rational(0n);
}
