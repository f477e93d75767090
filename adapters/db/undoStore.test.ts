import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportSummary, ReceivedRow, TenantId } from '../../app/ports.ts';
import type { Line } from '../../core/fact/line.ts';
import { asRole } from '../../test/support/asRole.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { AS_FILE, AT, aDocument, aLine, decimal, rowsOf, takeBatch } from '../../test/support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A file as "1a 2b": the line, and what it says; equal texts are equal bytes. */
function importText(tenant: TenantId, text: string, identity: 'lineNumber' | 'occurrence' = 'lineNumber') {
  return importAs(tenant, text, identity, AS_FILE);
}

function importAs(
  tenant: TenantId,
  text: string,
  identity: 'lineNumber' | 'occurrence',
  options: Parameters<
    Parameters<Parameters<TestDatabase['store']['inTenant']>[1]>[0]['imports']['commit']
  >[2],
): Promise<ImportSummary> {
  return database.store.inTenant(tenant, async (tx) => {
    await tx.imports.stage(rowsIn(text));
    const document = { ...aDocument(text), name: text, identity };
    return tx.imports.commit(document, await takeBatch(tx, 'lines'), options);
  });
}

function rowsIn(text: string): ReceivedRow[] {
  const lines = text
    .split(' ')
    .map((word): Line => aLine({ line: word.slice(0, 1), netValue: decimal(VALUES[word.slice(1)] ?? '0') }));
  return rowsOf(...lines);
}

const VALUES: Readonly<Record<string, string>> = { a: '1', b: '2', c: '3', '': '0' };

function undo(tenant: TenantId, document: string) {
  return database.store.inTenant(tenant, async (tx) =>
    tx.undo.undo({ document, batch: await takeBatch(tx, 'lines'), reason: 'test', actor: 'system:test' }),
  );
}

/** "1a 2b" of the lines known now. */
async function known(tenant: TenantId): Promise<string> {
  const lines = await database.store.inTenant(tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  const letterOf = (line: Line) =>
    Object.entries(VALUES).find(([, value]) => value === String(line.netValue?.digits))?.[0] ?? '';
  return lines.map((line) => `${line.line}${letterOf(line)}`).join(' ');
}

/** Files in order; "-2" undoes the second one. What is known after all of it. */
test.each([
  ['a new import', ['1a 2b', '-1'], ''],
  ['one of two', ['1a', '2b', '-1'], '2b'],
  ['a correction', ['1a', '1b', '-2'], '1a'],
  ['what was corrected since', ['1a', '1b', '-1'], '1b'],
  ['both, in order', ['1a', '1b', '-1', '-2'], ''],
  ['both, the other way round', ['1a', '1b', '-2', '-1'], ''],
  ['what another one says, too', ['1a 2a', '1a 3a', '-1'], '1a 3a'],
  ['what another one said, too', ['1a 2a', '1a 3a', '-1', '-2'], ''],
  ['the one that said it again', ['1a', '1a 2a', '-2'], '1a'],
  ['a correction that was taken back by the old content', ['1a', '1b', '1a 2a', '-2'], '1a 2a'],
  ['the old content that took a correction back', ['1a', '1b', '1a 2a', '-3'], '1b'],
  ['twice', ['1a', '1b', '-2', '-2'], '1a'],
  ['and the same file again', ['1a 2b', '-1', '1a 2b'], '1a 2b'],
  ['and the same file again, which another one has corrected', ['1a', '1b', '-1', '1a'], '1a'],
  ['and the undone correction again', ['1a', '1b', '-2', '1b'], '1b'],
  ['the file before a correction that is sent again', ['1a', '1b', '1a', '-2'], '1a'],
  ['two contents in one file, which said nothing', ['1a', '1b 1c', '-2'], '1a'],
])('undo %s', async (_, steps, expected) => {
  const tenant = await database.tenant();
  const ids: string[] = [];
  for (const step of steps) {
    if (step.startsWith('-')) await undo(tenant, ids[Number(step.slice(1)) - 1] as string);
    else ids.push((await importText(tenant, step)).document.id);
  }
  expect(await known(tenant)).toBe(expected);
});

test('what is known after an undo is what the other imports alone say', { timeout: 60_000 }, async () => {
  const word = fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('a', 'b', 'c'));
  const file = fc
    .uniqueArray(word, { minLength: 1, maxLength: 3, selector: ([line]) => line })
    .map((words) => words.map((parts) => parts.join('')).join(' '));
  const story = fc.record({
    files: fc.array(file, { minLength: 1, maxLength: 5 }),
    undone: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ files, undone }) => {
      const [tenant, other] = [await database.tenant(), await database.tenant()];
      const ids: string[] = [];
      for (const text of files) ids.push((await importText(tenant, text)).document.id);
      // A copy of a file said nothing of its own: it goes with the file.
      const taken = new Set(undone.map((index) => files[index % files.length]));
      const gone = new Set(files.flatMap((text, index) => (taken.has(text) ? [index] : [])));
      for (const index of gone) await undo(tenant, ids[index] as string);
      for (const text of files.filter((__, index) => !gone.has(index))) await importText(other, text);
      expect(await known(tenant)).toBe(await known(other));
    }),
    { numRuns: 25, seed: 20_261_129 },
  );
});

test('an undo says what it did, is known from its batch on, and deletes nothing', async () => {
  const tenant = await database.tenant();
  const first = await importText(tenant, '1a 2a');
  const second = await importText(tenant, '1b 3b');
  const done = await undo(tenant, second.document.id);
  expect(done).toEqual({ withdrawn: 1, restored: 1 });
  const at = (batch: number) =>
    database.store.inTenant(tenant, async (tx) => (await tx.lines.knownAt(batch, {})).length);
  expect([await at(first.batch), await at(second.batch), await at(second.batch + 1)]).toEqual([2, 3, 2]);
  const stored = await database.store.inTenant(tenant, (tx) => tx.received.import(second.document.id));
  expect(stored?.undone).toEqual({ batch: 3, reason: 'test', actor: 'system:test' });
  expect(stored?.rows.accepted).toBe(2);
});

/** Documents without line numbers: "whole" files correct what is known of a document. */
test.each([
  ['a line less', ['1a 2b', 'whole 1a'], '1a'],
  ['another line', ['1a 2b', 'whole 1a 3c'], '1a 3c'],
  ['the first file again', ['1a 2b', 'whole 1a 3c', '1a 2b'], '1a 3c'],
  ['the correction undone', ['1a 2b', 'whole 1a 3c', '-2'], '1a 2b'],
  ['the correction undone, then the first', ['1a 2b', 'whole 1a 3c', '-2', '-1'], ''],
  ['the first undone', ['1a 2b', 'whole 1a 3c', '-1'], '1a 3c'],
  ['cut, then the same bytes as whole', ['1a 2b', '1a 3c', 'whole 1a 3c'], '1a 3c'],
  ['cut', ['1a 2b', '1a'], '1a 2b'],
  ['cut, after what it lacks was undone', ['1a 2b', '1a', '-1', '1a'], '1a'],
])('a whole document with %s', async (_, steps, expected) => {
  const tenant = await database.tenant();
  const ids: string[] = [];
  for (const step of steps) {
    const text = step.replace('whole ', '');
    const documents = step === text ? ('mayBeCut' as const) : ('whole' as const);
    if (step.startsWith('-')) await undo(tenant, ids[Number(step.slice(1)) - 1] as string);
    else {
      const options = { documents, ends: 'arrived' as const, at: AT };
      ids.push((await importAs(tenant, text, 'occurrence', options)).document.id);
    }
  }
  expect(await known(tenant)).toBe(expected);
});

test('every line that is written points to a row and a batch that are there', async () => {
  const tenant = await database.tenant();
  const first = await importText(tenant, '1a 2a 3a', 'occurrence');
  const whole = { documents: 'whole' as const, ends: 'arrived' as const, at: AT };
  const second = await importAs(tenant, '1b 4b', 'occurrence', whole);
  for (const { document } of [second, first]) await undo(tenant, document.id);
  const [counted] = await asRole<{ lines: number }>(
    database.appUrl,
    tenant,
    `SELECT count(*)::int AS lines, count(r.row_number)::int AS rows, count(b.number)::int AS batches
     FROM line l
     LEFT JOIN received_row r USING (tenant_id, document_id, row_number)
     LEFT JOIN batch b ON b.tenant_id = l.tenant_id AND b.number = l.batch`,
  );
  const { lines = 0 } = counted ?? {};
  expect(lines).toBeGreaterThan(10);
  expect(counted).toEqual({ lines, rows: lines, batches: lines });
});
