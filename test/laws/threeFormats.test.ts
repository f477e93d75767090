import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../adapters/files/inspectTable.ts';
import { IS_DEEP } from '../support/tradeCases.ts';
import { workbookBytes } from '../support/workbook.ts';

const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  path = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));

type Cells = readonly (readonly string[])[];

const linesOf = ([header = [], ...rest]: Cells) =>
  rest.map((row) => JSON.stringify(Object.fromEntries(header.map((name, at) => [name, row[at]])))).join('\n');
const cellsOf = (rows: Cells) =>
  rows.map((row) =>
    row.map((text) => (/^\d+(\.\d+)?$/.test(text) ? { xml: `<c><v>${text}</v></c>` } : text)),
  );

describe('one table in three formats', () => {
  const cell = fc.oneof(
    fc.constantFrom('1', '12.5', '-3', 'tea', 'Größe', '茶', 'a;b', '2026-12-31'),
    fc.string({ unit: fc.constantFrom('a', 'é', '中', ' ', '-', '"', '&', '<'), minLength: 1, maxLength: 5 }),
  );
  const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });

  it('gives the same texts', async () => {
    const textsOf = async (bytes: Buffer) => {
      await writeFile(path, bytes);
      const found = await inspectTable(path, {
        reading: { encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 1 },
      });
      return found.ok ? found.value.first : found.refusals;
    };
    const quoted = (row: readonly string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const table = [['p', 'q', 'r'], ...rows.slice(0, 3)];
        const csv = await textsOf(Buffer.from(table.map(quoted).join('\n')));
        expect(await textsOf(Buffer.from(linesOf(table)))).toEqual(csv);
        expect(await textsOf(await workbookBytes({ sheets: [{ name: 'S', rows: cellsOf(table) }] }))).toEqual(
          csv,
        );
      }),
      { seed: SEED, numRuns: IS_DEEP ? 2000 : 150 },
    );
  });
});
