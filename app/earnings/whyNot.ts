import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { type EarningWhyNot, whyNot } from '../../core/earning/whyNot.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { type Match, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import { type Change, nearestChange } from '../../core/plan/nearestChange.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { calculateKnownLines } from '../calculation/calculateLines.ts';

/** Everything that an answer depends on; each line once. */
export type WhyNotInput = {
  readonly agreement: Agreement;
  readonly master?: Master;
  readonly effective: number;
  readonly lines: readonly Line[];
};

/** An earning with what kept it from being more. */
export type AnsweredEarning = { readonly earning: Earning; readonly answer: EarningWhyNot };

/** What a line is to one term; where it counts, what its partner earns in the windows that it counts for. */
export type LineTerm = {
  readonly term: string;
  readonly match: Match;
  readonly change?: Change;
  readonly earnings: readonly AnsweredEarning[];
};

export type LineWhyNot = { readonly line: Line; readonly terms: readonly LineTerm[] };

/** Lines of a partner that a term does not count for one reason, with the first of them. */
export type MissedLines = {
  readonly lines: number;
  readonly example: Line;
  readonly match: Match;
  readonly change?: Change;
};

export type PartnerTerm = {
  readonly term: string;
  /** Lines of the partner that count. */
  readonly counted: number;
  /** In the order of the first line of each. */
  readonly missed: readonly MissedLines[];
  readonly earnings: readonly AnsweredEarning[];
};

/**
 * "Why not?" for single lines: the first test that failed, and the nearest change that would lift
 * it; for a line that counts, what is missing in its windows. Nothing of other partners is looked at
 * beyond what the amount of a group or a shared limit says itself. Refuses: line-not-found.
 */
export function whyNotLine(
  input: WhyNotInput,
  { document, line }: { readonly document: string; readonly line: string },
): Result<readonly LineWhyNot[]> {
  const found = input.lines.filter((entry) => entry.document === document && entry.line === line);
  if (found.length === 0) {
    return refused(refuse('line-not-found', '--line', { document, line }));
  }
  const { plan, context } = planOf(input);
  const earnings = answered(input);
  return accept(
    found.map((entry) => ({
      line: entry,
      terms: plan.terms.map((planned) => lineTerm(planned, entry, context, earnings)),
    })),
  );
}

/** "Why not?" for a partner: its lines under each term, and each window with what is missing. */
export function whyNotPartner(input: WhyNotInput, partner: string): readonly PartnerTerm[] {
  const { plan, context } = planOf(input);
  const own = input.lines.filter((line) => line.partner === partner);
  const earnings = answered(input).filter(({ earning }) => earning.partner === partner);
  return plan.terms.map((planned) => {
    const matches = own.map((line) => ({ line, match: matchLine(planned, line, context) }));
    const missed = Map.groupBy(
      matches.filter(({ match }) => match.state !== 'counted'),
      ({ match }) => (match.state === 'counted' ? '' : match.reason),
    );
    return {
      term: planned.id,
      counted: matches.filter(({ match }) => match.state === 'counted').length,
      missed: [...missed.values()].map((group) => missedLines(planned, group, context)),
      earnings: earnings.filter(({ earning }) => earning.term === planned.id),
    };
  });
}

function planOf({ agreement, master = NO_MASTER, effective }: WhyNotInput): {
  plan: Plan;
  context: MatchContext;
} {
  return { plan: compilePlan(agreement, master), context: { master, effective } };
}

function answered(input: WhyNotInput): AnsweredEarning[] {
  const { earnings } = calculateKnownLines(input, input.lines);
  return earnings.map(({ earning }) => ({ earning, answer: whyNot(earning) }));
}

function lineTerm(
  planned: PlanTerm,
  line: Line,
  context: MatchContext,
  earnings: readonly AnsweredEarning[],
): LineTerm {
  const match = matchLine(planned, line, context);
  const change = nearestChange(planned, line, match, context);
  const pays = match.state === 'counted' ? match.hits.map((hit) => hit.pays.from) : [];
  return {
    term: planned.id,
    match,
    ...(change && { change }),
    earnings: earnings.filter(
      ({ earning: { term, partner, window } }) =>
        term === planned.id && partner === line.partner && pays.includes(window.from),
    ),
  };
}

function missedLines(
  planned: PlanTerm,
  group: readonly { readonly line: Line; readonly match: Match }[],
  context: MatchContext,
): MissedLines {
  const [{ line, match }] = group as readonly [(typeof group)[number]];
  const change = nearestChange(planned, line, match, context);
  return { lines: group.length, example: line, match, ...(change && { change }) };
}
