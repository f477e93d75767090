import type { LineStore } from '../../app/ports.ts';
import type { UnitUse } from '../../core/conversion/strangeUnits.ts';
import type { Session } from './session.ts';

const OF_BATCH = `
  SELECT product, unit, count(*)::int AS lines FROM line
  WHERE tenant_id = $1 AND batch = $2 AND withdrawn IS NULL
  GROUP BY product, unit ORDER BY product, unit`;

/** Last words before the batch, which may say the same lines once more. */
const EARLIER = `
  FROM line l
  WHERE l.tenant_id = $1 AND l.batch < $2 AND l.withdrawn IS NULL AND NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
      AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND n.batch < $2
  )`;

const BEFORE = `
  SELECT EXISTS (SELECT ${EARLIER}) AS any,
    ARRAY(
      SELECT u.unit FROM (SELECT DISTINCT unnest($3::text[]) AS unit) u
      WHERE EXISTS (SELECT ${EARLIER} AND l.unit = u.unit)
    ) AS units`;

/** In which units there are lines of which products. */
export function lineUnits(session: Session): Pick<LineStore, 'unitsOf' | 'unitsBefore'> {
  const { tenant } = session;
  return {
    unitsOf: (batch) => session.query<UnitUse>(OF_BATCH, [tenant, batch]),
    unitsBefore: async (batch, units) => {
      const [row] = await session.query<{ any: boolean; units: string[] }>(BEFORE, [tenant, batch, units]);
      return row?.any === true ? new Set(row.units) : undefined;
    },
  };
}
