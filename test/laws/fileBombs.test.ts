import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTable } from '../../adapters/files/openTable.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { FILE_BOMBS } from '../support/fileBombs.ts';

// How long each takes and how much memory: test/bench/fileBombs.ts, in docs/reliability.md.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bombs-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(FILE_BOMBS)(
  'refuses $name',
  async ({ code, bytes }) => {
    const path = join(folder, 'bomb');
    await writeFile(path, await bytes());
    const codes: string[] = [];
    const opened = await openTable(path, { reading: {} });
    if (!opened.ok) codes.push(...opened.refusals.map((refusal) => refusal.code));
    else {
      for await (const batch of opened.value.batches) {
        if (!batch.ok) codes.push(...batch.refusals.map((refusal) => refusal.code));
      }
    }
    expect(codes).toEqual([code]);
    expect(REFUSALS).toHaveProperty(code);
  },
  30_000,
);
