import type { RecordedEvent, StoredClaim } from '../../app/ports/claimStore.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Claimant, ClaimLine } from '../../core/claim/claim.ts';
import type { ClaimEventKind } from '../../core/claim/claimEvent.ts';
import type { ClaimReason } from '../../core/claim/claimReason.ts';
import type { Move, Place, Position } from '../../core/claim/standing.ts';
import type { WriteOffApproval } from '../../core/claim/writeOffApproval.ts';
import { decimalOf } from './decimalOf.ts';

/** Of `claim c`: what partners see of it, too. */
export const CLAIM = `c.id, c.reference, c.claimant, c.company, c.partner_id, c.agreement, c.currency,
  c.sent_on, c.due_on, c.answer_by, c.silence, c.changes, c.run_number, c.last_event`;

export type ClaimRow = {
  readonly id: string;
  readonly reference: string;
  readonly claimant: Claimant;
  readonly company: string;
  readonly partner_id: string;
  readonly agreement: string;
  readonly currency: string;
  readonly sent_on: LocalDate;
  readonly due_on: LocalDate;
  readonly answer_by: LocalDate | null;
  readonly silence: 'accepts' | 'rejects' | null;
  readonly changes: string | null;
  readonly run_number: number | null;
  readonly last_event: number;
};

export function toStoredClaim(row: ClaimRow, lines: readonly ClaimLineRow[]): StoredClaim {
  const { answer_by: by, silence, changes, run_number: run } = row;
  return {
    id: row.id,
    reference: row.reference,
    claimant: row.claimant,
    company: row.company,
    partner: row.partner_id,
    agreement: row.agreement,
    currency: row.currency,
    sentOn: row.sent_on,
    dueOn: row.due_on,
    ...(by !== null && silence !== null && { answer: { by, silence } }),
    ...(changes !== null && { changes }),
    ...(run !== null && { run }),
    lines: lines.map(toLine),
    lastEvent: row.last_event,
  };
}

/** Of `claim_line l`. */
export const CLAIM_LINE = `l.number, l.term, l.participant, l.window_from, l.window_until, l.minor, l.source,
  l.document, l.document_line, l.product, l.customer, l.contract, l.day, l.quantity, l.unit, l.unit_amount`;

export type ClaimLineRow = {
  readonly claim_id: string;
  readonly number: number;
  readonly term: string;
  readonly participant: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly minor: string;
  readonly source: string | null;
  readonly document: string | null;
  readonly document_line: string | null;
  readonly product: string | null;
  readonly customer: string | null;
  readonly contract: string | null;
  readonly day: LocalDate | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unit_amount: string | null;
};

export function toLine(row: ClaimLineRow): ClaimLine {
  const { number, term, participant, source, document, document_line: line, quantity } = row;
  const { product, customer, contract, day, unit, unit_amount: unitAmount } = row;
  return {
    number,
    term,
    participant,
    window: { from: row.window_from, until: row.window_until },
    minor: BigInt(row.minor),
    ...(source !== null && document !== null && line !== null && { transaction: { source, document, line } }),
    ...(product !== null && { product }),
    ...(customer !== null && { customer }),
    ...(contract !== null && { contract }),
    ...(day !== null && { day }),
    ...(quantity !== null && { quantity: decimalOf(quantity) }),
    ...(unit !== null && { unit }),
    ...(unitAmount !== null && { unitAmount: decimalOf(unitAmount) }),
  };
}

/** Of `claim_move m`. */
export const MOVE = `m.claim_id, m.event, m.line, m.from_position, m.from_reason, m.to_position, m.to_reason,
  m.minor`;

export type MoveRow = {
  readonly claim_id: string;
  readonly event: number;
  readonly line: number;
  readonly from_position: Position;
  readonly from_reason: ClaimReason | null;
  readonly to_position: Position;
  readonly to_reason: ClaimReason | null;
  readonly minor: string;
};

export function toMove(row: MoveRow): Move {
  return {
    line: row.line,
    from: toPlace(row.from_position, row.from_reason),
    to: toPlace(row.to_position, row.to_reason),
    minor: BigInt(row.minor),
  };
}

function toPlace(position: Position, reason: ClaimReason | null): Place {
  return reason === null ? { position } : { position, reason };
}

/** Of `claim_event e`. */
export const EVENT =
  'e.number, e.kind, e.day, e.actor, e.recorded_at, e.reference, e.note, e.asked_minor, e.approval';

export type EventRow = {
  readonly number: number;
  readonly kind: ClaimEventKind;
  readonly day: LocalDate;
  readonly actor: string;
  readonly recorded_at: Date;
  readonly reference: string | null;
  readonly note: string | null;
  readonly asked_minor: string | null;
  readonly approval: WriteOffApproval | null;
};

export function toEvent(row: EventRow, moves: readonly MoveRow[]): RecordedEvent {
  const { number, kind, day, actor, recorded_at: at, reference, note, asked_minor: asked, approval } = row;
  return {
    number,
    kind,
    day,
    actor,
    at,
    moves: moves.map(toMove),
    ...(reference !== null && { reference }),
    ...(note !== null && { note }),
    ...(asked !== null && { askedMinor: BigInt(asked) }),
    ...(approval !== null && { approval }),
  };
}
