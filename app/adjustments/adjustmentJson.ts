import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { AdjustmentPreview } from './previewAdjustment.ts';

// Adjustments as JSON, for the API and the terminal alike. Amounts are decimal text.

export function adjustmentJson(adjustment: StoredAdjustment) {
  const { id, agreement, term, partner, kind, currency, reason, wording, document, decision } = adjustment;
  const { expiresOn, withdraws, author, at, parts } = adjustment;
  const total = parts.reduce((sum, { minor }) => sum + minor, 0n);
  return {
    ...{ id, agreement, term, partner, kind, currency, reason, wording: wording ?? null, document },
    amount: moneyText({ minor: total, currency }),
    parts: parts.map(({ window, countsFrom, minor }) => ({
      window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
      countsFrom: formatDate(countsFrom),
      amount: moneyText({ minor, currency }),
    })),
    expiresOn: expiresOn === undefined ? null : formatDate(expiresOn),
    withdraws: withdraws ?? null,
    ...{ author, proposedAt: at.toISOString() },
    state: decision?.is ?? ('proposed' as const),
    decidedBy: decision?.by ?? null,
    decidedAt: decision?.at.toISOString() ?? null,
    decisionReason: decision?.reason || null,
    batch: decision?.batch ?? null,
  };
}

export function adjustmentPreviewJson({ adjustment, effective, batch, accounts }: AdjustmentPreview) {
  const { id: _, proposedAt: __, ...asked } = adjustmentJson(adjustment);
  return {
    adjustment: { amount: asked.amount, currency: asked.currency, parts: asked.parts },
    ...{ effective: formatDate(effective), batch },
    accounts: accounts.map(({ earning, earned, recognised }) => {
      const { term, partner, window, amount } = earning;
      const text = (minor: bigint) => moneyText({ minor, currency: amount.currency });
      return {
        ...{ term, partner, currency: amount.currency },
        window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
        earned: { before: text(earned.before), after: text(earned.after) },
        recognised: { before: text(recognised.before), after: text(recognised.after) },
      };
    }),
  };
}
