import { formatDate } from '../../core/calendar/localDate.ts';
import { freeOf } from '../../core/fund/fundDeeds.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { StoredFund } from '../ports/fundStore.ts';
import { lastClaimDay, type ShownActivity, type ShownFund } from './openFund.ts';

/** A fund as it goes out: amounts in major units. */
export function fundJson(fund: StoredFund) {
  const { code, company, currency, partner = null, claimDays, percent } = fund;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    code,
    company,
    currency,
    partner,
    firstDay: formatDate(fund.firstDay),
    lastDay: formatDate(fund.lastDay),
    claimDays,
    percent: formatDecimal(percent),
    budget: text(fund.budget),
    free: text(freeOf(fund, fund)),
    reserved: text(fund.reserved),
    used: text(fund.used),
  };
}

export function shownFundJson({ fund, activities }: ShownFund) {
  return {
    ...fundJson(fund),
    activities: activities.map((shown) => ({
      ...activityJson(shown),
      claimUntil: formatDate(lastClaimDay(fund, shown.activity)),
    })),
  };
}

export function activityJson({ activity, standing, events, currency }: ShownActivity) {
  const { id, fund, partner, reference, title, requested, requestedBy } = activity;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    id,
    fund,
    partner,
    reference,
    title,
    firstDay: formatDate(activity.firstDay),
    lastDay: formatDate(activity.lastDay),
    requested: text(requested),
    requestedBy,
    state: standing.state,
    approved: text(standing.approved),
    granted: text(standing.granted),
    settled: text(standing.settled),
    released: text(standing.released),
    reserved: text(standing.reserved),
    events: events.map(
      ({ number, kind, day, minor, costMinor, reference: by = null, actor, at, note = null }) => ({
        event: number,
        kind,
        day: formatDate(day),
        amount: text(minor),
        cost: costMinor === undefined ? null : text(costMinor),
        reference: by,
        actor,
        at: at.toISOString(),
        note,
      }),
    ),
  };
}
