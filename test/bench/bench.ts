import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, PATIENT_MS } from '../../adapters/db/store.ts';
import { DatabaseExecutor } from '../../app/calculation/databaseExecutor.ts';
import type { Cells } from '../../core/cell/cell.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { type LineColumns, LineColumnsBuilder } from '../../engine/columnar/lineColumns.ts';
import type { RowShares } from '../../engine/columnar/termAllocation.ts';
import { cellCount, type PlanCells } from '../../engine/columnar/termCells.ts';
import { openColumnThreads } from '../../main/engine/columnThreads.ts';
import { AppRole, lineText } from './appRole.ts';
import { tradeAgreements, tradeLines, tradeMaster } from './engineTrade.ts';
import { Figures, load, machine, memory, timed } from './figures.ts';
import { benchDatabase } from './program.ts';
import { InDuckDb } from './rivals/inDuckDb.ts';
import { InPostgres } from './rivals/inPostgres.ts';
import { type RivalTotal, rivalLine, rivalRules } from './rivals/rivalRules.ts';
import { mixedAgreements, mixedMaster } from './tradeMix.ts';

// Everything that a large tenant asks of the program, with its rivals and a floor, in one run and by the clock:
// `npm run bench -- --lines 1000000 --agreements 1000 --mix plain --rounds 5 --without rivals --without push-down --json bench.json`.
// Rounds are interleaved. Every rival has to come to the same sums as we do, or the run fails.

const SEED = 20_261_201;
const EFFECTIVE = 22_000;
/** A rival is timed on a sample of at least so many rules, scaled by their number and marked so. */
const SAMPLED_RULES = 100;
/** Inside PostgreSQL lines are laid out once for all rules, which a sample would count several times: with more rules it has to. */
const PUSHED_RULES_MAX = 1000;
const CHUNK_ROWS = 100_000;
/** Money is made of the cells of so many agreements. */
const STAGED_AGREEMENTS = 50;
const ADDED = 10_000;
const ALLOCATED_AGREEMENTS = 50;

const { values: said } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    agreements: { type: 'string', default: '1000' },
    mix: { type: 'string', default: 'plain' },
    rounds: { type: 'string', default: '5' },
    without: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
});
const [LINES, AGREEMENTS, ROUNDS] = [said.lines, said.agreements, said.rounds].map(Number) as [
  number,
  number,
  number,
];
const IS_PLAIN = said.mix === 'plain';
const HAS_RIVALS = IS_PLAIN && !said.without.includes('rivals');
const HAS_PUSH_DOWN = !said.without.includes('push-down');

process.env.OPENREBATE_TEST_SETTINGS ??=
  '-c fsync=on -c shared_buffers=2GB -c max_wal_size=8GB -c checkpoint_timeout=30min -c jit=off -c work_mem=256MB';

const figures = new Figures();
figures.fact('machine', machine());
figures.fact('load at the beginning', load());
figures.fact(
  'workload',
  `${LINES} lines, ${AGREEMENTS} agreements, ${said.mix}, seed ${SEED}, ${ROUNDS} rounds`,
);

const master = IS_PLAIN ? tradeMaster(SEED) : mixedMaster(SEED);
const context = { master, effective: EFFECTIVE };
const agreements = (IS_PLAIN ? tradeAgreements : mixedAgreements)(SEED, AGREEMENTS);
const compiled = await timed(() => agreements.map((agreement) => compilePlan(agreement, master)));
const plans: readonly Plan[] = compiled.value;
const RULES = rulesOf(plans);
figures.add('plans made of the agreements', [compiled.ms]);
figures.fact(
  'rules',
  `${RULES}, of them ${plans.flatMap(({ terms }) => terms).filter(isMore).length} ask for more than sums of fields`,
);

const database = await benchDatabase();
const role = await AppRole.open(database);
const store = openStore({ url: database.appUrl, idleMs: PATIENT_MS });

await ingest();
const columns = await cold();
const threads = await Promise.all([1, 2].map((count) => openColumnThreads(count)));
const kept = ColumnStore.over(columns, 1);
await calculations();
secondStage();
await whatIf();
await incremental();
allocation();
figures.fact('memory at the end', memory());
figures.fact('load at the end', load());
figures.ratio('two threads against one (times)', 'full calculation, 1 thread', 'full calculation, 2 threads');
figures.ratio('one thread in floors', 'full calculation, 1 thread', 'floor: two columns added');
figures.ratio(
  'a query per rule in PostgreSQL against two threads (times)',
  'rival: a query per rule in PostgreSQL',
  'full calculation, 2 threads',
);
figures.ratio(
  'one statement in DuckDB against two threads (times)',
  'rival: one statement in DuckDB',
  'full calculation, 2 threads',
);
figures.ratio(
  'a query per rule in PostgreSQL against cold to durable cells (times)',
  'rival: a query per rule in PostgreSQL',
  'cold: from the database to durable cells',
);
figures.write(said.json);
await Promise.all(threads.map((some) => some.close()));
await store.close();
await role.close();
await database.close();

function rulesOf(some: readonly Plan[]): number {
  return some.reduce((sum, { terms }) => sum + terms.length, 0);
}

/** Whether a term looks at order, other terms, groups, deliveries or other units. */
function isMore({ kind, term, slots }: Plan['terms'][number]): boolean {
  return (
    kind !== 'additive' ||
    term.group !== 'none' ||
    slots.some(({ buckets, role: of }) => buckets.length > 0 || of === 'baseline')
  );
}

/** The first agreements with so many rules together: they are drawn alike. */
function sampleOf(): Plan[] {
  const sample: Plan[] = [];
  for (const plan of plans) if (rulesOf(sample) < SAMPLED_RULES) sample.push(plan);
  return sample;
}

/** Typed lines into the database, once and again. Making their texts is not in these times. */
async function ingest(): Promise<void> {
  const times = { first: 0, again: 0, texts: 0, copied: 0, bare: 0 };
  let fresh = 0;
  for (const pass of ['first', 'again'] as const) {
    if (pass === 'first') await role.within(() => role.batch(1));
    for (const chunk of chunks(tradeLines(SEED, LINES))) {
      const texts = await timed(() => chunk.map(lineText));
      times.texts += texts.ms / 2;
      const done = await timed(() => role.within(() => role.insertLines(texts.value, 1)));
      times[pass] += done.ms;
      if (pass === 'again') {
        times.copied += (await timed(() => role.within(() => role.copyOnly(texts.value)))).ms;
        times.bare += (await timed(() => role.within(() => role.insertBare(texts.value, 1)))).ms;
      }
      if (pass === 'first') fresh += done.value;
      else if (done.value !== 0) throw new Error(`${done.value} lines came in twice`);
    }
  }
  if (fresh !== LINES) throw new Error(`${fresh} of ${LINES} lines came in`);
  const rate = (ms: number) => `${Math.round((LINES / ms) * 1000)} lines a second`;
  figures.add('ingest: typed lines to committed rows', [times.first], rate(times.first));
  figures.add('ingest: the same lines again', [times.again], rate(times.again));
  figures.add('floor: COPY of the same bytes, no keys', [times.copied], rate(times.copied));
  figures.add('floor: COPY and INSERT, no keys', [times.bare], rate(times.bare));
  figures.add('ingest: texts and hashes of the lines, in this process', [times.texts], rate(times.texts));
  const { rows, keys } = await role.analyze(database.adminUrl);
  const each = (bytes: number) => Math.round(bytes / LINES);
  figures.fact('bytes of a line in the database', `${each(rows)}, its keys ${each(keys)}`);
}

function* chunks(lines: Iterable<Line>): Generator<Line[]> {
  let chunk: Line[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** From rows of the database to cells that are committed there, with nothing at hand but the plans. */
async function cold(): Promise<LineColumns> {
  const times: Record<'floor' | 'feed' | 'first' | 'durable' | 'all', number[]> = {
    ...{ floor: [], feed: [], first: [], durable: [], all: [] },
  };
  let found: LineColumns | undefined;
  for (let round = 0; round < Math.min(ROUNDS, 3); round += 1) {
    await role.clearCells();
    times.floor.push((await timed(() => role.within(() => role.copyOut()))).ms);
    const feed = await timed(() =>
      store.inTenant(database.tenant, async (tx) => {
        const builder = new LineColumnsBuilder();
        await tx.lines.feed(1, {}, builder);
        return builder.sorted().facts;
      }),
    );
    found = feed.value;
    const column = ColumnStore.over(feed.value, 1);
    const cells = await timed(() => column.planSet(plans, context).cells());
    const durable = await timed(() => role.within(() => role.insertCells(cells.value.entries())));
    times.feed.push(feed.ms);
    times.first.push(cells.ms);
    times.durable.push(durable.ms);
    times.all.push(feed.ms + cells.ms + durable.ms);
    if (round === 0)
      figures.fact('cells', String(cells.value.reduce((sum, plan) => sum + cellCount(plan), 0)));
  }
  figures.add('floor: five columns out of the database', times.floor);
  figures.add('cold: lines from the database into columns', times.feed);
  figures.add('cold: first calculation, one thread', times.first);
  figures.add('cold: cells into the database and committed', times.durable);
  figures.add('cold: from the database to durable cells', times.all);
  figures.fact('memory with the columns', memory());
  if (found === undefined) throw new Error('No round was made');
  if (found.count !== LINES) throw new Error(`${found.count} of ${LINES} lines are in columns`);
  return found;
}

async function calculations(): Promise<void> {
  const sample = sampleOf();
  const share = RULES / rulesOf(sample);
  const scaled = share === 1 ? '' : `${rulesOf(sample)} of ${RULES} rules, scaled by their number`;
  const rules = HAS_RIVALS ? rivalRules(plans) : [];
  const sampledRules = rules.slice(0, rulesOf(sample));
  const postgres = HAS_RIVALS ? await InPostgres.over(database.adminUrl, rivalLines()) : undefined;
  const duck = HAS_RIVALS
    ? await InDuckDb.over(join(database.folder, 'rival.duckdb'), { lines: rivalLines(), rules, threads: 2 })
    : undefined;
  if (HAS_PUSH_DOWN) await equal(sample, postgres && (await postgres.calculate(sampledRules)), duck);
  const prepared = await timed(() => threads.map((some) => some.load(columns, plans, context)));
  const loaded = prepared.value;
  figures.add('tables made of the plans, for one thread and for two', [prepared.ms]);
  const flat = [0, 1].map(() => Int32Array.from({ length: LINES }, (_, row) => row % 997)) as [
    Int32Array,
    Int32Array,
  ];
  const ways: readonly (readonly [string, number, string, () => unknown])[] = [
    ['floor: two columns added', 1, '', () => floor(flat)],
    ...loaded.map(
      (work, at) =>
        [
          `full calculation, ${at + 1} thread${at === 0 ? '' : 's'}`,
          1,
          'cells as columns',
          () => work.run(),
        ] as const,
    ),
    ...(HAS_PUSH_DOWN ? [insideWay(RULES <= PUSHED_RULES_MAX ? plans : sample, scaled)] : []),
    ...(postgres
      ? ([
          ['floor: two columns added inside PostgreSQL', 1, '', () => postgres.scan()],
          ['rival: a query per rule in PostgreSQL', share, scaled, () => postgres.calculate(sampledRules)],
        ] as const)
      : []),
    ...(duck
      ? ([
          ['floor: two columns added inside DuckDB', 1, '', () => duck.scan()],
          ['rival: one statement in DuckDB', 1, 'two threads', () => duck.calculate()],
        ] as const)
      : []),
  ];
  for (const work of loaded) await work.run();
  const times = ways.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [, factor, , work]] of ways.entries()) {
      times[at]?.push((await timed(work)).ms * factor);
    }
  }
  for (const [at, [name, , note]] of ways.entries()) figures.add(name, times[at] ?? [], note);
  duck?.close();
  await postgres?.close();
}

function floor([net, units]: readonly [Int32Array, Int32Array]): number {
  let sum = 0;
  for (let row = 0; row < LINES; row += 1) sum += (net[row] as number) + (units[row] as number);
  return sum;
}

function* rivalLines() {
  for (const line of tradeLines(SEED, LINES)) yield rivalLine(line);
}

function insideWay(some: readonly Plan[], scaled: string) {
  const share = RULES / rulesOf(some);
  return ['push-down: inside PostgreSQL', share, share === 1 ? '' : scaled, () => inDatabase(some)] as const;
}

function inDatabase(some: readonly Plan[]): Promise<Cells[]> {
  return store.inTenant(database.tenant, async (tx) => {
    const executor = new DatabaseExecutor(tx, { tenant: database.tenant, batch: 1 }, context);
    const found: Cells[] = [];
    for await (const { cells } of executor.executeAll(some)) found.push(cells);
    return found;
  });
}

/** All come to the same: cell by cell inside PostgreSQL, by the sums of each rule the rivals. */
async function equal(
  sample: readonly Plan[],
  postgres: readonly RivalTotal[] | undefined,
  duck: InDuckDb | undefined,
): Promise<void> {
  const pushed = await inDatabase(sample);
  for (const [at, plan] of sample.entries()) {
    if (cellTexts(kept.execute(plan, context)) !== cellTexts(pushed[at])) {
      throw new Error(`The cells of ${plan.agreement.id} inside PostgreSQL differ`);
    }
  }
  figures.fact(
    'cells inside PostgreSQL equal ours',
    `${pushed.reduce((sum, { cells }) => sum + cells.length, 0)}, each`,
  );
  if (postgres === undefined || duck === undefined) return;
  await duck.calculate();
  const inDuck = await duck.totals();
  const ours = plans.flatMap((plan) => totalsOf(plan));
  const nothing = { windows: 0, units: 0n, cents: 0n };
  for (const [rule, total] of ours.entries()) {
    for (const other of [inDuck.get(rule) ?? nothing, postgres[rule]]) {
      if (other === undefined) continue;
      const units = total.units === undefined ? other.units : total.units;
      if (other.windows !== total.windows || other.cents !== total.cents || other.units !== units) {
        throw new Error(`Rule ${rule}: ${text(total)} of ours, ${text(other)} of a rival`);
      }
    }
  }
  const cents = ours.reduce((sum, total) => sum + total.cents, 0n);
  figures.fact(
    'sums of the rivals equal ours',
    `${ours.length} rules in DuckDB, ${postgres.length} in PostgreSQL, ${cents} cents`,
  );
}

/** Of each rule how many partners and windows it has, and what its sums come to. */
function totalsOf(plan: Plan): (Omit<RivalTotal, 'units'> & { readonly units: bigint | undefined })[] {
  const { cells } = kept.execute(plan, context);
  return plan.terms.map(({ id, term }) => {
    const own = cells.filter((cell) => cell.term === id);
    const paid = own.filter(({ slot }) => slot === 'payout.payout');
    const found = own.filter(({ slot }) => slot === 'qualifier');
    const sum = (some: readonly { readonly sum: bigint }[]) => some.reduce((all, cell) => all + cell.sum, 0n);
    const isUnits = term.qualifier.of === 'quantity';
    return {
      windows: paid.length,
      cents: sum(paid) / 10_000_000n,
      units: isUnits ? sum(found) / 1_000_000_000n : undefined,
    };
  });
}

function cellTexts(cells: Cells | undefined): string {
  return text([cells?.cells, cells?.tallies]);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

/**
 * Money made of cells, of the first agreements: of those whose limits, groups or exclusive choice look across partners or terms
 * all of it counts as the second stage, though they have a first one, too.
 */
function secondStage(): void {
  const times = { cells: 0, one: 0, two: 0 };
  for (const plan of plans.slice(0, STAGED_AGREEMENTS)) {
    let began = performance.now();
    const cells = kept.execute(plan, context);
    times.cells += performance.now() - began;
    began = performance.now();
    earn(plan, cells, context);
    times[looksAcross(plan) ? 'two' : 'one'] += performance.now() - began;
  }
  const all = times.cells + times.one + times.two;
  const across = plans.slice(0, STAGED_AGREEMENTS).filter(looksAcross).length;
  figures.add('money of cells: agreements of one stage', [times.one]);
  figures.add(
    'money of cells: agreements that look across partners or terms',
    [times.two],
    `${across} agreements`,
  );
  figures.fact(
    'share of the second stage in cells and money',
    `${((100 * times.two) / all).toFixed(1)} % of ${Math.min(plans.length, STAGED_AGREEMENTS)} agreements`,
  );
}

function looksAcross({ agreement, terms }: Plan): boolean {
  const isAcross = terms.some(
    ({ term: { group, exclusive, netting, limits } }) =>
      group !== 'none' || exclusive !== 'none' || netting !== 'none' || limits !== 'none',
  );
  return isAcross || agreement.sharedCaps !== 'none';
}

async function whatIf(): Promise<void> {
  const all = kept.planSet(plans, context).cells();
  const counted = plans.map((plan, at) => ({ plan, lines: countedIn(all[at] as PlanCells) }));
  const bySize = counted.toSorted((a, b) => a.lines - b.lines);
  const [median, largest] = [bySize[Math.floor(bySize.length / 2)], bySize.at(-1)];
  for (const [name, one] of [
    ['the median', median],
    ['the largest', largest],
  ] as const) {
    if (one === undefined) continue;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push((await timed(() => kept.executePlain(one.plan, context))).ms);
    }
    figures.add(`what-if of ${name} agreement over all lines`, times, `${one.lines} matches`);
  }
  const matches = counted.reduce((sum, one) => sum + one.lines, 0);
  figures.fact('matches', `${matches}, ${(matches / LINES).toFixed(2)} a line`);
}

function countedIn({ rest }: PlanCells): number {
  return rest.tallies.reduce((sum, { state, lines }) => sum + (state === 'counted' ? lines : 0), 0);
}

/** New lines, from typed lines to the cells that they change, all of it committed. */
async function incremental(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const added = [...tradeLines(SEED + 1 + round, ADDED)].map((line) => ({
      ...line,
      source: `late${round}`,
    }));
    const texts = added.map(lineText);
    const { ms } = await timed(() =>
      role.within(async () => {
        await role.batch(2 + round);
        const fresh = await role.insertLines(texts, 2 + round);
        if (fresh !== ADDED) throw new Error(`${fresh} of ${ADDED} new lines came in`);
        const later = kept.after({ added, removed: [] }, 2 + round, 100);
        const changed = later.executeChanged(plans, context);
        await role.insertCells(changed.map(({ added: more }, at) => [at, more] as const));
      }),
    );
    times.push(ms);
  }
  figures.add(
    `${ADDED} new lines to committed cells`,
    times,
    'cells of terms that only sum, and the delta of the others',
  );
}

/** Amounts spread over the lines behind them, out of the columns. */
function allocation(): void {
  const times: number[] = [];
  let [rows, asked] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    times[round] = 0;
    [rows, asked] = [0, 0];
    for (const plan of plans.slice(0, ALLOCATED_AGREEMENTS)) {
      const earnings = Map.groupBy(earn(plan, kept.execute(plan, context), context), ({ term }) => term);
      for (const planned of plan.terms) {
        const own = earnings.get(planned.id) ?? [];
        const found = timedNow(() => kept.allocation(planned, context).rowsOf(own));
        times[round] = (times[round] ?? 0) + found.ms;
        rows += found.value.rows.length;
        asked += found.value.asked.length;
        allAllocated(own, found.value);
      }
    }
  }
  const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 1;
  figures.add(
    'allocation: shares of lines',
    times,
    `${rows} rows, ${Math.round((rows / median) * 1000)} a second, at most ${ALLOCATED_AGREEMENTS} agreements, ${asked} amounts left to core`,
  );
}

function timedNow<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

/** To the cent. */
function allAllocated(earnings: readonly Earning[], { minor, ends }: RowShares): void {
  for (const [at, earning] of earnings.entries()) {
    const own = minor.subarray(ends[at - 1] ?? 0, ends[at]);
    const sum = own.reduce((all, one) => all + one, 0);
    if (own.length > 0 && !Number.isNaN(sum) && BigInt(sum) !== earning.amount.minor)
      throw new Error(`${earning.agreement} ${earning.term} ${earning.partner}: ${sum} allocated`);
  }
}
