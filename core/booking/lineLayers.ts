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
  const known = new Map(before.map((line) => [lineKey(line), line]));
  const arrived = now.filter((line) => !known.has(lineKey(line)));
  const replaced = new Set(before.flatMap(chainKeys));
  const corrections = new Set(
    arrived.filter(
      (line) => replaced.has(lineKey(line)) || chainKeys(line).some((corrected) => known.has(corrected)),
    ),
  );
  const goods = arrived.filter((line) => !isReturn(line) && !corrections.has(line));
  const late = new Set(goods.filter((line) => isLate(terms, line, previousDay)));
  const onTime = [...before, ...goods.filter((line) => !late.has(line))];
  const withLate = [...onTime, ...late];
  const current = new Map(now.map((line) => [lineKey(line), line]));
  const corrected = [
    ...withLate.flatMap((line) => revised(line, current.get(lineKey(line)))),
    ...corrections,
  ];
  return [
    { cause: 'onTimeLines', lines: onTime },
    { cause: 'lateLines', lines: withLate },
    { cause: 'corrections', lines: corrected },
    { cause: 'returns', lines: now },
  ];
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

function isLate(terms: readonly PlanTerm[], line: Line, previousDay: LocalDate | undefined): boolean {
  if (previousDay === undefined) return false;
  return terms.some(({ term, slots }) => {
    const day = line.dates[term.date];
    const window = day === undefined ? undefined : windowOf(slots, day);
    return window !== undefined && window.until - 1 <= previousDay;
  });
}

/** The window that a line of a day is paid on in; of a line that is not, one that it is measured in. */
function windowOf(slots: readonly Slot[], day: LocalDate): Window | undefined {
  const isPaid = ({ role }: Slot) => role === 'payout';
  return [...slots.filter(isPaid), ...slots.filter((slot) => !isPaid(slot))]
    .flatMap(({ windows }) => windows.map(({ lines }) => lines))
    .find((lines) => contains(lines, day));
}
