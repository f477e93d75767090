import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedRow } from '../../app/ports.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { aLine, importRows } from '../../test/support/facts.ts';
import { boundSql } from './boundSql.ts';
import { waiting } from './endQuarantined.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const NO_DOCUMENT = '00000000-0000-0000-0000-000000000000';
const ROWS = 6000;
/** One row in so many is no line, as in a file that somebody took care of. */
const REFUSED_EACH = 23;

function rowOf(index: number): ReceivedRow {
  const document = `D${Math.floor(index / 8)}`;
  const kept = { row: index + 1, texts: [document, String(index)] };
  if (index % REFUSED_EACH > 0)
    return { ...kept, parsed: { line: aLine({ document, line: String(index) }) } };
  const refusals = [refuse('line-field-missing', 'unit', { field: 'unit' })];
  return { ...kept, fields: { document, line: String(index) }, parsed: { refusals } };
}

/** As right after an import: nobody has told the planner what is there. */
test('what waits under a document is found by it, also without statistics', async () => {
  const tenant = await database.tenant();
  await importRows(
    database.store,
    tenant,
    Array.from({ length: ROWS }, (_, index) => rowOf(index)),
  );
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  const plans: string[] = [];
  for (const alsoBy of ['', 'AND q.line = s.line']) {
    const sql = `EXPLAIN SELECT q.* FROM (VALUES ('erp', 'D1', '1'), ('erp', 'D2', '9')) s (source, document, line)
      CROSS JOIN LATERAL (${waiting(alsoBy)}) q`;
    const { rows } = await admin.query<Record<string, string>>(boundSql(sql, [tenant, NO_DOCUMENT]));
    plans.push(rows.map((line) => line['QUERY PLAN']).join('\n'));
  }
  await admin.end();
  for (const plan of plans) expect(plan).toContain('received_row_waiting');
});
