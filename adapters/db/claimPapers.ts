import type { ClaimProof, ClaimStore, SupplierAcceptance } from '../../app/ports/claimStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const PROOF = 'id, claim_id, event, name, media_type, sha256';

type ProofRow = {
  readonly id: string;
  readonly claim_id: string;
  readonly event: number;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
};

type AcceptanceRow = {
  readonly version: number;
  readonly accepted_on: LocalDate;
  readonly accepted_by: string;
  readonly document_id: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  readonly batch: bigint;
};

/** Documents that prove claims, and acceptances of suppliers. */
export function claimPapers(
  session: Session,
): Pick<ClaimStore, 'addProof' | 'proofs' | 'proof' | 'accept' | 'acceptances'> {
  const { tenant } = session;
  return {
    addProof: async ({ id, claim, event, name, mediaType, sha256 }, content) => {
      await session.query(
        `INSERT INTO claim_proof (tenant_id, ${PROOF}, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [tenant, id, claim, event, name, mediaType, sha256, content],
      );
    },
    proofs: async (claim) => {
      const rows = await session.query<ProofRow>(
        `SELECT ${PROOF} FROM claim_proof WHERE tenant_id = $1 AND claim_id = $2 ORDER BY event`,
        [tenant, claim],
      );
      return rows.map(toProof);
    },
    proof: async (id) => {
      const [row] = await session.query<ProofRow & { content: Buffer }>(
        `SELECT ${PROOF}, content FROM claim_proof WHERE tenant_id = $1 AND id = $2`,
        [tenant, id],
      );
      return row && { ...toProof(row), content: row.content };
    },
    accept: (acceptance) => insertAcceptance(session, acceptance),
    acceptances: async (agreement) => {
      const rows = await session.query<AcceptanceRow>(
        `SELECT s.version, s.accepted_on, s.accepted_by, s.document_id, s.recorded_by, s.recorded_at, s.batch
         FROM supplier_acceptance s
         JOIN agreement a ON a.tenant_id = s.tenant_id AND a.id = s.agreement_id
         WHERE s.tenant_id = $1 AND a.code = $2 ORDER BY s.version`,
        [tenant, agreement],
      );
      return rows.map((row) => ({
        agreement,
        version: row.version,
        acceptedOn: row.accepted_on,
        acceptedBy: row.accepted_by,
        document: row.document_id,
        recordedBy: row.recorded_by,
        at: row.recorded_at,
        batch: Number(row.batch),
      }));
    },
  };
}

async function insertAcceptance(session: Session, acceptance: SupplierAcceptance): Promise<void> {
  const { agreement, version, acceptedOn, acceptedBy, document, recordedBy, at, batch } = acceptance;
  const added = await session.write(
    `INSERT INTO supplier_acceptance (tenant_id, agreement_id, version, accepted_on, accepted_by, document_id,
       recorded_by, recorded_at, batch)
     SELECT $1, a.id, $3, $4, $5, d.id, $7, $8, $9
     FROM agreement a JOIN agreement_document d ON d.tenant_id = a.tenant_id AND d.code = a.code
     WHERE a.tenant_id = $1 AND a.code = $2 AND d.id = $6`,
    [session.tenant, agreement, version, formatDate(acceptedOn), acceptedBy, document, recordedBy, at, batch],
  );
  if (added !== 1) throw new Error('Fault: an acceptance by a document that the agreement does not have');
}

function toProof({ claim_id: claim, media_type: mediaType, ...row }: ProofRow): ClaimProof {
  const { id, event, name, sha256 } = row;
  return { id, claim, event, name, mediaType, sha256 };
}
