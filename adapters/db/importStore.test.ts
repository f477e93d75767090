import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReceivedRow, TenantId } from '../../app/ports.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { asRole } from '../../test/support/asRole.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import {
  AS_FILE,
  aDocument,
  addMaster,
  aLine,
  day,
  decimal,
  importRows,
  rowsOf,
  takeBatch,
} from '../../test/support/facts.ts';

/** Of one small import in its transaction, as `importRows` below does it. */
const STATEMENTS_MOST = 21;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** One import after the other: what is sent each time, the dispositions, the revisions known then. */
const HISTORIES: { name: string; files: Partial<Line>[][]; ends: string[]; known: string[] }[] = [
  { name: 'new', files: [[{}]], ends: ['accepted 1'], known: ['1:10.00'] },
  {
    name: 'sent twice',
    files: [[{}], [{}]],
    ends: ['accepted 1', 'duplicate 1'],
    known: ['1:10.00', '1:10.00'],
  },
  {
    name: 'corrected',
    files: [[{}], [{ netValue: decimal('12.00') }]],
    ends: ['accepted 1', 'accepted 1'],
    known: ['1:10.00', '2:12.00'],
  },
  {
    name: 'an old copy after the correction',
    files: [[{}], [{ netValue: decimal('12.00') }], [{}]],
    ends: ['accepted 1', 'accepted 1', 'superseded 1'],
    known: ['1:10.00', '2:12.00', '2:12.00'],
  },
  {
    name: 'the old content after the correction, in another file, and each of the three again',
    files: [
      [{}],
      [{ netValue: decimal('12.00') }],
      [{}, { line: '2' }],
      [{}, { line: '2' }],
      [{}],
      [{ netValue: decimal('12.00') }],
    ],
    ends: ['accepted 1', 'accepted 1', 'accepted 2', 'duplicate 2', 'duplicate 1', 'superseded 1'],
    known: ['1:10.00', '2:12.00', '3:10.00 1:10.00', '3:10.00 1:10.00', '3:10.00 1:10.00', '3:10.00 1:10.00'],
  },
  {
    name: 'a file that said what was known, again after a correction',
    files: [[{}], [{}, { line: '2' }], [{ unit: 'BOX' }], [{}, { line: '2' }]],
    ends: ['accepted 1', 'accepted 1, duplicate 1', 'accepted 1', 'duplicate 1, superseded 1'],
    known: ['1:10.00', '1:10.00 1:10.00', '2:10.00 1:10.00', '2:10.00 1:10.00'],
  },
  {
    name: 'the correction twice, then a third content',
    files: [[{}], [{ unit: 'BOX' }], [{ unit: 'BOX' }], [{ unit: 'CASE' }]],
    ends: ['accepted 1', 'accepted 1', 'duplicate 1', 'accepted 1'],
    known: ['1:10.00', '2:10.00', '2:10.00', '3:10.00'],
  },
  {
    name: 'the same value in another scale is the same content',
    files: [[{}], [{ netValue: decimal('10.0') }]],
    ends: ['accepted 1', 'duplicate 1'],
    known: ['1:10.00', '1:10.00'],
  },
  {
    name: 'a known day in the file is no content',
    files: [[{}], [{ knownOn: day('2025-01-01') }]],
    ends: ['accepted 1', 'duplicate 1'],
    known: ['1:10.00', '1:10.00'],
  },
  {
    name: 'two equal copies in one file',
    files: [[{}, {}]],
    ends: ['accepted 1, duplicate 1'],
    known: ['1:10.00'],
  },
  {
    name: 'two copies in one file, which is sent again after a correction',
    files: [[{}, {}], [{ unit: 'BOX' }], [{}, {}]],
    ends: ['accepted 1, duplicate 1', 'accepted 1', 'superseded 2'],
    known: ['1:10.00', '2:10.00', '2:10.00'],
  },
  {
    name: 'two old copies in another file',
    files: [[{}], [{ unit: 'BOX' }], [{}, {}]],
    ends: ['accepted 1', 'accepted 1', 'accepted 1, duplicate 1'],
    known: ['1:10.00', '2:10.00', '3:10.00'],
  },
  {
    name: 'two contents in one file, twice one of them',
    files: [[{}, { unit: 'BOX' }, {}]],
    ends: ['quarantined 3'],
    known: [''],
  },
  {
    name: 'two contents in one file, one of them known',
    files: [[{}], [{}, { unit: 'BOX' }]],
    ends: ['accepted 1', 'quarantined 2'],
    known: ['1:10.00', '1:10.00'],
  },
  {
    name: 'an attribute changes the content',
    files: [[{}], [{ attributes: { promotion: 'yes' } }]],
    ends: ['accepted 1', 'accepted 1'],
    known: ['1:10.00', '2:10.00'],
  },
];

test.each(HISTORIES)('dispositions: $name', async ({ files, ends, known }) => {
  const tenant = await database.tenant();
  for (const [index, file] of files.entries()) {
    const rows = rowsOf(...file.map(aLine));
    const summary = await importRows(database.store, tenant, rows);
    const tallies = Object.entries(summary.dispositions).filter(([, tally]) => tally.rows > 0);
    expect(tallies.map(([name, tally]) => `${name} ${tally.rows}`).join(', ')).toBe(ends[index]);
    expect(summary.received.rows).toBe(tallies.reduce((sum, [, tally]) => sum + tally.rows, 0));
    expect(await revisions(tenant)).toBe(known[index]);
  }
});

async function revisions(tenant: TenantId): Promise<string> {
  const lines = await database.store.inTenant(tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  return lines.map((line) => `${line.revision}:${value(line)}`).join(' ');
}

const value = (line: Line) => {
  const digits = String(line.netValue?.digits);
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test('a row that is no line is quarantined with its texts as received, and everything reconciles', async () => {
  const tenant = await database.tenant();
  const bad: ReceivedRow = {
    row: 2,
    texts: ['a\u0000b', 'tab\there', 'back\\slash', 'line\nfeed', 'Ｅ\u0301', '\\N'],
    parsed: {
      refusals: [
        refuse('line-decimal-invalid', 'netValue', { value: '1\u00002' }),
        refuse('line-date-invalid', 'orderDate', { value: '2026-02-30' }),
        refuse('line-date-invalid', 'invoiceDate', { value: 'x' }),
      ],
    },
  };
  const good = rowsOf(aLine({ netValue: decimal('0.1') }), aLine({ line: '3', netValue: decimal('-0.25') }));
  const rows = [...good.slice(0, 1), bad, ...good.slice(1).map((row) => ({ ...row, row: 3 }))];
  const summary = await importRows(database.store, tenant, rows);
  expect(summary.received).toEqual({ rows: 3, quantity: '2', netValue: '-0.15' });
  expect(summary.dispositions.accepted).toEqual({ rows: 2, quantity: '2', netValue: '-0.15' });
  expect(summary.dispositions.quarantined).toEqual({ rows: 1, quantity: '0', netValue: '0' });
  expect(summary.reasons).toEqual({ 'line-decimal-invalid': 1, 'line-date-invalid': 1 });
  const [kept] = await receivedRows(tenant, 'quarantined');
  expect(JSON.parse(kept?.texts ?? '')).toEqual(bad.texts);
  expect(kept?.refusals[0]?.facts.value).toBe('1\u24002');
});

test('companies, partners and products that nobody knows are quarantined, each with its own reason', async () => {
  const tenant = await database.tenant();
  await addMaster(database.store, tenant, [
    { kind: 'partner', code: 'P1', name: 'One', attributes: {} },
    { kind: 'product', code: 'A', name: 'Apple', attributes: {} },
    { kind: 'product', code: 'P2', name: 'A product with the code of a partner', attributes: {} },
    { kind: 'category', code: 'B', name: 'A category with the code of a product', attributes: {} },
  ]);
  const lines = [
    aLine(),
    aLine({ line: '2', partner: 'P2' }),
    aLine({ line: '3', product: 'B' }),
    aLine({ line: '4', partner: 'P2', product: 'B', company: 'nw' }),
    aLine({ line: '5', company: 'AW' }),
  ];
  const summary = await database.store.inTenant(tenant, async (tx) => {
    await tx.imports.stage(rowsOf(...lines));
    await tx.imports.quarantineUnknown();
    return tx.imports.commit(aDocument(), await takeBatch(tx, 'lines'), AS_FILE);
  });
  expect(summary.dispositions.accepted.rows).toBe(2);
  expect(summary.reasons).toEqual({
    'line-company-unknown': 1,
    'line-partner-unknown': 2,
    'line-product-unknown': 2,
  });
  const [second, , fourth] = await receivedRows(tenant, 'quarantined');
  expect(second?.refusals).toEqual([refuse('line-partner-unknown', 'partner', { row: '2', value: 'P2' })]);
  expect(fourth?.refusals).toEqual([
    refuse('line-company-unknown', 'company', { row: '4', value: 'nw' }),
    refuse('line-partner-unknown', 'partner', { row: '4', value: 'P2' }),
    refuse('line-product-unknown', 'product', { row: '4', value: 'B' }),
  ]);
});

test('a row that was quarantined once becomes a line when its file comes again, unless another came since', async () => {
  const tenant = await database.tenant();
  const send = (rows: readonly ReceivedRow[], bytes: string) =>
    database.store.inTenant(tenant, async (tx) => {
      await tx.imports.stage(rows);
      await tx.imports.quarantineUnknown();
      const batch = await takeBatch(tx, 'lines');
      const { dispositions } = await tx.imports.commit(aDocument(bytes), batch, AS_FILE);
      return Object.entries(dispositions).flatMap(([name, { rows: count }]) => (count > 0 ? [name] : []));
    });
  const early = rowsOf(aLine());
  const other = rowsOf(aLine({ line: '2' }));
  expect(await send(early, 'early')).toEqual(['quarantined']);
  expect(await send(other, 'other')).toEqual(['quarantined']);
  await addMaster(database.store, tenant, [
    { kind: 'partner', code: 'P1', name: 'One', attributes: {} },
    { kind: 'product', code: 'A', name: 'Apple', attributes: {} },
  ]);
  expect(await send(other, 'other')).toEqual(['accepted']);
  expect(await send(rowsOf(aLine({ netValue: decimal('12.00') })), 'late')).toEqual(['accepted']);
  expect(await send(early, 'early')).toEqual(['superseded']);
  expect(await revisions(tenant)).toBe('1:12.00 1:10.00');
});

test('the same bytes under another description are a correction, and can be taken back', async () => {
  const tenant = await database.tenant();
  const send = (unit: string) =>
    database.store.inTenant(tenant, async (tx) => {
      await tx.imports.stage(rowsOf(aLine({ unit })));
      return tx.imports.commit(aDocument('the bytes'), await takeBatch(tx, 'lines'), AS_FILE);
    });
  for (const unit of ['EA', 'BOX', 'EA']) {
    expect((await send(unit)).dispositions.accepted.rows).toBe(1);
  }
  expect(await revisions(tenant)).toBe('3:10.00');
});

type Received = { readonly texts: string; readonly refusals: readonly Refusal[] };

function receivedRows(tenant: TenantId, disposition: string): Promise<Received[]> {
  return asRole(
    database.appUrl,
    tenant,
    `SELECT texts::text, refusals FROM received_row WHERE disposition = '${disposition}' ORDER BY row_number`,
  );
}

test('the control quantity is the first that a line carries', async () => {
  const tenant = await database.tenant();
  const lines = [
    aLine({ quantities: { ordered: decimal('7'), received: decimal('5') } }),
    aLine({ line: '2', quantities: { invoiced: decimal('1.50'), ordered: decimal('9') } }),
    aLine({ line: '3', quantities: {} }),
    aLine({ line: '4', quantities: { stocked: decimal('-2') } }),
  ];
  const summary = await importRows(database.store, tenant, rowsOf(...lines));
  expect(summary.received.quantity).toBe('6.50');
});

test('a file may be staged in pieces, and an empty one is an import without rows', async () => {
  const tenant = await database.tenant();
  const rows = rowsOf(...Array.from({ length: 1203 }, (_, index) => aLine({ line: String(index) })));
  const summary = await database.store.inTenant(tenant, async (tx) => {
    for (let start = 0; start < rows.length; start += 500)
      await tx.imports.stage(rows.slice(start, start + 500));
    return tx.imports.commit(aDocument(), await takeBatch(tx, 'lines'), AS_FILE);
  });
  expect(summary.dispositions.accepted.rows).toBe(1203);
  const empty = await importRows(database.store, tenant, []);
  expect(empty.received).toEqual({ rows: 0, quantity: '0', netValue: '0' });
  expect(empty.batch).toBe(2);
});

test('a file of few rows asks the database few things: each is a way there and back', async () => {
  const tenant = await database.tenant();
  await importRows(database.store, tenant, rowsOf(aLine()));
  const asked = vi.spyOn(Client.prototype, 'query');
  await importRows(database.store, tenant, rowsOf(aLine({ line: '2' })));
  const known = asked.mock.calls.length;
  asked.mockClear();
  const corrected = { correctionOf: { document: aLine().document, line: '1' } };
  await importRows(database.store, tenant, rowsOf(aLine({ line: '3', ...corrected })));
  // What looks for the line that is corrected is asked only where one is.
  expect(asked.mock.calls.length).toBe(known + 1);
  asked.mockRestore();
  expect(known).toBeLessThanOrEqual(STATEMENTS_MOST);
});

test('two imports of the same lines at once: the second finds what the first made known', async () => {
  const tenant = await database.tenant();
  const rows = rowsOf(aLine(), aLine({ line: '2' }), aLine({ line: '3' }));
  const summaries = await Promise.all([1, 2, 3].map(() => importRows(database.store, tenant, rows)));
  expect(summaries.map((one) => one.dispositions.accepted.rows).sort()).toEqual([0, 0, 3]);
  expect(summaries.map((one) => one.dispositions.duplicate.rows).sort()).toEqual([0, 3, 3]);
  expect(summaries.map((one) => one.batch).sort()).toEqual([1, 2, 3]);
});
