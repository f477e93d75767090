import type { LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { isReturn } from '../plan/placeLine.ts';
import type { PlanTerm, Slot } from '../plan/plan.ts';
import type { Cause } from './cause.ts';

/** The lines with the causes up to this one taken in. */
export type LineLayer = { readonly cause: Cause; readonly lines: readonly Line[] };

/**
 * Splits what happened to the lines since the previous run into causes, in their fixed order:
 * on-time lines, late lines, corrections, returns. The last layer is exactly the lines as they
 * are known now.
 * A line in the place of one that was known before is a correction, whatever its days, and so is one
 * that stands again.
 * A line is late when it arrives for a window that the previous run had already seen to its end,
 * under any of the terms; without a previous run nothing is late.
 */
export function lineLayers(
  terms: readonly PlanTerm[],
  before: readonly Line[],
  now: readonly Line[],
  previousDay: LocalDate | undefined,
): LineLayer[] {
  const told = toldApart(before, now);
  const isCorrection = correctionsOf(told, before);
  const corrections = new Set(told.arrived.filter(isCorrection));
  const goods = told.arrived.filter((line) => !isReturn(line) && !corrections.has(line));
  const isLate = lateness(terms, previousDay);
  const late = new Set(goods.filter(isLate));
  const onTime = [...before, ...(late.size === 0 ? goods : goods.filter((line) => !late.has(line)))];
  const withLate = late.size === 0 ? onTime : [...onTime, ...late];
  const corrected =
    told.gone.size === 0 ? withLate : withLate.flatMap((line) => revised(line, told.current(line)));
  return [
    { cause: 'onTimeLines', lines: onTime },
    { cause: 'lateLines', lines: withLate },
    { cause: 'corrections', lines: corrections.size === 0 ? corrected : [...corrected, ...corrections] },
    { cause: 'returns', lines: now },
  ];
}

type ToldApart = {
  /** Lines whose identity was not known before. */
  readonly arrived: readonly Line[];
  /** Lines from before that are not the same any more, by their identity. */
  readonly gone: ReadonlyMap<string, Line>;
  /** What stands now for a line; undefined: nothing. */
  readonly current: (line: Line) => Line | undefined;
};

/** Nearly all lines are the very same ones as before, which no key needs to tell. */
function toldApart(before: readonly Line[], now: readonly Line[]): ToldApart {
  const stood = new Set(before);
  const fresh = stood.size === 0 ? now : now.filter((line) => !stood.has(line));
  const stand = new Set(fresh.length === now.length ? [] : now);
  const gone = byKey(before.filter((line) => !stand.has(line)));
  if (gone.size === 0) return { arrived: fresh, gone, current: (line) => line };
  const instead = byKey(fresh);
  return {
    arrived: fresh.filter((line) => !gone.has(lineKey(line))),
    gone,
    current: (line) => (stand.has(line) ? line : instead.get(lineKey(line))),
  };
}

function byKey(lines: readonly Line[]): Map<string, Line> {
  return new Map(lines.map((line) => [lineKey(line), line]));
}

/** Whether a line that arrived stands in the place of one from before, or stands again. */
function correctionsOf({ arrived }: ToldApart, before: readonly Line[]): (line: Line) => boolean {
  const replaced = new Set(before.filter(isInPlace).flatMap(chainKeys));
  const known = arrived.some(isInPlace) ? byKey(before) : new Map<string, Line>();
  return (line) =>
    (replaced.size > 0 && replaced.has(lineKey(line))) ||
    (isInPlace(line) && chainKeys(line).some((corrected) => known.has(corrected)));
}

function isInPlace({ correction }: Line): boolean {
  return correction !== undefined && correction.chain.length > 0;
}

function chainKeys({ source, correction }: Line): readonly string[] {
  return (correction?.chain ?? []).map((corrected) => lineKey({ source, ...corrected }));
}

/** A line that is not known any more was taken back, and one that was paid now says more: corrections, too. */
function revised(line: Line, now: Line | undefined): readonly Line[] {
  if (now === undefined) return [];
  const isSame =
    now.revision === line.revision &&
    now.dates.payment === line.dates.payment &&
    now.correction?.isContradicted === line.correction?.isContradicted;
  return [isSame ? line : now];
}

/** Whether a line comes for a window that the run before had seen to its end, under any of the terms. */
function lateness(terms: readonly PlanTerm[], previousDay: LocalDate | undefined): (line: Line) => boolean {
  if (previousDay === undefined) return () => false;
  const looked = terms.map(({ term, slots }) => ({ date: term.date, windows: windowsOf(slots) }));
  return (line) =>
    looked.some(({ date, windows }) => {
      const day = line.dates[date];
      const window = day === undefined ? undefined : windows.find((one) => contains(one, day));
      return window !== undefined && window.until - 1 <= previousDay;
    });
}

/** The windows that lines are paid in; after them, for a line that is not, those that it is measured in. */
function windowsOf(slots: readonly Slot[]): readonly Window[] {
  const isPaid = ({ role }: Slot) => role === 'payout';
  return [...slots.filter(isPaid), ...slots.filter((slot) => !isPaid(slot))].flatMap(({ windows }) =>
    windows.map(({ lines }) => lines),
  );
}
