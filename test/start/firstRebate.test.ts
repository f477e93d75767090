import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';

// The page that leads from an empty database to a first rebate: its files are saved and its commands
// given, all of them, in order, as a stranger would.
const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/guides/first-rebate.md'), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)];

let database: EmptyDatabase;
let folder: string;
beforeAll(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'first-rebate-'));
  const program = join(folder, 'openrebate');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${ROOT}/bin/openrebate.mjs" "$@"\n`);
  chmodSync(program, 0o755);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

it('a stranger comes to a first rebate by the page alone', { timeout: 240_000 }, async () => {
  const env = {
    ...process.env,
    PATH: [folder, process.env.PATH].join(delimiter),
    LANG: 'C.UTF-8',
    LC_ALL: '',
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    OPENREBATE_TENANT: 'mine',
  };
  const said = new Map<string, string>();
  for (const [, kind, name, text = ''] of BLOCKS) {
    if (name !== undefined) writeFileSync(join(folder, name), text);
    if (kind !== 'sh') continue;
    for (const command of text.trim().split('\n')) {
      const { stdout, stderr } = await promisify(execFile)('/bin/sh', ['-c', command], { cwd: folder, env });
      said.set(command, stdout + stderr);
    }
  }
  expect(said.size).toBe(16);
  const after = (start: string) =>
    [...said].find(([command]) => command.startsWith(`openrebate ${start}`))?.[1] ?? '';
  expect(after('import lines purchases.csv --preview')).toMatch(/accepted +2 .*quarantined +1 /s);
  expect(after('quarantine list')).toMatch(/Holz GmbH/);
  expect(after('alias suggest')).toMatch(/92 % {2}HOLZ|\d\d % {2}HOLZ/);
  expect(after('quarantine replay')).toMatch(/1 row tried again, 1 came in/);
  expect(after('earnings PALLETS-2026')).toMatch(/EUR\s135\.20/);
  expect(after('reconcile agreement')).toMatch(/3 counted/);
});
