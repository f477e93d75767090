import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './packageRoot.ts';
import type { Terminal } from './terminal.ts';
import { text } from './texts.ts';

/** Where the pages lie as browsers load them. */
export const PAGES = join(packageRoot(), 'dist', 'web');

/**
 * In a checkout the pages are built where they are missing or older than their sources; a package
 * brings them. Without what builds them the API is served all the same, and it is said what is missing.
 */
export async function buildPages(terminal: Terminal): Promise<void> {
  const builder = join(packageRoot(), 'bin', 'buildPages.mjs');
  if (!existsSync(builder)) return;
  const child = spawn(process.execPath, [builder], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const [code] = await once(child, 'close');
  const words = Buffer.concat(said).toString().trim();
  if (code === 0) {
    if (words !== '') terminal.say(words);
    return;
  }
  terminal.say(text(terminal.language, 'pagesNotBuilt', { why: words.split('\n').at(-1) ?? '' }));
}
