import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookBytes } from '../../test/support/workbook.ts';
import { openTable } from './openTable.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** How often this process has a file open, as Linux says it. */
async function timesOpen(path: string): Promise<number> {
  const handles = await readdir('/proc/self/fd');
  const files = await Promise.all(
    handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')),
  );
  return files.filter((file) => file === path).length;
}

const ROWS = Array.from({ length: 20_000 }, (_, index) => [String(index), `text ${index * 7919}`]);
const CSV = `a,b\n${ROWS.map((row) => row.join(',')).join('\n')}\n`;

// Only Linux lists what a process has open.
describe.skipIf(process.platform !== 'linux')('a file of which only the header is wanted', () => {
  it.each([
    ['CSV', 1, async () => Buffer.from(CSV)],
    ['CSV, packed', 1, async () => gzipSync(CSV)],
    // Read through for its names and let go of; opened again with its first row.
    ['JSON', 0, async () => Buffer.from(JSON.stringify(ROWS.map(([a, b]) => ({ a, b }))))],
    ['a workbook', 1, () => workbookBytes({ sheets: [{ name: 'S', rows: [['a', 'b'], ...ROWS] }] })],
  ])('is let go of: %s', async (name, times, bytes) => {
    const path = join(folder, name);
    await writeFile(path, await bytes());
    const file = await openTable(path);
    if (!file.ok) throw new Error(JSON.stringify(file.refusals));
    expect(await timesOpen(path)).toBe(times);
    await file.value.close();
    await expect.poll(() => timesOpen(path)).toBe(0);
  });
});
