import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { issueKey } from '../../app/access/issueKey.ts';
import { SCOPES, type Scope } from '../../app/access/scope.ts';
import type { TenantId } from '../../app/ports.ts';
import { asRole } from '../support/asRole.ts';
import { testDatabase } from '../support/database.ts';
import { type Leaf, leavesOf, listedProgram, runHere } from '../support/listedProgram.ts';
import { taken } from '../support/scenario.ts';

// Every command there is, as the program itself lists them, with the key of a person who may do nothing:
// whatever reaches a tenant asks who gives it first, and for the scope that the API asks for.

/** Commands that reach no tenant's rows for anybody, and why no key speaks for them. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  start: 'a program that runs',
  serve: 'a program that runs',
  worker: 'a program that runs',
  migrate: 'the owner of the database',
  backup: 'the owner of the database',
  restore: 'the owner of the database',
  move: 'the owner of the database',
  doctor: 'counts and settings of the installation',
  'tenant create': 'the owner of the database',
  'keys list': 'fingerprints of the installation',
  'access administrator': 'only before there is anybody',
  'account password': 'of an account in whichever tenants: whoever holds the database',
  'access whoami': 'tells of the key itself',
  inspect: 'files',
  'trust scan': 'files',
  'trust detectors': 'no rows',
  'agreement validate': 'files',
  'agreement schema': 'no rows',
  'agreement template': 'no rows',
  'why-not': 'files',
  verify: 'files',
  conformance: 'files',
  'documents render': 'files',
  'documents red-letter': 'files',
};

/** What a command wants that is not any word. */
const SAMPLES: Readonly<Record<string, string>> = {
  'last-day': '2026-06-30',
  from: '2026-01-01',
  month: '2026-01',
  period: '2026-01',
  scopes: 'facts:read',
  // Of an account that ends.
  'bank set file': 'none',
  'retention set kind': 'jobs',
  'retention set days': '30',
  // Other files are not there; what is written goes where the test may write.
  file: join(tmpdir(), 'openrebate-who-gives-it', 'file'),
};

/** Options of which one has to be given. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  'ledger roll-forward': ['--from', '2026-01-01', '--until', '2026-01-31'],
  'access key': ['--person', '00000000-0000-4000-8000-000000000000'],
};

vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const database = await testDatabase();
const clock = { now: () => new Date() };
const ports = {
  store: database.store,
  clock,
  ids: uuidV7(clock),
  sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
  random: (bytes: number) => randomBytes(bytes),
};
const person = randomUUID();
let tenant: TenantId;
let program: Command;
beforeAll(async () => {
  const code = `t-${randomUUID().slice(0, 8)}`;
  tenant = await database.tenant(code);
  await database.store.inTenant(tenant, (tx) =>
    tx.access.addPerson({ id: person, login: 'mia', name: 'Mia', isActive: true, version: 1 }),
  );
  process.env.DATABASE_URL = database.appUrl;
  process.env.OPENREBATE_TENANT = code;
  program = await listedProgram();
});
afterAll(() => database.drop());

async function keyWith(scopes: readonly Scope[]): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const wanted = { holder: { kind: 'person', id: person }, label: 'test', scopes, expiresAt } as const;
  return taken(await issueKey(ports, tenant, wanted, { kind: 'system', id: 'demo' })).text;
}

/** The command with something in each place that it has to be given. */
function given({ name, command }: Leaf): string[] {
  const places = command.registeredArguments.filter(({ required }) => required);
  const options = command.options.filter(({ mandatory }) => mandatory);
  return [
    ...name.split(' '),
    ...(CHOSEN[name] ?? []),
    ...places.map(
      (place) => place.argChoices?.[0] ?? SAMPLES[`${name} ${place.name()}`] ?? SAMPLES[place.name()] ?? '1',
    ),
    ...options.flatMap(({ long = '', argChoices }) => [
      long,
      argChoices?.[0] ?? SAMPLES[long.slice(2)] ?? '1',
    ]),
  ];
}

/** Runs a command in this process; gives the codes that it refused by. */
async function refusedBy(leaf: Leaf): Promise<string[]> {
  const { out, err } = await runHere(['--json', ...given(leaf)]);
  return [...(out + err).matchAll(/"code":\s*"([a-z-]+)"/g)].map(([, code = '']) => code);
}

const asking = () => leavesOf(program).filter(({ name }) => !(name in WITHOUT_KEY));

test('every command that reaches a tenant asks whoever gives it for a scope, before all else', async () => {
  const names = leavesOf(program).map(({ name }) => name);
  expect(Object.keys(WITHOUT_KEY).filter((name) => !names.includes(name))).toEqual([]);
  expect(asking().length).toBeGreaterThan(60);
  process.env.OPENREBATE_KEY = await keyWith([]);
  const passed: string[] = [];
  for (const leaf of asking()) {
    const codes = await refusedBy(leaf);
    if (codes[0] !== 'scope-missing') passed.push(`${leaf.name}: ${codes.join(' ')}`);
  }
  expect(passed).toEqual([]);
}, 120_000);

test('and whatever is then done is the deed of that person, in every row of the audit trail', async () => {
  const before = await auditors();
  process.env.OPENREBATE_KEY = await keyWith(SCOPES);
  for (const leaf of asking()) await refusedBy(leaf);
  const after = (await auditors()).slice(before.length);
  expect(after.length).toBeGreaterThan(3);
  expect(new Set(after.filter((actor) => actor !== 'system:demo'))).toEqual(new Set([`person:${person}`]));
}, 120_000);

async function auditors(): Promise<string[]> {
  const rows = await asRole<{ actor: string }>(
    database.appUrl,
    tenant,
    'SELECT actor FROM audit ORDER BY recorded_at, id',
  );
  return rows.map(({ actor }) => actor);
}
