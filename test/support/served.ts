import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SCOPES } from '../../app/access/scope.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { type StartedProgram, startProgram } from '../start/startedProgram.ts';

const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));

/** An installation in a folder of its own: database, keys, a person, and a port that it keeps. */
export type Installation = {
  readonly address: string;
  /** What a request carries. */
  readonly authorization: string;
  /** Of the same person by another key, for whoever is not to share what is counted by key. */
  readonly otherAuthorization: string;
  readonly state: string;
  readonly start: () => Promise<StartedProgram>;
  /** A worker in a process of its own, on the same database. */
  readonly startWorker: () => Promise<StartedProgram>;
  /** The address of the database for a role, or for the superuser. */
  readonly databaseUrl: (role: 'app' | 'owner' | 'admin') => string;
  readonly postmaster: () => number;
};

/** Fills it with the demo of a released schema and lets a person in who may everything. */
export async function install(
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const state = join(folder, 'state');
  const port = await freePort();
  const own = { OPENREBATE_HOME: state, PORT: String(port), LOG_LEVEL: 'fatal', OPENREBATE_TENANT: 'demo' };
  const env = { ...own, ...more };
  const done = async (...args: string[]) => {
    const { code, out, err } = await openrebateWith(env, '--json', ...args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${out} ${err}`);
    return out;
  };
  await done('restore', OLD);
  const { key } = JSON.parse(await done('access', 'administrator', 'admin', 'Administrator'));
  const person = ['--person', key.holder.id, '--scopes', ...SCOPES, '--label', 'load'];
  const { text: secret } = JSON.parse(await done('access', 'key', ...person));
  const { text: other } = JSON.parse(await done('access', 'key', ...person));
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    authorization: `Bearer ${secret}`,
    otherAuthorization: `Bearer ${other}`,
    state,
    start: async () => {
      const program = startProgram(['serve', '--lang', 'en'], env);
      await program.seen(/OpenRebate: http/);
      return program;
    },
    startWorker: async () => {
      const worker = startProgram(['worker', '--lang', 'en'], env);
      await worker.seen(/Worker on/);
      return worker;
    },
    databaseUrl: (role) => {
      const own = readFileSync(join(state, 'port'), 'utf8').trim();
      return `postgresql://${login(state, role)}@127.0.0.1:${own}/openrebate`;
    },
    postmaster: () =>
      Number(readFileSync(join(state, 'database/data/postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

/** Name and password. */
function login(state: string, role: 'app' | 'owner' | 'admin'): string {
  if (role === 'admin') return `postgres:${readFileSync(join(state, 'database/password'), 'utf8').trim()}`;
  const passwords = JSON.parse(readFileSync(join(state, 'role-passwords.json'), 'utf8'));
  return `openrebate_${role}:${passwords[role]}`;
}

/** How long it takes until it says that it can work. */
export async function untilReady(address: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const status = await fetch(`${address}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return Math.round(performance.now() - began);
    await sleep(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found !== null ? found.port : 0));
    });
  });
}
