import { type Draft, earningId } from '../draft.ts';
import { removeClaim, repay } from '../plant/ground.ts';
import { earnedOn } from './earningsOf.ts';
import type { TradeIndex } from './tradeIndex.ts';

type Earning = Draft['earnings'][number];

/**
 * Lines came in: windows are worked out anew, as every system does, and what was claimed, settled and paid for them
 * goes with them. Windows that are a case themselves stay wrong.
 */
export function rebase(draft: Draft, index: TradeIndex, except: ReadonlySet<string>): void {
  const agreements = new Map(draft.agreements.map((one) => [one.agreement, one]));
  for (const earning of draft.earnings) {
    const agreement = agreements.get(earning.agreement);
    if (agreement === undefined || except.has(earningId(earning))) continue;
    const counts = (product: string) =>
      agreement.products.length === 0 || agreement.products.includes(product);
    const base = index
      .ofPartner(earning.partner)
      .filter(
        ({ day, kind, side, product }) =>
          kind === 'goods' &&
          side === draft.side &&
          day >= earning.from &&
          day < earning.until &&
          counts(product),
      )
      .reduce((sum, { minor, quantity }) => sum + (agreement.basis === 'value' ? minor : quantity), 0);
    if (base === earning.base) continue;
    const promised = earning.until <= draft.today ? (agreement.guaranteed ?? 0) : 0;
    const before = earning.earned;
    earning.base = base;
    earning.earned = Math.max(earnedOn(base, agreement), promised);
    if (earning.claimed === before) earning.claimed = earning.earned;
    if (earning.settled === before) earning.settled = earning.earned;
    payAnew(draft, earning, before);
  }
}

function payAnew(draft: Draft, { agreement, partner, from, earned }: Earning, before: number): void {
  if (before === earned) return;
  const claim = draft.claims.find(
    (one) =>
      one.agreement === agreement &&
      one.partner === partner &&
      one.minor === before &&
      one.lines.length === 0,
  );
  if (claim !== undefined && earned <= 0) {
    removeClaim({ draft }, claim);
    return;
  }
  if (claim !== undefined) {
    claim.minor = earned;
    repay({ draft }, claim, before);
    return;
  }
  const settlement = draft.settlements.find(
    (one) =>
      one.agreement === agreement && one.partner === partner && one.from === from && one.minor === before,
  );
  if (settlement === undefined) return;
  const payments = draft.payments.filter((one) => one.settlement === settlement.settlement);
  const objects = new Set([settlement.settlement, ...payments.map(({ payment }) => payment)]);
  for (const one of [settlement, ...payments]) one.minor = earned;
  for (const approval of draft.approvals) if (objects.has(approval.object)) approval.minor = earned;
}
