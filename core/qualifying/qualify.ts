import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Earning } from '../earning/earning.ts';
import { scaleOf } from '../earning/progress.ts';
import { whyNot } from '../earning/whyNot.ts';
import type { Line } from '../fact/line.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import { nearestChange } from '../plan/nearestChange.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { Plan, PlanTerm } from '../plan/plan.ts';
import { enrolledIn, namesPartners, notEnrolled } from './enrolment.ts';
import { type LineStanding, lineStandings } from './lineStandings.ts';
import type { Gap, NoticeKind, Qualifying, QualifyingState, Reason } from './qualifying.ts';
import { standingWindow } from './standingWindow.ts';
import { worthOfNext } from './worthOfNext.ts';

/** Under one term: the window that matters, and the partners to be told of. */
export type Candidates = {
  readonly planned: PlanTerm;
  readonly place: PayoutWindow;
  /** The day in the window: the effective one, or, outside of it, its nearest. */
  readonly day: LocalDate;
  readonly standings: ReadonlyMap<string, LineStanding>;
  readonly partners: readonly string[];
};

/** Until when an amount has to be claimed, and whether it lapses then. */
export type ClaimRule = { readonly deadlineDays: 'none' | number; readonly lapses: boolean };

const NO_LINES: LineStanding = { counted: 0, missed: new Map() };

/**
 * Who is to be told of, term by term: all who take part, where the agreement says who does, and all
 * who trade in the window. Nobody else of master data is listed: they have nothing to do with it.
 */
export function candidatesOf(plan: Plan, lines: readonly Line[], context: MatchContext): Candidates[] {
  return plan.terms.flatMap((planned) => {
    const place = standingWindow(planned, context.effective);
    if (place === undefined) return [];
    const { window } = place;
    const standings = lineStandings(planned, lines, window, context);
    const enrolled = namesPartners(planned) ? enrolledIn(planned, window) : [];
    const partners = [...new Set([...enrolled, ...standings.keys()])].sort();
    const day = Math.min(Math.max(context.effective, window.from), window.until - 1);
    return [{ planned, place, day, standings, partners }];
  });
}

/**
 * Where every candidate stands, each with its reasons. `earnings` are those of the calculation;
 * `silent` are what it would say of partners that have nothing yet.
 */
export function qualify(
  candidates: readonly Candidates[],
  earnings: readonly Earning[],
  silent: readonly Earning[],
  context: MatchContext,
  claim: ClaimRule,
): Qualifying[] {
  const real = byPlace(earnings);
  const said = byPlace(silent);
  return candidates.flatMap((candidate) =>
    withEarning(candidate, earnings).flatMap((partner) => {
      const key = placeKey(candidate.planned.id, partner, candidate.place.window);
      const earning = real.get(key) ?? said.get(key);
      if (earning === undefined) return [];
      return [standingOf(candidate, earning, real.has(key), context, claim)];
    }),
  );
}

/** Who has earned without a line of its own, such as a group that keeps a share, is told of as well. */
function withEarning({ planned, place, partners }: Candidates, earnings: readonly Earning[]): string[] {
  const earning = earnings.filter(
    ({ term, window, amount }) =>
      term === planned.id && window.from === place.window.from && amount.minor !== 0n,
  );
  return [...new Set([...partners, ...earning.map(({ partner }) => partner)])].sort();
}

function byPlace(earnings: readonly Earning[]): ReadonlyMap<string, Earning> {
  return new Map(
    earnings.map((earning) => [placeKey(earning.term, earning.partner, earning.window), earning]),
  );
}

function placeKey(term: string, partner: string, { from }: Window): string {
  return [term, partner, from].join('\u0000');
}

function standingOf(
  { planned, place, day, standings }: Candidates,
  earning: Earning,
  isReal: boolean,
  context: MatchContext,
  claim: ClaimRule,
): Qualifying {
  const { partner } = earning;
  const standing = standings.get(partner) ?? NO_LINES;
  const stranger = notEnrolled(planned, partner, { window: place.window, day }, context.master);
  const amount = isReal ? earning.amount : { ...earning.amount, minor: 0n };
  const isOut = stranger !== undefined && standing.counted === 0 && amount.minor <= 0n;
  const gap = isOut ? undefined : gapOf(planned, earning, context.effective);
  const deadline = claim.deadlineDays === 'none' ? undefined : place.window.until - 1 + claim.deadlineDays;
  const facts = { standing, amount: amount.minor, isOut, place, effective: context.effective };
  const { state, notices } = stateOf(facts, claim, deadline);
  // Lines that are not of a participant say the same, and more.
  const isSaid = stranger?.notice === 'conditionMissed' && (!isOut || standing.missed.has('notParticipant'));
  const own: Reason[] = stranger === undefined || isSaid ? [] : [{ of: 'notice', ...stranger }];
  const reasons = [
    ...own,
    ...notices,
    ...lineReasons(planned, standing, context),
    ...(isOut ? [] : stepReasons(earning)),
  ];
  const isUnsaid = reasons.length === 0 && amount.minor <= 0n;
  return {
    term: planned.id,
    partner,
    window: place.window,
    state,
    amount,
    tier: isReal ? earning.result.reached.tier : 0,
    ...(gap && { gap }),
    by: place.window.until - 1,
    reasons: isUnsaid ? [notice('comesToNothing', {})] : reasons,
  };
}

type StateFacts = {
  readonly standing: LineStanding;
  readonly amount: bigint;
  readonly isOut: boolean;
  readonly place: PayoutWindow;
  readonly effective: LocalDate;
};

/** The first that holds, and what has to be said with it. */
function stateOf(
  { standing, amount, isOut, place, effective }: StateFacts,
  { lapses }: ClaimRule,
  deadline: LocalDate | undefined,
): { readonly state: QualifyingState; readonly notices: readonly Reason[] } {
  const { window } = place;
  const has = (reasons: readonly string[]) => reasons.some((reason) => standing.missed.has(reason));
  const isOver = effective >= window.until;
  const isLapsed = deadline !== undefined && effective > deadline && lapses;
  const begun = effective < window.from ? [notice('windowNotBegun', { day: formatDate(window.from) })] : [];
  const none = standing.counted === 0 && standing.missed.size === 0 ? [notice('noLinesYet', {})] : [];
  const over = isOver ? [notice('windowOver', { day: formatDate(window.until - 1) })] : [];
  const day = { day: formatDate(deadline ?? 0) };
  const claimed =
    deadline === undefined || !isOver
      ? []
      : [notice(isLapsed ? 'claimDeadlinePassed' : 'claimDeadline', day)];
  if (isOut) return { state: 'notEnrolled', notices: begun };
  if (amount > 0n) return { state: isLapsed ? 'deadlineMissed' : 'eligible', notices: claimed };
  if (isBlocked(standing)) return { state: 'blocked', notices: over };
  if (isOver || has(LATE)) return { state: 'deadlineMissed', notices: [...over, ...none] };
  return { state: 'notYet', notices: [...begun, ...none] };
}

/** Lines that came after a deadline of the agreement. */
const LATE = ['submittedLate', 'paidLate'];
/** Lines that would count once something was done with them. */
const WAITING = [...LATE, 'notPaid', 'notSubmitted', 'notParticipant'];

function isBlocked({ missed }: LineStanding): boolean {
  return [...missed.values()].some(({ match }) => match.state === 'blocked');
}

function notice(kind: NoticeKind, facts: Readonly<Record<string, string>>): Reason {
  return { of: 'notice', notice: kind, facts };
}

/**
 * The lines that stand in the way, each kind with its first line and what would lift it; where no
 * line counts at all, all of them.
 */
function lineReasons(planned: PlanTerm, { counted, missed }: LineStanding, context: MatchContext): Reason[] {
  return [...missed.values()]
    .filter(({ match }) => counted === 0 || match.state === 'blocked' || WAITING.includes(match.reason))
    .map((entry) => {
      const change = nearestChange(planned, entry.example, entry.match, context);
      return { of: 'lines', ...entry, ...(change && { change }) };
    });
}

function stepReasons(earning: Earning): Reason[] {
  const { reason, missing } = whyNot(earning);
  return [...(reason ? [reason] : []), ...missing].map((step) => ({ of: 'step', step }));
}

function gapOf(planned: PlanTerm, earning: Earning, effective: LocalDate): Gap | undefined {
  const { missing, reached } = earning.result;
  if (missing === undefined || reached.next === undefined) return undefined;
  const worth = worthOfNext(planned, earning, effective);
  return {
    tier: reached.next.tier,
    missing,
    scale: scaleOf(planned.term.qualifier),
    ...(worth && { worth }),
  };
}
