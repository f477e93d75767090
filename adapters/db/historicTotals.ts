import type { LineFilter } from '../../app/ports.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import type { Session } from './session.ts';

/** Of every cut-over the totals of the load that is current at batch $2. */
const KNOWN_AT = `
  SELECT t.fields, l.batch, b.known_on
  FROM (
    SELECT DISTINCT ON (cut_over) tenant_id, id, cut_over, batch
    FROM cut_over_load
    WHERE tenant_id = $1 AND kind = 'history' AND batch <= $2
    ORDER BY cut_over, revision DESC
  ) l
  JOIN cut_over c ON c.tenant_id = l.tenant_id AND c.code = l.cut_over
  JOIN batch b ON b.tenant_id = l.tenant_id AND b.number = l.batch
  JOIN historic_total t ON t.tenant_id = l.tenant_id AND t.load_id = l.id
  WHERE ($3::text[] IS NULL OR t.side = ANY ($3)) AND ($4::text[] IS NULL OR c.company = ANY ($4))
    AND ($5::text[] IS NULL OR t.partner = ANY ($5))
  ORDER BY l.cut_over, t.row_number`;

/** The totals taken over, as lines known at a batch, of any days; they bear no document that one could ask for. */
export async function historicTotals(session: Session, batch: number, filter: LineFilter): Promise<Line[]> {
  if (filter.document !== undefined) return [];
  const { sides, companies, partners } = filter;
  const rows = await session.query<{
    fields: Readonly<Record<string, string>>;
    batch: bigint;
    known_on: LocalDate;
  }>(KNOWN_AT, [session.tenant, batch, sides ?? null, companies ?? null, partners ?? null]);
  return rows.map(({ fields, batch: known, known_on: knownOn }) => {
    const line = parseLine(fields);
    if (!line.ok)
      throw new Error(`Fault: a total is refused: ${line.refusals.map(({ code }) => code).join(', ')}`);
    return { ...line.value, batch: Number(known), knownOn };
  });
}
