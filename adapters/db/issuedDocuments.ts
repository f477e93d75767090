import type { IssuedDocument, SettlementStore } from '../../app/ports/settlementStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';
import { readDocument } from './settlementRows.ts';

/** All that the portal may read of settlements. */
const DOCUMENTS = `
  SELECT s.id, s.document, s.brand_version, s.state = 'cancelled' AS is_cancelled FROM settlement s
  WHERE s.tenant_id = $1 AND s.document IS NOT NULL`;

/** What partners read of settlements as well as we. */
export function issuedDocuments(
  session: Session,
): Pick<SettlementStore, 'documents' | 'documentOf' | 'numbersOf'> {
  return {
    documents: async ({ company, partner, limit, before }) => {
      const rows = await session.query<IssuedRow>(
        `${DOCUMENTS} AND ($2::text IS NULL OR s.company = $2) AND ($3::text IS NULL OR s.partner_id = $3)
           AND ($4::date IS NULL OR (s.issued_on, s.id) < ($4, $5::uuid))
         ORDER BY s.issued_on DESC, s.id DESC LIMIT $6`,
        [
          ...[session.tenant, company ?? null, partner ?? null],
          ...[before ? formatDate(before.issuedOn) : null, before?.id ?? null, limit],
        ],
      );
      return rows.map(toIssued);
    },
    numbersOf: async (ids) => {
      const rows = await session.query<{ id: string; legal_number: string }>(
        `SELECT id, legal_number FROM settlement
         WHERE tenant_id = $1 AND legal_number IS NOT NULL AND id::text = ANY ($2::text[])`,
        [session.tenant, ids],
      );
      return new Map(rows.map(({ id, legal_number: number }) => [id, number]));
    },
    documentOf: async (id) => {
      const [row] = await session.query<IssuedRow>(`${DOCUMENTS} AND s.id = $2`, [session.tenant, id]);
      return row && toIssued(row);
    },
  };
}

type IssuedRow = {
  readonly id: string;
  readonly document: Json;
  readonly brand_version: number | null;
  readonly is_cancelled: boolean;
};

function toIssued(row: IssuedRow): IssuedDocument {
  const { id: settlement, brand_version: brand, is_cancelled: isCancelled } = row;
  return { settlement, document: readDocument(row), ...(brand !== null && { brand }), isCancelled };
}
