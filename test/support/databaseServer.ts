import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isRunning, readServer, stopServer } from './testServer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseFolder: string;
  }
}

const PREFIX = 'openrebate-test-';

let folder: string | undefined;

/**
 * Names a folder for the PostgreSQL of this run. The first test that asks for a database starts
 * the server there (database.ts); a run without such a test starts none.
 */
export function setup(project: TestProject): void {
  removeLeftovers();
  folder = mkdtempSync(join(tmpdir(), PREFIX));
  // The server runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  // The server stops when this process is gone, however it ended.
  writeFileSync(join(folder, 'run'), String(process.pid));
  project.provide('databaseFolder', folder);
}

/** A run that was killed could not clear up; its server has stopped by itself. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const left = join(tmpdir(), name);
    const run = join(left, 'run');
    if (!existsSync(run) || isRunning(Number(readFileSync(run, 'utf8')))) continue;
    try {
      rmSync(left, { recursive: true, force: true });
    } catch {
      // Of another user, whose next run removes it.
    }
  }
}

export async function teardown(): Promise<void> {
  if (folder === undefined || !existsSync(folder)) return;
  const server = readServer(folder);
  if (server !== undefined) await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
}
