import { actorText } from '../../app/actor.ts';
import type { AgreementAcceptance, AgreementStore, StoredAgreement } from '../../app/ports.ts';
import { decodedText } from './decodedTexts.ts';
import type { Session } from './session.ts';

type AgreementRow = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly batch: bigint;
  readonly sha256: string;
  readonly text: string;
};

const KNOWN_AT = `
  SELECT DISTINCT ON (a.code) a.id, a.code, v.version, v.batch, v.sha256, v.text
  FROM agreement a
  JOIN agreement_version v ON v.tenant_id = a.tenant_id AND v.agreement_id = a.id
  WHERE a.tenant_id = $1 AND v.batch <= $2 AND ($3::text[] IS NULL OR a.code = ANY ($3))
  ORDER BY a.code, v.version DESC`;

export function agreementStore(session: Session): AgreementStore {
  return {
    record: async ({ id, code, text, sha256, batch }) => {
      decodedText(text);
      const agreement = await agreementId(session, id, code, batch);
      const [version] = await session.query<{ version: number }>(
        `INSERT INTO agreement_version (tenant_id, agreement_id, version, batch, sha256, text)
         SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5
         FROM agreement_version WHERE tenant_id = $1 AND agreement_id = $2
         RETURNING version`,
        [session.tenant, agreement, batch, sha256, text],
      );
      return version?.version ?? 0;
    },
    knownAt: async (code, batch) => {
      const [row] = await session.query<AgreementRow>(KNOWN_AT, [session.tenant, batch, [code]]);
      return row && toStored(row);
    },
    allKnownAt: async (batch) => {
      const rows = await session.query<AgreementRow>(KNOWN_AT, [session.tenant, batch, null]);
      return rows.map(toStored);
    },
    someKnownAt: async (codes, batch) => {
      const rows = await session.query<AgreementRow>(KNOWN_AT, [session.tenant, batch, codes]);
      return rows.map(toStored);
    },
    versions: async (code) => {
      const rows = await session.query<AgreementRow>(
        `SELECT a.id, a.code, v.version, v.batch, v.sha256, v.text
         FROM agreement a
         JOIN agreement_version v ON v.tenant_id = a.tenant_id AND v.agreement_id = a.id
         WHERE a.tenant_id = $1 AND a.code = $2 ORDER BY v.version`,
        [session.tenant, code],
      );
      return rows.map(toStored);
    },
    accept: async ({ agreement, version, partner, personName, acceptedAt }, by) => {
      await session.query(
        `INSERT INTO agreement_acceptance (tenant_id, partner_id, agreement_id, version, accepted_by, person_name, accepted_at)
         SELECT $1, $2, a.id, $4, $5, $6, $7 FROM agreement a WHERE a.tenant_id = $1 AND a.code = $3
         ON CONFLICT ON CONSTRAINT agreement_acceptance_pkey DO NOTHING`,
        [session.tenant, partner, agreement, version, actorText(by), personName, acceptedAt],
      );
    },
    acceptances: (codes) =>
      session.query<AgreementAcceptance>(
        `SELECT a.code AS agreement, c.version, c.partner_id AS partner, c.person_name AS "personName",
           c.accepted_at AS "acceptedAt"
         FROM agreement_acceptance c
         JOIN agreement a ON a.tenant_id = c.tenant_id AND a.id = c.agreement_id
         WHERE c.tenant_id = $1 AND a.code = ANY ($2::text[])
         ORDER BY c.accepted_at, c.partner_id`,
        [session.tenant, codes],
      ),
  };
}

/** The id of the agreement that bears the code; the first text makes it, and its run state. */
async function agreementId(session: Session, id: string, code: string, batch: number): Promise<string> {
  const [known] = await session.query<{ id: string }>(
    'SELECT id FROM agreement WHERE tenant_id = $1 AND code = $2',
    [session.tenant, code],
  );
  if (known !== undefined) return known.id;
  await session.query('INSERT INTO agreement (tenant_id, id, code, batch) VALUES ($1, $2, $3, $4)', [
    session.tenant,
    id,
    code,
    batch,
  ]);
  await session.query('INSERT INTO run_state (tenant_id, agreement_id) VALUES ($1, $2)', [
    session.tenant,
    id,
  ]);
  return id;
}

function toStored(row: AgreementRow): StoredAgreement {
  const { id, code, version, sha256 } = row;
  return {
    id,
    code,
    version,
    batch: Number(row.batch),
    sha256,
    text: row.text,
    agreement: decodedText(row.text),
  };
}
