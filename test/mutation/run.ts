import { availableParallelism } from 'node:os';
import { EQUIVALENT, type Equivalent } from './equivalent.ts';
import type { Mutant } from './mutants.ts';
import { filesNamed, Net, plant, unnoticedByTests } from './net.ts';

// `node test/mutation/run.ts [part of a file name] [--vectors] [--workers=n]`: breaks the calculation in
// one small place at a time and looks whether the vectors, or else the tests of core, notice. What
// survives changes no money, and stands in equivalent.ts with its reason; anything else fails the run.

const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const onlyVectors = process.argv.includes('--vectors');
const workersWanted = process.argv.find((argument) => argument.startsWith('--workers='))?.split('=')[1];
const workers = Number(workersWanted ?? availableParallelism());

type Verdict = 'vectors' | 'tests' | 'equivalent' | 'survived';

const { tree, mutants, remove } = plant(wanted);
const used = new Set<Equivalent>();
const verdicts: Verdict[] = [];

function isMutantOf(entry: Equivalent, { file, within, before, after }: Mutant): boolean {
  return (
    entry.file === file &&
    entry.within === within &&
    entry.before === plain(before) &&
    entry.after === plain(after)
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function askVectors(): Promise<void> {
  const queue = [...mutants.entries()];
  const ask = async () => {
    const net = new Net(tree);
    if (!(await net.vectorsHold(-1))) throw new Error('the vectors do not hold without a fault');
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [number, mutant] = next;
      verdicts[number] = (await net.vectorsHold(number, mutant)) ? 'survived' : 'vectors';
    }
    net.end();
  };
  await Promise.all(Array.from({ length: workers }, ask));
}

async function askTests(): Promise<void> {
  const left = surviving();
  const unnoticed = new Set(await unnoticedByTests(tree, left, mutants));
  for (const number of left) if (!unnoticed.has(number)) verdicts[number] = 'tests';
}

/** An entry that nothing survives for is stale. */
function forgive(): void {
  for (const number of surviving()) {
    const known = EQUIVALENT.find((entry) => isMutantOf(entry, mutants[number] as Mutant));
    if (known === undefined) continue;
    used.add(known);
    verdicts[number] = 'equivalent';
  }
}

function surviving(): number[] {
  return [...mutants.keys()].filter((number) => verdicts[number] === 'survived');
}

await askVectors();
if (!onlyVectors) await askTests();
forgive();
remove();
for (const number of surviving()) {
  const { file, line, within, before, after } = mutants[number] as Mutant;
  process.stdout.write(`${file}:${line} ${within}: ${plain(before)}  →  ${plain(after)}\n`);
}
const looked = new Set(filesNamed(wanted));
const stale = EQUIVALENT.filter((entry) => !used.has(entry) && (wanted === '' || looked.has(entry.file)));
for (const { file, within, before, after } of stale) {
  process.stdout.write(`stale in equivalent.ts: ${file} ${within}: ${before}  →  ${after}\n`);
}
const count = (verdict: Verdict) => verdicts.filter((found) => found === verdict).length;
process.stdout.write(
  `${mutants.length} faults: ${count('vectors')} caught by the vectors, ${count('tests')} by the tests of core, ` +
    `${count('equivalent')} change no money, ${count('survived')} survived\n`,
);
process.exitCode = count('survived') > 0 || stale.length > 0 || mutants.length === 0 ? 1 : 0;
