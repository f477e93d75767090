import type {
  DocumentSeries,
  SettingChange,
  SettingValue,
  SettlementStore,
} from '../../app/ports/settlementStore.ts';
import type { DocumentParty } from '../../core/document/rebateDocument.ts';
import type { Session } from './session.ts';

type Settings = 'nextNumber' | 'seriesOf' | 'setSeries' | 'partyOf' | 'setParty' | Changes;
type Changes = 'proposeSetting' | 'settingChange' | 'settingChanges' | 'decideSetting';

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
    setSeries: async ({ company, kind, series, numberedBy }, { author, approver = null }) => {
      await session.query(
        `INSERT INTO document_series AS d (tenant_id, company, kind, series, numbered_by, author, approver)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT document_series_pkey
         DO UPDATE SET series = $4, numbered_by = $5, version = d.version + 1, author = $6, approver = $7`,
        [tenant, company, kind, series, numberedBy, author, approver],
      );
    },
    partyOf: async (company) => {
      const [row] = await session.query<{ party: DocumentParty }>(
        'SELECT party FROM company_party WHERE tenant_id = $1 AND company = $2 ORDER BY version DESC LIMIT 1',
        [tenant, company],
      );
      return row?.party;
    },
    setParty: async (company, party, { author, approver = null, at }) => {
      await session.query(
        `INSERT INTO company_party (tenant_id, company, version, party, actor, recorded_at, approver)
         SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6 FROM company_party
         WHERE tenant_id = $1 AND company = $2`,
        [tenant, company, JSON.stringify(party), author, at, approver],
      );
    },
    ...settingChanges(session),
  };
}

type ChangeRow = {
  readonly id: string;
  readonly company: string;
  readonly about: string;
  readonly value: SettingValue;
  readonly author: string;
  readonly proposed_at: Date;
  readonly decision: 'approved' | 'rejected' | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
};

/** What is to take the place of what stands, and what a second person made of it. */
function settingChanges(session: Session): Pick<SettlementStore, Changes> {
  const { tenant } = session;
  return {
    proposeSetting: async ({ id, company, author, at, ...change }) => {
      const [about, value] =
        change.about === 'party'
          ? ['party', { about: change.about, party: change.party }]
          : [change.series.kind, { about: change.about, series: change.series }];
      await session.query(
        `INSERT INTO document_setting_change (tenant_id, id, company, about, value, author, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tenant, id, company, about, JSON.stringify(value), author, at],
      );
    },
    settingChange: async (id) => {
      const sql = 'SELECT * FROM document_setting_change WHERE tenant_id = $1 AND id = $2';
      const [row] = await session.query<ChangeRow>(sql, [tenant, id]);
      return row && toChange(row);
    },
    settingChanges: async ({ company, waiting = false }) => {
      const rows = await session.query<ChangeRow>(
        `SELECT * FROM document_setting_change
         WHERE tenant_id = $1 AND ($2::text IS NULL OR company = $2) AND (NOT $3 OR decision IS NULL)
         ORDER BY proposed_at DESC, id`,
        [tenant, company ?? null, waiting],
      );
      return rows.map(toChange);
    },
    decideSetting: async (id, { is, by, at, reason }) => {
      await session.query(
        `UPDATE document_setting_change SET decision = $3, decided_by = $4, decided_at = $5, reason = $6
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, id, is, by, at, reason],
      );
    },
  };
}

function toChange(row: ChangeRow): SettingChange {
  const { id, company, value, author, proposed_at: at, decision: is, decided_by: by, decided_at } = row;
  const decision =
    is === null || by === null || decided_at === null
      ? {}
      : { decision: { is, by, at: decided_at, reason: row.reason ?? '' } };
  return { ...value, id, company, author, at, ...decision };
}
