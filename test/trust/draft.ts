import { formatDate } from '../../core/calendar/localDate.ts';
import type {
  History,
  HistoryClaim,
  HistoryClaimLine,
  HistoryEarning,
  HistoryLine,
} from '../../core/trust/history.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Records = Omit<History, 'today'>;
type DraftLists = { -readonly [K in keyof Records]: Writable<Records[K][number]>[] };
export type DraftLine = Writable<HistoryLine>;
export type DraftOf<K extends keyof Records> = Writable<Records[K][number]>;

/** A history that is still being written, with its lines. Units as in `History`. */
export type Draft = DraftLists & {
  readonly set: string;
  readonly source: string;
  readonly side: HistoryLine['side'];
  readonly currency: string;
  readonly unit: string;
  readonly today: number;
  lines: DraftLine[];
};

export const MILLION = 1_000_000;

export function lineId({
  source,
  document,
  line,
}: Pick<HistoryLine, 'source' | 'document' | 'line'>): string {
  return `${source}/${document}/${line}`;
}

export function claimLineId(claim: Pick<HistoryClaim, 'claim'>, line: Pick<HistoryClaimLine, 'number'>) {
  return `${claim.claim}/${line.number}`;
}

export function earningId({ agreement, partner, from }: HistoryEarning): string {
  return `${agreement}/${partner}/${formatDate(from)}`;
}

/** The order in which lines come: partner, day, document, line. */
export function inLineOrder(a: HistoryLine, b: HistoryLine): number {
  return (
    compareText(a.partner, b.partner) ||
    a.day - b.day ||
    compareText(a.document, b.document) ||
    compareText(a.line, b.line)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function historyOf(draft: Draft): History {
  const { lines: _, set: __, source: ___, side: ____, currency: _____, unit: ______, ...history } = draft;
  return history;
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

export function workdayFrom(day: number): number {
  const weekday = weekdayOf(day);
  if (weekday === 0) return day + 1;
  return weekday === 6 ? day + 2 : day;
}

export function workdayUntil(day: number): number {
  const weekday = weekdayOf(day);
  if (weekday === 0) return day - 2;
  return weekday === 6 ? day - 1 : day;
}

/** What quantity units at a price of a unit are worth, in minor units. */
export function worth(quantity: number, unitMinor: number): number {
  return Math.round((quantity / MILLION) * unitMinor);
}
