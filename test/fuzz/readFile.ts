import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { inspectTable } from '../../adapters/files/inspectTable.ts';
import { openTable } from '../../adapters/files/openTable.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { decodeLineSource, type LineSource } from '../../adapters/files/sourceDescription.ts';
import { suggestedSource } from '../../adapters/files/suggestedSource.ts';
import type { Detection } from '../../adapters/files/tableFile.ts';
import type { Draw } from '../crash/seededRandom.ts';
import type { FuzzCase, Rows } from './fuzzTarget.ts';
import { expectPlaced, expectReadable, expectRowReadable } from './readable.ts';

/** What a file says: its rows below the header, or why nothing of it is read. */
export type ReadRows = {
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly detection: Detection;
};

/** A file goes the whole way of the product: found out, mapped, each row a line or refused. */
export async function readAsLines(path: string, { bytes }: FuzzCase, draw: Draw): Promise<string> {
  writeFileSync(path, bytes);
  const source = draw(4) === 0 ? await suggested(path) : SOURCE;
  if (typeof source === 'string') return source;
  const file = await readLines(path, { source, name: 'file' });
  if (!file.ok) return expectPlaced(file.refusals);
  const kinds = new Set<string>();
  let before = 0;
  for await (const batch of file.value.batches) {
    if (!batch.ok) return expectPlaced(batch.refusals);
    for (const { row, parsed } of batch.value) {
      assert(row > before, `row ${row} after row ${before}`);
      before = row;
      kinds.add('refusals' in parsed ? expectRowReadable(parsed.refusals, row) : 'line');
    }
  }
  assert.equal(file.value.document().bytes, bytes.length);
  return [...kinds].sort().join('|');
}

/** A description made of what was found, as a person would start from it. */
async function suggested(path: string): Promise<LineSource | string> {
  const inspected = await inspectTable(path, { name: 'file' });
  if (!inspected.ok) return expectPlaced(inspected.refusals);
  const source = decodeLineSource(suggestedSource(inspected.value, 'fuzz'));
  return source.ok ? source.value : expectReadable(source.refusals);
}

/** The texts of a file as they stand, for a second opinion; the refusals' codes where there are none. */
export async function readAsRows(path: string, bytes: Buffer): Promise<ReadRows | string> {
  writeFileSync(path, bytes);
  const opened = await openTable(path, { reading: {}, name: 'file' });
  if (!opened.ok) return expectPlaced(opened.refusals);
  const rows: (readonly string[])[] = [];
  const { columns, detection, batches } = opened.value;
  for await (const batch of batches) {
    if (!batch.ok) return expectPlaced(batch.refusals);
    for (const row of batch.value) {
      if (row.damaged.length > 0) return 'damaged';
      rows.push(row.texts);
    }
  }
  return { columns, rows, detection };
}

const column = (name: string) => ({ column: name });

/** A description of the samples, which leaves open how their numbers are written. */
const SOURCE = sourceOf({
  format: 'openrebate-lines/v1',
  source: 'fuzz',
  file: 'file',
  identity: { by: 'occurrence', document: 'orderID' },
  reading: {},
  fields: {
    side: { constant: 'sale' },
    company: { constant: 'C' },
    partner: column('orderID'),
    product: column('productID'),
    quantity: column('quantity'),
    unit: { constant: 'EA' },
    unitPrice: column('unitPrice'),
    netValue: { product: [column('unitPrice'), column('quantity')] },
    currency: { constant: 'USD' },
  },
});

function sourceOf(json: unknown): LineSource {
  const source = decodeLineSource(json);
  if (!source.ok) throw new Error(JSON.stringify(source.refusals));
  return source.value;
}
