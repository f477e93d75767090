import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atRest } from '../crash/mixedLoad/atRest.ts';
import { noBooks } from '../crash/mixedLoad/expectedBooks.ts';
import { goodRows, undone } from '../crash/mixedLoad/lineStories.ts';
import { newTold } from '../crash/mixedLoad/loadClient.ts';
import { openTenant } from '../crash/mixedLoad/openTenant.ts';
import { agreementLife, factsBeside, personAndReads } from '../crash/mixedLoad/otherStories.ts';
import { seededRandom } from '../crash/seededRandom.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { install } from '../support/served.ts';

// A day's work of the whole program; says how many bytes went out of this network meanwhile.

/** What it says at its end, as JSON. */
export type WorkedAlone = {
  /** Bytes that the program sent, and that somebody sends who does. */
  readonly sent: number;
  readonly control: number;
  readonly acknowledged: number;
  readonly odd: readonly string[];
};

/** What went out through the one interface that leads anywhere. */
function sent(): number {
  const [, counters = ''] = /^ *out:(.*)$/m.exec(readFileSync('/proc/net/dev', 'utf8')) ?? [];
  return Number(counters.trim().split(/ +/)[8]);
}

const folder = mkdtempSync(join(tmpdir(), 'openrebate-alone-'));
chmodSync(folder, 0o755);
const before = sent();
const installation = await install(folder);
const { state } = installation;
const server = await installation.start();
const worker = await installation.startWorker();
const told = newTold();
const tenant = await openTenant(installation, told);
const books = noBooks();
for (const [number, story] of [goodRows, undone, factsBeside, personAndReads, agreementLife].entries()) {
  const draw = seededRandom(number);
  const { client, approver } = tenant;
  await story({ client, approver, mark: `alone-${number}`, told, books, draw });
}
await atRest(installation, tenant, true);
const { code, err } = await openrebateWith({ OPENREBATE_HOME: state }, 'backup', join(folder, 'x.backup'));
if (code !== 0) told.odd.push(err);
for (const program of [worker, server]) {
  program.child.kill('SIGTERM');
  await program.ended;
}
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
const during = sent() - before;
// The same way, by somebody who sends something.
await fetch('http://203.0.113.9/', { signal: AbortSignal.timeout(500) }).catch(() => undefined);
const { acknowledged, odd } = told;
const found: WorkedAlone = {
  sent: during,
  control: sent() - before - during,
  acknowledged: acknowledged.length,
  odd,
};
process.stdout.write(`${JSON.stringify(found)}\n`);
