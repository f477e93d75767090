import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { moneyText } from '../money/money.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { multiply, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { ActivityStanding } from './activityStanding.ts';
import type { Activity, Fund } from './fund.ts';

/** What a fund has left. Units: minor. Law: budget = free + reserved + used. */
export type FundStanding = { readonly reserved: bigint; readonly used: bigint };

export function freeOf({ budget }: Pick<Fund, 'budget'>, { reserved, used }: FundStanding): bigint {
  return budget - reserved - used;
}

/**
 * Whether an activity may be asked for at all.
 * Refuses: fund-partner-differs, fund-days-outside (firstDay, lastDay), claim-amount-not-positive.
 */
export function checkRequest(fund: Fund, activity: Omit<Activity, 'id' | 'fund'>): Refusal[] {
  const { partner, firstDay, lastDay, requested } = activity;
  const isOutside = firstDay < fund.firstDay || lastDay > fund.lastDay || lastDay < firstDay;
  const days = { firstDay: formatDate(fund.firstDay), lastDay: formatDate(fund.lastDay) };
  return [
    ...(fund.partner !== undefined && fund.partner !== partner
      ? [refuse('fund-partner-differs', 'partner', { code: fund.code })]
      : []),
    ...(isOutside ? [refuse('fund-days-outside', 'firstDay', days)] : []),
    ...(requested <= 0n ? [notPositive(fund, requested)] : []),
  ];
}

/**
 * Reserves money of a fund for an activity, never more than is free.
 * Refuses: fund-activity-state, claim-amount-not-positive, fund-request-beyond, fund-exhausted (free, asked).
 */
export function approveAmount(
  fund: Fund,
  standing: FundStanding,
  activity: Activity,
  { state }: ActivityStanding,
  minor: bigint,
): Result<bigint> {
  if (state !== 'requested') return refused(wrongState(state));
  if (minor <= 0n) return refused(notPositive(fund, minor));
  if (minor > activity.requested)
    return refused(beyond('fund-request-beyond', fund, activity.requested, minor));
  const free = freeOf(fund, standing);
  return minor <= free ? accept(minor) : refused(beyond('fund-exhausted', fund, free, minor));
}

/**
 * What is granted of a cost that was shown: the percentage of the fund, rounded half away from zero, and
 * never more than was approved and not granted yet.
 * Refuses: fund-activity-state, claim-amount-not-positive, fund-claim-early, fund-claim-late (lastDay),
 * fund-nothing-left.
 */
export function grantOf(
  fund: Fund,
  { firstDay, lastDay }: Activity,
  { state, approved, granted }: ActivityStanding,
  { cost, day }: { readonly cost: bigint; readonly day: LocalDate },
): Result<bigint> {
  if (state !== 'approved') return refused(wrongState(state));
  if (cost <= 0n) return refused(notPositive(fund, cost));
  if (day < firstDay) return refused(refuse('fund-claim-early', 'day', { firstDay: formatDate(firstDay) }));
  const until = lastDay + fund.claimDays;
  if (day > until) return refused(refuse('fund-claim-late', 'day', { lastDay: formatDate(until) }));
  const share = shareOf(cost, fund.percent);
  const left = approved - granted;
  if (left <= 0n) return refused(refuse('fund-nothing-left', 'amount'));
  const isCovered = share <= left;
  return accept(isCovered ? share : left);
}

/**
 * A part of what was granted is paid.
 * Refuses: fund-activity-state, claim-amount-not-positive, fund-settlement-beyond (free, asked).
 */
export function settleAmount(
  fund: Fund,
  { state, granted, settled }: ActivityStanding,
  minor: bigint,
): Result<bigint> {
  // What was granted before it was closed or expired is still paid.
  if (state === 'requested' || state === 'rejected') return refused(wrongState(state));
  if (minor <= 0n) return refused(notPositive(fund, minor));
  const open = granted - settled;
  return minor <= open ? accept(minor) : refused(beyond('fund-settlement-beyond', fund, open, minor));
}

/** Whether what was approved and never granted falls back to the fund on a day: the time to claim is over. */
export function isExpired(
  { claimDays }: Fund,
  { lastDay }: Activity,
  { state, reserved, granted, settled }: ActivityStanding,
  day: LocalDate,
): boolean {
  return state === 'approved' && day > lastDay + claimDays && reserved - (granted - settled) > 0n;
}

function shareOf(cost: bigint, percent: Decimal): bigint {
  const share = multiply(rational(cost, 100n), decimalToRational(percent));
  return round(share, 'halfAwayFromZero');
}

function wrongState(state: string): Refusal {
  return refuse('fund-activity-state', 'activity', { activityState: state });
}

function notPositive({ currency }: Fund, minor: bigint): Refusal {
  return refuse('claim-amount-not-positive', 'amount', { amount: moneyText({ minor, currency }) });
}

function beyond(
  code: 'fund-request-beyond' | 'fund-exhausted' | 'fund-settlement-beyond',
  { currency }: Fund,
  free: bigint,
  asked: bigint,
): Refusal {
  const text = (minor: bigint) => moneyText({ minor, currency });
  return refuse(code, 'amount', { free: text(free), asked: text(asked) });
}
