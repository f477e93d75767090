import type { OwnPayment, OwnPaymentFilter, PaidPart } from '../../app/ports/paymentStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { DocumentKind } from '../../core/document/rebateDocument.ts';
import type { PaymentState } from '../../core/payment/paymentState.ts';
import type { Session } from './session.ts';

/** What of documents a payment pays, and what of it came back: what is taken back are items below zero. */
const DOCUMENTS = `
  SELECT coalesce(json_agg(json_build_array(d.id, d.kind, d.legal_number, d.paid, d.returned)
    ORDER BY d.issued_on, d.legal_number), '[]')
  FROM (
    SELECT s.id, s.kind, s.legal_number, s.issued_on,
      coalesce(sum(i.minor) FILTER (WHERE i.minor > 0), 0)::text AS paid,
      coalesce(-sum(i.minor) FILTER (WHERE i.minor < 0), 0)::text AS returned
    FROM payment_item i
    JOIN settlement s ON s.tenant_id = i.tenant_id AND s.id = i.settlement_id AND s.partner_id = p.partner_id
    WHERE i.tenant_id = p.tenant_id AND i.instruction_id = p.id
    GROUP BY s.id, s.kind, s.legal_number, s.issued_on
  ) d`;

/** Before it is sent a payment is a plan of ours: nobody is told of it. */
const OWN = `
  SELECT p.id, p.partner_id AS partner, p.end_to_end_id, p.minor, p.returned, p.currency, p.state,
    r.company, r.execution_day, (${DOCUMENTS}) AS documents
  FROM payment_instruction p
  JOIN payment_run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id
  WHERE p.tenant_id = $1 AND p.state NOT IN ('proposed', 'approved', 'withdrawn')
    AND ($2::text IS NULL OR p.partner_id = $2) AND ($3::uuid IS NULL OR p.id = $3)
    AND ($4::date IS NULL OR (r.execution_day, p.id) < ($4, $5::uuid))
  ORDER BY r.execution_day DESC, p.id DESC LIMIT $6`;

/** An earning behind the walls of other partners is not joined: how it was earned is not theirs to see. */
const PARTS = `
  SELECT l.settlement_id, a.code AS agreement, l.term, l.window_from, l.window_until, l.net_minor, s.currency,
    e.id AS earning, e.agreement_name
  FROM settlement_line l
  JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
  JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
  LEFT JOIN earning e ON e.tenant_id = l.tenant_id AND e.agreement_id = l.agreement_id AND e.term = l.term
    AND e.partner_id = l.participant AND e.window_from = l.window_from AND e.window_until = l.window_until
    AND e.kind = 'earned' AND e.currency = l.currency
  WHERE l.tenant_id = $1 AND l.settlement_id = ANY ($2::uuid[])
  ORDER BY l.settlement_id, l.position`;

type OwnRow = Pick<OwnPayment, 'id' | 'partner' | 'company' | 'currency'> & {
  readonly state: PaymentState;
  readonly end_to_end_id: string;
  readonly minor: string;
  readonly returned: string;
  readonly execution_day: LocalDate;
  readonly documents: readonly (readonly [string, DocumentKind, string, string, string])[];
};

export async function ownPayments(
  session: Session,
  { partner, id, limit, before }: OwnPaymentFilter,
): Promise<readonly OwnPayment[]> {
  const rows = await session.query<OwnRow>(OWN, [
    ...[session.tenant, partner ?? null, id ?? null],
    ...[before ? formatDate(before.executionDay) : null, before?.id ?? null, limit],
  ]);
  return rows.map(({ end_to_end_id, execution_day, documents, minor, returned, ...row }) => ({
    ...row,
    endToEndId: end_to_end_id,
    executionDay: execution_day,
    minor: BigInt(minor),
    returned: BigInt(returned),
    documents: documents.map(([settlement, kind, number, paid, back]) => ({
      ...{ settlement, kind, number },
      paid: BigInt(paid),
      returned: BigInt(back),
    })),
  }));
}

type PartRow = {
  readonly settlement_id: string;
  readonly agreement: string;
  readonly term: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly net_minor: string;
  readonly currency: string;
  readonly earning: string | null;
  readonly agreement_name: NonNullable<PaidPart['earning']>['agreementName'] | null;
};

export async function paidParts(
  session: Session,
  settlements: readonly string[],
): Promise<readonly PaidPart[]> {
  const rows = await session.query<PartRow>(PARTS, [session.tenant, settlements]);
  return rows.map(({ agreement, term, currency, earning, agreement_name: agreementName, ...row }) => ({
    ...{ settlement: row.settlement_id, agreement, term, currency },
    window: { from: row.window_from, until: row.window_until },
    minor: BigInt(row.net_minor),
    ...(earning !== null && agreementName !== null && { earning: { id: earning, agreementName } }),
  }));
}
