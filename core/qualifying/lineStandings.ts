import { contains, type Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { type Match, type MatchContext, matchLine } from '../plan/matchLine.ts';
import { placeLine } from '../plan/placeLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import type { MissedLines } from './qualifying.ts';

/** What became of a partner's lines in one window: how many count, and the others by their reason. */
export type LineStanding = { readonly counted: number; readonly missed: ReadonlyMap<string, MissedLines> };

type Growing = {
  counted: number;
  missed: Map<string, { lines: number; example: Line; match: Failed }>;
};
type Failed = MissedLines['match'];

/**
 * The lines of one window by partner, by the same test that every calculation makes. Lines of the
 * other side or company, and of other windows, are nobody's here.
 */
export function lineStandings(
  planned: PlanTerm,
  lines: Iterable<Line>,
  window: Window,
  context: MatchContext,
): ReadonlyMap<string, LineStanding> {
  const standings = new Map<string, Growing>();
  for (const line of lines) {
    if (line.side !== planned.term.transactions || !planned.companies.includes(line.company)) continue;
    const match = matchLine(planned, line, context);
    if (!isIn(planned, line, match, window)) continue;
    const known = standings.get(line.partner) ?? { counted: 0, missed: new Map() };
    standings.set(line.partner, known);
    if (match.state === 'counted') known.counted += 1;
    else addMissed(known, line, match);
  }
  return standings;
}

function isIn(planned: PlanTerm, line: Line, match: Match, window: Window): boolean {
  if (match.state === 'counted') return match.hits.some(({ pays }) => pays.from === window.from);
  if (match.state === 'blocked') return match.pays.some(({ from }) => from === window.from);
  const { on } = placeLine(planned, line);
  return on !== undefined && contains(window, on);
}

function addMissed({ missed }: Growing, line: Line, match: Failed): void {
  const known = missed.get(match.reason);
  if (known === undefined) missed.set(match.reason, { lines: 1, example: line, match });
  else known.lines += 1;
}
