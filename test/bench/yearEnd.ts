import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';
import { openStore } from '../../adapters/db/store.ts';
import { readBulkFile } from '../../adapters/files/readBulkFile.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import type { MasterRow, Ports } from '../../app/ports.ts';
import { approveBulk } from '../../app/yearEnd/approveBulk.ts';
import { previewBulk } from '../../app/yearEnd/previewBulk.ts';
import { submitBulk } from '../../app/yearEnd/submitBulk.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { importMaster } from '../support/importMaster.ts';
import { startServer, stopServer } from '../support/testServer.ts';
import { agreementText } from '../support/trade.ts';

// A year's end: 2,000 agreements with 2,000 partners from one spreadsheet, looked at, handed in and approved.
// `npm run bench:year-end` prints the rows of docs/benchmarks.md.

const ROWS = Number(process.env.BENCH_ROWS ?? '2000');
const folder = mkdtempSync(join(tmpdir(), 'openrebate-bench-'));
chmodSync(folder, 0o755);
writeFileSync(join(folder, 'run'), String(process.pid));
const server = await startServer(folder);
const urls = await provision(server.adminUrl, { database: 'bench_year_end', passwords: server.passwords });
await migrate(urls.ownerUrl);
const store = openStore({ url: urls.appUrl });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const ports: Ports = { store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC' }];
const tenant = await createTenant(urls.ownerUrl, {
  id: randomUUID(),
  code: 'bench',
  name: 'bench',
  companies,
});

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals.slice(0, 3)));
  return result.value;
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const value = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `| ${name} | ${seconds} s | ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MiB |\n`,
  );
  return value;
}

const numbers = Array.from({ length: ROWS }, (_, index) => String(index + 1).padStart(4, '0'));
const partners = numbers.map((code): MasterRow => ({ kind: 'partner', code, name: code, attributes: {} }));
taken(await importMaster(ports, tenant, partners, systemActor('demo')));
const options = { actor: systemActor('demo'), asNewVersion: false };
taken(await recordAgreement(ports, tenant, agreementText({}, { id: 'TEMPLATE' }), options));
const path = join(folder, 'year-end.csv');
const rows = numbers.map((code) => `B-${code},TEMPLATE,2027-01-01,2027-12-31,${code},10000,1500,2.25`);
writeFileSync(
  path,
  ['agreement,like,firstDay,lastDay,partner,value,threshold.1,percent.1', ...rows].join('\n'),
);

process.stdout.write('| what | time | memory of the process |\n| --- | ---: | ---: |\n');
const file = taken(await readBulkFile(path));
await timed(`preview of ${ROWS} agreements`, () => previewBulk(ports, tenant, file.rows));
const handed = {
  name: 'year-end.csv',
  sha256: file.sha256,
  rows: file.rows,
  actor: { kind: 'person', id: 'mia' },
} as const;
const { id } = taken(await timed(`hand ${ROWS} in`, () => submitBulk(ports, tenant, handed)));
const sven = { kind: 'person', id: 'sven' } as const;
taken(await timed(`approve ${ROWS} at once`, () => approveBulk(ports, tenant, { id, actor: sven })));

await store.close();
await stopServer(server);
rmSync(folder, { recursive: true, force: true });
