import { addMonths } from '../../../core/calendar/localDate.ts';
import type { HistoryTier } from '../../../core/trust/history.ts';
import { type Draft, type DraftLine, type DraftOf, MILLION } from '../draft.ts';
import type { TradeIndex } from './tradeIndex.ts';

type Agreement = DraftOf<'agreements'>;
const MONTHS = { month: 1, quarter: 3, year: 12, whole: 1200 } as const;

/** What each window came to, worked out the plain way: sum what counts, find the tier, multiply once. Nothing is claimed yet. */
export function earningsOf(draft: Draft, index: TradeIndex): DraftOf<'earnings'>[] {
  return draft.agreements
    .filter(({ contractPrice }) => contractPrice === undefined)
    .flatMap((agreement) =>
      partnersIn(draft, agreement).flatMap((partner) =>
        windowsOf(draft, agreement, index.ofPartner(partner), partner),
      ),
    );
}

export function partnersIn(draft: Draft, { partners, segment, side }: Agreement): string[] {
  if (partners.length > 0) return partners;
  return draft.partners
    .filter((one) => one.kind === side && (segment === undefined || one.segment === segment))
    .map(({ partner }) => partner);
}

function windowsOf(
  draft: Draft,
  agreement: Agreement,
  lines: readonly DraftLine[],
  partner: string,
): DraftOf<'earnings'>[] {
  const earnings: DraftOf<'earnings'>[] = [];
  const end = Math.min(agreement.until ?? draft.today, draft.today);
  for (let step = 0; ; step += 1) {
    const from = addMonths(agreement.from, step * MONTHS[agreement.windows]);
    const until = Math.min(
      addMonths(from, MONTHS[agreement.windows]),
      agreement.until ?? Number.POSITIVE_INFINITY,
    );
    if (from >= end) return earnings;
    const inside = lines.filter(
      ({ day, kind, side }) => kind === 'goods' && side === draft.side && day >= from && day < until,
    );
    if (inside.length === 0) continue;
    const earning = {
      agreement: agreement.agreement,
      partner,
      from,
      until,
      claimed: 0,
      settled: 0,
      currency: agreement.currency,
    };
    const base = inside.reduce(
      (sum, { minor, quantity }) => sum + (agreement.basis === 'value' ? minor : quantity),
      0,
    );
    const earned = Math.max(
      earnedOn(base, agreement),
      until <= draft.today ? (agreement.guaranteed ?? 0) : 0,
    );
    earnings.push({ ...earning, base, earned });
  }
}

/** In minor units; halves go up. */
export function earnedOn(
  base: number,
  { tiers, retroactive }: Pick<Agreement, 'tiers' | 'retroactive'>,
): number {
  const reached = tiers.filter(({ from }) => base >= from);
  const top = reached.at(-1);
  if (base <= 0 || top === undefined) return 0;
  if (retroactive) return Math.round(benefit(base, top));
  const parts = reached.map((tier, step) =>
    benefit(Math.min(base, reached[step + 1]?.from ?? base) - tier.from, tier),
  );
  return Math.round(parts.reduce((sum, part) => sum + part, 0));
}

function benefit(base: number, { rate, perUnit }: HistoryTier): number {
  return rate === undefined ? (base / MILLION) * (perUnit ?? 0) : (base * rate) / 10_000;
}
