import type { CalculatedEarning, CalculatedLines } from '../app/calculation/calculateLines.ts';
import type { LocalDate } from '../core/calendar/localDate.ts';
import { formatDate } from '../core/calendar/localDate.ts';
import type { Window } from '../core/calendar/window.ts';
import type { LineShare } from '../core/earning/apportion.ts';
import { byMonth, type MonthMeasure } from '../core/earning/byMonth.ts';
import { CALCULATION_VERSION, type Earning } from '../core/earning/earning.ts';
import type { Sum } from '../core/earning/sums.ts';
import { exactText } from '../core/explanation/operands.ts';
import { moneyText } from '../core/money/money.ts';
import { FACT_SCALE_MAX, formatDecimal, trimDecimal } from '../core/number/decimal.ts';
import type { Json } from '../core/text/canonicalJson.ts';
import type { Clause } from '../core/wording/terms/clause.ts';

/** What was calculated, and as of when. */
export type CalculationFrame = {
  readonly agreement: string;
  /** SHA-256 of the agreement as a proof has it: which version of its terms it was. */
  readonly agreementHash: string;
  /** The terms in plain language. */
  readonly terms: Clause;
  readonly currency: string;
  readonly effective: LocalDate;
  readonly known?: LocalDate;
};

/** A calculation over files as JSON: amounts are decimal texts, fractions that do not end "n/d". */
export function calculationJson(frame: CalculationFrame, result: CalculatedLines): Json {
  return {
    format: 'openrebate-result/v1',
    agreement: frame.agreement,
    agreementSha256: frame.agreementHash,
    currency: frame.currency,
    effective: formatDate(frame.effective),
    known: frame.known === undefined ? null : formatDate(frame.known),
    calculation: CALCULATION_VERSION,
    rows: result.rows,
    refusals: result.refusals.map(({ code, at, facts }) => ({ code, at, facts })),
    states: result.tallies.map((tally) => ({
      term: tally.term,
      state: tally.state,
      reason: tally.reason,
      lines: tally.lines,
      netValue: formatDecimal(trimDecimal({ digits: tally.netValue, scale: FACT_SCALE_MAX })),
    })),
    earnings: result.earnings.map(earningJson),
    terms: frame.terms as unknown as Json,
    unsupported: result.unsupported.map(({ account, bookedMinor }) => ({
      term: account.term,
      partner: account.partner,
      window: windowJson(account.window),
      booked: moneyText({ minor: bookedMinor, currency: account.currency }),
      delta: moneyText({ minor: -bookedMinor, currency: account.currency }),
    })),
  };
}

function earningJson({ earning, shares, difference }: CalculatedEarning): Json {
  const { amount, blocked, result } = earning;
  const money = (minor: bigint) => moneyText({ minor, currency: amount.currency });
  return {
    term: earning.term,
    partner: earning.partner,
    window: windowJson(earning.window),
    qualifier: sumJson(earning.qualifier),
    payouts: Object.fromEntries([...earning.payouts].map(([id, sum]) => [id, sumJson(sum)])),
    ...(earning.baseline && { baseline: sumJson(earning.baseline) }),
    ...(result.growth && { growth: exactText(result.growth) }),
    tier: result.reached.tier,
    ...(result.missing && { missingToNextTier: exactText(result.missing) }),
    exact: exactText(earning.exact),
    amount: moneyText(amount),
    ...(blocked.lines > 0 && { incomplete: sumJson(blocked) }),
    ...(difference && { booked: money(difference.bookedMinor), delta: money(difference.deltaMinor) }),
    months: byMonth(shares).map(monthJson),
    lines: shares.map((share) => shareJson(share, earning)),
    explanation: earning.explanation as unknown as Json,
  };
}

function shareJson({ line, placedOn, qualifier, payout, shareMinor }: LineShare, earning: Earning): Json {
  return {
    source: line.source,
    document: line.document,
    line: line.line,
    placedOn: formatDate(placedOn),
    qualifier: exactText(qualifier),
    payout: exactText(payout),
    ...(shareMinor !== undefined && {
      share: moneyText({ minor: shareMinor, currency: earning.amount.currency }),
    }),
  };
}

/** The measure by period. */
export function monthJson({ month, qualifier, payout, lines }: MonthMeasure) {
  return { month, qualifier: exactText(qualifier), payout: exactText(payout), lines };
}

function sumJson({ value, lines }: Sum): Json {
  return { value: exactText(value), lines };
}

function windowJson(window: Window): Json {
  return { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) };
}
