import { toYearMonthDay } from '../../calendar/localDate.ts';
import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, dayFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryAdjustment } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { median } from '../statistics.ts';

/**
 * Amounts adjusted by hand that nobody else approved or explained, that are large beside what the partner is paid, or that one person makes
 * again and again for one partner. One adjustment with a reason and a second person is none, however large.
 */
export const manualAdjustments: Detector = {
  name: 'manualAdjustments',
  version: 1,
  group: 'fraud',
  needs: ['adjustments'],
  parameters: [
    parameter('largePercent', 5, 50, 1000),
    parameter('oftenCount', 2, 4, 100),
    parameter('endDays', 0, 3, 15),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const paid = byKey(history.settlements, ({ partner, state }) =>
        state === 'cancelled' ? undefined : partner,
      );
      const often = byKey(history.adjustments, ({ by, partner, minor }) =>
        minor > 0 ? `${by}\u001f${partner}` : undefined,
      );
      const ofPartner = byKey(history.adjustments, ({ partner }) => partner);
      const people = new Set(history.adjustments.map(({ by }) => by)).size;
      return history.adjustments.flatMap((one) => {
        // Most of what is adjusted for this partner is done by this one, though others adjust here, too.
        const usual = median((paid.get(one.partner) ?? []).map(({ minor }) => Math.abs(minor)));
        const count = often.get(`${one.by}\u001f${one.partner}`)?.length ?? 0;
        return judged(one, usual, count, people >= 2 && count * 5 >= (ofPartner.get(one.partner)?.length ?? 0) * 4, parameters);
      });
    },
  }),
};

function judged(
  one: HistoryAdjustment,
  usual: number,
  count: number,
  isDominated: boolean,
  parameters: Parameters,
): Finding[] {
  const isAlone = one.approvedBy === undefined || one.approvedBy === one.by;
  const isLarge = usual > 0 && Math.abs(one.minor) * 100 >= usual * (parameters.largePercent as number);
  const isOften = isDominated && count >= (parameters.oftenCount as number);
  const signs = [
    ...(isAlone ? [['alone', 200] as const] : []),
    ...((one.reason ?? '').trim().length < 3 ? [['noReason', 120] as const] : []),
    ...(isLarge ? [['large', 150] as const] : []),
    ...(isOften ? [['often', 120] as const] : []),
    ...(isMonthEnd(one, parameters.endDays as number) ? [['periodEnd', 40] as const] : []),
  ];
  const weighty = signs.filter(([sign]) => sign !== 'periodEnd');
  if (weighty.length < 2 || !(isAlone || isOften)) return [];
  const facts = {
    signs: signs.map(([sign]) => sign).join(', '),
    amount: amountFact(one.minor, one.currency),
    by: one.by,
    ...(one.approvedBy !== undefined && { approvedBy: one.approvedBy }),
    reason: one.reason ?? '',
    day: dayFact(one.day),
    ...(usual > 0 && { usual: amountFact(usual, one.currency) }),
    count: String(count),
  };
  return [
    found(manualAdjustments, {
      object: 'adjustment',
      id: one.adjustment,
      partner: one.partner,
      ...(one.agreement !== undefined && { agreement: one.agreement }),
      day: one.day,
      score: scoreOf(250 + signs.reduce((sum, [, points]) => sum + points, 0)),
      minor: Math.abs(one.minor),
      currency: one.currency,
      evidence: [{ object: 'adjustment', id: one.adjustment, facts }],
    }),
  ];
}

/** The last days of a month. */
function isMonthEnd({ day }: HistoryAdjustment, days: number): boolean {
  return days > 0 && toYearMonthDay(day).month !== toYearMonthDay(day + days).month;
}
