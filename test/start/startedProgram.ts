import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/openrebate.mjs', import.meta.url));

/** The program as a person starts it, and what it has printed so far. */
export type StartedProgram = {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Resolves with the match as soon as the text appears; fails when the program ends before. */
  readonly seen: (text: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | NodeJS.Signals>;
};

export function startProgram(args: readonly string[], env: Readonly<Record<string, string>>): StartedProgram {
  const { DATABASE_URL: _, MIGRATION_DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting = new Set<() => void>();
  const more = (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', more);
  child.stderr.on('data', more);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code ?? 0));
  });
  const seen = (wanted: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = wanted.exec(text);
        if (match === null) return;
        waiting.delete(look);
        resolve(match);
      };
      waiting.add(look);
      ended.then((how) => reject(new Error(`ended with ${how} before ${wanted}:\n${text}`)), reject);
      look();
    });
  return { child, printed: () => text, seen, ended };
}
