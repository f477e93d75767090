import { LINE_DAYS } from './knownAt.ts';
import type { Session } from './session.ts';

/**
 * Kinds of batches that say something of lines, texts, adjustments or acceptances: what they touch is looked
 * at one by one. Bank accounts and rules of payment touch no amount.
 */
const LOOKED_INTO = `'lines', 'agreement', 'bankAccounts', 'paymentRules', 'adjustments', 'acceptance'`;

/**
 * The agreements whose reach is that of their last run, under this calculation, and which have not seen
 * batch $2. Those that a worker holds are left to it.
 */
const OPEN = `
  SELECT agreement_id, greatest(batch, clear_batch) AS since, reach_companies, reach_sides, reach_partners,
    reach_from, reach_until
  FROM run_state
  WHERE tenant_id = $1 AND reach_run = last_number AND calculation = $3 AND greatest(batch, clear_batch) < $2
  FOR UPDATE SKIP LOCKED`;

/**
 * The documents in which a batch said something, and those whose lines stand in each other's place:
 * along a chain of corrections each line depends on all others.
 */
const SAID = `
  WITH RECURSIVE linked AS MATERIALIZED (
    SELECT DISTINCT source, document AS one, correction_document AS other FROM line
    WHERE tenant_id = $1 AND batch <= $2 AND correction_document IS NOT NULL
  ),
  chained (source, document, batch) AS (
    SELECT DISTINCT source, document, batch FROM line
    WHERE tenant_id = $1 AND batch > (SELECT min(since) FROM open) AND batch <= $2
    UNION
    SELECT c.source, CASE WHEN k.one = c.document THEN k.other ELSE k.one END, c.batch
    FROM chained c JOIN linked k ON k.source = c.source AND c.document IN (k.one, k.other)
  )
  SELECT source, document, batch FROM chained`;

/**
 * Whatever a batch may have changed among lines: all revisions of those documents, since a line that
 * is corrected, moved to another partner or taken back was of somebody before, and the payment of a
 * document depends on all its lines; and what takes such lines back.
 */
const CHANGED = `
  SELECT batch, company, side, partner, min(first_day) AS first_day, max(last_day) AS last_day,
    bool_or(takes_back) AS takes_back
  FROM (
    SELECT d.batch, l.company, l.side, l.partner_id AS partner, ${LINE_DAYS.first} AS first_day,
      ${LINE_DAYS.last} AS last_day, ${LINE_DAYS.takesBack} AS takes_back
    FROM said d
    JOIN line l ON l.tenant_id = $1 AND l.source = d.source AND l.document = d.document AND l.batch <= $2
    UNION ALL
    SELECT d.batch, l.company, l.side, l.partner_id, NULL, NULL, true
    FROM said d
    JOIN line l ON l.tenant_id = $1 AND l.source = d.source AND l.return_document = d.document AND l.batch <= $2
  ) x
  GROUP BY batch, company, side, partner`;

/**
 * Batches that register nothing but documents of ours of which no line is known, by its number or by what it takes
 * back: a credit note that was just issued touches no amount before it comes back as a line.
 */
const QUIET = `
  SELECT batch FROM registered GROUP BY batch HAVING bool_and(kind = 'ownDocument')
  EXCEPT
  SELECT r.batch FROM registered r JOIN line l ON l.tenant_id = $1 AND r.code = l.company || '/' || l.document
  EXCEPT
  SELECT r.batch FROM registered r JOIN line l ON l.tenant_id = $1 AND r.code = l.company || '/' || l.return_document`;

const IS_WITHIN = `c.batch > o.since AND c.company = ANY (o.reach_companies) AND c.side = ANY (o.reach_sides)
  AND (o.reach_from IS NULL OR c.takes_back OR (c.first_day < o.reach_until AND c.last_day >= o.reach_from))`;

const PASS = `
  WITH open AS MATERIALIZED (${OPEN}),
  said AS MATERIALIZED (${SAID}),
  changed AS MATERIALIZED (${CHANGED}),
  registered AS MATERIALIZED (
    SELECT batch, kind, code FROM master_version
    WHERE tenant_id = $1 AND batch > (SELECT min(since) FROM open) AND batch <= $2
  ),
  quiet AS MATERIALIZED (${QUIET}),
  touched AS (
    SELECT o.agreement_id FROM open o JOIN batch b ON b.tenant_id = $1 AND b.number > o.since
    WHERE b.number <= $2 AND b.kind NOT IN (${LOOKED_INTO}) AND b.number NOT IN (SELECT batch FROM quiet)
    UNION
    SELECT o.agreement_id FROM open o
    JOIN agreement_version v ON v.tenant_id = $1 AND v.agreement_id = o.agreement_id
    WHERE v.batch > o.since AND v.batch <= $2
    UNION
    SELECT o.agreement_id FROM open o
    JOIN adjustment j ON j.tenant_id = $1 AND j.agreement_id = o.agreement_id
    JOIN adjustment_decision d ON d.tenant_id = $1 AND d.adjustment_id = j.id
    WHERE d.batch > o.since AND d.batch <= $2
    UNION
    SELECT o.agreement_id FROM open o
    JOIN supplier_acceptance a ON a.tenant_id = $1 AND a.agreement_id = o.agreement_id
    WHERE a.batch > o.since AND a.batch <= $2
    UNION
    SELECT o.agreement_id FROM open o CROSS JOIN LATERAL unnest(o.reach_partners) AS p (partner)
    JOIN changed c ON c.partner = p.partner
    WHERE ${IS_WITHIN}
    UNION
    SELECT o.agreement_id FROM open o
    WHERE o.reach_partners IS NULL AND EXISTS (SELECT FROM changed c WHERE ${IS_WITHIN})
  )
  UPDATE run_state s SET clear_batch = $2
  FROM open o
  WHERE s.tenant_id = $1 AND s.agreement_id = o.agreement_id
    AND NOT EXISTS (SELECT FROM touched t WHERE t.agreement_id = o.agreement_id)
  RETURNING s.agreement_id`;

/** Marks every agreement that nothing known since can touch as clear up to a batch; gives how many. */
export async function passUntouched(session: Session, batch: number, calculation: string): Promise<number> {
  const passed = await session.query(PASS, [session.tenant, batch, calculation]);
  return passed.length;
}
