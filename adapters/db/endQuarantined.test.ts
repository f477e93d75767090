import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedRow } from '../../app/ports.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { importRows } from '../../test/support/facts.ts';
import { boundSql } from './boundSql.ts';
import { waiting } from './endQuarantined.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const NO_DOCUMENT = '00000000-0000-0000-0000-000000000000';

/** As right after an import: nobody has told the planner what is there. */
test.each(['', 'AND q.line = s.line'])(
  'what waits under a document is found by it, also without statistics (%s)',
  async (alsoBy) => {
    const tenant = await database.tenant();
    const rows = Array.from(
      { length: 1500 },
      (_, index): ReceivedRow => ({
        row: index + 1,
        texts: [`D${index}`],
        fields: { document: `D${index}`, line: '1' },
        parsed: { refusals: [refuse('line-field-missing', 'unit', { field: 'unit' })] },
      }),
    );
    await importRows(database.store, tenant, rows);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const sql = `EXPLAIN SELECT q.* FROM (VALUES ('erp', 'D1', '1')) s (source, document, line) CROSS JOIN LATERAL (${waiting(alsoBy)}) q`;
    const { rows: plan } = await admin.query<Record<string, string>>(boundSql(sql, [tenant, NO_DOCUMENT]));
    await admin.end();
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('received_row_waiting');
  },
);
