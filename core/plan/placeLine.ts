import type { LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { Block } from './matchLine.ts';
import type { PlanTerm } from './plan.ts';

/**
 * Where a line acts. `isOriginal`: on the day, and with the attributes, of the line that it takes
 * back. `atOriginalRate`: in the current window, at what the window of its original, which is the
 * one of this day, has paid.
 */
export type Place = {
  readonly on: LocalDate | undefined;
  readonly isOriginal: boolean;
  readonly atOriginalRate?: LocalDate;
  readonly block?: Extract<Block, 'returnOriginalUnknown' | 'returnWithoutOriginal'>;
};

/**
 * The day on which a line acts: its own, or for a linked return, by policy, that of its original,
 * its own, or the day it became known. A sale whose window is still open is treated as in its
 * original window by the current-window policies.
 * Source: rulings R9, R21.
 */
export function placeLine(planned: PlanTerm, line: Line): Place {
  const { returns, date } = planned.term;
  const own = line.dates[date];
  if (line.returnOf === undefined) return placeUnlinked(planned, line, own);
  if (returns.linked === 'returnWindow') return { on: own, isOriginal: false };
  const original = line.original?.dates[date];
  if (original === undefined) return { on: own, isOriginal: false, block: 'returnOriginalUnknown' };
  const known = line.knownOn ?? own;
  if (returns.linked === 'originalWindow' || known === undefined || isOpen(planned, original, known)) {
    return { on: original, isOriginal: true };
  }
  const isAtRate = returns.linked === 'currentAtOriginalRate';
  return { on: known, isOriginal: false, ...(isAtRate && { atOriginalRate: original }) };
}

/** A return that names no original has one all the same where `findSales` has found it a sale, or a total that may hold it. */
function placeUnlinked(planned: PlanTerm, line: Line, own: LocalDate | undefined): Place {
  const found = line.original?.dates[planned.term.date];
  if (found !== undefined) return { on: found, isOriginal: true };
  if (line.original !== undefined) return { on: own, isOriginal: false, block: 'returnOriginalUnknown' };
  if (planned.term.returns.unlinked !== 'blocked' || !isNegative(line)) return { on: own, isOriginal: false };
  return { on: own, isOriginal: false, block: 'returnWithoutOriginal' };
}

/** Whether a day lies in the payout window of another one. */
function isOpen(planned: PlanTerm, day: LocalDate, known: LocalDate): boolean {
  const window = ownWindow(planned, day);
  return window !== undefined && known < window.until;
}

/** The payout window that a day lies in. */
export function ownWindow(planned: PlanTerm, day: LocalDate): Window | undefined {
  return planned.windows.find(({ window }) => contains(window, day))?.window;
}

/** Whether a line takes something back. */
export function isReturn(line: Line): boolean {
  return line.returnOf !== undefined || isNegative(line);
}

export function isNegative(line: Line): boolean {
  const amounts = [line.netValue, line.grossValue, ...Object.values(line.quantities)];
  return amounts.some((amount) => amount !== undefined && amount.digits < 0n);
}
