import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { openStore } from '../../adapters/db/store.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import type { Ports } from '../../app/ports.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Line } from '../../core/fact/line.ts';
import { atScale } from '../../core/number/decimal.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import { createDemoTenant, loadDemo } from '../../main/demo.ts';
import { demoAgreement, demoLines, demoMaster, demoPath } from '../facts/demo/demoFiles.ts';
import { factsOf, loadTables } from '../facts/demo/loadTables.ts';
import { startServer, stopServer } from '../support/testServer.ts';

// The main job against a floor and a rival, in one run: the floor is one pass over the same lines that
// only adds; the rival is plain SQL on PostgreSQL, written by hand for each agreement (it gives the
// amounts, without explanation). `npm run bench:demo` prints the table of docs/benchmarks.md.

const ROUNDS = 5;
const EFFECTIVE = 20_361;

type Timed = { readonly name: string; readonly milliseconds: readonly number[] };

async function timed(name: string, work: () => unknown): Promise<Timed> {
  const milliseconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    milliseconds.push(performance.now() - began);
  }
  return { name, milliseconds: milliseconds.sort((a, b) => a - b) };
}

const folder = mkdtempSync(join(tmpdir(), 'openrebate-bench-'));
chmodSync(folder, 0o755);
writeFileSync(join(folder, 'run'), String(process.pid));
const server = await startServer(folder);
const admin = new Client({ connectionString: server.adminUrl });
await admin.connect();
await loadTables(admin);

const agreements = readdirSync(demoPath('agreements')).map((file) => file.replace(/\.json$/, ''));
const lines: Line[] = [
  ...(await demoLines('aw-reseller-sales')),
  ...(await demoLines('aw-purchasing')),
  ...(await demoLines('nw-sales')),
];
const master = await demoMaster();
const plans = await Promise.all(
  agreements.map(async (name) => {
    return compilePlan(await demoAgreement(name), master);
  }),
);
const terms = plans.reduce((sum, plan) => sum + plan.terms.length, 0);

function addOnly(): bigint {
  let sum = 0n;
  for (let term = 0; term < terms; term += 1) {
    for (const { netValue } of lines) sum += netValue === undefined ? 0n : atScale(netValue, 9);
  }
  return sum;
}

function calculate(): number {
  const context = { master, effective: EFFECTIVE };
  return plans.reduce((sum, plan) => sum + earn(plan, execute(plan, lines, context), context).length, 0);
}

async function inSql(): Promise<void> {
  for (const name of agreements) await factsOf(admin, name);
}

let databases = 0;
async function wholeJob(): Promise<{ imported: number; calculated: number }> {
  databases += 1;
  const urls = await provision(server.adminUrl, {
    database: `bench_${databases}`,
    passwords: server.passwords,
  });
  await migrate(urls.ownerUrl);
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const store = openStore({ url: urls.appUrl });
  const ports: Ports = { store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
  const tenant = await createDemoTenant(ports, urls.ownerUrl, 'demo');
  const began = performance.now();
  await loadDemo(ports, tenant, { onFile: () => undefined, onImported: () => undefined });
  const loaded = performance.now();
  await calculateDue(ports, tenant);
  const done = performance.now();
  await store.close();
  return { imported: loaded - began, calculated: done - loaded };
}

async function copyOnly(): Promise<void> {
  await admin.query('DROP TABLE IF EXISTS bench_copy');
  await admin.query('CREATE TABLE bench_copy AS SELECT * FROM aw_sales');
}

const jobs: { imported: number; calculated: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1) jobs.push(await wholeJob());
const rounds = (of: 'imported' | 'calculated') => jobs.map((job) => job[of]).sort((a, b) => a - b);

const results: readonly Timed[] = [
  await timed(`floor: add one number of ${lines.length} lines, ${terms} times`, addOnly),
  await timed(
    `calculate ${agreements.length} agreements, ${terms} terms, over ${lines.length} lines`,
    calculate,
  ),
  await timed('rival: the same amounts in hand-written SQL', inSql),
  await timed('floor: copy the 60,855 sales lines inside PostgreSQL', copyOnly),
  {
    name: 'import of the whole demo: 71,855 lines, master data, agreements',
    milliseconds: rounds('imported'),
  },
  { name: 'calculate and book all agreements on the database', milliseconds: rounds('calculated') },
];

await admin.end();
await stopServer(server);
rmSync(folder, { recursive: true, force: true });
const cell = (value: number | undefined) => String(Math.round(value ?? 0)).padStart(8);
process.stdout.write('| what | least ms | median ms | most ms |\n| --- | ---: | ---: | ---: |\n');
for (const { name, milliseconds } of results) {
  const figures = [milliseconds[0], milliseconds[Math.floor(ROUNDS / 2)], milliseconds.at(-1)];
  process.stdout.write(`| ${name} | ${figures.map(cell).join(' | ')} |\n`);
}
