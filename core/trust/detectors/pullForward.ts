import type { Window } from '../../calendar/window.ts';
import { paidOn, tierAt, windowsUpTo } from '../agreementScopes.ts';
import { type AgreementSeries, agreementSeries, valuesOf } from '../agreementSeries.ts';
import { byKey } from '../byKey.ts';
import { sumOf, type TopLine, topLines } from '../dailySums.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, dayFact, lineId, quantityFact, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { median } from '../statistics.ts';
import { aboutWindow } from '../windowFinding.ts';
import { type WindowPeak, windowPeak } from '../windowPeaks.ts';

/**
 * A threshold is reached only by what is bought in the last days of a window, far above what this partner usually buys in so many
 * days, and less than usual is bought afterwards, or it stands out twice as far. Or it is reached by a hair, and by more than usual in
 * the very last days: whoever buys for a threshold buys what is missing. Far beyond the threshold nobody bought for it. A season is none:
 * the same weeks of the year before or after, or the other partners of the agreement, peak as well.
 */
export const pullForward: Detector = {
  name: 'pullForward',
  version: 2,
  group: 'fraud',
  needs: ['agreements', 'lines'],
  parameters: [
    parameter('lastDays', 3, 14, 45),
    parameter('deviations', 2, 4, 20),
    parameter('afterPercent', 0, 70, 200),
    parameter('seasonPercent', 10, 60, 100),
    parameter('hairDays', 1, 5, 30),
    parameter('hairPerMille', 1, 10, 100),
  ],
  begin: (history, parameters) => {
    const candidates: Candidate[] = [];
    const ratios: { readonly key: string; readonly partner: string; readonly ratio: number }[] = [];
    const { see, end } = agreementSeries(
      history,
      ({ agreement, tiers }) => agreement.side === 'customer' && tiers.some((tier) => tier.from > 0),
      (series) => {
        for (const one of series) {
          for (const window of windowsUpTo(one.scope.agreement, history.today)) {
            const peak = windowPeak(one.sums, window, parameters.lastDays as number, history.today);
            if (peak === undefined || peak.usual <= 0) continue;
            ratios.push({ key: seasonKey(one, window), partner: one.partner, ratio: peak.last / peak.usual });
            const found =
              candidateOf(one, window, peak, parameters) ?? byAHair(history, one, window, parameters);
            if (found !== undefined) candidates.push({ ...found, season: peak });
          }
        }
      },
    );
    return {
      see,
      end: () => {
        end();
        const peers = byKey(ratios, ({ key }) => key);
        return candidates.flatMap((one) => {
          const others = (peers.get(one.key) ?? []).filter(({ partner }) => partner !== one.partner);
          const season = others.length >= 3 ? median(others.map(({ ratio }) => ratio)) : undefined;
          return judged(history, one, season, parameters);
        });
      },
    };
  },
};

type Candidate = {
  readonly key: string;
  readonly partner: string;
  readonly series: Pick<AgreementSeries, 'scope'>;
  readonly window: Window;
  readonly peak: WindowPeak;
  /** That of the last days: a season is no matter of the very last ones. */
  readonly season: WindowPeak;
  readonly total: number;
  readonly threshold: number;
  readonly deviations: number;
  readonly isByAHair: boolean;
  readonly minor: number;
  readonly top: readonly TopLine[];
};

type Peaked = Omit<Candidate, 'season'>;

function seasonKey({ scope }: AgreementSeries, { until }: Window): string {
  return `${scope.agreement.side} ${until}`;
}

/** What a window came to, the threshold that it reached, and what it was without what is above the usual of its last days. */
function reachOf({ scope, sums }: AgreementSeries, window: Window, { last, usual }: WindowPeak) {
  const total = sumOf(sums, 'sold', window) - sumOf(sums, 'returned', window);
  const threshold = tierAt(scope, total)?.from ?? 0;
  const without = total - (last - usual);
  const isReached = threshold > 0 && without < threshold;
  return { total, threshold, without, isReached, beyond: total - threshold };
}

function candidateOf(
  one: AgreementSeries,
  window: Window,
  peak: WindowPeak,
  parameters: Parameters,
): Peaked | undefined {
  const { total, threshold, isReached, beyond } = reachOf(one, window, peak);
  // Twice what was missing, and more, was not bought for it; and where hardly anything came before, it is an order like others.
  const isBoughtFor = beyond * 2 <= peak.last - peak.usual && (total - peak.last) * 4 >= threshold;
  if (!isReached || !isBoughtFor) return undefined;
  const deviations = (peak.last - peak.usual) / peak.spread;
  const isTrough =
    peak.after === undefined || peak.after * 100 <= peak.usual * (parameters.afterPercent as number);
  // What comes after the end may hide it: then it has to stand out twice as far.
  if (deviations < (parameters.deviations as number) * (isTrough ? 1 : 2)) return undefined;
  return candidate(one, window, peak, { deviations, days: parameters.lastDays as number, isByAHair: false });
}

/** Reached by so little, and by twice the usual in the very last days. */
function byAHair(
  history: History,
  one: AgreementSeries,
  window: Window,
  parameters: Parameters,
): Peaked | undefined {
  const days = parameters.hairDays as number;
  const peak = windowPeak(one.sums, window, days, history.today);
  if (peak === undefined || peak.usual <= 0 || peak.last < 2 * peak.usual) return undefined;
  const { isReached, beyond, threshold } = reachOf(one, window, peak);
  if (!isReached || beyond * 1000 > threshold * (parameters.hairPerMille as number)) return undefined;
  const deviations = (peak.last - peak.usual) / peak.spread;
  return candidate(one, window, peak, { deviations, days, isByAHair: true });
}

function candidate(
  one: AgreementSeries,
  window: Window,
  peak: WindowPeak,
  how: Pick<Candidate, 'deviations' | 'isByAHair'> & { readonly days: number },
): Peaked {
  const { scope, sums, partner } = one;
  const { total, threshold, without } = reachOf(one, window, peak);
  const value = sumOf(valuesOf(one), 'sold', window) - sumOf(valuesOf(one), 'returned', window);
  const minor = paidOn(scope, total, value) - paidOn(scope, without, (value * without) / total);
  const top = topLines(sums, 'topSold', { from: window.until - how.days, until: window.until });
  const { deviations, isByAHair } = how;
  return {
    ...{ key: seasonKey(one, window), partner, series: { scope }, window, peak, total, threshold },
    ...{ deviations, isByAHair, minor, top },
  };
}

/** A candidate that neither the year before nor the peers explain. */
function judged(
  history: History,
  one: Candidate,
  season: number | undefined,
  parameters: Parameters,
): Finding[] {
  const { peak } = one;
  const ratio = one.season.last / one.season.usual;
  const isUsual = (other: number | undefined) =>
    other !== undefined && other * 100 >= ratio * (parameters.seasonPercent as number);
  if (isUsual(one.season.yearBefore) || isUsual(one.season.yearAfter) || isUsual(season)) return [];
  const isUnknown = one.season.yearBefore === undefined && season === undefined;
  const trough = peak.after === undefined ? 0 : 150 * (1 - Math.min(1, peak.after / peak.usual));
  const strength = one.isByAHair ? -60 : Math.min(200, (one.deviations - 4) * 20);
  const points = 600 + strength + trough - (isUnknown ? 200 : 0);
  return [
    found(pullForward, {
      ...aboutWindow(history, one.series.scope, one.partner, one.window),
      score: scoreOf(points),
      minor: one.minor,
      evidence: evidenceOf(history, one, season),
    }),
  ];
}

function evidenceOf(history: History, one: Candidate, season: number | undefined): Finding['evidence'] {
  const { agreement } = one.series.scope;
  const { peak, window } = one;
  const said = (amount: number) =>
    agreement.basis === 'value'
      ? amountFact(amount, agreement.currency)
      : quantityFact(amount, agreement.unit);
  const { object, id } = aboutWindow(history, one.series.scope, one.partner, window);
  const facts = {
    agreement: agreement.agreement,
    until: dayFact(window.until - 1),
    last: said(peak.last),
    usual: said(peak.usual),
    total: said(one.total),
    threshold: said(one.threshold),
    deviations: tenthFact(one.deviations),
    ...(peak.after !== undefined && { after: said(peak.after) }),
    ...(peak.yearBefore !== undefined && { yearBefore: tenthFact(peak.yearBefore) }),
    ...(season !== undefined && { peers: tenthFact(season) }),
  };
  return [
    { object, id, facts },
    ...one.top.map((line) => ({
      object: 'line' as const,
      id: lineId(line),
      facts: { amount: said(line.amount) },
    })),
  ];
}
