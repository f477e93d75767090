import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readServer, stopServer } from './testServer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseFolder: string;
  }
}

let folder: string | undefined;

/**
 * Names a folder for the PostgreSQL of this run. The first test that asks for a database starts
 * the server there (database.ts); a run without such a test starts none.
 */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-test-'));
  // The server runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  // The server stops when this process is gone, however it ended.
  writeFileSync(join(folder, 'run'), String(process.pid));
  project.provide('databaseFolder', folder);
}

export async function teardown(): Promise<void> {
  if (folder === undefined || !existsSync(folder)) return;
  const server = readServer(folder);
  if (server !== undefined) await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
}
