import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leavesOf, listedProgram, runHere } from '../listedProgram.ts';
import { ROOT } from './pageBlocks.ts';
import type { ShownCommand } from './shownCommands.ts';

/** Programs of others that a page shows, and why no test runs them by the page. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  useradd: 'changes the machine; test/operations/deploy.test.ts reads the units that the user is for',
  install: 'changes the machine; the same',
  systemctl: 'changes the machine; the same',
  podman: 'needs a registry; test/operations/deploy.test.ts reads the Containerfile',
  age: 'is not part of the product',
  tar: 'test/operations/backup.test.ts reads a backup with it',
  cat: 'reads a file',
  cmp: 'compares two files',
  zstd: 'test/operations/backup.test.ts reads a backup with it',
  head: 'cuts the output',
  createdb: 'of PostgreSQL',
  kill: 'ends a server; test/start/stop.test.ts does it',
};

const SCRIPTS = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<
  string,
  string
>;
const SETTINGS = readFileSync(join(ROOT, 'docs/reference/config.md'), 'utf8');

/** The commands of the program do nothing from now on: what is given is only read, by commander itself. */
export async function readOnly(): Promise<void> {
  for (const { command } of leavesOf(await listedProgram())) command.action(() => {});
}

/** What is wrong with a command of a page, where anything is. */
export async function faultOf({ words, variables }: ShownCommand): Promise<string | undefined> {
  const unknown = Object.keys(variables).find((name) => !isSetting(name));
  if (unknown !== undefined) return `no variable ${unknown}`;
  const [program = '', ...rest] = words;
  switch (program) {
    case 'openrebate':
      return programFault(rest);
    case 'npx':
      return npxFault(rest);
    case 'npm':
      return npmFault(rest);
    case 'node':
      if (!existsSync(join(ROOT, rest[0] ?? ''))) return `no file ${rest[0]}`;
      return rest[0] === 'bin/openrebate.mjs' ? programFault(rest.slice(1)) : undefined;
    case 'export':
      return isSetting((rest[0] ?? '').split('=')[0] ?? '') ? undefined : `no variable ${rest[0]}`;
    default:
      return program in OF_OTHERS ? undefined : `nobody knows ${program}`;
  }
}

/** A variable of the program by its page, or one of the tests. */
function isSetting(name: string): boolean {
  return SETTINGS.includes(`\`${name}\``) || /^OPENREBATE_(DEEP|SEED|TEST_SERVER)$/.test(name);
}

async function programFault(words: readonly string[]): Promise<string | undefined> {
  const { code, err } = await runHere(words);
  return code === 0 ? undefined : err.trim();
}

function npxFault([tool, ...rest]: readonly string[]): string | undefined | Promise<string | undefined> {
  if (tool === 'openrebate') return programFault(rest);
  if (tool !== 'vitest' || rest[0] !== 'run') return `nobody knows npx ${tool}`;
  const folder = rest[1] ?? '';
  return [folder, `${folder}.test.ts`].some((path) => existsSync(join(ROOT, path)))
    ? undefined
    : `no tests ${folder}`;
}

function npmFault([word = '', script = '']: readonly string[]): string | undefined {
  if (word === 'ci' || (word === 'install' && script.split('@')[0] === 'openrebate')) return undefined;
  const name = word === 'run' ? script : word;
  return name in SCRIPTS ? undefined : `no script ${name}`;
}
