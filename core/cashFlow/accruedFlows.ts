import type { Agreement } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { overlap, type Window, windowsOf } from '../calendar/window.ts';
import { decimalToRational } from '../number/decimal.ts';
import { multiply, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';

type Times = Pick<Agreement, 'calendar' | 'validity' | 'termination' | 'settlement'>;

/** A part of an accrued amount and the day on which money is expected for it. */
export type DatedPart = { readonly minor: bigint; readonly dueOn: LocalDate };

/**
 * When the accrued amount of a window is expected to be paid, seen from a day: the share that is paid
 * meanwhile at the next settlement before the window is settled for good, the rest then, each so many days
 * later as the agreement gives for payment. What should have been settled before is expected at once.
 * Units: minor, of either sign. Law: the parts sum to the amount. Source: rulings R17.
 */
export function accruedParts(
  agreement: Times,
  window: Window,
  minor: bigint,
  day: LocalDate,
): readonly DatedPart[] {
  const { settlement } = agreement;
  const final = finalPayment(agreement, window, day);
  const interim = nextInterim(agreement, window, day);
  if (interim === undefined) return parts([{ minor, dueOn: final }]);
  const share = multiply(decimalToRational(settlement.interimPercent), rational(minor, 100n));
  const early = round(share, 'towardsZero');
  return parts([
    { minor: early, dueOn: interim + settlement.paymentDays },
    { minor: minor - early, dueOn: final },
  ]);
}

/** When the rest of the last window of an agreement is paid, seen from a day. */
export function lastPayment(agreement: Times, day: LocalDate): LocalDate {
  return finalPayment(agreement, { from: agreement.validity.from, until: endOf(agreement) }, day);
}

function finalPayment({ settlement }: Times, window: Window, day: LocalDate): LocalDate {
  return Math.max(window.until - 1 + settlement.finalDays, day) + settlement.paymentDays;
}

/** The day after the last one. */
function endOf({ validity, termination }: Times): LocalDate {
  return termination === 'none' ? validity.until : Math.min(validity.until, termination.lastDay + 1);
}

function parts(all: readonly DatedPart[]): readonly DatedPart[] {
  return all.filter(({ minor }) => minor !== 0n);
}

/** The next day on which the window can be settled before it is for good; undefined where there is none. */
function nextInterim(agreement: Times, window: Window, day: LocalDate): LocalDate | undefined {
  const { calendar, validity, settlement } = agreement;
  const later = settlement.asOf === 'windowEnd' ? 0 : settlement.asOf.daysAfter;
  const until = endOf(agreement);
  const final = window.until - 1 + settlement.finalDays;
  return windowsOf(calendar, settlement.frequency, validity)
    .map((slice) => overlap(slice.window, { from: validity.from, until }))
    .filter((slice) => slice.from < slice.until && slice.until > window.from)
    .map((slice) => slice.until + later)
    .find((settled) => settled > day && settled < final);
}
