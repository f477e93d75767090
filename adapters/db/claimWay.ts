import type { ClaimWay } from '../../app/ports/claimStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Position } from '../../core/claim/standing.ts';
import type { Session } from './session.ts';

const STEPS = `
  SELECT m.day, m.to_position, sum(m.minor) AS minor FROM claim_move m
  WHERE m.tenant_id = $1 AND m.claim_id = $2 AND ($3::date IS NULL OR m.day <= $3)
  GROUP BY m.event, m.day, m.to_position ORDER BY m.event, m.to_position`;

/** Read from the documents themselves, which is all that partners may see of settlements. */
const DOCUMENTS = `
  SELECT s.id, s.legal_number, s.issued_on, (s.document ->> 'dueOn')::date AS due_on
  FROM claim c
  JOIN settlement s ON s.tenant_id = c.tenant_id AND s.company = c.company AND s.partner_id = c.partner_id
  WHERE c.tenant_id = $1 AND c.id = $2 AND s.state = 'issued' AND s.document IS NOT NULL
    AND s.issued_on >= c.sent_on AND ($3::date IS NULL OR s.issued_on <= $3)
    AND EXISTS (
      SELECT FROM json_array_elements(s.document -> 'lines') d
      JOIN claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id AND l.term = d ->> 'term'
        AND l.window_from = (d -> 'window' ->> 'firstDay')::date
      WHERE d ->> 'agreement' = c.agreement
    )
  ORDER BY s.issued_on, s.legal_number`;

type StepRow = { readonly day: LocalDate; readonly to_position: Position; readonly minor: string };

type DocumentRow = {
  readonly id: string;
  readonly legal_number: string;
  readonly issued_on: LocalDate;
  readonly due_on: LocalDate;
};

export async function claimWay(session: Session, claim: string, day?: LocalDate): Promise<ClaimWay> {
  const asked = [session.tenant, claim, day === undefined ? null : formatDate(day)];
  const steps = await session.query<StepRow>(STEPS, asked);
  const documents = await session.query<DocumentRow>(DOCUMENTS, asked);
  return {
    steps: steps.map(({ day: on, to_position: to, minor }) => ({ day: on, to, minor: BigInt(minor) })),
    documents: documents.map((row) => ({
      ...{ settlement: row.id, number: row.legal_number, issuedOn: row.issued_on, dueOn: row.due_on },
    })),
  };
}
