import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EmbeddedServer } from '../../adapters/db/embedded/runningServer.ts';
import type { Result } from '../../core/refusal/refusals.ts';

/** Starts the embedded server, tells all it says as JSON lines, and stops it when a line comes in. */
const DRIVER = `
  const [module, checkout] = process.argv.slice(1);
  const { startEmbedded } = await import(module);
  const tell = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
  const result = await startEmbedded({ checkout, env: process.env, say: (text) => tell({ text }) });
  tell({ result });
  if (process.env.MODE === 'stay') {
    process.stdin.once('data', async () => {
      await result.value?.stop();
      process.exit();
    });
  }
`;

const MODULE = new URL('../../adapters/db/embedded/embeddedPostgres.ts', import.meta.url).href;

/** Another process that starts the embedded server of a checkout. */
export type StartingChild = {
  readonly pid: number;
  readonly texts: readonly string[];
  readonly result: Promise<Result<EmbeddedServer>>;
  /** Resolves when it says something that begins so. */
  readonly says: (beginning: string) => Promise<void>;
  /** Stops its server as a person would, and ends. */
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly ended: Promise<unknown>;
};

export type ChildOptions = {
  readonly env?: Record<string, string>;
  readonly identity?: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** A program and its arguments that run the command given after them. */
  readonly wrapper?: readonly string[];
  /** `leave` ends without stopping the server. */
  readonly mode?: 'stay' | 'leave';
};

export function startInChild(checkout: string, options: ChildOptions = {}): StartingChild {
  const node = [process.execPath, '--input-type=module', '-e', DRIVER, MODULE, checkout];
  const [program = '', ...args] = [...(options.wrapper ?? []), ...node];
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, MODE: options.mode ?? 'stay', ...options.env },
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...options.identity,
  });
  return watched(child);
}

function watched(child: ChildProcess): StartingChild {
  const texts: string[] = [];
  const waiting = new Map<string, () => void>();
  const ended = once(child, 'exit');
  const { promise: result, resolve, reject } = Promise.withResolvers<Result<EmbeddedServer>>();
  // Who is killed on purpose is not asked for a result.
  result.catch(() => undefined);
  if (child.stdout === null) throw new Error('The child has no output');
  createInterface(child.stdout).on('line', (line) => {
    const told = JSON.parse(line) as { text?: string; result?: Result<EmbeddedServer> };
    if (told.result !== undefined) resolve(told.result);
    if (told.text === undefined) return;
    texts.push(told.text);
    for (const [beginning, go] of waiting) if (told.text.startsWith(beginning)) go();
  });
  void ended.then(() => reject(new Error(`The child ended after: ${texts.join(' | ')}`)));
  return {
    pid: child.pid ?? 0,
    texts,
    result,
    ended,
    says: (beginning) => {
      if (texts.some((text) => text.startsWith(beginning))) return Promise.resolve();
      return new Promise((go) => waiting.set(beginning, go));
    },
    stop: async () => {
      child.stdin?.write('\n');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
