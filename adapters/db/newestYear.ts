import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Side } from '../../core/fact/line.ts';
import { DAY } from './linePage.ts';
import type { Session } from './session.ts';

/** Last words of a side that do not take their line back. */
const LAST_WORDS = `
  FROM line l
  WHERE l.tenant_id = $1 AND l.withdrawn IS NULL AND l.side = $2 AND NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
      AND n.line = l.line AND n.revision > l.revision AND n.revision > 1
  )`;

/** One line of this year is enough, and the last batch most likely has it; only without one all lines are gone through. */
const NEWEST_YEAR = `
  SELECT extract(year FROM coalesce(
    (SELECT ${DAY} ${LAST_WORDS} AND ${DAY} BETWEEN date_trunc('year', $3::date)::date AND $3 ORDER BY l.batch DESC LIMIT 1),
    (SELECT max(${DAY}) ${LAST_WORDS} AND ${DAY} <= $3)
  ))::int AS year`;

/** Of which year the newest lines of a side up to a day are. */
export async function newestYear(
  session: Session,
  side: Side,
  until: LocalDate,
): Promise<number | undefined> {
  const values = [session.tenant, side, formatDate(until)];
  const [row] = await session.query<{ year: number | null }>(NEWEST_YEAR, values);
  return row?.year ?? undefined;
}
