// `node bin/run.mjs script.ts …`: a script of ours on Node 24, for npm scripts.
import { resolve } from 'node:path';
import { runOnNode24 } from './node24.mjs';

const [script = '', ...args] = process.argv.slice(2);
await runOnNode24(resolve(script), args);
