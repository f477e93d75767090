import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { ShownConfirmation } from './confirmBalance.ts';

/** A balance as it goes out: amounts in major units; open is what is earned and not paid. */
export function confirmationJson({ confirmation, state, events }: ShownConfirmation) {
  const { id, partner, company, direction, currency, earned, settled, paid, batch, sentBy, at } =
    confirmation;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    id,
    partner,
    company,
    direction,
    currency,
    asOf: formatDate(confirmation.asOf),
    batch,
    earned: text(earned),
    settled: text(settled),
    paid: text(paid),
    open: text(earned - paid),
    state,
    sentBy,
    sentAt: at.toISOString(),
    events: events.map(({ number, kind, day, minor, person = null, note = null, sha256 = null, ...by }) => ({
      event: number,
      kind,
      day: formatDate(day),
      amount: minor === undefined ? null : text(minor),
      person,
      note,
      sha256,
      actor: by.actor,
      at: by.at.toISOString(),
    })),
  };
}
