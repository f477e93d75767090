import { type AgreementSeries, agreementSeries, valuesOf } from '../agreementSeries.ts';
import { byKey } from '../byKey.ts';
import { sumOf } from '../dailySums.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { aboutEarning, earningEvidence } from '../earningEvidence.ts';
import { amountFact, percentFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryEarning } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * What counted for a rebate is not what the lines of the window add up to: packs for pieces, a wrong price, or lines left out. Where it
 * differs by little, or the window is not over, nothing is said; where all windows of an agreement differ alike, the agreement counts
 * something else than the lines, and nothing is said either.
 */
export const wrongBase: Detector = {
  name: 'wrongBase',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'earnings', 'lines'],
  parameters: [parameter('tolerancePercent', 1, 3, 50)],
  begin: (history, parameters) => {
    const earnings = byKey(history.earnings, (one) => `${one.agreement}\u001f${one.partner}`);
    const compared: Compared[] = [];
    const { see, end } = agreementSeries(
      history,
      () => true,
      (series) => {
        for (const one of series) {
          const own = earnings.get(`${one.scope.agreement.agreement}\u001f${one.partner}`) ?? [];
          compared.push(...own.flatMap((earning) => comparedTo(history, earning, one)));
        }
      },
    );
    return {
      see,
      end: () => {
        end();
        const agreements = byKey(compared, ({ earning }) => earning.agreement);
        return [...agreements.values()].flatMap((group) =>
          group.flatMap((one) => judged(history, one, group, parameters)),
        );
      },
    };
  },
};

type Compared = {
  readonly earning: HistoryEarning;
  readonly series: Pick<AgreementSeries, 'scope'>;
  readonly counted: number;
  readonly value: number;
};

function comparedTo(history: History, earning: HistoryEarning, series: AgreementSeries): Compared[] {
  if (earning.until > history.today || earning.base <= 0) return [];
  const { sums, scope } = series;
  const counted = sumOf(sums, 'sold', earning) - sumOf(sums, 'returned', earning);
  const values = valuesOf(series);
  const value = sumOf(values, 'sold', earning) - sumOf(values, 'returned', earning);
  return counted > 0 ? [{ earning, series: { scope }, counted, value }] : [];
}

function isOff({ earning, counted }: Compared, tolerance: number): boolean {
  return Math.abs(earning.base - counted) * 100 > counted * tolerance;
}

function judged(
  history: History,
  one: Compared,
  group: readonly Compared[],
  parameters: Parameters,
): Finding[] {
  const tolerance = parameters.tolerancePercent as number;
  if (!isOff(one, tolerance)) return [];
  const { earning, counted } = one;
  const { agreement } = one.series.scope;
  const pack = packBetween(history, one);
  const isAllOff =
    group.length >= 3 && group.filter((other) => isOff(other, tolerance)).length * 3 > group.length * 2;
  if (isAllOff && pack === undefined) return [];
  const ratio = counted / earning.base;
  // Too little of a supplier is ours, too much of a customer, too; the rest is an error to our advantage.
  const isOurLoss = agreement.side === 'supplier' ? ratio > 1 : ratio < 1;
  const said = (amount: number) =>
    agreement.basis === 'value' ? amountFact(amount, earning.currency) : quantityFact(amount, agreement.unit);
  const facts = {
    base: said(earning.base),
    counted: said(counted),
    off: percentFact(Math.abs(ratio - 1)),
    ...(pack !== undefined && { pack: String(pack) }),
  };
  const minor = Math.round(earning.earned * Math.min(10, Math.abs(ratio - 1)));
  const score = scoreBetween(
    Math.abs(Math.log(ratio)),
    0,
    1,
    pack === undefined ? 480 : 800,
    pack === undefined ? 760 : 900,
  );
  const evidence = [withFacts(earningEvidence(earning), facts)];
  return [
    found(wrongBase, {
      ...aboutEarning(earning),
      score: isOurLoss ? score : Math.round((score * 3) / 5),
      minor,
      evidence,
    }),
  ];
}

/** The pack of a product of the agreement by which the two differ. */
function packBetween(history: History, { earning, counted, series }: Compared): number | undefined {
  if (series.scope.agreement.basis !== 'quantity') return undefined;
  const ratio = Math.max(counted / earning.base, earning.base / counted);
  const packs = new Set(
    [...tablesOf(history).products.values()].flatMap(({ perPack }) =>
      perPack === undefined || perPack < 2 ? [] : [perPack],
    ),
  );
  return [...packs].sort((a, b) => a - b).find((pack) => Math.abs(ratio / pack - 1) * 50 < 1);
}
