import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { seededRandom } from '../crash/seededRandom.ts';
import { rank } from '../support/rank.ts';
import { install, untilReady } from '../support/served.ts';

// The real server under mixed reads and writes of a real HTTP client, on its embedded database with
// the demo of a released schema: `npm run bench:load [seconds] [connections]`.

const SECONDS = Number(process.argv[2] ?? 20);
const CONNECTIONS = Number(process.argv[3] ?? 10);

const folder = mkdtempSync(join(tmpdir(), 'openrebate-load-'));
chmodSync(folder, 0o755);
const installation = await install(folder);
const program = await installation.start();
await untilReady(installation.address);

type Kind = { readonly name: string; readonly share: number; readonly request: () => Request };

const earnings = await page('/api/v1/earnings?limit=200');
const ids = earnings.rows.map(({ id }) => id);

async function page(path: string): Promise<{ readonly rows: readonly { readonly id: string }[] }> {
  const answer = await fetch(installation.address + path, {
    headers: { authorization: installation.authorization },
  });
  return (await answer.json()) as never;
}

const one = () => ids[draw(ids.length)] as string;
const get = (path: string): Request => ({ method: 'GET', path });
const post = (path: string, type: string, body: string): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': type, 'idempotency-key': randomUUID() },
  body,
});

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency\n';

/** Ten new lines of one document. */
function aFile(): Request {
  const document = randomUUID();
  const rows = Array.from(
    { length: 10 },
    (_, at) => `load,${document},${at + 1},sale,NW,ALFKI,11,1997-08-15,5,EA,70.00,USD\n`,
  );
  return post(`/api/v1/imports?name=${document}.csv`, 'text/csv', HEADER + rows.join(''));
}

const person = () => ({ login: randomUUID(), name: 'Somebody', partners: null });
const json = (path: string, body: unknown) => post(path, 'application/json', JSON.stringify(body));
const AGREEMENT = JSON.parse(
  readFileSync(new URL('../../demo/agreements/nw-quarter.json', import.meta.url), 'utf8'),
);

const KINDS: readonly Kind[] = [
  { name: 'list of 50 earnings', share: 30, request: () => get('/api/v1/earnings?limit=50') },
  { name: 'one earning', share: 20, request: () => get(`/api/v1/earnings/${one()}`) },
  {
    name: 'explanation of an earning',
    share: 10,
    request: () => get(`/api/v1/earnings/${one()}/explanation`),
  },
  { name: 'jobs', share: 10, request: () => get('/api/v1/jobs?limit=20') },
  { name: 'import of a file of 10 lines', share: 15, request: aFile },
  { name: 'a new person', share: 5, request: () => json('/api/v1/persons', person()) },
  {
    name: 'bulk of 20 persons',
    share: 3,
    request: () =>
      json('/api/v1/persons/bulk', { items: Array.from({ length: 20 }, person), allOrNothing: true }),
  },
  {
    name: 'draft of an agreement',
    share: 2,
    request: () => json('/api/v1/proposals', { text: { ...AGREEMENT, id: `L-${randomUUID()}` } }),
  },
  {
    name: 'request of a calculation',
    share: 5,
    request: () => post('/api/v1/calculations', 'application/json', '{}'),
  },
];

type Seen = { readonly milliseconds: number[]; failures: number };
const seen = new Map<string, Seen>(KINDS.map(({ name }) => [name, { milliseconds: [], failures: 0 }]));

/** The next kind of request, drawn by the shares; the same row of them in every run. */
const draw = seededRandom(20261129);
function drawn(): Kind {
  let place = draw(KINDS.reduce((sum, { share }) => sum + share, 0));
  const kind = KINDS.find(({ share }) => {
    place -= share;
    return place < 0;
  });
  return kind as Kind;
}

/** How late the event loop is: a probe that needs nothing else, from outside, all the time. */
const probes: number[] = [];
const probing = setInterval(async () => {
  const began = performance.now();
  await fetch(`${installation.address}/healthz`).then((answer) => answer.arrayBuffer());
  probes.push(performance.now() - began);
}, 50);

const { authorization } = installation;
const result = await autocannon({
  url: installation.address,
  connections: CONNECTIONS,
  duration: SECONDS,
  timeout: 30,
  requests: [
    {
      setupRequest: (request, context) => {
        const kind = drawn();
        Object.assign(context, { began: performance.now(), name: kind.name });
        const { headers, ...rest } = kind.request();
        return { ...request, ...rest, headers: { ...headers, authorization } };
      },
      onResponse: (status, _body, context) => {
        // One request at a time on a connection: what it was stands in the context.
        const { began, name } = context as { readonly began: number; readonly name: string };
        const found = seen.get(name) as Seen;
        found.milliseconds.push(performance.now() - began);
        if (status >= 400) found.failures += 1;
      },
    },
  ],
});
clearInterval(probing);

const status = readFileSync(`/proc/${program.child.pid}/status`, 'utf8');
const peak = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
program.child.kill('SIGTERM');
await program.ended;
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

function row(name: string, all: readonly number[], failures: number | string): string {
  const figures = [
    all.length,
    (all.length / SECONDS).toFixed(1),
    rank(all, 0.5).toFixed(0),
    rank(all, 0.99).toFixed(0),
    failures,
  ];
  return `| ${name} | ${figures.join(' | ')} |\n`;
}

process.stdout.write(`${CONNECTIONS} connections, ${SECONDS} s\n`);
process.stdout.write('| request | answered | a second | p50 ms | p99 ms | refused or failed |\n');
process.stdout.write('| --- | ---: | ---: | ---: | ---: | ---: |\n');
for (const [name, { milliseconds, failures }] of seen)
  process.stdout.write(row(name, milliseconds, failures));
const all = [...seen.values()];
const failed = all.reduce((sum, { failures }) => sum + failures, 0) + result.errors + result.timeouts;
process.stdout.write(
  row(
    '**all**',
    all.flatMap(({ milliseconds }) => milliseconds),
    failed,
  ),
);
process.stdout.write(row('probe of /healthz beside them', probes, 0));
process.stdout.write(`peak memory of the server: ${peak} MiB\n`);
