import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** A command as a program or a person calls it, with what it said and how it ended. */
export function openrebate(...args: readonly string[]): Promise<Ended> {
  return openrebateWith({}, ...args);
}

/** The same, with variables of its own in the environment. */
export async function openrebateWith(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ended> {
  const program = fileURLToPath(new URL('../../bin/openrebate.mjs', import.meta.url));
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args], {
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...env },
      maxBuffer: 64 * 2 ** 20,
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}
