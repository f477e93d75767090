import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRunning } from '../support/testServer.ts';
import { openrebateWith } from './runCommand.ts';
import { startProgram } from './startedProgram.ts';

// One signal ends all of it in order: listener, worker, embedded database. A second one that is
// meant ends it at once, and the next start goes on.
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-stop-'));
  chmodSync(folder, 0o755);
  expect(await openrebateWith(env(), 'restore', OLD)).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

const env = () => ({ OPENREBATE_HOME: join(folder, 'state'), PORT: '0', LOG_LEVEL: 'warn' });
const pidFile = () => join(folder, 'state', 'database', 'data', 'postmaster.pid');

async function serving() {
  const program = startProgram(['serve', '--lang', 'en'], env());
  const [, address = ''] = await program.seen(/OpenRebate: (http:\/\/localhost:\d+)/);
  return { program, address };
}

/** A request that is never finished: nothing in order waits for it for ever. */
function slowRequest(address: string): Socket {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`GET /api/v1/health HTTP/1.1\r\nHost: localhost:${port}\r\n`);
  return socket;
}

it('ends listener, worker and embedded database on one signal, also when a request hangs', async () => {
  const { program, address } = await serving();
  expect(existsSync(pidFile())).toBe(true);
  const socket = slowRequest(address);
  await once(socket, 'connect');
  program.child.kill('SIGTERM');
  // Without an end of its own it would be killed after 25 seconds, with another code.
  expect(await program.ended).toBe(0);
  expect(existsSync(pidFile())).toBe(false);
  socket.destroy();
}, 60_000);

it('ends at once when it is asked once more; the database stays, and the next start takes it over', async () => {
  const { program, address } = await serving();
  const socket = slowRequest(address);
  await once(socket, 'connect');
  program.child.kill('SIGTERM');
  await sleep(1200);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(143);
  expect(program.printed()).toContain('Ended at once.');
  socket.destroy();
  const pid = Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
  expect(isRunning(pid)).toBe(true);
  const next = await serving();
  expect(next.program.printed()).toContain('runs already');
  next.program.child.kill('SIGTERM');
  expect(await next.program.ended).toBe(0);
  process.kill(pid, 'SIGINT');
}, 60_000);

it('brings its embedded database back when that is killed, and still stops it at the end', async () => {
  const { program, address } = await serving();
  const health = async () => (await fetch(`${address}/api/v1/health`)).status;
  for (let round = 0; round < 2; round += 1) {
    const pid = Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const began = performance.now();
    await program.seen(new RegExp(`(PostgreSQL is back[\\s\\S]*){${round + 1}}`));
    while ((await health()) !== 200) await sleep(50);
    process.stdout.write(`${JSON.stringify({ backAfterMs: Math.round(performance.now() - began) })}\n`);
  }
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(existsSync(pidFile())).toBe(false);
}, 60_000);
