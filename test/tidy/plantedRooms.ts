import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a tool said about a folder of planted files. */
export type ToolRun = { readonly status: number | null; readonly output: string };

/**
 * Runs one of the project's tools in a temporary folder that holds copies of the named
 * configuration files and the planted ones, with the project's packages beside them.
 */
export function runPlanted(
  root: string,
  copies: readonly string[],
  planted: Readonly<Record<string, string>>,
  command: readonly string[],
): ToolRun {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-tidy-'));
  try {
    for (const path of copies) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(root, path), join(folder, path));
    }
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return runTool(root, folder, command);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a tool of node_modules/.bin, or a program by its path, in a folder, with the Node that runs the tests. */
export function runTool(root: string, folder: string, [tool = '', ...args]: readonly string[]): ToolRun {
  const done = spawnSync(resolve(root, 'node_modules/.bin', tool), args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
}
