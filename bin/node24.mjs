// Runs a script of this package on Node 24 or newer, whatever Node started it. Plain JavaScript
// that every Node from 18 on parses: it has to be able to say what is missing.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED = 24;

/** The Node that came with this package, where there is one for this machine. */
export function carriedNode() {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`node-linux-${process.arch}/package.json`)), 'bin', 'node');
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was compiled, so that the next start takes half of the time, here and in what is started from
 * here. Node runs what it finds there: so it is a folder of this user, never one that all may write to.
 */
function keepCompiled() {
  const { XDG_CACHE_HOME, HOME } = process.env;
  const caches = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  if (!caches) return;
  process.env.NODE_COMPILE_CACHE ||= join(caches, 'openrebate');
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}

/** Loads the script in this process, or starts it on the carried Node and passes everything on. */
export async function runOnNode24(script, args) {
  keepCompiled();
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
    process.argv = [process.argv[0], script, ...args];
    await import(pathToFileURL(script).href);
    return;
  }
  const node = process.platform === 'linux' ? carriedNode() : undefined;
  if (node === undefined) {
    process.stderr.write(
      `OpenRebate needs Node ${NEEDED} or newer: this is ${process.version}, and no Node for ${process.platform}-${process.arch} came with the package.\n`,
    );
    process.exitCode = 1;
    return;
  }
  passOn(node, [script, ...args]);
}

function passOn(node, args) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`The carried Node does not start: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
  });
}
