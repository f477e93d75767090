import type { Condition } from '../agreement/agreement.ts';
import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { rational } from '../number/rational.ts';
import { blocked } from './blocked.ts';
import { excluded } from './excluded.ts';
import type { Blocked, Hit, Match, MatchContext } from './matchLine.ts';
import { measureTotal } from './measureTotal.ts';
import { isNegative } from './placeLine.ts';
import { type PlanTerm, TAKEN_OVER } from './plan.ts';
import { askedDaysOf, saidOf, totalAnswer } from './totalAnswer.ts';
import { needOfTerm, type TotalNeed } from './totalNeeds.ts';

const ONE = rational(1n);

/**
 * What a total of many lines is to one term, from `from` to its date: it counts where all of its lines
 * would count, in the same sums; it is excluded where none of them would. It is blocked where the
 * term needs to know more of them than the total says, and in the windows that would cut its
 * period: then nobody knows how much of it lies inside. A total is never taken as nothing.
 */
export function matchTotal(planned: PlanTerm, line: Line, from: LocalDate, context: MatchContext): Match {
  const { effective } = context;
  const last = line.dates[planned.term.date];
  // Without the date of the term its lines may lie anywhere.
  const period = { from: last === undefined ? -Infinity : from, until: (last ?? Infinity) + 1 };
  const touched = touchedBy(planned, period);
  if (touched.length === 0) return excluded('outsideWindows', {});
  const windows = period.from > effective ? [] : touched.filter((window) => window.from <= effective);
  if (windows.length === 0) return excluded('afterEffectiveDay', {});
  const own = last === undefined ? { from, until: Math.max(...Object.values(line.dates)) + 1 } : period;
  const answers = windows.map((window) => ({ window, ...eligibility(planned, line, own, window, context) }));
  const eligible = answers.filter(({ missed }) => missed === undefined);
  const [first] = answers;
  if (eligible.length === 0 && first?.missed !== undefined) return first.missed;
  const pays = eligible.map(({ window }) => window);
  const coarse = (needs: TotalNeed, name = '') => tooCoarse(planned, line, needs, name, pays);
  const need = last === undefined ? 'date' : needOfTerm(planned);
  if (need !== undefined) return coarse(need);
  if (planned.term.returns.unlinked === 'blocked' && isNegative(line)) {
    return blocked(planned, line, 'returnWithoutOriginal', {}, pays);
  }
  const open = eligible.find(({ unknown }) => unknown !== undefined)?.unknown;
  if (open !== undefined) return coarse('attribute', open);
  if (effective < period.until - 1) return cut(planned, line, period, pays);
  return sums(planned, line, period, pays, context);
}

/** The payout windows whose sums take in lines of some day of the period, each once. */
function touchedBy(planned: PlanTerm, period: Window): Window[] {
  const found = new Map<LocalDate, Window>();
  for (const { windows } of planned.slots) {
    for (const { lines, pays } of windows) if (overlaps(lines, period)) found.set(pays.from, pays);
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

function overlaps(a: Window, b: Window): boolean {
  return a.from < b.until && b.from < a.until;
}

type Eligible = { readonly missed?: Match; readonly unknown?: string };

/** The conditions in the order in which single lines are asked: a "no" stands above what is unknown. */
function eligibility(
  { participants, term }: PlanTerm,
  line: Line,
  period: Window,
  window: Window,
  { master, effective }: MatchContext,
): Eligible {
  const { include, exclude, attributesAsOf } = term.eligibility;
  const asked = askedDaysOf(attributesAsOf, period, window, effective);
  const answerOf = (condition: Condition) => totalAnswer(condition, line, asked, master);
  const day = 'on' in asked ? asked.on : asked.from;
  const facts = (condition: Condition) => ({
    attribute: condition.attribute,
    value: saidOf(condition.attribute, line, day, master)?.text ?? '',
    wanted: wantedBy(condition).join(', '),
  });
  const stranger = participants.find((condition) => answerOf(condition) === 'missed');
  if (stranger !== undefined) return { missed: excluded('notParticipant', facts(stranger)) };
  const missed = include.find((condition) => answerOf(condition) === 'missed');
  if (missed !== undefined) return { missed: excluded('conditionNotMet', facts(missed)) };
  const met = exclude.find((condition) => answerOf(condition) === 'met');
  if (met !== undefined) return { missed: excluded('exclusionMet', facts(met)) };
  const open = [...participants, ...include, ...exclude].find((asks) => answerOf(asks) === 'unknown');
  return open === undefined ? {} : { unknown: open.attribute };
}

function wantedBy(condition: Condition): readonly string[] {
  return 'in' in condition ? condition.in : 'notIn' in condition ? condition.notIn : condition.under;
}

/** Adds the total to every sum that it lies in whole; a window that cuts it anywhere is left without it. */
function sums(
  planned: PlanTerm,
  line: Line,
  period: Window,
  pays: readonly Window[],
  context: MatchContext,
): Match {
  const hits: Hit[] = [];
  const cutBy = new Set<Window>();
  let narrowed: Match | undefined;
  for (const slot of planned.slots) {
    for (const window of pays) {
      const lines = slot.windows.find((entry) => entry.pays.from === window.from)?.lines;
      if (lines === undefined || !overlaps(lines, period)) continue;
      if (period.from < lines.from || lines.until < period.until) {
        cutBy.add(window);
        continue;
      }
      const found = measureTotal(planned, slot, line, period, window, context);
      if ('need' in found) return tooCoarse(planned, line, found.need, found.name, pays);
      if ('block' in found) return blocked(planned, line, found.block, found.facts, pays);
      if ('narrowed' in found) narrowed ??= found.narrowed;
      else hits.push(found);
    }
  }
  const whole = hits.filter((hit) => !cutBy.has(hit.pays));
  const beside = cutBy.size === 0 ? undefined : cut(planned, line, period, [...cutBy]);
  if (whole.length === 0 && (beside ?? narrowed) !== undefined) return (beside ?? narrowed) as Match;
  return {
    state: 'counted',
    placedOn: period.until - 1,
    isOriginal: false,
    hits: [...whole, ...marks(whole)],
    ...(beside && { beside }),
  };
}

/** One mark for each window and group that the total counts in. */
function marks(hits: readonly Hit[]): Hit[] {
  const places = new Map(hits.map(({ pays, pool }) => [`${pays.from} ${pool}`, { pays, pool }]));
  return [...places.values()].map((place) => {
    return { ...place, slot: TAKEN_OVER, bucket: '', amount: 1n, scale: 0, factor: ONE };
  });
}

function cut(planned: PlanTerm, line: Line, period: Window, pays: readonly Window[]): Blocked {
  const facts = { from: formatDate(period.from), to: formatDate(period.until - 1) };
  return blocked(planned, line, 'totalCut', facts, pays);
}

function tooCoarse(
  planned: PlanTerm,
  line: Line,
  needs: TotalNeed,
  name: string,
  pays: readonly Window[],
): Blocked {
  return blocked(planned, line, 'totalTooCoarse', { needs, ...(name !== '' && { name }) }, pays);
}
