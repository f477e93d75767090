import { Client } from 'pg';
import type { MoneyStory } from './openStory.ts';

/** All that a story leaves behind, without what differs from one time to the next: ids and instants. */
export type Effects = { readonly payments: number; readonly [of: string]: unknown };

const QUERIES: Readonly<Record<string, string>> = {
  transfers: `SELECT company, number::int, event, debit_role, credit_role, minor::text, currency, effective_on::text,
      booked_on::text, partner_id, agreement_id IS NOT NULL AS of_agreement, term, window_from::text, cause, origin_kind
    FROM ledger_transfer WHERE tenant_id = $1 ORDER BY company, number`,
  bookings: `SELECT kind, agreement_id IS NOT NULL AS known, term, partner_id, window_from::text, company, number,
      delta_minor::text
    FROM booking WHERE tenant_id = $1 ORDER BY kind, partner_id, number`,
  causes: `SELECT cause, sum(minor)::text AS minor, count(*)::int FROM booking_cause WHERE tenant_id = $1
    GROUP BY cause ORDER BY cause`,
  instructions: `SELECT partner_id, minor::text, state, returned::text FROM payment_instruction
    WHERE tenant_id = $1 ORDER BY partner_id, minor`,
  entries: `SELECT account, booked_on::text, minor::text, state, reason FROM bank_entry
    WHERE tenant_id = $1 ORDER BY booked_on, minor`,
  moves: `SELECT partner_id, event, line, from_position, to_position, minor::text FROM claim_move
    WHERE tenant_id = $1 ORDER BY partner_id, event, number, line, minor`,
  months: `SELECT company, month::text, number, deed, hash FROM ledger_period WHERE tenant_id = $1 ORDER BY month, number`,
  deeds: `SELECT action, count(*)::int FROM audit WHERE tenant_id = $1 GROUP BY action ORDER BY action`,
  batches: `SELECT kind, count(*)::int FROM batch WHERE tenant_id = $1 GROUP BY kind ORDER BY kind`,
  documents: `SELECT kind, state, net_minor::text, tax_minor::text, legal_number FROM settlement
    WHERE tenant_id = $1 ORDER BY legal_number`,
};

export async function effectsOf(adminUrl: string, { tenant }: MoneyStory): Promise<Effects> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const found: Record<string, unknown> = {};
    for (const [name, sql] of Object.entries(QUERIES)) found[name] = (await admin.query(sql, [tenant])).rows;
    return { ...found, payments: (found.instructions as unknown[]).length };
  } finally {
    await admin.end();
  }
}
