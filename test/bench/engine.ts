import { cpus, loadavg } from 'node:os';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { columnsOf } from '../../engine/columnar/lineColumns.ts';
import { cellCount } from '../../engine/columnar/termCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { openColumnThreads } from '../../main/engine/columnThreads.ts';
import { tradeAgreements, tradeLines, tradeMaster } from './engineTrade.ts';

// The executors side by side, in one process, over a seeded trade: the columnar one, the simple one (over a
// sample of agreements and lines, scaled), and the floor, which adds two columns and does
// nothing else. `npm run bench:engine -- 1000000 1000`: lines, agreements. Times are processor time, which others
// on the machine do not lengthen; those of threads are by the clock.

const SEED = 20_261_201;
const ROUNDS = 5;
const SAMPLED_RULES = 100;
/** The simple executor looks at so many lines, drawn alike over the same days; its time is scaled to all. */
const SAMPLED_LINES = 100_000;
/** So many lines come in later. */
const ADDED = 10_000;
const [LINES = 1_000_000, AGREEMENTS = 1_000] = process.argv.slice(2).map(Number);

function say(name: string, text: string): void {
  process.stdout.write(`| ${name} | ${text} |\n`);
}

/** Processor time of the process, garbage collection included. */
function timed<T>(work: () => T): { value: T; ms: number } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { value, ms: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function megabytes(): string {
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}

function bytes(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
}

function rulesOf(plans: readonly Plan[]): number {
  return plans.reduce((sum, { terms }) => sum + terms.length, 0);
}

/** The first agreements with so many rules together: they are drawn alike. */
function sampleOf(plans: readonly Plan[]): Plan[] {
  const sample: Plan[] = [];
  for (const plan of plans) if (rulesOf(sample) < SAMPLED_RULES) sample.push(plan);
  return sample;
}

say('machine', `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${load()}`);
const master = tradeMaster(SEED);
const context = { master, effective: 22_000 };
const agreements = tradeAgreements(SEED, AGREEMENTS);
const compiled = timed(() => agreements.map((agreement) => compilePlan(agreement, master)));
const plans = compiled.value;
say('agreements, rules, plans made', `${AGREEMENTS}, ${rulesOf(plans)}, ${compiled.ms.toFixed(0)} ms`);
const built = timed(() => columnsOf(tradeLines(SEED, LINES), false).facts);
const store = ColumnStore.over(built.value);
say('lines drawn and put into columns', `${LINES}, ${built.ms.toFixed(0)} ms, ${megabytes()}`);

const sample = sampleOf(plans);
const lines: Line[] = [...tradeLines(SEED, Math.min(LINES, SAMPLED_LINES))];
const share = (rulesOf(plans) / rulesOf(sample)) * (LINES / lines.length);

/** Cells of every plan, one plan after the other, and how often a line counted. */
function columnar(): { cells: number; matches: number } {
  let [cells, matches] = [0, 0];
  for (const plan of plans) {
    const found = store.executePlain(plan, context);
    cells += cellCount(found);
    for (const { state, lines: counted } of found.rest.tallies) if (state === 'counted') matches += counted;
  }
  return { cells, matches };
}

const columns = [new Float64Array(LINES), new Float64Array(LINES)].map((column) =>
  column.map((_, row) => row % 997),
);

function floor(): number {
  const [net, units] = columns as [Float64Array, Float64Array];
  let sum = 0;
  for (let row = 0; row < LINES; row += 1) sum += (net[row] as number) + (units[row] as number);
  return sum;
}

function byName(entry: object): unknown {
  return Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
}

const began = timed(columnar);
say('first calculation, with what it derives of the columns', `${began.ms.toFixed(0)} ms`);
const sampled = ColumnStore.of(lines);
for (const plan of sample) {
  const [fast, simple] = [sampled.execute(plan, context), execute(plan, lines, context)].map((found) =>
    bytes([found.cells.map(byName), found.tallies.map(byName)]),
  );
  if (fast !== simple) throw new Error(`Cells of ${plan.agreement.id} differ`);
}

const times = { floor: [] as number[], columnar: [] as number[], simple: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.floor.push(timed(floor).ms);
  times.columnar.push(timed(columnar).ms);
  times.simple.push(share * timed(() => sample.forEach((plan) => void execute(plan, lines, context))).ms);
}
const { cells, matches } = began.value;
say('cells, matches', `${cells}, ${matches} (${(matches / LINES).toFixed(2)} a line)`);
for (const [name, values] of Object.entries(times)) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const floors = median(values) / median(times.floor);
  say(
    name,
    `${median(values).toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)}), ${floors.toFixed(0)} floors`,
  );
}
const whatIf = plans.map((plan) => timed(() => store.execute(plan, context)).ms);
const added = [...tradeLines(SEED + 1, ADDED)].map((line) => ({ ...line, source: 'late' }));
const later = store.after({ added, removed: [] }, 1, 100);
const news = [0, 1, 2].map(() =>
  timed(() => plans.reduce((sum, plan) => sum + cellCount(later.executeChanged(plan, context).added), 0)),
);
say(
  `${ADDED} new lines into their cells: with their columns, again`,
  `${news.map(({ ms }) => `${ms.toFixed(0)} ms`).join(', ')}, ${news[0]?.value} cells`,
);
say(
  'one agreement over all lines: median, most',
  `${median(whatIf).toFixed(1)} ms, ${Math.max(...whatIf).toFixed(1)} ms`,
);
for (const count of [1, 2]) {
  const threads = openColumnThreads(count);
  await threads.execute(built.value, plans.slice(0, 1), context);
  const loaded = threads.load(built.value, plans, context);
  await loaded.run();
  const start = performance.now();
  await loaded.run();
  say(
    `${count} threads, cells handed back as columns, by the clock`,
    `${(performance.now() - start).toFixed(0)} ms, load ${load()}`,
  );
  await threads.close();
}
say('memory, load at the end', `${megabytes()}, ${load()}`);
