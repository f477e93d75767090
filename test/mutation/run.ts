import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { EQUIVALENT, type Equivalent } from './equivalent.ts';
import type { Mutant } from './mutants.ts';
import { filesNamed, HELD, isBooked, Net, plant, unnoticedByTests } from './net.ts';

// `node test/mutation/run.ts [part of a file name] [--vectors] [--workers=n]`: breaks the calculation in
// one small place at a time and looks whether the vectors notice, or else the tests of core, or else the
// random agreements that the oracle checks. What
// survives changes no money, and stands in equivalent.ts with its reason; anything else fails the run. In the rooms
// where amounts are booked, settled and paid nine faults of ten have to be noticed.

const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const onlyVectors = process.argv.includes('--vectors');
const workersWanted = process.argv.find((argument) => argument.startsWith('--workers='))?.split('=')[1];
const workers = Number(workersWanted ?? availableParallelism());

/** Of the faults in rooms where amounts are booked. */
const GOAL = 0.9;

type Verdict = 'vectors' | 'tests' | 'cases' | 'equivalent' | 'survived';

const { tree, mutants, remove } = plant(wanted);
const used = new Set<Equivalent>();
const verdicts: Verdict[] = mutants.map(() => 'survived');

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

/** Wakes the faults that are left, and notes those that something notices. */
async function ask(
  verdict: Verdict,
  isUnnoticed: (net: Net, number: number, mutant: Mutant) => Promise<boolean>,
): Promise<void> {
  const queue = surviving().filter((number) => !isBooked(mutants[number] as Mutant));
  if (queue.length === 0) return;
  const work = async () => {
    const net = new Net(tree);
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const isLeft = await isUnnoticed(net, number, mutants[number] as Mutant);
      if (!isLeft) verdicts[number] = verdict;
    }
    net.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
}

async function mustHoldWithoutFault(): Promise<void> {
  const net = new Net(tree);
  const holds = await net.vectorsHold(-1);
  net.end();
  if (!holds) throw new Error('the vectors do not hold without a fault');
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

if (!mutants.every(isBooked)) await mustHoldWithoutFault();
await ask('vectors', (net, number, mutant) => net.vectorsHold(number, mutant));
if (!onlyVectors) {
  await askTests();
  await ask('cases', (net, number, mutant) => net.casesEarnTheSame(number, mutant));
}
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
const count = (verdict: Verdict, of: readonly Verdict[] = verdicts) =>
  of.filter((found) => found === verdict).length;
process.stdout.write(
  `${mutants.length} faults: ${count('vectors')} caught by the vectors, ${count('tests')} by the tests of core, ` +
    `${count('cases')} by random agreements, ` +
    `${count('equivalent')} change no money, ${count('survived')} survived\n`,
);
const rooms = Map.groupBy(mutants.keys(), (number) => dirname((mutants[number] as Mutant).file));
const isUnmet = [...rooms].map(([room, numbers]) => {
  const own = numbers.map((number) => verdicts[number] as Verdict);
  const survived = count('survived', own);
  const open = own.length - count('equivalent', own);
  process.stdout.write(`${room}: ${open - survived} of ${open} noticed\n`);
  if (!isBooked({ file: `${room}/x` })) return survived > 0;
  return HELD.includes(room) && survived > open * (1 - GOAL);
});
process.exitCode = isUnmet.includes(true) || stale.length > 0 || mutants.length === 0 ? 1 : 0;
