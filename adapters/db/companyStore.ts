import type { Company, CompanyStore } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { ownCompanies } from './ownCompanies.ts';
import type { Session } from './session.ts';

type CompanyRow = {
  readonly code: string;
  readonly name: string;
  readonly time_zone: string;
  readonly business_day: LocalDate | null;
};

const COMPANY = 'SELECT code, name, time_zone, business_day FROM company WHERE tenant_id = $1';

export function companyStore(session: Session): CompanyStore {
  return {
    all: async () => {
      const rows = await session.query<CompanyRow>(`${COMPANY} ORDER BY code`, [session.tenant]);
      return rows.map(toCompany);
    },
    own: (partner) => ownCompanies(session, partner),
    lock: async (code) => {
      const [row] = await session.query<CompanyRow>(`${COMPANY} AND code = $2 FOR UPDATE`, [
        session.tenant,
        code,
      ]);
      return row && toCompany(row);
    },
    moveBusinessDay: async (company, day) => {
      const moved = await session.query(
        'UPDATE company SET business_day = $3 WHERE tenant_id = $1 AND code = $2 RETURNING code',
        [session.tenant, company, formatDate(day)],
      );
      if (moved.length === 0) throw new Error(`Fault: there is no company ${company}`);
    },
    add: async ({ code, name, timeZone, businessDay }) => {
      await session.query(
        `INSERT INTO company (tenant_id, code, name, time_zone, business_day) VALUES ($1, $2, $3, $4, $5)`,
        [session.tenant, code, name, timeZone, businessDay === undefined ? null : formatDate(businessDay)],
      );
    },
    rename: async (company, name) => {
      await session.query('UPDATE company SET name = $3 WHERE tenant_id = $1 AND code = $2', [
        ...[session.tenant, company, name],
      ]);
    },
  };
}

function toCompany(row: CompanyRow): Company {
  return {
    code: row.code,
    name: row.name,
    timeZone: row.time_zone,
    ...(row.business_day !== null && { businessDay: row.business_day }),
  };
}
