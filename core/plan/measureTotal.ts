import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line, LineDates } from '../fact/line.ts';
import type { Master } from '../master/master.ts';
import { compare, multiply, rational } from '../number/rational.ts';
import { bucketOf } from './bucketOf.ts';
import { excluded } from './excluded.ts';
import type { Hit, Match, MatchContext } from './matchLine.ts';
import type { MeasureBlocked } from './measureBlocks.ts';
import { type Measured, measureLine } from './measureLine.ts';
import type { PlanTerm, Slot } from './plan.ts';
import { poolOf } from './poolOf.ts';
import { askedDaysOf, changesWithin, saidOf, totalAnswer } from './totalAnswer.ts';
import { needOfSlot, type TotalNeed } from './totalNeeds.ts';

/** What a total adds to one sum, or why not: another rule, a field that is missing, too little said. */
export type TotalMeasured =
  | Hit
  | MeasureBlocked
  | { readonly narrowed: Match }
  | { readonly need: TotalNeed; readonly name: string };

/**
 * A total counts in a sum as the sum of its lines would: conditions, units, prices and rates must be
 * the same on every day of its period.
 */
export function measureTotal(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  period: Window,
  window: Window,
  context: MatchContext,
): TotalMeasured {
  const unmet = whereOf(planned, slot, line, period, window, context);
  if (unmet !== undefined) return unmet;
  const need = needOfSlot(slot, line);
  if (need !== undefined) return { need, name: '' };
  const found = onEachDay(planned, slot, line, period, window, context.master);
  if ('need' in found || 'block' in found) return found;
  const on = period.until - 1;
  const pool = samePool(planned, slot, line, period, window, context);
  if (pool === undefined) return { need: 'days', name: '' };
  const bucket = bucketOf(slot.buckets, line, { on, isOriginal: false });
  return { slot: slot.id, pays: window, bucket, pool, ...found };
}

function whereOf(
  { term }: PlanTerm,
  { where }: Slot,
  line: Line,
  period: Window,
  window: Window,
  { master, effective }: MatchContext,
): TotalMeasured | undefined {
  const asked = askedDaysOf(term.eligibility.attributesAsOf, period, window, effective);
  const answers = where.map((condition) => ({
    condition,
    answer: totalAnswer(condition, line, asked, master),
  }));
  const missed = answers.find(({ answer }) => answer === 'missed')?.condition;
  if (missed !== undefined) {
    const value = saidOf(missed.attribute, line, period.until - 1, master)?.text ?? '';
    return { narrowed: excluded('conditionNotMet', { attribute: missed.attribute, value, wanted: '' }) };
  }
  const open = answers.find(({ answer }) => answer === 'unknown')?.condition;
  return open && { need: 'attribute', name: open.attribute };
}

type Whole = Exclude<Measured, MeasureBlocked>;

/** The measure of the total, which is that of its lines where it comes out the same on all days. */
function onEachDay(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  period: Window,
  window: Window,
  master: Master,
): Whole | MeasureBlocked | { readonly need: TotalNeed; readonly name: string } {
  const [last, ...earlier] = measuredDays(planned, slot, line, period, master)
    .toReversed()
    .map((day) =>
      measureLine(slot.measure, onDay(line, day), {
        currency: planned.currency,
        conversion: planned.term.conversion,
        master,
        placedOn: day,
        isOriginal: false,
        payoutWindow: window,
        validityStart: planned.validityStart,
      }),
    );
  if (last === undefined || 'block' in last) return last as MeasureBlocked;
  const other = earlier.find((measured) => 'block' in measured || !isSame(measured, last));
  if (other === undefined) return last;
  return 'block' in other ? other : { need: isDaily(planned, slot) ? 'rate' : 'factor', name: '' };
}

/** The days on which a factor, a price or a rate may change. */
function measuredDays(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  period: Window,
  master: Master,
): LocalDate[] {
  const product = master.products.get(line.product);
  const changes = [...changesWithin(period, product === undefined ? [] : [product]), period.until - 1];
  const isConverted = line.currency !== planned.currency && isDaily(planned, slot);
  if (!isConverted && !isPricedElsewhere(slot)) return [...new Set(changes)].sort((a, b) => a - b);
  return Array.from({ length: period.until - period.from }, (_, index) => period.from + index);
}

function isPricedElsewhere({ measure }: Slot): boolean {
  if (measure.of === 'atPrice') return measure.price.source === 'product';
  return (
    measure.of === 'priceDifference' &&
    [measure.higher, measure.lower].some(({ source }) => source === 'product')
  );
}

/** Whether money is converted at the rate of each line's own day. */
function isDaily({ term }: PlanTerm, { measure }: Slot): boolean {
  const { currency } = term.conversion;
  const isMoney = measure.of === 'value' || measure.of === 'atPrice' || measure.of === 'priceDifference';
  return (
    isMoney && currency !== 'none' && currency.rateOn !== 'windowEnd' && currency.rateOn !== 'agreementStart'
  );
}

/** The total as if all of its lines were of one day. */
function onDay(line: Line, day: LocalDate): Line {
  const dates: LineDates = Object.fromEntries(Object.keys(line.dates).map((kind) => [kind, day]));
  return { ...line, dates };
}

function isSame(a: Whole, b: Whole): boolean {
  const exact = ({ amount, scale, factor }: Whole) =>
    multiply(rational(amount, 10n ** BigInt(scale)), factor);
  return compare(exact(a), exact(b)) === 0;
}

/** The group of the partner, where it is one and the same on all days of the period. */
function samePool(
  planned: PlanTerm,
  slot: Slot,
  line: Line,
  period: Window,
  window: Window,
  context: MatchContext,
): string | undefined {
  const partner = context.master.partners.get(line.partner);
  const pools = changesWithin(period, partner === undefined ? [] : [partner]).map((on) =>
    poolOf(planned, slot, line, { on, window }, context),
  );
  return new Set(pools).size === 1 ? pools[0] : undefined;
}
