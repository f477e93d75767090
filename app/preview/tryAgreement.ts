import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { Window } from '../../core/calendar/window.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { type Match, matchLine } from '../../core/plan/matchLine.ts';
import type { MemberDays } from '../../core/plan/memberDays.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Inputs } from '../calculation/targetLayers.ts';
import type { Ports, TenantId } from '../ports.ts';
import type { Preview } from './preview.ts';
import { previewIn } from './previewAgreement.ts';
import { readFrame } from './previewFrame.ts';

/** Lines that no term counts, for one reason, with what is said of the first of them. */
export type MissedLines = { readonly lines: number; readonly match: Exclude<Match, { state: 'counted' }> };

/** Whom and what the conditions of a text catch among all that is known now. */
export type Caught = {
  /** Partners of master data that take part on a day of it. */
  readonly partners: number;
  readonly products: number;
  /** Lines that a term counts, of all that were looked at. */
  readonly lines: number;
  readonly seen: number;
  /** The most frequent reasons first. */
  readonly missed: readonly MissedLines[];
};

export type TriedAgreement = {
  readonly caught: Caught;
  /** Absent where there are more lines than somebody waits for: a preview works that out as a job. */
  readonly effect?: Preview;
};

/** So many lines are worked out while somebody writes. */
const LINES_MAX = 200_000;

const REASONS_SHOWN = 5;

/**
 * What a text that somebody is writing catches and would pay on the history, answered at once and
 * kept nowhere.
 * Refuses: those of decodeAgreement.
 */
export async function tryAgreement(
  ports: Ports,
  tenant: TenantId,
  proposed: unknown,
): Promise<Result<TriedAgreement>> {
  const agreement = decodeAgreement(proposed);
  if (!agreement.ok) return agreement;
  const frame = await readFrame(ports, tenant, agreement.value, {});
  const caught = caughtBy(frame.after);
  if (caught.seen > LINES_MAX) return accept({ caught });
  return accept({ caught, effect: await previewIn(frame, proposed) });
}

function caughtBy({ agreement, master, lines, effective }: Inputs): Caught {
  const { terms } = compilePlan(agreement, master);
  const members = (codes: Iterable<string>, of: (term: PlanTerm) => MemberDays) =>
    [...codes].filter((code) => terms.some((term) => isWithin(of(term), code, agreement))).length;
  const matches = lines.map((line) =>
    bestMatch(terms.map((term) => matchLine(term, line, { master, effective }))),
  );
  const missed = matches.filter((match) => match.state !== 'counted');
  const byReason = [...Map.groupBy(missed, ({ reason }) => reason).values()];
  return {
    partners: members(master.partners.keys(), ({ partners }) => partners),
    products: members(master.products.keys(), ({ products }) => products),
    lines: matches.length - missed.length,
    seen: lines.length,
    missed: byReason
      .map((group) => ({ lines: group.length, match: group[0] as MissedLines['match'] }))
      .sort((a, b) => b.lines - a.lines)
      .slice(0, REASONS_SHOWN),
  };
}

/** What a line is to the term that takes it in, or, where none does, to the first that nearly does. */
function bestMatch(matches: readonly Match[]): Match {
  const [first] = matches;
  if (first === undefined) throw new Error('Fault: an agreement without terms');
  const of = (state: Match['state']) => matches.find((match) => match.state === state);
  return of('counted') ?? of('blocked') ?? first;
}

function isWithin({ days, others }: MemberDays, code: string, { validity }: Agreement): boolean {
  const known: readonly Window[] | undefined = days.get(code);
  if (known === undefined) return others;
  return known.some(({ from, until }) => from < validity.until && validity.from < until);
}
