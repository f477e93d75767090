import type { Client } from 'pg';
import { verifyMonths } from '../../../app/ledger/verifyMonths.ts';
import type { Ports, TenantId } from '../../../app/ports.ts';
import { taken } from '../../support/scenario.ts';

// What has to hold of money whatever was done, cut or done at once: each question gives the rows that are at fault.

const ACCOUNT = 'agreement_id, term, participant, window_from, window_until, currency';
const BOOKED = 'agreement_id, term, partner_id AS participant, window_from, window_until, currency';
const LEFT = `p.state NOT IN ('proposed', 'approved', 'withdrawn')`;
/** Debit less credit of a role, by company. */
const heldIn = (role: string) => `
  SELECT company, sum(CASE WHEN debit_role = '${role}' THEN minor ELSE -minor END) AS held
  FROM ledger_transfer WHERE tenant_id = $1 AND '${role}' IN (debit_role, credit_role) GROUP BY company`;
/** The companies of which a role holds anything else than it should. */
const holds = (role: string, expected: string) => `
  SELECT company, held, due FROM (${heldIn(role)}) h
  FULL JOIN (SELECT company, sum(minor) AS due FROM (${expected}) e GROUP BY company) d USING (company)
  WHERE coalesce(held, 0) <> coalesce(due, 0)`;
/** Rows whose events are not numbered from 1 on without a gap. */
const numbered = (table: string, of: string) => `
  SELECT ${of} FROM ${table} WHERE tenant_id = $1 GROUP BY ${of} HAVING max(number) <> count(*) OR min(number) <> 1`;
/** What was done, and what the trail says was done, differ in number. */
const told = (action: string, deeds: string) => `
  SELECT done, told FROM (SELECT (${deeds})::int AS done,
    (SELECT count(*)::int FROM audit WHERE tenant_id = $1 AND action = '${action}') AS told) t
  WHERE done <> told`;

/** Rows that say the same of a thing more than once. */
const twice = (table: string, of: string, where = 'true') => `
  SELECT ${of} FROM ${table} WHERE tenant_id = $1 AND ${where} GROUP BY ${of} HAVING count(*) > 1`;

const MONEY_QUESTIONS: Readonly<Record<string, string>> = {
  'booking numbers have a gap': `
    SELECT a.term, a.partner_id, a.kind FROM booking_account a LEFT JOIN booking b
      USING (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company)
    WHERE tenant_id = $1 GROUP BY agreement_id, a.term, a.partner_id, window_from, window_until, a.kind, currency, company, a.last_number
    HAVING count(b.number) <> a.last_number OR coalesce(max(b.number), 0) <> a.last_number`,
  'causes do not add up to a booking': `
    SELECT b.id FROM booking b LEFT JOIN booking_cause c ON c.tenant_id = b.tenant_id AND c.booking_id = b.id
    WHERE b.tenant_id = $1 AND b.kind IN ('earned', 'recognised') GROUP BY b.id, b.delta_minor
    HAVING coalesce(sum(c.minor), 0) <> b.delta_minor`,
  'transfer numbers have a gap': `
    SELECT h.company FROM ledger_head h LEFT JOIN ledger_transfer t USING (tenant_id, company)
    WHERE tenant_id = $1 GROUP BY h.company, h.last_number
    HAVING count(t.number) <> h.last_number OR coalesce(max(t.number), 0) <> h.last_number`,
  'what is recognised is not what was accrued': `
    SELECT agreement_id, term, partner_id FROM (
      SELECT agreement_id, term, partner_id, window_from, currency, delta_minor AS minor FROM booking
      WHERE tenant_id = $1 AND kind = 'recognised'
      UNION ALL
      SELECT agreement_id, term, partner_id, window_from, currency,
        CASE WHEN debit_role IN ('rebateExpense', 'accruedReceivable') THEN -minor ELSE minor END
      FROM ledger_transfer WHERE tenant_id = $1 AND event = 'accrue') both_sides
    GROUP BY 1, 2, 3, window_from, currency HAVING sum(minor) <> 0`,
  'earned is not what is booked': `
    SELECT e.term, e.partner_id FROM earning e LEFT JOIN (
      SELECT agreement_id, term, partner_id, window_from, window_until, currency, sum(delta_minor) AS minor
      FROM booking WHERE tenant_id = $1 AND kind = 'earned' GROUP BY 1, 2, 3, 4, 5, 6) b
      USING (agreement_id, term, partner_id, window_from, window_until, currency)
    WHERE e.tenant_id = $1 AND e.earned_minor <> coalesce(b.minor, 0)`,
  'more is settled than was earned': `
    SELECT ${ACCOUNT} FROM (
      SELECT ${BOOKED}, -delta_minor AS minor FROM booking WHERE tenant_id = $1 AND kind = 'earned'
      UNION ALL SELECT ${BOOKED}, delta_minor FROM booking WHERE tenant_id = $1 AND kind = 'settled'
      UNION ALL SELECT l.agreement_id, l.term, l.participant, l.window_from, l.window_until, l.currency, l.stated_minor
      FROM settlement_line l JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
      WHERE l.tenant_id = $1 AND s.state IN ('proposed', 'approved', 'awaitingNumber') AND s.cancels IS NULL AND NOT s.is_advance) sums
    GROUP BY ${ACCOUNT} HAVING sum(minor) > 0`,
  'settled is not what stands on documents': `
    SELECT ${ACCOUNT} FROM (
      SELECT ${BOOKED}, -delta_minor AS minor FROM booking
      WHERE tenant_id = $1 AND kind = 'settled' AND origin_kind = 'settlement'
      UNION ALL SELECT l.agreement_id, l.term, l.participant, l.window_from, l.window_until, l.currency, l.stated_minor
      FROM settlement_line l JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
      WHERE l.tenant_id = $1 AND s.state IN ('issued', 'cancelled') AND NOT s.is_advance) sums
    GROUP BY ${ACCOUNT} HAVING sum(minor) <> 0`,
  'what we claim is not what is booked of claims': `
    SELECT agreement_id, kind FROM (
      SELECT agreement_id, kind, -delta_minor AS minor FROM booking WHERE tenant_id = $1 AND origin_kind = 'claim'
      UNION ALL SELECT c.agreement_id, 'settled', l.minor FROM claim c
      JOIN claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id WHERE c.tenant_id = $1 AND c.claimant = 'us'
      UNION ALL SELECT c.agreement_id, k.kind, k.sign * m.minor FROM claim c
      JOIN claim_move m ON m.tenant_id = c.tenant_id AND m.claim_id = c.id
      JOIN (VALUES ('refused', 'settled', -1), ('received', 'paid', 1)) k (position, kind, sign) ON m.to_position = k.position
      WHERE c.tenant_id = $1 AND c.claimant = 'us'
      UNION ALL SELECT c.agreement_id, k.kind, -k.sign * m.minor FROM claim c
      JOIN claim_move m ON m.tenant_id = c.tenant_id AND m.claim_id = c.id
      JOIN (VALUES ('refused', 'settled', -1), ('received', 'paid', 1)) k (position, kind, sign) ON m.from_position = k.position
      WHERE c.tenant_id = $1 AND c.claimant = 'us') sums
    GROUP BY agreement_id, kind HAVING sum(minor) <> 0`,
  'a claim line has gone below nothing': `
    SELECT claim_id, line, position FROM (
      SELECT claim_id, number AS line, 'undecided' AS position, minor FROM claim_line WHERE tenant_id = $1
      UNION ALL SELECT claim_id, line, concat_ws(' ', to_position, to_reason), minor FROM claim_move WHERE tenant_id = $1
      UNION ALL SELECT claim_id, line, concat_ws(' ', from_position, from_reason), -minor FROM claim_move WHERE tenant_id = $1) p
    JOIN (SELECT claim_id, number AS line, sign(minor) AS sign FROM claim_line WHERE tenant_id = $1) l USING (claim_id, line)
    GROUP BY claim_id, line, position, sign HAVING sum(minor) * sign < 0`,
  'document numbers have a gap': `
    SELECT n.company, n.series, n.year, n.last_number FROM document_number n LEFT JOIN settlement s
      ON s.tenant_id = n.tenant_id AND s.company = n.company AND s.series = n.series AND s.year = n.year
      AND s.legal_number LIKE n.series || '-' || n.year || '-%'
    WHERE n.tenant_id = $1 GROUP BY n.company, n.series, n.year, n.last_number HAVING count(s.id) <> n.last_number`,
  'one number stands on two documents': `
    SELECT company, legal_number FROM settlement WHERE tenant_id = $1 AND legal_number IS NOT NULL
    GROUP BY company, legal_number HAVING count(*) > 1`,
  'a settlement is paid below nothing or beyond what it owes': `
    SELECT s.id FROM settlement s JOIN (
      SELECT settlement_id, minor FROM payment_item WHERE tenant_id = $1
      UNION ALL SELECT settlement_id, minor FROM settlement_offset WHERE tenant_id = $1
      UNION ALL SELECT settlement_id, minor FROM entry_receipt WHERE tenant_id = $1 AND settlement_id IS NOT NULL
      UNION ALL SELECT settlement_id, minor FROM deduction_event WHERE tenant_id = $1 AND settlement_id IS NOT NULL
    ) i ON i.settlement_id = s.id
    WHERE s.tenant_id = $1 GROUP BY s.id, s.gross_minor, s.withheld_minor
    HAVING sum(i.minor) < 0 OR sum(i.minor) > abs(s.gross_minor) - abs(s.withheld_minor)`,
  'what a payment pays is not its amount': `
    SELECT p.id FROM payment_instruction p LEFT JOIN payment_item i ON i.tenant_id = p.tenant_id AND i.instruction_id = p.id
    WHERE p.tenant_id = $1 GROUP BY p.id, p.minor, p.returned, p.state
    HAVING coalesce(sum(i.minor), 0) <> CASE WHEN p.state IN ('withdrawn', 'rejected') THEN 0 ELSE p.minor - p.returned END`,
  'a run left without its approvals': `
    SELECT r.id FROM payment_run r LEFT JOIN payment_run_approval a ON a.tenant_id = r.tenant_id AND a.run_id = r.id
    WHERE r.tenant_id = $1 AND r.state IN ('approved', 'sent') GROUP BY r.id, r.approvals, r.author, r.sender
    HAVING count(DISTINCT a.person) < r.approvals OR bool_or(a.person IN (r.author, r.sender)) OR r.sender = r.author`,
  'a settlement was issued without its approvals': `
    SELECT s.id FROM settlement s WHERE s.tenant_id = $1 AND s.state IN ('approved', 'awaitingNumber', 'issued')
      AND (json_array_length(s.levels) <> (SELECT count(DISTINCT p.level) FROM settlement_part p
        WHERE p.tenant_id = $1 AND p.settlement_id = s.id AND p.level IS NOT NULL AND p.person <> s.author_id)
      OR s.approvers IS DISTINCT FROM (SELECT coalesce(jsonb_object_agg(p.person, p.level), '{}') FROM settlement_part p
        WHERE p.tenant_id = $1 AND p.settlement_id = s.id AND p.level IS NOT NULL))`,
  'a settlement was approved by nobody else': `
    SELECT id FROM settlement WHERE tenant_id = $1
      AND (approver = author_id OR (approver IS NULL AND state IN ('approved', 'awaitingNumber', 'issued')))`,
  'a settlement was taken back twice': twice(
    'settlement',
    'cancels',
    `cancels IS NOT NULL AND state <> 'rejected'`,
  ),
  'a level of approval was given twice': twice(
    'settlement_part',
    'settlement_id, level',
    'level IS NOT NULL',
  ),
  'one person approved a settlement twice': twice('settlement_part', 'settlement_id, person'),
  'one person approved a run twice': twice('payment_run_approval', 'run_id, person'),
  'a change of documents stands twice': twice('document_setting_change', 'id'),
  'two changes of documents wait for one another': twice(
    'document_setting_change',
    'company, about',
    'decision IS NULL',
  ),
  'documents were changed by one person': `
    SELECT company FROM document_setting_change
    WHERE tenant_id = $1 AND decision = 'approved' AND coalesce(decided_by, author) = author
    UNION ALL SELECT company FROM document_series
    WHERE tenant_id = $1 AND version > 1 AND coalesce(approver, author, '') = coalesce(author, '')
    UNION ALL SELECT company FROM company_party WHERE tenant_id = $1 AND version > 1 AND coalesce(approver, actor) = actor`,
  'something was given up by nobody else': `
    SELECT claim_id AS id FROM claim_event WHERE tenant_id = $1 AND kind = 'writtenOff'
      AND (approval IS NULL OR approval->>'askedBy' = actor)
    UNION ALL SELECT deduction_id FROM deduction_event WHERE tenant_id = $1 AND kind = 'writtenOff'
      AND (approval IS NULL OR approval->>'askedBy' = actor)`,
  'something was given up without its approvals': `
    SELECT id FROM (SELECT claim_id AS id, kind, approval FROM claim_event WHERE tenant_id = $1
      UNION ALL SELECT deduction_id, kind, approval FROM deduction_event WHERE tenant_id = $1) e
    WHERE kind = 'writtenOff' AND (SELECT count(*) FROM jsonb_object_keys(approval->'approvers'))
      < jsonb_array_length(approval->'levels')`,
  'a claim was sent twice': twice('claim', 'company, claimant, partner_id, reference'),
  'numbers of claims have a gap': numbered('claim', 'agreement_id, claimant'),
  'a receipt stands twice': twice('claim_event', 'claim_id, reference', `kind = 'received'`),
  'a deduction stands twice': twice('deduction', 'company, partner_id, reference'),
  'an activity was asked for twice': twice('fund_activity', 'fund_id, partner, reference'),
  'a cost was proven twice': twice('fund_event', 'activity_id, reference', `kind = 'claimed'`),
  'an account was decided twice': twice('bank_account_decision', 'partner_id, valid_from, account_batch'),
  'an adjustment was decided twice': twice('adjustment_decision', 'adjustment_id'),
  'an adjustment was taken back twice': twice('adjustment_decision', 'withdrawn', 'withdrawn IS NOT NULL'),
  'a part of an adjustment stands twice': twice('adjustment_part', 'adjustment_id, position'),
  'an adjustment was approved by one person': `
    SELECT adjustment_id FROM adjustment_decision WHERE tenant_id = $1 AND decision = 'approved' AND decided_by = author`,
  'deeds on an entry of the bank have a gap': numbered('bank_entry_deed', 'entry_id'),
  'an entry of the bank was assigned by one person': `
    SELECT d.entry_id FROM bank_entry_deed d JOIN bank_entry_deed p
      ON p.tenant_id = d.tenant_id AND p.entry_id = d.entry_id AND p.number = d.number - 1
    WHERE d.tenant_id = $1 AND d.kind = 'approved' AND (p.kind NOT IN ('proposed', 'takeBackProposed') OR p.actor = d.actor)`,
  'a key was taken twice': twice('idempotency_key', 'key'),
  'a version stands twice': [
    twice('claim_rule', "company || ' ' || currency, version"),
    twice('account_rules', "'accounts'::text, version"),
    twice('payment_rules', "'payments'::text, version"),
    twice('paying_account', 'code, version'),
  ].join(' UNION ALL '),
  'a month was opened again by one person': `
    SELECT company, month FROM ledger_period WHERE tenant_id = $1 AND deed = 'reopened' AND actor = proposed_by`,
  'rules were confirmed by whom they are of': `
    SELECT version FROM payment_rules_confirmed WHERE tenant_id = $1 AND author = approver`,
  'answers to a balance have a gap': numbered('balance_answer', 'confirmation_id'),
  'the bank account is not what the bank has booked': holds(
    'bank',
    `SELECT a.company, e.minor FROM bank_entry e
     JOIN paying_account a ON a.tenant_id = e.tenant_id AND a.code = e.account AND a.version = 1
     WHERE e.tenant_id = $1 AND e.state = 'matched'`,
  ),
  'one entry of the bank stands twice': `
    SELECT account, identity FROM bank_entry WHERE tenant_id = $1 GROUP BY account, identity HAVING count(*) > 1`,
  'partners are owed something else than documents say': holds(
    'partnerPayable',
    `SELECT company, -(gross_minor - withheld_minor) AS minor FROM settlement
     WHERE tenant_id = $1 AND state IN ('issued', 'cancelled') AND side = 'payable' AND kind <> 'lapse'
     UNION ALL SELECT r.company, i.minor FROM payment_item i
     JOIN payment_instruction p ON p.tenant_id = i.tenant_id AND p.id = i.instruction_id
     JOIN payment_run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id WHERE i.tenant_id = $1 AND ${LEFT}
     UNION ALL SELECT s.company, o.minor FROM settlement_offset o
     JOIN settlement s ON s.tenant_id = o.tenant_id AND s.id = o.settlement_id AND s.side = 'payable' WHERE o.tenant_id = $1
     UNION ALL SELECT s.company, -o.minor FROM settlement_offset o
     JOIN settlement s ON s.tenant_id = o.tenant_id AND s.id = o.against_id AND s.side = 'payable'
       AND (s.reclaims IS NOT NULL OR NOT s.is_advance) WHERE o.tenant_id = $1
     UNION ALL SELECT d.company, e.minor FROM deduction_event e
     JOIN deduction d ON d.tenant_id = e.tenant_id AND d.id = e.deduction_id
     WHERE e.tenant_id = $1 AND e.settlement_id IS NOT NULL
     UNION ALL SELECT s.company, -r.minor FROM entry_receipt r
     JOIN settlement s ON s.tenant_id = r.tenant_id AND s.id = r.settlement_id AND s.side = 'payable' WHERE r.tenant_id = $1
     UNION ALL SELECT f.company, -e.minor FROM fund_event e
     JOIN fund_activity a ON a.tenant_id = e.tenant_id AND a.id = e.activity_id
     JOIN fund f ON f.tenant_id = a.tenant_id AND f.id = a.fund_id WHERE e.tenant_id = $1 AND e.kind = 'settled'`,
  ),
  'we are owed something else than claims say': holds(
    'claimedReceivable',
    `SELECT c.company, l.minor FROM claim c JOIN claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id
     WHERE c.tenant_id = $1 AND c.claimant = 'us'
     UNION ALL SELECT c.company, CASE WHEN m.to_position IN ('refused', 'received', 'writtenOff') THEN -m.minor ELSE 0 END
       + CASE WHEN m.from_position IN ('refused', 'received', 'writtenOff') THEN m.minor ELSE 0 END
     FROM claim c JOIN claim_move m ON m.tenant_id = c.tenant_id AND m.claim_id = c.id
     WHERE c.tenant_id = $1 AND c.claimant = 'us'`,
  ),
  'partners owe us something else than documents and deductions say': holds(
    'partnerReceivable',
    `SELECT company, gross_minor - withheld_minor AS minor FROM settlement
     WHERE tenant_id = $1 AND state IN ('issued', 'cancelled') AND side = 'receivable' AND kind <> 'lapse'
     UNION ALL SELECT s.company, -o.minor FROM settlement_offset o
     JOIN settlement s ON s.tenant_id = o.tenant_id AND s.id = o.against_id AND s.side = 'receivable' WHERE o.tenant_id = $1
     UNION ALL SELECT s.company, o.minor FROM settlement_offset o
     JOIN settlement s ON s.tenant_id = o.tenant_id AND s.id = o.settlement_id AND s.side = 'receivable' WHERE o.tenant_id = $1
     UNION ALL SELECT s.company, -r.minor FROM entry_receipt r
     JOIN settlement s ON s.tenant_id = r.tenant_id AND s.id = r.settlement_id AND s.side = 'receivable' WHERE r.tenant_id = $1
     UNION ALL SELECT d.company, -e.minor FROM deduction d
     JOIN deduction_event e ON e.tenant_id = d.tenant_id AND e.deduction_id = d.id
     WHERE d.tenant_id = $1 AND e.kind IN ('matched', 'writtenOff')`,
  ),
  'a deduction ended by more than it is': `
    SELECT d.id FROM deduction d JOIN deduction_event e ON e.tenant_id = d.tenant_id AND e.deduction_id = d.id
    WHERE d.tenant_id = $1 AND e.kind IN ('matched', 'denied', 'writtenOff') GROUP BY d.id, d.minor
    HAVING sum(e.minor) > d.minor`,
  'a claim was received by something else than was kept back of it': `
    SELECT e.claim_id FROM deduction_event e WHERE e.tenant_id = $1 AND e.kind = 'matched' AND e.claim_id IS NOT NULL
    GROUP BY e.claim_id HAVING sum(e.minor) > (SELECT sum(m.minor) FROM claim_move m
      WHERE m.tenant_id = $1 AND m.claim_id = e.claim_id AND m.to_position = 'received')`,
  'more is received of claims than was paid': `
    SELECT account FROM (
      SELECT (c.agreement_id, l.term, l.participant, l.window_from, l.window_until, c.currency)::text AS account,
        CASE WHEN m.to_position = 'received' THEN m.minor ELSE -m.minor END AS minor
      FROM claim_move m JOIN claim c ON c.tenant_id = m.tenant_id AND c.id = m.claim_id AND c.claimant = 'partner'
      JOIN claim_line l ON l.tenant_id = m.tenant_id AND l.claim_id = m.claim_id AND l.number = m.line
      JOIN claim_event v ON v.tenant_id = m.tenant_id AND v.claim_id = m.claim_id AND v.number = m.event
      WHERE m.tenant_id = $1 AND 'received' IN (m.from_position, m.to_position)
        AND (v.reference LIKE 'paid by %' OR v.reference LIKE 'deduction %')
      UNION ALL SELECT (b.agreement_id, b.term, b.partner_id, b.window_from, b.window_until, b.currency)::text, -b.delta_minor
      FROM booking b WHERE b.tenant_id = $1 AND b.kind = 'paid') sums
    GROUP BY account HAVING sum(minor) > 0 AND account IN (
      SELECT (c.agreement_id, l.term, l.participant, l.window_from, l.window_until, c.currency)::text
      FROM claim c JOIN claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id
      WHERE c.tenant_id = $1 AND c.claimant = 'partner')`,
  'a receipt from a deduction has no deduction': `
    SELECT v.claim_id, v.number FROM claim_event v
    WHERE v.tenant_id = $1 AND v.kind = 'received' AND v.reference LIKE 'deduction %'
      AND (SELECT count(*) FROM deduction_event e WHERE e.tenant_id = $1 AND e.claim_id = v.claim_id) <
        (SELECT count(*) FROM claim_event w WHERE w.tenant_id = $1 AND w.claim_id = v.claim_id
          AND w.kind = 'received' AND w.reference LIKE 'deduction %')`,
  'a fund keeps something else than its activities': `
    SELECT f.code FROM fund f LEFT JOIN fund_activity a ON a.tenant_id = f.tenant_id AND a.fund_id = f.id
    LEFT JOIN fund_event e ON e.tenant_id = a.tenant_id AND e.activity_id = a.id
    WHERE f.tenant_id = $1 GROUP BY f.code, f.reserved_minor, f.used_minor, f.budget_minor
    HAVING f.used_minor <> coalesce(sum(e.minor) FILTER (WHERE e.kind = 'settled'), 0)
      OR f.reserved_minor <> coalesce(sum(e.minor) FILTER (WHERE e.kind = 'approved'), 0)
        - coalesce(sum(e.minor) FILTER (WHERE e.kind IN ('settled', 'closed', 'expired')), 0)
      OR f.reserved_minor + f.used_minor > f.budget_minor`,
  'the fund of the books is not what activities keep': holds(
    'fund',
    `SELECT company, -reserved_minor AS minor FROM fund WHERE tenant_id = $1`,
  ),
  'events of a claim have a gap': `
    SELECT c.id FROM claim c LEFT JOIN claim_event e ON e.tenant_id = c.tenant_id AND e.claim_id = c.id
    WHERE c.tenant_id = $1 GROUP BY c.id, c.last_event HAVING count(e.number) <> c.last_event`,
  'events of a deduction have a gap': numbered('deduction_event', 'deduction_id'),
  'events of an activity have a gap': numbered('fund_event', 'activity_id'),
  'news of a payment have a gap': numbered('payment_event', 'instruction_id'),
  'payments of a settlement have a gap': numbered('payment_item', 'settlement_id'),
  'deeds on a month have a gap': numbered('ledger_period', 'company, month'),
  'runs of an agreement have a gap': numbered('run', 'agreement_id'),
  'batches have a gap': `
    SELECT 1 FROM batch WHERE tenant_id = $1 HAVING count(*) <> (SELECT last_number FROM counter
      WHERE tenant_id = $1 AND series = 'batch') OR coalesce(max(number), 0) <> count(*)`,
  'books are open from another month than the last one that was closed': `
    SELECT h.company FROM ledger_head h WHERE h.tenant_id = $1 AND h.open_from IS DISTINCT FROM (
      SELECT max(CASE WHEN p.deed <> 'reopened' THEN (p.month + interval '1 month')::date ELSE p.month END)
      FROM ledger_period p WHERE p.tenant_id = $1 AND p.company = h.company AND p.number = (
        SELECT max(q.number) FROM ledger_period q
        WHERE q.tenant_id = $1 AND q.company = p.company AND q.month = p.month))`,
  'a month is closed twice': `
    SELECT company, month FROM ledger_period WHERE tenant_id = $1 GROUP BY company, month
    HAVING count(*) FILTER (WHERE deed = 'closed') > 1 + count(*) FILTER (WHERE deed = 'reopened')`,
  'accounts are known twice': `
    SELECT partner_id, valid_from, batch FROM bank_account WHERE tenant_id = $1
    GROUP BY partner_id, valid_from, batch HAVING count(*) > 1`,
  'a key has no answer': `SELECT key FROM idempotency_key WHERE tenant_id = $1 AND answer IS NULL`,
  'the trail tells of other issues': told(
    'settlement.issue',
    `SELECT count(*) FROM settlement s WHERE s.tenant_id = $1 AND s.issued_on IS NOT NULL`,
  ),
  'the trail tells of other files that were sent': told(
    'paymentRun.send',
    `SELECT count(*) FROM payment_run WHERE tenant_id = $1 AND state = 'sent'`,
  ),
  'the trail tells of other payments that were resolved': `
    SELECT 1 FROM (SELECT (SELECT count(*) FROM payment_event WHERE tenant_id = $1 AND source = 'person') AS done,
      (SELECT count(*) FROM audit WHERE tenant_id = $1 AND action IN ('payment.confirm', 'payment.reject')) AS told) t
    WHERE done <> told`,
  'the trail tells of other months that were closed': told(
    'ledger.close',
    `SELECT count(*) FROM ledger_period WHERE tenant_id = $1 AND deed = 'closed'`,
  ),
  'the trail tells of other claims that were sent': told(
    'claim.sent',
    `SELECT count(*) FROM claim WHERE tenant_id = $1`,
  ),
  'the trail tells of other statements': `
    SELECT 1 FROM (SELECT count(DISTINCT file_name) AS files FROM bank_statement WHERE tenant_id = $1) s
    WHERE files > (SELECT count(*) FROM audit WHERE tenant_id = $1 AND action = 'bankStatement.import')`,
  'the trail tells of other calculations': told(
    'agreement.calculate',
    `SELECT count(*) FROM run WHERE tenant_id = $1`,
  ),
};

/** Each fault in words; of sound money there is none. */
export async function moneyFaults(admin: Client, ports: Ports, tenant: TenantId): Promise<string[]> {
  const faults = await faultyRows(admin, tenant);
  const { rows } = await admin.query<{ company: string }>(
    'SELECT DISTINCT company FROM ledger_period WHERE tenant_id = $1',
    [tenant],
  );
  for (const { company } of rows) {
    const months = taken(await verifyMonths(ports, tenant, company));
    if (months.some(({ isSame }) => isSame === false))
      faults.push(`a closed month of ${company} has changed`);
  }
  return faults;
}

/** What the tables show at fault, with how many rows show it. */
export async function faultyRows(admin: Client, tenant: TenantId): Promise<string[]> {
  const faults: string[] = [];
  const all = Object.entries(MONEY_QUESTIONS);
  // All in one question: most have no row at all.
  const counts = all.map(([, sql]) => `(SELECT count(*)::int FROM (${sql}) q)`);
  const { rows } = await admin.query({
    name: 'money-faults',
    text: `SELECT ${counts.join(', ')}`,
    rowMode: 'array',
    values: [tenant],
  });
  const [counted = []] = rows as number[][];
  all.forEach(([name], at) => {
    if (counted[at] !== 0) faults.push(`${name}: ${counted[at]}`);
  });
  return faults;
}
