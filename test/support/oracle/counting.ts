import type { Condition, Measure } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import { attributeAt, type Look, meets } from './attributes.ts';
import { isIn } from './days.ts';
import { NOTHING } from './fraction.ts';
import { attributeDay, isLookedAt, isMeasurable } from './measures.ts';
import { placeOf } from './places.ts';
import { type Entry, keyOf, type Place, type TermQuestion } from './question.ts';
import type { PaidWindow } from './windows.ts';

/** Of each window the lines that count in it; and how often a line is missing from one. */
export type Counted = {
  readonly entries: ReadonlyMap<PaidWindow, readonly Entry[]>;
  readonly blocked: readonly { readonly partner: string; readonly window: PaidWindow }[];
};

/** Formulas that look at what was paid on in the baseline, too. */
export const PAID_ON_GROWTH: readonly string[] = ['growthIncrement', 'growthMarginal', 'aboveBase'];

/** Every line against every window of a term. Source: rulings R8, R9. */
export function countedLines(question: TermQuestion): Counted {
  const entries = new Map<PaidWindow, Entry[]>(question.windows.map((window) => [window, []]));
  const blocked: { partner: string; window: PaidWindow }[] = [];
  for (const line of question.lines) {
    const { windows, isBlocked, place } = judged(question, line);
    for (const window of windows) {
      if (isBlocked) blocked.push({ partner: line.partner, window });
      else if (place !== undefined) entries.get(window)?.push(entryOf(question, line, place, window));
    }
  }
  return { entries, blocked };
}

type Judged = {
  readonly windows: readonly PaidWindow[];
  readonly isBlocked: boolean;
  readonly place?: Place;
};

function judged(question: TermQuestion, line: Line): Judged {
  const { agreement, term, effective } = question;
  const out = { windows: [], isBlocked: false };
  if (line.side !== term.transactions || !agreement.tradingCompanies.includes(line.company)) return out;
  const place = placeOf(question, line);
  if (place === undefined || (!place.waits && place.on > effective)) return out;
  // A return that waits for its sale may take back from any day up to its own.
  const days = {
    first: place.waits ? Number.NEGATIVE_INFINITY : place.on,
    last: Math.min(place.on, effective),
  };
  const windows = question.windows
    .filter((window) => window.days.first <= effective)
    .filter((window) =>
      usesOf(question, window).some((use) => use.days.first <= days.last && days.first <= use.days.last),
    )
    .filter((window) => isEligible(question, line, place, window));
  const isBlocked = place.waits || !windows.every((window) => isComplete(question, line, place, window));
  const counts = (window: PaidWindow) => isBlocked || isHit(question, line, place, window);
  return { windows: windows.filter(counts), isBlocked, place };
}

type Use = {
  readonly days: { first: number; last: number };
  readonly measure: Measure;
  readonly isPayout: boolean;
};

/** What a window asks of its lines. */
function usesOf({ term }: TermQuestion, window: PaidWindow): Use[] {
  const uses: Use[] = [];
  const ask = (measure: Measure, days: Use['days'], isPayout = false) =>
    uses.push({ measure, days, isPayout });
  const { qualifier, gates } = term;
  const plain = qualifier.of === 'share' ? [qualifier.part, qualifier.whole] : [qualifier];
  for (const measure of plain) ask(measure, window.qualifier);
  for (const { measure } of term.payouts) ask(measure, window.payout, true);
  if (window.baseline !== undefined) {
    for (const measure of plain) ask(measure, window.baseline.qualifier.days);
    const isPaidOn = PAID_ON_GROWTH.includes(term.formula);
    for (const { measure } of isPaidOn ? term.payouts : []) ask(measure, window.baseline.payout.days);
  }
  for (const test of gates === 'none' ? [] : gates.tests) {
    const measures = 'measure' in test ? [test.measure] : [test.share.part, test.share.whole];
    for (const measure of measures) ask(measure, window.qualifier);
  }
  return uses;
}

function isEligible(question: TermQuestion, line: Line, place: Place, window: PaidWindow): boolean {
  const { agreement, term, effective, master } = question;
  const { payment, submission, include, exclude } = term.eligibility;
  const dates = place.isOriginal && line.original !== undefined ? line.original.dates : line.dates;
  if (payment !== 'any') {
    const paid = dates.payment;
    if (paid === undefined || paid > effective) return false;
    if (payment !== 'paid') {
      const from = dates[payment.from];
      if (from === undefined || paid - from > payment.withinDays) return false;
    }
  }
  if (submission !== 'any') {
    const submitted = dates.submission;
    const own = question.windows.find(({ days }) => isIn(place.on, days)) ?? window;
    if (submitted === undefined || submitted > own.days.last + submission.graceDays) return false;
  }
  const look: Look = {
    line,
    master,
    day: attributeDay(question, window, place.on),
    isOriginal: place.isOriginal,
  };
  const isMet = (condition: Condition) => meets(condition, look);
  return [...agreement.participants, ...include].every(isMet) && !exclude.some(isMet);
}

/** Whether everything can be measured that a window asks of a line. */
function isComplete(question: TermQuestion, line: Line, place: Place, window: PaidWindow): boolean {
  const entry = entryOf(question, line, place, window);
  return measuresFor(question, place, window).every((measure) =>
    isMeasurable({ question, window, use: 'other' }, measure, entry),
  );
}

/** A line that no measure of a window looks at does not count in it. */
function isHit(question: TermQuestion, line: Line, place: Place, window: PaidWindow): boolean {
  const entry = entryOf(question, line, place, window);
  return measuresFor(question, place, window).some((measure) =>
    isLookedAt({ question, window, use: 'other' }, measure, entry),
  );
}

/** In which groups a line counts in a window, by what looks at it there. */
export function groupsOf(question: TermQuestion, entry: Entry, window: PaidWindow): string[] {
  return usesFor(question, entry, window)
    .filter(({ measure }) => isLookedAt({ question, window, use: 'other' }, measure, entry))
    .map(({ isPayout }) => (isPayout ? entry.payoutGroup : entry.qualifierGroup));
}

function measuresFor(question: TermQuestion, place: Place, window: PaidWindow): Measure[] {
  return usesFor(question, place, window).map(({ measure }) => measure);
}

/** What comes back at the original rate is asked for what is paid on alone. */
function usesFor(question: TermQuestion, place: Place, window: PaidWindow): Use[] {
  return usesOf(question, window)
    .filter(({ days }) => isIn(place.on, days))
    .filter(({ isPayout }) => isPayout || place.originalRateOf === undefined);
}

function entryOf(question: TermQuestion, line: Line, place: Place, window: PaidWindow): Entry {
  return {
    ...place,
    line,
    key: keyOf(line),
    qualifierGroup: groupOf(question, line, place, window, 'qualifier'),
    payoutGroup: groupOf(question, line, place, window, 'payout'),
    losesPayout: false,
    losesQualifier: false,
    lowered: { payout: NOTHING, qualifier: NOTHING },
  };
}

/** A joiner's lines count from joining on, or, by its group at the end, for the whole window. */
function groupOf(
  { term, master, effective }: TermQuestion,
  line: Line,
  { on }: Place,
  { days }: PaidWindow,
  of: 'qualifier' | 'payout',
): string {
  if (term.group === 'none') return '';
  const isWhole = term.group.joiners[of] === 'wholeWindow';
  const day = isWhole ? Math.min(days.last, effective) : on;
  const name = term.group.by.replace('partner.', '');
  return (name === 'code' ? line.partner : attributeAt(master.partners.get(line.partner), name, day)) ?? '';
}
