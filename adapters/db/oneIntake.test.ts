import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFacts } from '../../app/facts/importFacts.ts';
import { repairRows } from '../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../app/intake/replayQuarantine.ts';
import { showImport } from '../../app/intake/showImport.ts';
import { undoImport } from '../../app/intake/undoImport.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { type Payment, parsePayment, paymentContent, paymentKey } from '../../core/fact/payment.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { type EmptyDatabase, emptyDatabase } from '../../test/support/database.ts';
import { AT, accepted } from '../../test/support/facts.ts';
import { uuidV7 } from '../system/uuidV7.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { type OpenStore, openStore } from './store.ts';

// Payments that came in before they had the intake of lines: after the upgrade (migration 0036) their
// files and rows are imports like any other.

const COLUMNS = ['source', 'payment', 'paidOn', 'documentSource', 'document', 'amount', 'currency'];
const ACTOR = { kind: 'system', id: 'test' } as const;
const INVALID = [{ code: 'line-date-invalid', at: 'paidOn', facts: { row: '2' } }];
const CUT = [{ code: 'line-columns-mismatch', at: 'row', facts: { row: '3' } }];

const texts = (payment: string, paidOn: string, amount: string) => [
  ...['bank', payment, paidOn, 'erp', 'D1', amount, 'EUR'],
];
const fieldsOf = (row: readonly string[]) =>
  Object.fromEntries(COLUMNS.map((column, at) => [column, row[at] ?? '']));
const paymentOf = (row: readonly string[]): Payment => accepted(parsePayment(fieldsOf(row)));

type OldRow = {
  readonly texts: readonly string[];
  readonly disposition: string;
  readonly revision?: number;
  readonly refusals?: readonly object[];
};

const FIRST: readonly OldRow[] = [
  { texts: texts('Z1', '2026-01-05', '100'), disposition: 'accepted', revision: 1 },
  { texts: texts('Z2', 'soon', '80'), disposition: 'quarantined', refusals: INVALID },
  { texts: ['bank', 'Z3'], disposition: 'quarantined', refusals: CUT },
  { texts: ['bank', 'Z3'], disposition: 'quarantined', refusals: CUT },
];
const SECOND: readonly OldRow[] = [
  { texts: texts('Z1', '2026-01-05', '100'), disposition: 'duplicate', revision: 1 },
  { texts: texts('Z4', '2026-01-06', '7'), disposition: 'accepted', revision: 1 },
];

let database: EmptyDatabase;
let store: OpenStore;
let ports: Ports;
let tenant: TenantId;
const [first, second] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  database = await emptyDatabase();
  const before = migrations().filter(({ number }) => number < 36);
  accepted(await migrate(database.ownerUrl, before));
  tenant = randomUUID();
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await oldTenant(client);
  await came(client, first, 1, FIRST);
  await came(client, second, 2, SECOND);
  await client.end();
  accepted(await migrate(database.ownerUrl));
  store = openStore({ url: database.appUrl });
  const clock = { now: () => AT };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store, clock, ids: uuidV7(clock), sha256 };
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** A tenant with one company as that program made it: its table of tenants had three columns. */
async function oldTenant(client: Client): Promise<void> {
  await client.query(`INSERT INTO tenant (tenant_id, code, name) VALUES ($1, 'old', 'Old')`, [tenant]);
  await client.query(`INSERT INTO counter (tenant_id, series) VALUES ($1, 'batch')`, [tenant]);
  await client.query(
    `INSERT INTO company (tenant_id, code, name, time_zone) VALUES ($1, 'EU', 'EU', 'UTC')`,
    [tenant],
  );
}

/** A file as the program before the migration wrote it down. */
async function came(client: Client, id: string, batch: number, rows: readonly OldRow[]): Promise<void> {
  await client.query(`UPDATE counter SET last_number = $2 WHERE tenant_id = $1`, [tenant, batch]);
  await client.query(
    `INSERT INTO batch (tenant_id, number, kind, known_on, recorded_at) VALUES ($1, $2, 'payments', '2026-01-31', $3)`,
    [tenant, batch, AT],
  );
  await client.query(
    `INSERT INTO fact_file (tenant_id, id, kind, name, sha256, bytes, columns, batch)
     VALUES ($1, $2, 'payments', 'bank.csv', $3, 100, $4, $5)`,
    [tenant, id, String(batch).repeat(64), JSON.stringify(COLUMNS), batch],
  );
  for (const [at, { texts: said, disposition, revision, refusals = [] }] of rows.entries()) {
    const payment = refusals.length === 0 ? paymentOf(said) : undefined;
    const key = payment && paymentKey(payment);
    await client.query(
      `INSERT INTO fact_row (tenant_id, file_id, row_number, texts, disposition, refusals, key, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tenant, id, at + 1, JSON.stringify(said), disposition, JSON.stringify(refusals), key, revision],
    );
    if (payment === undefined || disposition !== 'accepted') continue;
    await client.query(
      `INSERT INTO payment (tenant_id, key, revision, batch, content, file_id, row_number,
         source, payment, paid_on, document_source, document, amount, currency)
       VALUES ($1, $2, 1, $3, $4, $5, $6, 'bank', $7, $8, 'erp', 'D1', $9, 'EUR')`,
      [tenant, key, batch, paymentContent(payment), id, at + 1, said[1], said[2], said[5]],
    );
  }
}

async function paid(): Promise<string> {
  const payments = await store.inTenant(tenant, async (tx) =>
    tx.facts.paymentsOf('erp', 'D1', await tx.batches.last()),
  );
  return payments.map(({ payment, amount }) => `${payment} ${formatDecimal(amount)}`).join(', ');
}

/** The same payments again, in other bytes. */
async function broughtAgain(...rows: readonly (readonly string[])[]) {
  const read = rows.map((row, at) => ({ row: at + 1, texts: row, fields: fieldsOf(row), refusals: [] }));
  const feed = {
    ...{ name: 'again.csv', columns: COLUMNS },
    batches: (async function* () {
      yield accept(read);
    })(),
    document: () => ({ sha256: 'a'.repeat(64), bytes: 1 }),
  };
  const input = { kind: 'payments', open: async () => accept(feed), actor: ACTOR } as const;
  return accepted(await importFacts(ports, tenant, input));
}

test('files and rows are imports, and count as they did', async () => {
  const { stored, reasons } = accepted(await showImport(ports, tenant, first));
  expect([stored.document.kind, stored.document.name, stored.rows, stored.open]).toEqual([
    ...['payments', 'bank.csv'],
    { accepted: 1, duplicate: 0, superseded: 0, quarantined: 3 },
    3,
  ]);
  expect(reasons).toEqual({ 'line-columns-mismatch': 2, 'line-date-invalid': 1 });
  expect(await paid()).toBe('Z1 100, Z4 7');
});

test('what waited stays, is repaired with what it said, and says nothing twice', async () => {
  expect(accepted(await replayQuarantine(ports, tenant, { actor: ACTOR }))).toEqual({
    tried: 3,
    imports: [],
  });
  const repairs = [{ row: 2, fields: { paidOn: '2026-01-07' } }];
  const { rows } = accepted(await repairRows(ports, tenant, { import: first, repairs, actor: ACTOR }));
  expect(rows).toEqual([{ row: 2, disposition: 'accepted' }]);
  expect(await paid()).toBe('Z1 100, Z4 7, Z2 80');
  const { dispositions } = await broughtAgain(texts('Z1', '2026-01-05', '100.00'));
  expect(dispositions.duplicate.rows).toBe(1);
});

test('a file is taken back with its repairs, and the word of the others stands', async () => {
  const undo = async (document: string) =>
    accepted(await undoImport(ports, tenant, { document, reason: 'a test', actor: ACTOR }));
  expect(await undo(first)).toMatchObject({ withdrawn: 1, restored: 0 });
  expect(await paid()).toBe('Z1 100, Z4 7');
  const [latest] = await store.inTenant(tenant, (tx) => tx.received.imports({ limit: 1 }));
  await undo(latest?.document.id ?? '');
  expect(await paid()).toBe('Z1 100, Z4 7');
  expect(await undo(second)).toMatchObject({ withdrawn: 2, restored: 0 });
  expect(await paid()).toBe('');
});
