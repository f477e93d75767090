// Before packing: the program as plain JavaScript in dist/, since Node strips no types below
// node_modules, with the files that it reads beside it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// The pages stay: they know themselves whether they are new, and a server may be showing them.
mkdirSync(`${root}dist`, { recursive: true });
for (const name of readdirSync(`${root}dist`).filter((one) => one !== 'web')) {
  rmSync(`${root}dist/${name}`, { recursive: true, force: true });
}
execFileSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.dist.json`],
  {
    stdio: 'inherit',
  },
);
cpSync(`${root}adapters/db/migrations`, `${root}dist/adapters/db/migrations`, { recursive: true });
cpSync(`${root}adapters/documents/fonts`, `${root}dist/adapters/documents/fonts`, { recursive: true });
execFileSync(process.execPath, [`${root}bin/buildPages.mjs`], { stdio: 'inherit' });
