import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { auditBooks, openBooks, portsOn, quickCommits, type Story } from './books.ts';
import { deliveries, LAST_DAY, writeDeliveries } from './deliveries.ts';
import { acknowledgements, work } from './worker.ts';

let database: TestDatabase;
let admin: Client;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await quickCommits(admin);
  folder = mkdtempSync(join(tmpdir(), 'openrebate-books-'));
});

afterAll(async () => {
  await admin.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A tenant whose files are all in, calculated to the last day. */
async function storyOf(): Promise<Story> {
  const own = mkdtempSync(join(folder, 'story-'));
  const files = deliveries(4, 4);
  writeDeliveries(own, files);
  const tenant = await openBooks(database, database.store);
  const log = join(own, 'log');
  const task = { url: database.appUrl, tenant, folder: own, deliveries: files, log, importLog: log };
  await work({ ...task, does: 'both', waitsFor: [] });
  await calculateDue(portsOn(database.store, LAST_DAY), tenant);
  return { tenant, folder: own, deliveries: files, acknowledged: acknowledgements(log) };
}

test('books that nobody touched are clean', async () => {
  expect((await auditBooks(database, await storyOf())).faults).toEqual([]);
});

// Each is a way to lose or to double something that the constraints of the schema let through.
test.each<{ name: string; harm: readonly string[]; fault: RegExp }>([
  {
    name: 'a booking is lost',
    harm: [
      `DELETE FROM booking_cause WHERE tenant_id = $1`,
      `DELETE FROM booking WHERE tenant_id = $1 AND number = 1`,
    ],
    fault: /booking numbers have a gap/,
  },
  {
    name: 'every first booking is there twice',
    harm: [
      `UPDATE booking_account SET last_number = last_number + 1 WHERE tenant_id = $1`,
      `INSERT INTO booking
       SELECT k.tenant_id, k.partner_id, gen_random_uuid(), k.agreement_id, k.term, k.window_from,
         k.window_until, k.kind, k.currency, b.last_number, k.delta_minor, k.run_number, k.booked_at, k.company
       FROM booking k JOIN booking_account b
         USING (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company)
       WHERE k.tenant_id = $1 AND k.number = 1`,
    ],
    fault: /earning too many/,
  },
  {
    name: 'a cause says more than was booked',
    harm: [`UPDATE booking_cause SET minor = minor + 1 WHERE tenant_id = $1 AND position = 1`],
    fault: /causes do not add up/,
  },
  {
    name: 'an earned amount is another one',
    harm: [`UPDATE earning SET earned_minor = earned_minor + 1 WHERE tenant_id = $1`],
    fault: /earning missing/,
  },
  {
    name: 'the tier of an earning is another one',
    harm: [`UPDATE earning SET tier = tier + 1 WHERE tenant_id = $1`],
    fault: /earning missing/,
  },
  {
    name: 'a line is lost',
    harm: [`DELETE FROM line WHERE tenant_id = $1 AND document = 'D3' AND line = '1'`],
    fault: /line missing/,
  },
  {
    name: 'a line is another one',
    harm: [`UPDATE line SET net_value = net_value + 1 WHERE tenant_id = $1 AND document = 'D3'`],
    fault: /line too many/,
  },
  {
    name: 'a received row is counted twice',
    harm: [
      `INSERT INTO received_row
       SELECT tenant_id, document_id, 1000, texts, disposition, refusals, source, document, line, revision
       FROM received_row WHERE tenant_id = $1 AND row_number = 1`,
    ],
    fault: /rows ended accepted/,
  },
  {
    name: 'the answer to a key is another one',
    harm: [`UPDATE idempotency_key SET answer = '{"batch": 1}' WHERE tenant_id = $1`],
    fault: /another answer than batch/,
  },
])('it is found when $name', async ({ harm, fault }) => {
  const story = await storyOf();
  for (const sql of harm) expect((await admin.query(sql, [story.tenant])).rowCount).toBeGreaterThan(0);
  const { faults } = await auditBooks(database, story);
  expect(faults.join('\n')).toMatch(fault);
});

test('it is found when something acknowledged is missing', async () => {
  const story = await storyOf();
  const acknowledged = [
    ...story.acknowledged,
    { done: 'import', key: 'delivery-9999', batch: 99, rows: 1 } as const,
    { done: 'run', agreement: 'YEAR', number: 99, bookings: 0 } as const,
  ];
  const { faults } = await auditBooks(database, { ...story, acknowledged });
  expect(faults.join('\n')).toMatch(/delivery-9999 was acknowledged as/);
  expect(faults.join('\n')).toMatch(/run 99 of YEAR/);
});
