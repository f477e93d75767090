import { DatabaseError } from 'pg';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const UNIQUE_VIOLATION = '23505';

/**
 * Two writers took the same next number or version, the same reference or code, or the same name or agreement for
 * a cut-over, or pay the same settlement: the second one looks again at what it adds to. A job that is put back while the same is asked for goes over into
 * that one. Whoever links the audit trail at the same time begins anew behind the other, as does whoever
 * sends, repairs or takes in a message.
 */
const REPEATED_CONSTRAINTS: readonly string[] = [
  'account_rules_pkey',
  'audit_link_once',
  'audit_link_pkey',
  'booking_number_once',
  'booking_id_once',
  'claim_message_deed_pkey',
  'claim_message_repaired_once',
  'claim_message_sent_once',
  'claim_reference_once',
  'claim_rule_pkey',
  'cut_over_pkey',
  'cut_over_agreement_once',
  'deduction_reference_once',
  'fund_code_once',
  'job_open_once',
  'mapping_pkey',
  'payment_item_number_once',
  'quarantine_end_pkey',
  'settlement_line_once',
];

/** Why a transaction is worth repeating, or undefined where it is not. */
export function retryCode(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  if (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK) return error.code;
  const constraint = error.constraint ?? '';
  const isRepeated = error.code === UNIQUE_VIOLATION && REPEATED_CONSTRAINTS.includes(constraint);
  return isRepeated ? constraint : undefined;
}
