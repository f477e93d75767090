import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTable } from '../../adapters/files/openTable.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { drawnBombs } from '../support/drawnBombs.ts';
import { FILE_BOMBS, type FileBomb } from '../support/fileBombs.ts';
import { IS_DEEP } from '../support/tradeCases.ts';

// How long each takes and how much memory: test/bench/fileBombs.ts, in docs/reliability.md.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bombs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SEED = Number(process.env.OPENREBATE_SEED ?? 20_261_129);
const DRAWN = IS_DEEP ? 1000 : 22;

async function codesOf({ bytes }: FileBomb): Promise<string[]> {
  const path = join(folder, 'bomb');
  await writeFile(path, await bytes());
  const opened = await openTable(path, { reading: {} });
  if (!opened.ok) return opened.refusals.map(({ code }) => code);
  const codes: string[] = [];
  for await (const batch of opened.value.batches) {
    if (!batch.ok) codes.push(...batch.refusals.map(({ code }) => code));
  }
  return codes;
}

it.each(FILE_BOMBS)(
  'refuses $name',
  async (bomb) => {
    expect(await codesOf(bomb)).toEqual([bomb.code]);
    expect(REFUSALS).toHaveProperty(bomb.code);
  },
  30_000,
);

it(`refuses ${DRAWN} drawn ones`, async () => {
  for (const bomb of drawnBombs(DRAWN, SEED))
    expect([bomb.name, ...(await codesOf(bomb))]).toEqual([bomb.name, bomb.code]);
}, 3_600_000);
