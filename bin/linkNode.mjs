// After an install: npm 10 leaves out the link to the carried Node where the lockfile holds it for
// two machines. Developers' `npx` finds Node 24 by it; the commands themselves do not need it.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carriedNode } from './node24.mjs';

const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const link = join(bin, 'node');
const node = carriedNode();
if (node !== undefined && existsSync(node) && existsSync(dirname(bin)) && !existsSync(link)) {
  try {
    mkdirSync(bin, { recursive: true });
    symlinkSync(relative(bin, node), link);
  } catch {
    // Without the link everything of ours works all the same.
  }
}
