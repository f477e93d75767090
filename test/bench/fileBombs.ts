import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../adapters/files/openTable.ts';
import { FILE_BOMBS } from '../support/fileBombs.ts';

// How long it takes to refuse each bomb, how much memory, and how long the event loop stands still:
// the table of docs/reliability.md. Each is read in a process of its own, after a harmless file.

type Measured = { readonly code: string; readonly ms: number; readonly mb: number; readonly stillMs: number };

async function codeOf(path: string): Promise<string> {
  const opened = await openTable(path, { reading: {} });
  if (!opened.ok) return opened.refusals[0]?.code ?? '';
  for await (const batch of opened.value.batches) if (!batch.ok) return batch.refusals[0]?.code ?? '';
  return 'read';
}

async function measure(path: string, harmless: string): Promise<Measured> {
  await codeOf(harmless);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  let still = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    still = Math.max(still, now - last - 5);
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

const [, , bomb, harmless] = process.argv;
if (bomb !== undefined && harmless !== undefined) {
  process.send?.(await measure(bomb, harmless));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bombs-'));
  const plain = join(folder, 'harmless.csv');
  writeFileSync(plain, 'a,b\n1,2\n');
  for (const { name, code, bytes } of FILE_BOMBS) {
    const path = join(folder, 'bomb');
    const content = await bytes();
    writeFileSync(path, content);
    const child = fork(import.meta.filename, [path, plain], { execArgv: ['--expose-gc'] });
    const found = await new Promise<Measured>((resolve) => child.once('message', resolve));
    const size = `${(content.length / 1024 ** 2).toFixed(1)} MB`;
    const figures = [found.ms, found.mb, found.stillMs].map((value) => Math.round(value));
    process.stdout.write(
      `| ${name} | ${size} | \`${found.code}\`${found.code === code ? '' : ' !'} | ${figures.join(' | ')} |\n`,
    );
  }
  rmSync(folder, { recursive: true });
}
