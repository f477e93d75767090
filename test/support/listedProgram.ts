import type { Command } from 'commander';
import { vi } from 'vitest';

// The program as it lists its commands itself, run in the process of a test: a process of its own takes
// two seconds to start. A test file mocks commander with `listed`, by a mock that stands in the file.

type Runnable = Command & { readonly run: (given: readonly string[]) => Promise<unknown> };
type Commander = typeof import('commander');

const captured: Command[] = [];

/** Commander whose program waits to be run, in place of running what the process was given. */
export function listed(real: Commander): Commander {
  class Listed extends real.Command {
    override createCommand(name?: string): Listed {
      return new Listed(name);
    }
    override async parseAsync(): Promise<this> {
      captured.push(this);
      return this;
    }
    run(given: readonly string[]): Promise<unknown> {
      return super.parseAsync(['node', 'openrebate', ...given]);
    }
  }
  return { ...real, Command: Listed };
}

export async function listedProgram(): Promise<Runnable> {
  await import('../../main/cli.ts');
  const [program] = captured;
  if (program === undefined) throw new Error('The test file does not mock commander with `listed`');
  return program as Runnable;
}

export type Leaf = { readonly name: string; readonly command: Command };

/** Every command that does something, by its words. */
export function leavesOf(command: Command, path: readonly string[] = []): Leaf[] {
  const own = command.commands.flatMap((child) => leavesOf(child, [...path, child.name()]));
  const hasDeed = (command as unknown as { _actionHandler: unknown })._actionHandler !== null;
  return hasDeed ? [{ name: path.join(' '), command }, ...own] : own;
}

export type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command; how it is used wrongly would end the process, and is said as error instead. */
export async function runHere(given: readonly string[]): Promise<Said> {
  const program = await listedProgram();
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  let code = 0;
  try {
    await program.run(given);
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    said.stderr += `"code": "usage" ${error}`;
    code = 2;
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = 0;
  }
  return { code, out: said.stdout, err: said.stderr };
}
