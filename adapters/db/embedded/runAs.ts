import { type SpawnOptions, spawn } from 'node:child_process';
import type { ServerUser } from './serverUser.ts';

/** What a program gets of us: no locale, no library path, no PG* variable of the person's shell. */
export const MINIMAL_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** How a program ended; undefined as its code where it never ran or was killed. */
export type Outcome = { readonly exitCode: number | undefined; readonly output: string };

/** The options that make a child run as the server's user, in a folder that everybody can enter. */
export function spawnOptions(user: ServerUser): SpawnOptions {
  const identity = user.uid === process.getuid?.() ? {} : { uid: user.uid, gid: user.gid };
  return { cwd: '/', env: MINIMAL_ENVIRONMENT, ...identity };
}

/** Runs a program to its end as the server's user. Not being able to run it is an outcome, too. */
export function runAs(user: ServerUser, program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      resolve({ exitCode: undefined, output: error instanceof Error ? error.message : String(error) });
    try {
      const child = spawn(program, args, { ...spawnOptions(user), stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout?.on('data', keep);
      child.stderr?.on('data', keep);
      child.on('error', failed);
      child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? undefined, output }));
    } catch (error) {
      // A user that we may not become is thrown; a program that is not there is an event.
      failed(error);
    }
  });
}
