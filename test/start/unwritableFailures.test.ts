import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { importLineFile } from '../../main/commands/importLines.ts';
import { readConfig } from '../../main/config.ts';
import type { Terminal } from '../../main/terminal.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { MESSY_HEADER } from '../support/messyFile.ts';
import { taken } from '../support/scenario.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'failures-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** The refusals that the command told. */
async function refusals(file: string, failed: string): Promise<readonly Refusal[]> {
  const told: Refusal[] = [];
  const silent = () => undefined;
  const terminal: Terminal = {
    ...{ language: 'en', isJson: false, print: silent, say: silent, json: silent },
    refuse: (given) => void told.push(...given),
  };
  const config = taken(readConfig({ DATABASE_URL: database.appUrl, OPENREBATE_TENANT: 'acme' }));
  await importLineFile(terminal, config, file, { failed });
  return told;
}

test('an import whose failed rows cannot be written is refused whole, and comes in afterwards', async () => {
  const tenant = await database.tenant('acme');
  const imports = () => database.store.inTenant(tenant, (tx) => tx.received.imports({ limit: 9 }));
  const file = join(folder, 'lines.csv');
  await writeFile(file, `${MESSY_HEADER}\nshop,D1\n`);
  const told = await refusals(file, join(folder, 'nowhere', 'failed.csv'));
  expect(told.map(({ code }) => code)).toEqual(['file-not-writable']);
  expect(await imports()).toEqual([]);
  expect(await refusals(file, join(folder, 'failed.csv'))).toEqual([]);
  expect((await imports()).map(({ rows }) => rows.quarantined)).toEqual([1]);
});
