import { cpus, loadavg } from 'node:os';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { columnsOf } from '../../engine/columnar/lineColumns.ts';
import { cellsOf } from '../../engine/columnar/planCells.ts';
import { cellCount, type PlanCells } from '../../engine/columnar/termCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { openColumnThreads } from '../../main/engine/columnThreads.ts';
import { tradeAgreements, tradeLines, tradeMaster } from './engineTrade.ts';
import { tradeColumns } from './tradeColumns.ts';
import { mixedAgreements, mixedMaster } from './tradeMix.ts';

// The executors side by side, in one process, over a seeded trade that is drawn into columns: the columnar one in this
// thread and in one and two others, the simple one (over a sample of agreements and lines, scaled), and the floor, which adds two
// columns of integers and does nothing else. `npm run bench:engine -- 10000000 1000`: lines, agreements; with `real` behind them half of the
// agreements ask for more than sums. Times are processor time, which others on the machine lengthen less; those of threads by the clock, too.

const SEED = 20_261_201;
const ROUNDS = 5;
const SAMPLED_RULES = 100;
/** So many lines come in later. */
const ADDED = 10_000;
const [LINES = 1_000_000, AGREEMENTS = 1_000] = process.argv.slice(2, 4).map(Number);
const IS_REAL = process.argv[4] === 'real';
/** The simple executor looks at so many lines, drawn alike over the same days; its time is scaled to all. */
const SAMPLED_LINES = IS_REAL ? 10_000 : 100_000;

function say(name: string, text: string): void {
  process.stdout.write(`| ${name} | ${text} |\n`);
}

/** Processor time of this thread. */
function timed<T>(work: () => T): { value: T; ms: number } {
  const began = process.threadCpuUsage();
  const value = work();
  const { user, system } = process.threadCpuUsage(began);
  return { value, ms: (user + system) / 1000 };
}

function byClock(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
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
const master = (IS_REAL ? mixedMaster : tradeMaster)(SEED);
const context = { master, effective: 22_000 };
const agreements = (IS_REAL ? mixedAgreements : tradeAgreements)(SEED, AGREEMENTS);
const compiled = timed(() => agreements.map((agreement) => compilePlan(agreement, master)));
const plans = compiled.value;
say('agreements, rules, plans made', `${AGREEMENTS}, ${rulesOf(plans)}, ${compiled.ms.toFixed(0)} ms`);
const built = timed(() => tradeColumns(SEED, LINES));
const store = ColumnStore.over(built.value);
say('lines drawn and put into columns', `${LINES}, ${built.ms.toFixed(0)} ms, ${megabytes()}`);

const sample = sampleOf(plans);
const lines: Line[] = [...tradeLines(SEED, Math.min(LINES, SAMPLED_LINES))];
const share = (rulesOf(plans) / rulesOf(sample)) * (LINES / lines.length);

/** So often the floor is measured at once: the clock of a thread does not tell less apart. */
const FLOORS = 20;
const columns = [new Int32Array(LINES), new Int32Array(LINES)].map((column) =>
  column.map((_, row) => row % 997),
);

function floor(): number {
  const [net, units] = columns as [Int32Array, Int32Array];
  let sum = 0;
  for (let row = 0; row < LINES; row += 1) sum += (net[row] as number) + (units[row] as number);
  return sum;
}

function sampledStore() {
  const { facts } = columnsOf(lines, false);
  return { store: ColumnStore.over(facts), facts };
}

function byName(entry: object): unknown {
  return Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sizeOf([term, lines]: readonly [string, readonly unknown[]]): unknown {
  return [term, lines.length];
}

const prepared = timed(() => store.planSet(plans, context));
const set = prepared.value;
say(
  'tables made of the plans, with what they derive of the columns',
  `${prepared.ms.toFixed(0)} ms, ${megabytes()}`,
);
say('the same again', `${timed(() => store.planSet(plans, context)).ms.toFixed(0)} ms`);
const began = timed(() => set.cells());
say('first calculation', `${began.ms.toFixed(0)} ms, ${megabytes()}`);
const cells = began.value.reduce((sum, plan) => sum + cellCount(plan), 0);
const matches = began.value
  .flatMap(({ rest }) => rest.tallies)
  .reduce((sum, { state, lines: counted }) => sum + (state === 'counted' ? counted : 0), 0);
const { store: sampled, facts } = sampledStore();
const sampledSet = sampled.planSet(sample, context).cells();
for (const [at, plan] of sample.entries()) {
  const shared = cellsOf([sampledSet[at] as PlanCells], facts);
  const [fast, simple] = [sampled.execute(plan, context), execute(plan, lines, context)].map((found) =>
    bytes([found.cells.map(byName), found.tallies.map(byName), [...found.streams].map(sizeOf)]),
  );
  if (bytes(shared.cells.map(byName)) !== bytes(sampled.execute(plan, context).cells.map(byName)))
    throw new Error('Cells of a set differ');
  if (fast !== simple) throw new Error(`Cells of ${plan.agreement.id} differ`);
}

const times = { floor: [] as number[], columnar: [] as number[], simple: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.floor.push(timed(() => Array.from({ length: FLOORS }, floor)).ms / FLOORS);
  times.columnar.push(timed(() => set.cells()).ms);
  times.simple.push(share * timed(() => sample.forEach((plan) => void execute(plan, lines, context))).ms);
}
say('cells, matches', `${cells}, ${matches} (${(matches / LINES).toFixed(2)} a line)`);
say('a match', `${((1e6 * median(times.columnar)) / matches).toFixed(0)} ns`);
for (const [name, values] of Object.entries(times)) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const floors = median(values) / median(times.floor);
  say(
    name,
    `${median(values).toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)}), ${floors.toFixed(0)} floors`,
  );
}
const whatIf = plans.map((plan) => byClock(() => store.executePlain(plan, context)));
const added = [...tradeLines(SEED + 1, ADDED)].map((line) => ({ ...line, source: 'late' }));
const later = store.after({ added, removed: [] }, 1, 100);
const news = [0, 1, 2].map(() =>
  timed(() =>
    later.executeChanged(plans, context).reduce((sum, { added: more }) => sum + cellCount(more), 0),
  ),
);
say(
  `${ADDED} new lines into their cells: with their columns, again`,
  `${news.map(({ ms }) => `${ms.toFixed(0)} ms`).join(', ')}, ${news[0]?.value} cells`,
);
say(
  'one agreement over all lines: median, most',
  `${median(whatIf).toFixed(1)} ms, ${Math.max(...whatIf).toFixed(1)} ms`,
);
const opened = [1, 2].map((count) => openColumnThreads(count));
const loaded = opened.map((threads) => threads.load(built.value, plans, context));
const byThreads = loaded.map((): number[] => []);
const inThreads = loaded.map((): number[] => []);
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [at, work] of loaded.entries()) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await work.run();
    const { user, system } = process.cpuUsage(used);
    const first = round === 0 ? `first calculation of ${at + 1} threads` : undefined;
    if (first) say(first, `${((user + system) / 1000).toFixed(0)} ms of the processor, ${megabytes()}`);
    else {
      byThreads[at]?.push(performance.now() - start);
      inThreads[at]?.push((user + system) / 1000);
    }
  }
}
for (const [at, values] of byThreads.entries()) {
  const range = `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
  const used = median(inThreads[at] ?? []).toFixed(0);
  say(
    `${at + 1} threads, by the clock`,
    `${median(values).toFixed(0)} ms (${range}), ${used} ms of the processor, load ${load()}`,
  );
}
await Promise.all(opened.map((threads) => threads.close()));
say('memory, load at the end', `${megabytes()}, ${load()}`);
