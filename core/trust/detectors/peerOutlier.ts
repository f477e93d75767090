import { joinKey } from '../../text/key.ts';
import { byKey } from '../byKey.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, percentFact, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median, medianDeviation } from '../statistics.ts';
import { tablesOf } from '../tables.ts';

/**
 * A partner that claims, or sends back, a far greater share of what it buys than those it is compared with: its segment, else all of its
 * kind. Robust: the odd ones do not move what is usual. Where few claim, those who do are compared with each other, of all segments if
 * need be. Small partners and small groups say nothing.
 */
export const peerOutlier: Detector = {
  name: 'peerOutlier',
  version: 2,
  group: 'fraud',
  needs: ['lines'],
  parameters: [
    parameter('deviations', 3, 8, 50),
    parameter('leastPeers', 5, 10, 1000),
    parameter('timesUsual', 2, 4, 100),
    parameter('leastLines', 1, 30, 10_000),
  ],
  begin: (history, parameters) => {
    const trades = new Map<string, Trade>();
    let trade: Trade | undefined;
    const see = (line: HistoryLine) => {
      if (line.side !== 'sale' || line.kind !== 'goods') return;
      if (trade?.partner !== line.partner || trade.currency !== line.currency) trade = tradeOf(trades, line);
      trade.lines += 1;
      if (line.minor >= 0) trade.sold += line.minor;
      else if (line.correctionOf === undefined) trade.returned -= line.minor;
    };
    const end = () => {
      const usable = [...trades.values()].filter(
        ({ sold, lines }) => sold > 0 && lines >= (parameters.leastLines as number),
      );
      const ofSegments = byKey(usable, (one) => joinKey(segmentOf(history, one.partner), one.currency));
      const sums = claimedSums(history);
      const claimed = (one: Trade) => sums.get(joinKey(one.partner, one.currency)) ?? 0;
      const claiming = usable.filter((one) => claimed(one) > 0);
      const ofClaims = [...ofSegments.values()].flatMap((group) => {
        const own = group.filter((one) => claimed(one) > 0);
        const peers = own.length > (parameters.leastPeers as number) ? own : claiming;
        const near = peers.filter(({ currency }) => currency === group[0]?.currency);
        return outliers(near, { of: 'claimed', amountOf: claimed, asked: new Set(own) }, parameters);
      });
      const ofReturns = [...ofSegments.values()].flatMap((group) =>
        outliers(
          group,
          { of: 'returned', amountOf: (one) => one.returned, asked: new Set(group) },
          parameters,
        ),
      );
      return [...ofClaims, ...ofReturns];
    };
    return { see, end };
  },
};

type Trade = {
  readonly partner: string;
  readonly currency: string;
  lines: number;
  sold: number;
  returned: number;
};

function tradeOf(trades: Map<string, Trade>, { partner, currency }: HistoryLine): Trade {
  const key = joinKey(partner, currency);
  const known = trades.get(key) ?? { partner, currency, lines: 0, sold: 0, returned: 0 };
  trades.set(key, known);
  return known;
}

function segmentOf(history: History, code: string): string {
  const partner = tablesOf(history).partners.get(code);
  return partner?.segment ?? partner?.kind ?? '';
}

function claimedSums(history: History): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { partner, currency, minor, claimant } of liveClaims(history)) {
    const key = joinKey(partner, currency);
    if (claimant === 'partner') sums.set(key, (sums.get(key) ?? 0) + minor);
  }
  return sums;
}

type Comparing = {
  readonly of: 'claimed' | 'returned';
  readonly amountOf: (one: Trade) => number;
  /** Whom one asks about; the others are only compared with. */
  readonly asked: ReadonlySet<Trade>;
};

function outliers(
  group: readonly Trade[],
  { of, amountOf, asked }: Comparing,
  parameters: Parameters,
): Finding[] {
  if (group.length <= (parameters.leastPeers as number)) return [];
  const shares = group.map((one) => amountOf(one) / one.sold);
  const usual = median(shares);
  // Where half of them do nothing of the kind, doing it is no matter of more or less.
  if (usual <= 0) return [];
  const spread = Math.max(medianDeviation(shares), usual / 2);
  return group.flatMap((one, index): Finding[] => {
    if (!asked.has(one)) return [];
    const share = shares[index] as number;
    const deviations = (share - usual) / spread;
    if (deviations < (parameters.deviations as number) || share < usual * (parameters.timesUsual as number))
      return [];
    const facts = {
      of,
      share: percentFact(share),
      usual: percentFact(usual),
      peers: String(group.length - 1),
      deviations: tenthFact(deviations),
      amount: amountFact(amountOf(one), one.currency),
    };
    return [
      found(peerOutlier, {
        object: 'partner',
        id: one.partner,
        partner: one.partner,
        score: scoreBetween(deviations, 8, 60, 400, of === 'claimed' ? 760 : 600),
        minor: Math.round(amountOf(one) - usual * one.sold),
        currency: one.currency,
        evidence: [{ object: 'partner', id: one.partner, facts }],
      }),
    ];
  });
}
