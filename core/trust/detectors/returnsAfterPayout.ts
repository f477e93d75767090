import type { Window } from '../../calendar/window.ts';
import { type AgreementScope, paidOn, tierAt, windowsUpTo } from '../agreementScopes.ts';
import { type AgreementSeries, agreementSeries, valuesOf } from '../agreementSeries.ts';
import { byKey } from '../byKey.ts';
import { type DailySums, sumOf, type TopLine, topLines } from '../dailySums.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, dayFact, lineId, percentFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { median } from '../statistics.ts';
import { aboutWindow } from '../windowFinding.ts';

/**
 * Soon after a window ended, so much comes back that the threshold which it reached is lost, far more than this partner and the others
 * usually send back. Returns after a season, which the others have as well, are none.
 */
export const returnsAfterPayout: Detector = {
  name: 'returnsAfterPayout',
  version: 1,
  group: 'fraud',
  needs: ['agreements', 'lines'],
  parameters: [
    parameter('afterDays', 7, 60, 180),
    parameter('leastPercent', 1, 8, 100),
    parameter('timesUsual', 1, 3, 20),
  ],
  begin: (history, parameters) => {
    const windows: ReturnWindow[] = [];
    const { see, end } = agreementSeries(
      history,
      ({ agreement, tiers }) => agreement.side === 'customer' && tiers.length > 0,
      (series) => {
        for (const one of series) windows.push(...returnWindows(history, one, parameters));
      },
    );
    return {
      see,
      end: () => {
        end();
        const peers = byKey(windows, ({ window }) => window.until);
        return windows.flatMap((one) => {
          const others = (peers.get(one.window.until) ?? []).filter(({ partner }) => partner !== one.partner);
          const season = others.length >= 3 ? median(others.map(({ share }) => share)) : 0;
          return judged(history, one, season, parameters);
        });
      },
    };
  },
};

type ReturnWindow = {
  readonly partner: string;
  readonly scope: AgreementScope;
  readonly window: Window;
  readonly total: number;
  readonly back: number;
  /** What came back, of what the window held; and what usually comes back in as many days. */
  readonly share: number;
  readonly usual: number;
  readonly threshold: number;
  readonly lost: number;
  readonly top: readonly TopLine[];
};

function returnWindows(history: History, one: AgreementSeries, parameters: Parameters): ReturnWindow[] {
  const { scope, sums, partner } = one;
  const days = parameters.afterDays as number;
  const windows = windowsUpTo(scope.agreement, history.today).filter(({ until }) => until <= history.today);
  const after = windows.map(({ until }) => ({ from: until, until: until + days }));
  return windows.flatMap((window, index) => {
    const total = sumOf(sums, 'sold', window) - sumOf(sums, 'returned', window);
    if (total <= 0) return [];
    const behind = after[index] as Window;
    const back = sumOf(sums, 'returned', behind);
    const threshold = tierAt(scope, total)?.from ?? 0;
    const value = sumOf(valuesOf(one), 'sold', window) - sumOf(valuesOf(one), 'returned', window);
    const left = Math.max(0, total - back);
    const lost = paidOn(scope, total, value) - paidOn(scope, left, (value * left) / total);
    const usual = usualShare(sums, after, days) * Math.min(1, days / (window.until - window.from));
    return [
      {
        partner,
        scope,
        window,
        total,
        back,
        share: back / total,
        usual,
        threshold,
        lost,
        top: topLines(sums, 'topReturned', behind),
      },
    ];
  });
}

/** What comes back of what is sold, away from the ends of windows where there is such a time. */
function usualShare(sums: DailySums, after: readonly Window[], days: number): number {
  const whole = { from: sums.days[0] ?? 0, until: (sums.days.at(-1) ?? 0) + 1 };
  const inAfter = after.map((window) => sumOf(sums, 'returned', window));
  const returned = sumOf(sums, 'returned', whole) - inAfter.reduce((sum, one) => sum + one, 0);
  const sold = sumOf(sums, 'sold', whole);
  const left = whole.until - whole.from - after.length * days;
  if (sold <= 0 || left < days) return sold <= 0 ? 0 : (median(inAfter) * after.length) / sold;
  return (Math.max(0, returned) / sold) * ((whole.until - whole.from) / left);
}

function judged(history: History, one: ReturnWindow, season: number, parameters: Parameters): Finding[] {
  const usual = Math.max(one.usual, season);
  const isMuch = one.share * 100 >= (parameters.leastPercent as number);
  const isLost = one.total - one.back < one.threshold;
  if (!isMuch || !isLost || one.share < usual * (parameters.timesUsual as number)) return [];
  const settled = history.settlements.find(
    ({ partner, agreement, from, state }) =>
      partner === one.partner &&
      agreement === one.scope.agreement.agreement &&
      from === one.window.from &&
      state !== 'cancelled',
  );
  const isPaid = settled?.state === 'paid';
  const points = 640 + Math.min(200, one.share * 500) + (isPaid ? 100 : 0);
  const about = aboutWindow(history, one.scope, one.partner, one.window);
  return [
    found(returnsAfterPayout, {
      ...about,
      score: scoreOf(points),
      minor: one.lost,
      evidence: evidenceOf(one, usual, about, settled?.settlement),
    }),
  ];
}

function evidenceOf(
  { scope, window, total, back, share, threshold, top }: ReturnWindow,
  usual: number,
  { object, id }: Pick<Finding, 'object' | 'id'>,
  settlement: string | undefined,
): Finding['evidence'] {
  const { agreement } = scope;
  const said = (amount: number) =>
    agreement.basis === 'value'
      ? amountFact(amount, agreement.currency)
      : quantityFact(amount, agreement.unit);
  const facts = {
    agreement: agreement.agreement,
    until: dayFact(window.until - 1),
    total: said(total),
    back: said(back),
    share: percentFact(share),
    usual: percentFact(usual),
    threshold: said(threshold),
    ...(settlement !== undefined && { settlement }),
  };
  return [
    { object, id, facts },
    ...top.map((line) => ({
      object: 'line' as const,
      id: lineId(line),
      facts: { amount: said(line.amount) },
    })),
  ];
}
