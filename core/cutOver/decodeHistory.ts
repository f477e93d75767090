import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { parseLine } from '../fact/parseLine.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { joinKey } from '../text/key.ts';
import type { CutOverRow } from './cutOverFields.ts';
import type { Decoded } from './decodeOpenings.ts';

/** A total of the time before the cut-over, as a line, and the row that it comes from. */
export type HistoricTotal = {
  readonly row: number;
  readonly line: Line;
  readonly texts: Readonly<Record<string, string>>;
};

export type HistoryGround = {
  /** What the totals are known as; their document is the cut-over, their line number the row. */
  readonly source: string;
  readonly document: string;
  readonly company: string;
  /** The last day of the time before. */
  readonly lastDay: LocalDate;
  readonly isPartner: (code: string) => boolean;
  readonly isProduct: (code: string) => boolean;
};

/**
 * Totals in the columns of a line. Of one partner and side, periods are the same or apart, and
 * all of one period are by product or all without: otherwise something would count twice.
 * Refuses, per row: those of parseLine, cut-over-total-missing, cut-over-company-differs,
 * cut-over-after-day, cut-over-partner-unknown, line-product-unknown, cut-over-total-overlaps.
 */
export function decodeHistory(rows: readonly CutOverRow[], ground: HistoryGround): Decoded<HistoricTotal> {
  const refusals: Refusal[] = [];
  const entries = rows.flatMap(({ row, texts }): HistoricTotal[] => {
    const { source, document } = ground;
    const given = { ...texts, source, document, line: String(row) };
    const parsed = parseLine(given);
    const found = parsed.ok ? unfit(parsed.value, row, ground) : parsed.refusals.map((no) => inRow(no, row));
    refusals.push(...found);
    return parsed.ok && found.length === 0 ? [{ row, line: parsed.value, texts: given }] : [];
  });
  return { entries, refusals: [...refusals, ...overlapping(entries)] };
}

function inRow(refusal: Refusal, row: number): Refusal {
  return { ...refusal, at: `row ${row}, ${refusal.at}`, facts: { ...refusal.facts, row: String(row) } };
}

function unfit(line: Line, row: number, ground: HistoryGround): Refusal[] {
  const { company, lastDay, isPartner, isProduct } = ground;
  const no = (code: Parameters<typeof refuse>[0], at: string, facts: Record<string, string>) =>
    inRow(refuse(code, at, facts), row);
  if (line.takenOverFrom === undefined) return [no('cut-over-total-missing', 'takenOverFrom', {})];
  const found: Refusal[] = [];
  if (line.company !== company) {
    found.push(no('cut-over-company-differs', 'company', { value: line.company, expected: company }));
  }
  const late = Object.values(line.dates).find((day) => day > lastDay);
  if (late !== undefined) {
    found.push(
      no('cut-over-after-day', 'takenOverFrom', { day: formatDate(late), last: formatDate(lastDay) }),
    );
  }
  if (!isPartner(line.partner))
    found.push(no('cut-over-partner-unknown', 'partner', { partner: line.partner }));
  if (line.product !== '' && !isProduct(line.product)) {
    found.push(no('line-product-unknown', 'product', { value: line.product }));
  }
  return found;
}

/** From the first day of a total to its last, whatever the kinds of its dates. */
export function periodOfTotal({ takenOverFrom = 0, dates }: Line): Window {
  return { from: takenOverFrom, until: Math.max(...Object.values(dates)) + 1 };
}

function overlapping(entries: readonly HistoricTotal[]): Refusal[] {
  const groups = Map.groupBy(entries, ({ line }) => joinKey(line.side, line.partner));
  return [...groups.values()].flatMap((group) => {
    const inOrder = group.toSorted(
      (a, b) => periodOfTotal(a.line).from - periodOfTotal(b.line).from || a.row - b.row,
    );
    const seen = new Map<string, HistoricTotal>();
    let last: HistoricTotal | undefined;
    return inOrder.flatMap((entry) => {
      const clash =
        last !== undefined && countsTwice(last.line, entry.line) ? last : seen.get(goodsOf(entry.line));
      seen.set(goodsOf(entry.line), entry);
      if (last === undefined || periodOfTotal(last.line).until <= periodOfTotal(entry.line).until)
        last = entry;
      if (clash === undefined) return [];
      const facts = { row: String(entry.row), first: String(clash.row) };
      return [refuse('cut-over-total-overlaps', `row ${entry.row}, takenOverFrom`, facts)];
    });
  });
}

/** Periods that overlap without being the same; or goods named here and unnamed there. */
function countsTwice(a: Line, b: Line): boolean {
  const [first, second] = [periodOfTotal(a), periodOfTotal(b)];
  if (second.from >= first.until) return false;
  const isSame = first.from === second.from && first.until === second.until;
  return !isSame || (a.product === '') !== (b.product === '');
}

/** What two totals of one period may not have in common. */
function goodsOf({ product, unit, currency, kind, attributes, takenOverFrom, dates }: Line): string {
  const said = Object.entries(attributes).sort().flat();
  return joinKey(
    product,
    unit,
    currency,
    kind ?? '',
    String(takenOverFrom),
    ...Object.keys(dates).sort(),
    ...said,
  );
}
