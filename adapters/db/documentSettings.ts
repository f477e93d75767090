import type { DocumentSeries, SettlementStore } from '../../app/ports/settlementStore.ts';
import type { DocumentParty } from '../../core/document/rebateDocument.ts';
import type { Session } from './session.ts';

type Settings = 'nextNumber' | 'seriesOf' | 'setSeries' | 'partyOf' | 'setParty';

/** How a company numbers its documents, and how it stands on them. */
export function documentSettings(session: Session): Pick<SettlementStore, Settings> {
  const { tenant } = session;
  return {
    nextNumber: async (company, series, year) => {
      const [row] = await session.query<{ last_number: bigint }>(
        `INSERT INTO document_number AS n (tenant_id, company, series, year, last_number) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT ON CONSTRAINT document_number_pkey DO UPDATE SET last_number = n.last_number + 1
         RETURNING last_number`,
        [tenant, company, series, year],
      );
      if (row === undefined) throw new Error(`Fault: series ${series} gave no number`);
      return BigInt(row.last_number);
    },
    seriesOf: async (company) => {
      const rows = await session.query<
        Omit<DocumentSeries, 'numberedBy'> & { numbered_by: DocumentSeries['numberedBy'] }
      >(
        'SELECT company, kind, series, numbered_by FROM document_series WHERE tenant_id = $1 AND company = $2 ORDER BY kind',
        [tenant, company],
      );
      return rows.map(({ numbered_by: numberedBy, ...row }) => ({ ...row, numberedBy }));
    },
    setSeries: async ({ company, kind, series, numberedBy }) => {
      await session.query(
        `INSERT INTO document_series (tenant_id, company, kind, series, numbered_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT document_series_pkey DO UPDATE SET series = $4, numbered_by = $5`,
        [tenant, company, kind, series, numberedBy],
      );
    },
    partyOf: async (company) => {
      const [row] = await session.query<{ party: DocumentParty }>(
        'SELECT party FROM company_party WHERE tenant_id = $1 AND company = $2 ORDER BY version DESC LIMIT 1',
        [tenant, company],
      );
      return row?.party;
    },
    setParty: async (company, party, actor, at) => {
      await session.query(
        `INSERT INTO company_party (tenant_id, company, version, party, actor, recorded_at)
         SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 FROM company_party
         WHERE tenant_id = $1 AND company = $2`,
        [tenant, company, JSON.stringify(party), actor, at],
      );
    },
  };
}
