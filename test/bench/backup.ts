import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { loadSnapshot } from '../../adapters/db/backup/loadSnapshot.ts';
import { withSnapshot } from '../../adapters/db/backup/withSnapshot.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { backUp, restore } from '../operations/backups.ts';
import { startServer, stopServer } from '../support/testServer.ts';

// What a backup, a restore and a move of a million lines take, on one server: `node bin/run.mjs
// test/bench/backup.ts [lines]`. The lines are those of a released schema, again and again.

const WANTED = Number(process.argv[2] ?? 1_000_000);
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'openrebate-bench-'));
chmodSync(folder, 0o755);
writeFileSync(join(folder, 'run'), String(process.pid));
const server = await startServer(folder);
let databases = 0;

async function anEmptyDatabase() {
  databases += 1;
  const database = `bench_${databases}`;
  const urls = await provision(server.adminUrl, { database, passwords: server.passwords });
  return { ...urls, adminUrl: Object.assign(new URL(server.adminUrl), { pathname: `/${database}` }).href };
}

/** Every line of the demo's tenant so many times more, under other documents and rows. */
async function multiply(adminUrl: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  const known = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM line');
  const times = Math.ceil(WANTED / (known.rows[0]?.count ?? 1)) - 1;
  for (const [table, changed] of [
    ['received_row', { row_number: 'row_number + n * 10000', document: `document || '-' || n` }],
    ['line', { row_number: 'row_number + n * 10000', document: `document || '-' || n` }],
  ] as const) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => (changed as Record<string, string>)[name] ?? name);
    await client.query(
      `INSERT INTO ${table} (${names.join(', ')})
       SELECT ${values.join(', ')} FROM ${table}, generate_series(1, ${times}) AS n`,
    );
  }
  await client.query('VACUUM ANALYZE');
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM line');
  await client.end();
  return rows[0]?.count ?? 0;
}

async function timed(name: string, work: () => Promise<{ readonly ok: boolean }>): Promise<void> {
  const began = performance.now();
  const result = await work();
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `| ${name} | ${seconds.toFixed(1)} | ${((seconds / lines) * 1_000_000).toFixed(1)} |\n`,
  );
}

const old = await anEmptyDatabase();
await restore(old, OLD);
const lines = await multiply(old.adminUrl);
const file = join(folder, 'bench.backup');
const [source, other] = [await anEmptyDatabase(), await anEmptyDatabase()];
process.stdout.write(`${lines} lines\n| what | seconds | seconds per 1M lines |\n| --- | ---: | ---: |\n`);
await timed('backup of the first released schema, written and read back', () => backUp(old, file));
await timed('restore of it, read back', () => restore(source, file));
await timed('migrations from it to this schema', () => migrate(source.ownerUrl));
await timed('move to another database, read back', () =>
  withSnapshot(source, (snapshot) => loadSnapshot(other.ownerUrl, snapshot)),
);
const rss = Math.round(process.memoryUsage().rss / 2 ** 20);
process.stdout.write(`file: ${statSync(file).size} bytes; memory of the program at the end: ${rss} MiB\n`);
await stopServer(server);
rmSync(folder, { recursive: true, force: true });
