import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { EffectSum, Preview, PreviewRow } from './preview.ts';

/** A preview as it is shown to programs and kept: amounts are decimal texts. */
export function previewJson(preview: Preview) {
  const { agreement, name, version, isSame, isNow, batch, effective, empty } = preview;
  return {
    agreement,
    name,
    version: version ?? null,
    isSame,
    isNow,
    batch,
    effective: formatDate(effective),
    totals: preview.totals.map(sumJson),
    partners: preview.partners.map(({ partner, partnerName, ...sum }) => ({
      partner,
      partnerName,
      ...sumJson(sum),
    })),
    months: preview.months.map(({ month, ...sum }) => ({ month, ...sumJson(sum) })),
    empty,
    rows: preview.rows.map(rowJson),
  };
}

export type PreviewJson = ReturnType<typeof previewJson>;

function sumJson({ direction, currency, beforeMinor, afterMinor }: EffectSum) {
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    direction,
    currency,
    before: money(beforeMinor),
    after: money(afterMinor),
    difference: money(afterMinor - beforeMinor),
  };
}

function rowJson(row: PreviewRow) {
  const { term, partner, partnerName, window, tierBefore, tierAfter, blockedLines, booking, currency } = row;
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    term,
    partner,
    partnerName,
    window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
    ...sumJson(row),
    tierBefore: tierBefore ?? null,
    tierAfter: tierAfter ?? null,
    blockedLines,
    booking:
      booking === undefined
        ? null
        : {
            booked: money(booking.bookedMinor),
            delta: money(booking.deltaMinor),
            causes: booking.causes.map(({ cause, minor }) => ({ cause, delta: money(minor) })),
          },
  };
}
