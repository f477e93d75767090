import type { Line } from '../../core/fact/line.ts';
import { isReturn } from '../../core/plan/placeLine.ts';
import type { Reach } from '../../core/plan/reachOf.ts';

/** What a reach says, word by word: the database says it in SQL. */
export function isWithin({ companies, sides, partners, days }: Reach, line: Line): boolean {
  if (!companies.includes(line.company) || !sides.includes(line.side)) return false;
  if (partners !== undefined && !partners.includes(line.partner)) return false;
  const own = Object.values(line.dates);
  const isAmong = days === undefined || (Math.min(...own) < days.until && Math.max(...own) >= days.from);
  return isAmong || isReturn(line) || line.takenOverFrom !== undefined;
}
