import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiServer, apiServer, type Holder, personWith } from '../support/api/apiServer.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

// The files that the import offers to whoever has none at hand: each goes in as its wizard would bring it in, without a row left.

const folder = join(import.meta.dirname, '../../docs/samples');

let database: TestDatabase;
let api: ApiServer;
let admin: Holder;
beforeAll(async () => {
  database = await testDatabase();
  api = await apiServer(database);
  admin = await personWith(api, await database.tenant());
});
afterAll(async () => {
  await api.server.close();
  await database.drop();
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function sent(name: string, url: string) {
  const type = name.endsWith('.xlsx') ? XLSX : 'text/csv';
  const payload = readFileSync(join(folder, name));
  return api.call(admin.key, { method: 'POST', url, headers: { 'content-type': type }, payload });
}

const KINDS = ['accepted', 'duplicate', 'quarantined'] as const;

function endsOf(summary: Readonly<Record<(typeof KINDS)[number], { readonly rows: number }>>) {
  return Object.fromEntries(KINDS.map((kind) => [kind, summary[kind].rows]));
}

/** What only a person can say of a file: which side it is of, and which of our companies it is about. */
const SAID: Readonly<Record<string, string>> = { side: 'sale', company: 'AW' };

/** The description that is suggested, completed and saved, as the wizard does it. */
async function mappingOf(name: string, subject: string): Promise<string> {
  const inspected = await sent(name, `/api/v1/files/inspection?name=${name}&as=${subject}&source=shop`);
  expect(inspected.status).toBe(200);
  const { description } = inspected.body;
  for (const [field, value] of Object.entries(SAID)) {
    if (description.fields?.[field] !== undefined) description.fields[field] = { constant: value };
  }
  expect(JSON.stringify(description.fields ?? {})).not.toContain('???');
  // The one thing that is asked: “1.200” among the faults is no decimal.
  if (name.includes('faults')) description.reading.columns.Qty = { number: '1.234,56' };
  const mapping = name.replaceAll('.', '-');
  const url = '/api/v1/mappings';
  const saved = await api.call(admin.key, { method: 'POST', url, payload: { name: mapping, description } });
  expect([saved.status, saved.body.code]).toEqual([200, undefined]);
  return mapping;
}

it.each([
  ['partners.csv', 'partner', 3],
  ['products.csv', 'product', 3],
])('%s comes in whole', async (name, subject, rows) => {
  const mapping = await mappingOf(name, subject);
  const done = await sent(name, `/api/v1/master-data/files?name=${name}&mapping=${mapping}`);
  expect([done.status, endsOf(done.body)]).toEqual([201, { accepted: rows, duplicate: 0, quarantined: 0 }]);
});

it.each([
  ['sales.csv', 15, 0],
  ['sales.xlsx', 15, 0],
  ['sales-with-faults.csv', 13, 2],
])('%s comes in with %i rows, and leaves %i', async (name, accepted, quarantined) => {
  const mapping = await mappingOf(name, 'lines');
  const done = await sent(name, `/api/v1/imports?name=${name}&mapping=${mapping}&unknown=create`);
  // The workbook says what the text has said.
  const isKnown = name === 'sales.xlsx';
  expect([done.status, endsOf(done.body)]).toEqual([
    201,
    { accepted: isKnown ? 0 : accepted, duplicate: isKnown ? accepted : 0, quarantined },
  ]);
});

it('payments.csv pays the invoices of sales.csv', async () => {
  const done = await sent('payments.csv', '/api/v1/imports?name=payments.csv&kind=payments');
  expect([done.status, endsOf(done.body)]).toEqual([201, { accepted: 2, duplicate: 0, quarantined: 0 }]);
});
