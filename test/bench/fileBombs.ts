import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../adapters/files/openTable.ts';
import { drawnBombs } from '../support/drawnBombs.ts';
import { FILE_BOMBS } from '../support/fileBombs.ts';
import { rank } from '../support/rank.ts';
import { install, untilReady } from '../support/served.ts';

// How long it takes to refuse each bomb, how much memory, and how long the event loop stands still:
// the table of docs/reliability.md. Each is read in a process of its own, after a harmless file. With a
// count, `npm run bench:bombs -- 1000 [seed]`, so many drawn ones are, and are sent to the real server as well.

type Measured = { readonly code: string; readonly ms: number; readonly mb: number; readonly stillMs: number };

async function codeOf(path: string): Promise<string> {
  const opened = await openTable(path, { reading: {} });
  if (!opened.ok) return opened.refusals[0]?.code ?? '';
  for await (const batch of opened.value.batches) if (!batch.ok) return batch.refusals[0]?.code ?? '';
  return 'read';
}

/** Work of this thread: what others do on the machine holds no event loop of ours. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function measure(path: string, harmless: string): Promise<Measured> {
  await codeOf(harmless);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  let still = 0;
  let last = worked();
  const watch = setInterval(() => {
    const now = worked();
    still = Math.max(still, now - last);
    last = now;
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const began = performance.now();
  const code = await codeOf(path);
  const ms = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 6));
  clearInterval(watch);
  return { code, ms, mb: (most - before) / 1024 ** 2, stillMs: still };
}

/** Reads one in a process of its own, and gives what it took. */
async function inProcess(path: string, plain: string): Promise<Measured> {
  const child = fork(import.meta.filename, [path, plain], { execArgv: ['--expose-gc'] });
  return new Promise((resolve) => child.once('message', resolve));
}

async function fixed(folder: string, plain: string): Promise<void> {
  for (const { name, code, bytes } of FILE_BOMBS) {
    const path = join(folder, 'bomb');
    const content = await bytes();
    writeFileSync(path, content);
    const found = await inProcess(path, plain);
    const size = `${(content.length / 1024 ** 2).toFixed(1)} MB`;
    const figures = [found.ms, found.mb, found.stillMs].map((value) => Math.round(value));
    const isRight = found.code === code;
    process.stdout.write(
      `| ${name} | ${size} | \`${found.code}\`${isRight ? '' : ' !'} | ${figures.join(' | ')} |\n`,
    );
  }
}

/** As many drawn ones: the most that any took, those beyond the goal, and what the server's others noticed. */
async function drawn(count: number, seed: number, folder: string, plain: string): Promise<void> {
  const path = join(folder, 'bomb');
  const server = await bombedServer(folder);
  const most = { ms: 0, mb: 0, stillMs: 0 };
  let beyond = 0;
  for (const bomb of drawnBombs(count, seed)) {
    const content = await bomb.bytes();
    writeFileSync(path, content);
    const found = await inProcess(path, plain);
    for (const name of ['ms', 'mb', 'stillMs'] as const) most[name] = Math.max(most[name], found[name]);
    const isRight = found.code === bomb.code && (await server.send(content)) === bomb.code;
    if (isRight && found.ms <= 1000 && found.mb <= 50 && found.stillMs <= 100) continue;
    beyond += 1;
    const figures = [found.ms, found.mb, found.stillMs].map((value) => Math.round(value)).join(' / ');
    process.stdout.write(`${bomb.name.slice(0, 60)} (${content.length} bytes): ${found.code}, ${figures}\n`);
  }
  const [ms, mb, still] = [most.ms, most.mb, most.stillMs].map((value) => Math.round(value));
  process.stdout.write(
    `${count} drawn: at most ${ms} ms, ${mb} MB, still for ${still} ms; ${beyond} beyond the goal\n`,
  );
  await server.end();
}

/** The real server: what a healthy client waits while bombs come, against what it waits without. */
async function bombedServer(folder: string) {
  const installation = await install(folder);
  const program = await installation.start();
  await untilReady(installation.address);
  const { address, authorization, otherAuthorization } = installation;
  const waited: { alone: number[]; beside: number[] } = { alone: [], beside: [] };
  let failures = 0;
  const ask = async (list: number[]) => {
    const began = performance.now();
    const isGood = await fetch(`${address}/api/v1/earnings?limit=20`, { headers: { authorization } }).then(
      async (answer) => (await answer.arrayBuffer()).byteLength > 0 && answer.status === 200,
      () => false,
    );
    list.push(performance.now() - began);
    if (!isGood) failures += 1;
  };
  for (let number = 0; number < 100; number += 1) await ask(waited.alone);
  return {
    send: async (content: Buffer): Promise<string> => {
      let isDone = false;
      const headers = { authorization: otherAuthorization, 'content-type': 'application/octet-stream' };
      const sent = fetch(`${address}/api/v1/files/inspection?name=bomb`, {
        method: 'POST',
        headers,
        body: new Uint8Array(content),
      })
        .then(async (answer) => ((await answer.json()) as { code?: string }).code ?? 'read')
        .catch((error: unknown) => String(error))
        .finally(() => {
          isDone = true;
        });
      while (!isDone) await ask(waited.beside);
      return sent;
    },
    end: async () => {
      const [alone, beside] = [waited.alone, waited.beside].map((list) => rank(list, 0.99).toFixed(1));
      const status = readFileSync(`/proc/${program.child.pid}/status`, 'utf8');
      const peak = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
      process.stdout.write(
        `a healthy client: p99 ${alone} ms alone, ${beside} ms beside (${waited.beside.length} requests), ${failures} failed; server at most ${peak} MiB\n`,
      );
      program.child.kill('SIGTERM');
      await program.ended;
    },
  };
}

const [, , first, second] = process.argv;
if (first !== undefined && !/^\d+$/.test(first) && second !== undefined) {
  process.send?.(await measure(first, second));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bombs-'));
  chmodSync(folder, 0o755);
  const plain = join(folder, 'harmless.csv');
  writeFileSync(plain, 'a,b\n1,2\n');
  if (first === undefined) await fixed(folder, plain);
  else await drawn(Number(first), Number(second ?? 20_261_129), folder, plain);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
