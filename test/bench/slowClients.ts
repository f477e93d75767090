import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { rank } from '../support/rank.ts';
import { install, untilReady } from '../support/served.ts';

// The real server while 500 clients are slow or greedy, each kind for a minute, and a healthy one beside
// them: `npm run bench:slow-clients [seconds] [connections]`. Three kinds are those of slowhttptest (Debian).

const SECONDS = Number(process.argv[2] ?? 60);
const CONNECTIONS = Number(process.argv[3] ?? 500);
const OVERLOAD_SECONDS = 15;
const GB = 1024 ** 3;

const folder = mkdtempSync(join(tmpdir(), 'openrebate-slow-'));
chmodSync(folder, 0o755);
const installation = await install(folder);
const program = await installation.start();
await untilReady(installation.address);
const { address, authorization, otherAuthorization } = installation;
const { port } = new URL(address);

type Healthy = { readonly milliseconds: number[]; failures: number };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request of somebody who means well; false where it was not answered as it should be. */
function ask(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      `${address}${path}`,
      { agent, headers: { authorization }, timeout: 10_000 },
      (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode === 200));
      },
    );
    asked.once('timeout', () => asked.destroy()).once('error', () => resolve(false));
    asked.end();
  });
}

/** Twenty requests a second, whatever the others do; one that is late does not keep the next one back. */
async function healthy(seconds: number): Promise<Healthy> {
  const seen: Healthy = { milliseconds: [], failures: 0 };
  const under: Promise<void>[] = [];
  for (let number = 0; number < seconds * 20; number += 1) {
    const began = performance.now();
    const path = number % 2 === 0 ? '/api/v1/earnings?limit=50' : '/api/v1/health';
    under.push(
      ask(path).then((isGood) => {
        seen.milliseconds.push(performance.now() - began);
        if (!isGood) seen.failures += 1;
      }),
    );
    await sleep(50);
  }
  await Promise.all(under);
  return seen;
}

type Bother = (seconds: number) => Promise<unknown>;

function slowhttptest(...mode: string[]): Bother {
  const common = ['-c', String(CONNECTIONS), '-r', '200', '-i', '5', '-p', '5'];
  return (seconds) =>
    new Promise((resolve) => {
      const args = [...mode, ...common, '-l', String(seconds), '-u', `${address}/api/v1/earnings`];
      spawn('slowhttptest', args, { stdio: 'ignore' }).once('exit', resolve).once('error', resolve);
    });
}

/** So many sockets that send something at first and something else every second; one that is closed comes again. */
function sockets(first: () => string | Buffer, each: string | Buffer): Bother {
  return async (seconds) => {
    const open = new Set<Socket>();
    const end = performance.now() + seconds * 1000;
    const dial = () => {
      const socket = connect(Number(port), '127.0.0.1');
      open.add(socket);
      socket.on('error', () => undefined).on('data', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        if (performance.now() < end) setTimeout(dial, 1000);
      });
      socket.write(first());
    };
    for (let number = 0; number < CONNECTIONS; number += 1) dial();
    while (performance.now() < end) {
      await sleep(1000);
      if (each.length > 0) for (const socket of open) socket.write(each);
    }
    for (const socket of open) socket.destroy();
  };
}

function head(method: string, path: string, ...more: readonly string[]): string {
  const own = [`Host: 127.0.0.1:${port}`, `Authorization: ${otherAuthorization}`, ...more];
  return [`${method} ${path} HTTP/1.1`, ...own, '', ''].join('\r\n');
}

const upload = (...more: readonly string[]) =>
  head(
    'POST',
    `/api/v1/imports?name=${randomUUID()}.csv`,
    'Content-Type: text/csv',
    `Idempotency-Key: ${randomUUID()}`,
    ...more,
  );
const person = (...more: readonly string[]) =>
  head(
    'POST',
    '/api/v1/persons',
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
    ...more,
  );
const kilobyte = 'x'.repeat(1024);
const chunk = `400\r\n${kilobyte}\r\n`;
const parameters = Array.from({ length: 100_000 }, (_, number) => `p${number}=1`).join('&');

const BOTHERS: readonly (readonly [name: string, bother: Bother])[] = [
  ['slow headers (slowhttptest)', slowhttptest('-H')],
  ['slow bodies (slowhttptest)', slowhttptest('-B', '-s', '65536')],
  [
    'slow reading (slowhttptest)',
    slowhttptest('-X', '-w', '10', '-y', '20', '-n', '5', '-z', '32', '-k', '3'),
  ],
  ['lines that say nothing', sockets(() => '', '')],
  ['uploads of 1 GB at 1 KB a second', sockets(() => upload(`Content-Length: ${GB}`), kilobyte)],
  ['uploads without an end, in chunks', sockets(() => upload('Transfer-Encoding: chunked'), chunk)],
  ['bodies of JSON without an end', sockets(() => person('Transfer-Encoding: chunked'), chunk)],
  ['100,000 parameters', sockets(() => head('GET', `/api/v1/earnings?${parameters}`), '')],
];

process.stdout.write(
  `${CONNECTIONS} connections, ${SECONDS} s each, a healthy client with 20 requests a second\n`,
);
if (spawnSync('slowhttptest', ['-h']).error)
  process.stdout.write('slowhttptest is not installed: its kinds do nothing\n');
process.stdout.write('| beside | requests | p50 ms | p99 ms | times the base | failed |\n');
process.stdout.write('| --- | ---: | ---: | ---: | ---: | ---: |\n');
await healthy(5);
let base = 0;
for (const [name, bother] of [['nobody', async () => undefined] as const, ...BOTHERS]) {
  const others = bother(SECONDS + 2);
  await sleep(2000);
  const { milliseconds, failures } = await healthy(SECONDS);
  await others;
  const late = rank(milliseconds, 0.99);
  if (base === 0) base = late;
  const figures = [
    milliseconds.length,
    rank(milliseconds, 0.5).toFixed(1),
    late.toFixed(1),
    (late / base).toFixed(1),
    failures,
  ];
  process.stdout.write(`| ${name} | ${figures.join(' | ')} |\n`);
  await sleep(3000);
}

/** More than it can do: what is not done is answered at once, and says when to come again. */
const statuses = new Map<string, number>();
const result = await autocannon({
  url: `${address}/api/v1/earnings?limit=200`,
  connections: CONNECTIONS,
  duration: OVERLOAD_SECONDS,
  timeout: 20,
  headers: { authorization },
  setupClient: (client) => {
    client.on('headers', ({ statusCode, headers }) => {
      const names = (headers as unknown as string[]).map((name) => String(name).toLowerCase());
      const key = `${statusCode}${names.includes('retry-after') ? ' with Retry-After' : ''}`;
      statuses.set(key, (statuses.get(key) ?? 0) + 1);
    });
  },
});
const counted = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
process.stdout.write(
  `overload: ${counted.join(', ')}; timed out ${result.timeouts}, broken off ${result.errors - result.timeouts}\n`,
);
const status = readFileSync(`/proc/${program.child.pid}/status`, 'utf8');
process.stdout.write(
  `peak memory of the server: ${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)} MiB\n`,
);
agent.destroy();
program.child.kill('SIGTERM');
await program.ended;
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
