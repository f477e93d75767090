import type { Company } from '../../app/ports.ts';
import type { Session } from './session.ts';

/** Asked in the role of the portal, which sees documents and claims of its own partners alone. */
const OWN = `
  SELECT c.code, c.name FROM company c
  WHERE c.tenant_id = $1 AND (
    EXISTS (
      SELECT FROM settlement s WHERE s.tenant_id = $1 AND s.company = c.code AND s.document IS NOT NULL
        AND ($2::text IS NULL OR s.partner_id = $2)
    ) OR EXISTS (
      SELECT FROM claim l WHERE l.tenant_id = $1 AND l.company = c.code AND ($2::text IS NULL OR l.partner_id = $2)
    )
  ) ORDER BY c.code`;

export function ownCompanies(
  session: Session,
  partner?: string,
): Promise<readonly Pick<Company, 'code' | 'name'>[]> {
  return session.query(OWN, [session.tenant, partner ?? null]);
}
