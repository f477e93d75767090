/** What always holds of money by a key or a check of a table, and a row that would break it. */
export type MoneyInvariant = {
  readonly by: string;
  readonly table: string;
  /** Breaks it: again the row that fits, with something else in it, or a change. */
  readonly breaks: Again | string;
  /** What the audit says where it is broken. */
  readonly fault: string;
};

type Again = {
  readonly where?: string;
  readonly other?: Readonly<Record<string, string>>;
};

const NEW = { id: 'gen_random_uuid()' };
const again = (other: Readonly<Record<string, string>> = {}, where = 'true'): Again => ({ other, where });
/** "table.constraint", what breaks it, and what is noticed. */
const held = (place: string, breaks: Again | string, fault: string): MoneyInvariant => {
  const [table = '', by = ''] = place.split('.');
  return { table, by, breaks, fault };
};
const MIRROR = {
  ...{ ...NEW, cancels: 'id', reason: "'cancellation'", cancel_reason: "'wrong'", state: "'proposed'" },
  ...{
    issued_on: 'NULL',
    issued_at: 'NULL',
    issued_batch: 'NULL',
    due_on: 'NULL',
    series: 'NULL',
    year: 'NULL',
  },
  ...{ legal_number: 'NULL', document: 'NULL' },
};
const ISSUED = `state = 'issued'`;

export const MONEY_INVARIANTS: readonly MoneyInvariant[] = [
  held('booking.booking_number_once', again(NEW), 'booking numbers have a gap'),
  held('booking.booking_id_once', again({ number: 'number + 1' }), 'booking numbers have a gap'),
  held('booking_account.booking_account_pkey', again(), 'booking numbers have a gap'),
  held('ledger_head.ledger_head_pkey', again({}, `company = 'EU'`), 'transfer numbers have a gap'),
  held('ledger_transfer.ledger_transfer_number_once', again(NEW), 'transfer numbers have a gap'),
  held(
    'ledger_transfer.ledger_transfer_id_once',
    again({ number: 'number + 1000' }),
    'transfer numbers have a gap',
  ),
  held(
    'ledger_transfer.ledger_transfer_moves_something',
    `UPDATE ledger_transfer SET minor = -minor WHERE tenant_id = $1 AND event = 'settle'`,
    'partners are owed something else than documents say',
  ),
  held('ledger_period.ledger_period_pkey', again(), 'deeds on a month have a gap'),
  held(
    'ledger_period.ledger_period_reopened_by_two',
    again({ number: '2', deed: "'reopened'", proposed_by: "'person:anna'", hash: 'NULL', checklist: 'NULL' }),
    'a month was opened again by one person',
  ),
  held('run.run_pkey', again(), 'runs of an agreement have a gap'),
  held('batch.batch_pkey', again(), 'batches have a gap'),
  held('idempotency_key.idempotency_key_pkey', again(), 'a key was taken twice'),
  held('settlement.settlement_number_once', again(NEW, ISSUED), 'one number stands on two documents'),
  held(
    'settlement.settlement_adds_up',
    `UPDATE settlement SET gross_minor = gross_minor + 1 WHERE tenant_id = $1 AND ${ISSUED}`,
    'partners are owed something else than documents say',
  ),
  held(
    'settlement.settlement_approved_by_another',
    `UPDATE settlement SET approver = author_id WHERE tenant_id = $1 AND ${ISSUED}`,
    'a settlement was approved by nobody else',
  ),
  held(
    'settlement.settlement_approved_first',
    `UPDATE settlement SET approver = NULL WHERE tenant_id = $1 AND ${ISSUED}`,
    'a settlement was approved by nobody else',
  ),
  held(
    'settlement.settlement_approved_by_others',
    `UPDATE settlement SET approvers = jsonb_build_object(author_id, 'first') WHERE tenant_id = $1 AND ${ISSUED}`,
    'a settlement was issued without its approvals',
  ),
  held(
    'settlement.settlement_every_level',
    `UPDATE settlement SET approvers = '{}' WHERE tenant_id = $1 AND ${ISSUED}`,
    'a settlement was issued without its approvals',
  ),
  held('settlement.settlement_cancelled_once', again(MIRROR, ISSUED), 'a settlement was taken back twice'),
  held(
    'settlement_line.settlement_line_once',
    again(
      { position: 'position + 100' },
      `settlement_id = (SELECT id FROM settlement s WHERE s.tenant_id = $1 AND ${ISSUED})`,
    ),
    'settled is not what stands on documents',
  ),
  held(
    'settlement_part.settlement_part_pkey',
    again({ level: "'other'" }, 'level IS NOT NULL'),
    'one person approved a settlement twice',
  ),
  held(
    'settlement_part.settlement_part_level_once',
    again({ person: "'dora'" }, 'level IS NOT NULL'),
    'a level of approval was given twice',
  ),
  held(
    'document_number.document_number_pkey',
    again({ last_number: 'last_number + 1' }),
    'document numbers have a gap',
  ),
  held(
    'document_setting_change.document_setting_change_pkey',
    again({}, `decision IS NOT NULL`),
    'a change of documents stands twice',
  ),
  held(
    'document_setting_change.document_setting_change_by_another',
    `UPDATE document_setting_change SET decided_by = author WHERE tenant_id = $1 AND decision = 'approved'`,
    'documents were changed by one person',
  ),
  held(
    'document_setting_change.document_setting_change_decided_whole',
    `UPDATE document_setting_change SET decided_by = NULL WHERE tenant_id = $1 AND decision = 'approved'`,
    'documents were changed by one person',
  ),
  held(
    'document_setting_change.document_setting_change_waits',
    again(NEW, 'decision IS NULL'),
    'two changes of documents wait for one another',
  ),
  held(
    'document_series.document_series_changed_by_two',
    `UPDATE document_series SET approver = author WHERE tenant_id = $1 AND version > 1`,
    'documents were changed by one person',
  ),
  held(
    'company_party.company_party_changed_by_two',
    `UPDATE company_party SET version = 2, approver = actor WHERE tenant_id = $1`,
    'documents were changed by one person',
  ),
  held('claim.claim_reference_once', again({ ...NEW, number: 'number + 100' }), 'a claim was sent twice'),
  held(
    'claim.claim_number_once',
    again({ ...NEW, reference: "reference || '?'" }),
    'numbers of claims have a gap',
  ),
  held(
    'claim_line.claim_line_pkey',
    again({}, `claim_id IN (SELECT id FROM claim c WHERE c.tenant_id = $1 AND c.claimant = 'us')`),
    'what we claim is not what is booked of claims',
  ),
  held('claim_event.claim_event_pkey', again(), 'events of a claim have a gap'),
  held(
    'claim_event.claim_event_receipt_once',
    again({ number: 'number + 100' }, `kind = 'received'`),
    'a receipt stands twice',
  ),
  held(
    'claim_move.claim_move_pkey',
    again({}, `to_position = 'accepted'`),
    'a claim line has gone below nothing',
  ),
  held('claim_rule.claim_rule_pkey', again(), 'a version stands twice'),
  held('deduction.deduction_reference_once', again(NEW), 'a deduction stands twice'),
  held('deduction_event.deduction_event_pkey', again(), 'events of a deduction have a gap'),
  held(
    'deduction_event.deduction_event_matched_to_one',
    `UPDATE deduction_event SET settlement_id = (SELECT id FROM settlement s WHERE s.tenant_id = $1 AND ${ISSUED} LIMIT 1)
     WHERE tenant_id = $1 AND claim_id IS NOT NULL`,
    'partners are owed something else than documents say',
  ),
  held(
    'claim_event.claim_event_given_up_by_others',
    `UPDATE claim_event SET approval = jsonb_set(approval, '{askedBy}', to_jsonb(actor)) WHERE tenant_id = $1 AND kind = 'writtenOff'`,
    'something was given up by nobody else',
  ),
  held(
    'claim_event.claim_event_every_level',
    `UPDATE claim_event SET approval = jsonb_set(approval, '{levels}', '[{"id": "a"}, {"id": "b"}]')
     WHERE tenant_id = $1 AND kind = 'writtenOff'`,
    'something was given up without its approvals',
  ),
  held(
    'deduction_event.deduction_event_given_up_by_others',
    `UPDATE deduction_event SET approval = jsonb_set(approval, '{askedBy}', to_jsonb(actor)) WHERE tenant_id = $1 AND kind = 'writtenOff'`,
    'something was given up by nobody else',
  ),
  held(
    'deduction_event.deduction_event_every_level',
    `UPDATE deduction_event SET approval = jsonb_set(approval, '{levels}', '[{"id": "a"}, {"id": "b"}]')
     WHERE tenant_id = $1 AND kind = 'writtenOff'`,
    'something was given up without its approvals',
  ),
  held('fund.fund_code_once', again(NEW), 'the fund of the books is not what activities keep'),
  held(
    'fund.fund_never_beyond_its_budget',
    'UPDATE fund SET reserved_minor = budget_minor + 1 WHERE tenant_id = $1',
    'a fund keeps something else than its activities',
  ),
  held('fund_activity.fund_activity_reference_once', again(NEW), 'an activity was asked for twice'),
  held('fund_event.fund_event_pkey', again({}, `kind = 'approved'`), 'events of an activity have a gap'),
  held(
    'fund_event.fund_event_paid_once',
    again({ number: 'number + 100' }, `kind = 'settled'`),
    'a fund keeps something else than its activities',
  ),
  held(
    'fund_event.fund_event_proof_once',
    again({ number: 'number + 100' }, `kind = 'claimed'`),
    'a cost was proven twice',
  ),
  held('balance_answer.balance_answer_pkey', again(), 'answers to a balance have a gap'),
  held('bank_account.bank_account_pkey', again(), 'accounts are known twice'),
  held('bank_account_decision.bank_account_decision_pkey', again(), 'an account was decided twice'),
  held('payment_rules.payment_rules_pkey', again({ author: "'zoe'" }), 'a version stands twice'),
  held(
    'payment_rules_confirmed.payment_rules_confirmed_by_another',
    'UPDATE payment_rules_confirmed SET approver = author WHERE tenant_id = $1',
    'rules were confirmed by whom they are of',
  ),
  held('account_rules.account_rules_pkey', again(), 'a version stands twice'),
  held('paying_account.paying_account_pkey', again(), 'a version stands twice'),
  held('payment_run.payment_run_message_once', again(NEW), 'a run left without its approvals'),
  held(
    'payment_run.payment_run_sent_by_another',
    'UPDATE payment_run SET sender = author WHERE tenant_id = $1',
    'a run left without its approvals',
  ),
  held('payment_run_approval.payment_run_approval_pkey', again(), 'one person approved a run twice'),
  held(
    'payment_instruction.payment_instruction_end_to_end_once',
    again(NEW),
    'what a payment pays is not its amount',
  ),
  held(
    'payment_instruction.payment_instruction_returned_no_more',
    'UPDATE payment_instruction SET returned = minor + 1 WHERE tenant_id = $1',
    'what a payment pays is not its amount',
  ),
  held('payment_item.payment_item_number_once', again(), 'what a payment pays is not its amount'),
  held('payment_event.payment_event_pkey', again(), 'news of a payment have a gap'),
  held('bank_entry.bank_entry_once', again(NEW), 'one entry of the bank stands twice'),
  held('bank_entry_deed.bank_entry_deed_pkey', again(), 'deeds on an entry of the bank have a gap'),
  held('adjustment_part.adjustment_part_pkey', again(), 'a part of an adjustment stands twice'),
  held(
    'adjustment_decision.adjustment_decision_pkey',
    again({}, 'withdrawn IS NULL'),
    'an adjustment was decided twice',
  ),
  held(
    'adjustment_decision.adjustment_decision_four_eyes',
    'UPDATE adjustment_decision SET decided_by = author WHERE tenant_id = $1',
    'an adjustment was approved by one person',
  ),
  held(
    'adjustment_decision.adjustment_decision_withdrawn_once',
    `UPDATE adjustment_decision SET withdrawn = (SELECT d.withdrawn FROM adjustment_decision d
       WHERE d.tenant_id = $1 AND d.withdrawn IS NOT NULL) WHERE tenant_id = $1`,
    'an adjustment was taken back twice',
  ),
];
