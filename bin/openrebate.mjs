#!/usr/bin/env node
// The command. In a checkout it runs the source; installed from a package, what was built of it,
// because Node strips no types below node_modules.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runOnNode24 } from './node24.mjs';

const built = fileURLToPath(new URL('../dist/main/cli.js', import.meta.url));
const source = fileURLToPath(new URL('../main/cli.ts', import.meta.url));
// `openrebate bench trust` plants cases into real trade; it comes with the source, as that trade does.
const bench = fileURLToPath(new URL('../test/bench/trust.ts', import.meta.url));
const [, , room, what] = process.argv;
if (room === 'bench' && what === 'trust' && existsSync(bench))
  await runOnNode24(bench, process.argv.slice(4));
else await runOnNode24(existsSync(source) ? source : built, process.argv.slice(2));
