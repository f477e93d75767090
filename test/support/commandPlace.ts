import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { SCOPES } from '../../app/access/scope.ts';
import { testDatabase } from './database.ts';
import { runHere } from './listedProgram.ts';

/** Where commands are given in a test: a folder, and a database that the environment names, with a tenant to begin from. */
export type CommandPlace = {
  readonly folder: string;
  /** A sandbox of one company on 2026-12-31: from then on its owner gives the commands. */
  readonly inSandbox: (name: string) => Promise<{ readonly owner: string; readonly approver: string }>;
};

export async function commandPlace(): Promise<CommandPlace> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-commands-'));
  const home = process.cwd();
  process.chdir(folder);
  afterAll(async () => {
    process.chdir(home);
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  const office = `t-${randomUUID().slice(0, 8)}`;
  await database.tenant(office);
  process.env.DATABASE_URL = database.appUrl;
  process.env.OPENREBATE_KEY_RING = Buffer.alloc(32, 7).toString('base64');
  return {
    folder,
    inSandbox: async (name) => {
      process.env.OPENREBATE_TENANT = office;
      delete process.env.OPENREBATE_KEY;
      const place = ['--company', 'EU', '--time-zone', 'UTC', '--day', '2026-12-31'];
      const { tenant, secret, approverSecret } = await json('sandbox', 'create', name, ...place);
      Object.assign(process.env, { OPENREBATE_TENANT: tenant, OPENREBATE_KEY: secret });
      return { owner: secret, approver: approverSecret };
    },
  };
}

/** A command of which a test needs the answer. */
export async function json(...words: readonly string[]) {
  const { code, out, err } = await runHere(['--json', ...words]);
  expect([words, code, err]).toEqual([words, 0, expect.any(String)]);
  return JSON.parse(out === '' ? 'null' : out);
}

/** The key of another person, who may everything. */
export async function keyOf(name: string): Promise<string> {
  const { id } = await json('access', 'person', name, name);
  return (await json('access', 'key', '--person', id, '--label', 'x', '--scopes', ...SCOPES)).text;
}
