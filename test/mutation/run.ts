import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EQUIVALENT } from './equivalent.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

// `node test/mutation/run.ts [part of a file name] [--vectors]`: breaks the calculation in one small place at
// a time and looks whether the vectors, or else the tests of core, notice. What survives changes
// no money, and stands in equivalent.ts with its reason; anything else fails the run.

const ROOT = join(import.meta.dirname, '../..');
const ROOMS = ['core/tier', 'core/earning', 'core/money'];
/** What is said of an amount changes no amount; it has its own tests. */
const SPOKEN = /explain|Step|progress|\.test\.ts$/;
const TREE = [
  'core',
  'engine',
  'app',
  'adapters/files',
  'adapters/system',
  'conformance',
  'test',
  'package.json',
  'vitest.config.ts',
];
const TIMEOUT = 60_000;

const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const onlyVectors = process.argv.includes('--vectors');

const files = ROOMS.flatMap((room) => readdirSync(join(ROOT, room)).map((name) => `${room}/${name}`)).filter(
  (path) => path.endsWith('.ts') && !SPOKEN.test(path) && path.includes(wanted),
);
const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(ROOT, file), 'utf8')));

type Verdict = 'vectors' | 'tests' | 'survived' | 'equivalent';

function treeOf(): string {
  const tree = mkdtempSync(join(tmpdir(), 'openrebate-mutation-'));
  for (const path of TREE)
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(tree, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

function succeeds(tree: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: tree, stdio: 'ignore', timeout: TIMEOUT });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Which net caught the fault. */
async function verdictOf(tree: string, mutant: Mutant): Promise<Verdict> {
  const path = join(tree, mutant.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, mutant.from) + mutant.after + text.slice(mutant.until));
  try {
    if (!(await succeeds(tree, ['test/mutation/probe.ts']))) return 'vectors';
    if (isEquivalent(mutant)) return 'equivalent';
    if (onlyVectors) return 'survived';
    const suites = ['core/tier', 'core/earning', 'core/money', 'test/facts/story', 'test/laws'];
    const passed = await succeeds(tree, ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', ...suites]);
    return passed ? 'survived' : 'tests';
  } finally {
    writeFileSync(path, text);
  }
}

function isEquivalent({ file, before, after }: Mutant): boolean {
  return EQUIVALENT.some((entry) => entry.file === file && entry.before === before && entry.after === after);
}

async function work(queue: Mutant[], tally: Map<Verdict, number>): Promise<void> {
  const tree = treeOf();
  for (let mutant = queue.pop(); mutant !== undefined; mutant = queue.pop()) {
    const verdict = await verdictOf(tree, mutant);
    tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
    if (verdict === 'survived') {
      const { file, line, before, after } = mutant;
      process.stdout.write(
        `${file}:${line}: ${before.replace(/\s+/g, ' ')}  →  ${after.replace(/\s+/g, ' ')}\n`,
      );
    }
  }
  rmSync(tree, { recursive: true, force: true });
}

const tally = new Map<Verdict, number>();
const queue = [...mutants];
await Promise.all(Array.from({ length: availableParallelism() }, () => work(queue, tally)));
const count = (verdict: Verdict) => tally.get(verdict) ?? 0;
process.stdout.write(
  `${mutants.length} faults: ${count('vectors')} caught by the vectors, ${count('tests')} by the tests of core, ` +
    `${count('equivalent')} change no money, ${count('survived')} survived\n`,
);
process.exitCode = count('survived') > 0 || mutants.length === 0 ? 1 : 0;
