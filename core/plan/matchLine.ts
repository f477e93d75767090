import type { Condition } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import type { Line, LineDates } from '../fact/line.ts';
import type { Master } from '../master/master.ts';
import type { Rational } from '../number/rational.ts';
import { dayKey } from '../text/key.ts';
import { blocked } from './blocked.ts';
import { bucketOf } from './bucketOf.ts';
import { excluded } from './excluded.ts';
import { isOwnDocument } from './isOwnDocument.ts';
import { matchTotal } from './matchTotal.ts';
import { MEASURE_BLOCKS } from './measureBlocks.ts';
import { type Measured, measureLine } from './measureLine.ts';
import { isMember } from './memberDays.ts';
import { isNegative, ownWindow, type Place, placeLine } from './placeLine.ts';
import { AT_ORIGINAL_RATE, type PlanTerm, type Slot } from './plan.ts';
import { poolOf } from './poolOf.ts';
import { type AttributePlace, meets, readAttribute } from './readAttribute.ts';

/** Why a line does not count for a term, in the order in which the tests are made. */
export const EXCLUSIONS = [
  'ownRebateDocument',
  'otherSide',
  'otherCompany',
  'dateMissing',
  'outsideWindows',
  'afterEffectiveDay',
  'notPaid',
  'paidLate',
  'notSubmitted',
  'submittedLate',
  'notParticipant',
  'conditionNotMet',
  'exclusionMet',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Why a line would count but cannot be computed; it makes the amount incomplete (rulings R8). */
export const BLOCKS = [
  'correctionContradicted',
  'returnOriginalUnknown',
  'returnWithoutOriginal',
  'totalTooCoarse',
  'totalCut',
  ...MEASURE_BLOCKS,
] as const;
export type Block = (typeof BLOCKS)[number];

/**
 * One contribution to one sum: `amount` / 10^`scale` × `factor`, the integer as received, the
 * factor from the unit or currency of the line to that of the agreement.
 */
export type Hit = {
  readonly slot: string;
  readonly pays: Window;
  readonly bucket: string;
  /** The group that the partner counts for; "" for none. */
  readonly pool: string;
  readonly amount: bigint;
  readonly scale: number;
  readonly factor: Rational;
};

type Facts = Readonly<Record<string, string>>;

/** What became of a line under a term; `facts` say with which value it met or missed the test. */
export type Match =
  | {
      readonly state: 'counted';
      readonly placedOn: LocalDate;
      /** It acts at the place of the line that it takes back. */
      readonly isOriginal: boolean;
      readonly hits: readonly Hit[];
      /** Of a total: the windows that it counts for in part, and so not at all. */
      readonly beside?: Blocked;
    }
  | { readonly state: 'excluded'; readonly reason: Exclusion; readonly facts: Facts }
  | Blocked;

export type Blocked = {
  readonly state: 'blocked';
  readonly reason: Block;
  readonly facts: Facts;
  /** The windows whose amount is incomplete without this line. */
  readonly pays: readonly Window[];
  /** Its net value at nine places, in the agreement's currency; zero where it has none in it. */
  readonly worth: bigint;
};

/** Master data and the day up to which facts count. */
export type MatchContext = { readonly master: Master; readonly effective: LocalDate };

/**
 * Decides what one line is to one term: the only definition of eligibility there is.
 * Executors may be faster, never different.
 */
export function matchLine(planned: PlanTerm, line: Line, context: MatchContext): Match {
  const { term } = planned;
  if (isOwnDocument(line, context.master)) return excluded('ownRebateDocument', { document: line.document });
  if (line.side !== term.transactions) return excluded('otherSide', { side: line.side });
  if (!planned.companies.includes(line.company)) return excluded('otherCompany', { company: line.company });
  if (line.takenOverFrom !== undefined) return matchTotal(planned, line, line.takenOverFrom, context);
  const place = placeLine(planned, line);
  if (place.on === undefined) return excluded('dateMissing', { date: term.date });
  const days = daysOf(place, place.on);
  if (days.until <= planned.days.from || planned.days.until <= days.from)
    return excluded('outsideWindows', {});
  const windows = windowsIn(planned, days);
  if (windows.length === 0) return excluded('outsideWindows', {});
  const seen = { ...days, until: Math.min(days.until, context.effective + 1) };
  const isSeen = place.block !== undefined || days.until <= seen.until;
  const pays = isSeen ? windowsIn(planned, seen).filter(({ from }) => from <= context.effective) : [];
  if (pays.length === 0) return excluded('afterEffectiveDay', {});
  return matchWindows(planned, line, { ...place, on: place.on }, pays, context);
}

/**
 * The days on which a line may act: its own one, or, for a return that waits for its original,
 * every day up to its own. Each window among them may still lose something.
 */
function daysOf(place: Place, on: LocalDate): Window {
  return { from: place.block === undefined ? on : Number.NEGATIVE_INFINITY, until: on + 1 };
}

/** The windows whose sums take in lines of one of these days, each once. */
export function windowsIn(planned: PlanTerm, days: Window): Window[] {
  const windows: Window[] = [];
  if (days.until <= days.from) return windows;
  for (const slot of planned.slots) {
    for (const { lines, pays } of slot.windows) {
      const isTouched = lines.from < days.until && days.from < lines.until;
      if (isTouched && !windows.some((known) => known.from === pays.from)) windows.push(pays);
    }
  }
  return windows;
}

type Placed = Place & { readonly on: LocalDate };

/** A line may count for one window and not for another: dates and attributes hang on the window. */
function matchWindows(
  planned: PlanTerm,
  line: Line,
  place: Placed,
  windows: readonly Window[],
  context: MatchContext,
): Match {
  const pays: Window[] = [];
  let missed: Match | undefined;
  for (const window of windows) {
    const reason = missedTest(planned, line, attributePlace(planned, line, place, window, context));
    if (reason === undefined) pays.push(window);
    else missed ??= reason;
  }
  if (pays.length === 0) return missed as Match;
  if (line.correction?.isContradicted)
    return blocked(planned, line, 'correctionContradicted', correctedIn(line), pays);
  if (place.block !== undefined) return blocked(planned, line, place.block, {}, pays);
  return measure(planned, line, place, pays, context);
}

/** The line that it says it corrects; the first of its chain may be the one that two documents name. */
function correctedIn({ correctionOf }: Line): Facts {
  return { document: correctionOf?.document ?? '', line: correctionOf?.line ?? '' };
}

type WindowPlace = AttributePlace & {
  readonly on: LocalDate;
  readonly window: Window;
  readonly effective: LocalDate;
};

function attributePlace(
  planned: PlanTerm,
  line: Line,
  place: Placed,
  window: Window,
  { master, effective }: MatchContext,
): WindowPlace {
  const mode = planned.term.eligibility.attributesAsOf;
  const day =
    mode === 'transaction'
      ? place.on
      : mode === 'current'
        ? undefined
        : Math.min(window.until - 1, effective);
  return { line, day, master, isOriginal: place.isOriginal, on: place.on, window, effective };
}

function missedTest(planned: PlanTerm, line: Line, place: WindowPlace): Match | undefined {
  const { include, exclude } = planned.term.eligibility;
  const late = missedPayment(planned, line, place) ?? missedSubmission(planned, line, place);
  if (late !== undefined) return late;
  if (isEligible(planned, line, place)) return undefined;
  const stranger = planned.participants.find((condition) => !meets(condition, place));
  if (stranger !== undefined) return excluded('notParticipant', factsOf(stranger, place));
  const missed = include.find((condition) => !meets(condition, place));
  if (missed !== undefined) return excluded('conditionNotMet', factsOf(missed, place));
  const met = exclude.find((condition) => meets(condition, place));
  return met === undefined ? undefined : excluded('exclusionMet', factsOf(met, place));
}

/** By the sets of the plan; where they say no, the conditions one by one say which. */
function isEligible({ partners, products, lines }: PlanTerm, line: Line, place: WindowPlace): boolean {
  return (
    isMember(partners, line.partner, place.day) &&
    isMember(products, line.product, place.day) &&
    lines.include.every((condition) => meets(condition, place)) &&
    !lines.exclude.some((condition) => meets(condition, place))
  );
}

function missedPayment(planned: PlanTerm, line: Line, place: WindowPlace): Match | undefined {
  const { payment } = planned.term.eligibility;
  if (payment === 'any') return undefined;
  const dates = datesOf(line, place);
  const paid = dates.payment;
  if (paid === undefined || paid > place.effective) return excluded('notPaid', {});
  if (payment === 'paid') return undefined;
  const from = dates[payment.from];
  if (from === undefined) return excluded('dateMissing', { date: payment.from });
  const days = String(payment.withinDays);
  return paid - from <= payment.withinDays
    ? undefined
    : excluded('paidLate', { days, taken: String(paid - from) });
}

/**
 * The days of grace run from the end of the window that the line itself lies in: what is late there
 * is late for every later sum, too. A line of before all payout windows is asked by each of them.
 */
function missedSubmission(planned: PlanTerm, line: Line, place: WindowPlace): Match | undefined {
  const { submission } = planned.term.eligibility;
  if (submission === 'any') return undefined;
  const submitted = datesOf(line, place).submission;
  if (submitted === undefined) return excluded('notSubmitted', {});
  const { until } = ownWindow(planned, place.on) ?? place.window;
  const isInTime = submitted < until + submission.graceDays;
  return isInTime ? undefined : excluded('submittedLate', { days: String(submission.graceDays) });
}

/** A return at the place of its original was paid and submitted when that was. */
function datesOf(line: Line, { isOriginal }: AttributePlace): LineDates {
  return isOriginal ? (line.original?.dates ?? line.dates) : line.dates;
}

function factsOf(condition: Condition, place: AttributePlace): Facts {
  const wanted = 'in' in condition ? condition.in : 'notIn' in condition ? condition.notIn : condition.under;
  return {
    attribute: condition.attribute,
    value: readAttribute(condition.attribute, place) ?? '',
    wanted: wanted.join(', '),
  };
}

function measure(
  planned: PlanTerm,
  line: Line,
  place: Placed,
  pays: readonly Window[],
  context: MatchContext,
): Match {
  const hits: Hit[] = [];
  let narrowed: Match | undefined;
  for (const slot of slotsFor(planned, place)) {
    for (const window of pays) {
      const lines = slot.windows.find((candidate) => candidate.pays.from === window.from)?.lines;
      if (lines === undefined || !contains(lines, place.on)) continue;
      const at = attributePlace(planned, line, place, window, context);
      const missed = slot.where.find((condition) => !meets(condition, at));
      if (missed !== undefined) narrowed ??= excluded('conditionNotMet', factsOf(missed, at));
      else if (!(slot.ignoresReturns && isNegative(line))) {
        const found = measured(planned, slot, line, place, window, context);
        if ('block' in found) return blocked(planned, line, found.block, found.facts, pays);
        hits.push(hitOf(planned, slot, line, { ...place, window }, found, context));
      }
    }
  }
  if (hits.length === 0 && narrowed !== undefined) return narrowed;
  return { state: 'counted', placedOn: place.on, isOriginal: place.isOriginal, hits };
}

function measured(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  place: Placed,
  window: Window,
  { master }: MatchContext,
): Measured {
  return measureLine(slot.measure, line, {
    currency: planned.currency,
    conversion: planned.term.conversion,
    master,
    placedOn: place.on,
    isOriginal: place.isOriginal,
    payoutWindow: window,
    validityStart: planned.validityStart,
  });
}

/** What comes back at the original rate leaves the current window's qualifier and gates alone. */
function slotsFor({ slots }: PlanTerm, place: Placed): readonly Slot[] {
  return place.atOriginalRate === undefined ? slots : slots.filter(({ role }) => role === 'payout');
}

function hitOf(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  place: Placed & { readonly window: Window },
  found: Exclude<Measured, { block: unknown }>,
  context: MatchContext,
): Hit {
  const { window: pays, atOriginalRate } = place;
  const pool = poolOf(planned, slot, line, place, context);
  if (atOriginalRate !== undefined) {
    return { slot: AT_ORIGINAL_RATE, pays, bucket: dayKey(atOriginalRate), pool, ...found };
  }
  return { slot: slot.id, pays, bucket: bucketOf(slot.buckets, line, place), pool, ...found };
}
