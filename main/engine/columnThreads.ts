import { Worker } from 'node:worker_threads';
import type { Cells } from '../../core/cell/cell.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { MemberDays } from '../../core/plan/memberDays.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import type { EntryColumns } from '../../engine/columnar/entryLog.ts';
import type { LineColumns } from '../../engine/columnar/lineColumns.ts';
import { pieceBounds } from '../../engine/columnar/pieceBounds.ts';
import { cellsOf } from '../../engine/columnar/planCells.ts';
import type { PlanSet, SetSums } from '../../engine/columnar/planSet.ts';
import type { TableSums } from '../../engine/columnar/tableSum.ts';
import type { PlanCells } from '../../engine/columnar/termCells.ts';
import type { TermTable } from '../../engine/columnar/termTable.ts';
import { threadFile } from '../threadFile.ts';

/** What threads share: tables and the partners of each piece, terms that have no table, and the number of the next piece. */
export type ColumnWork = {
  readonly tables: readonly {
    readonly table: TermTable;
    readonly pieces: readonly [from: number, until: number][];
  }[];
  readonly others?: {
    readonly facts: LineColumns;
    readonly plans: readonly { readonly number: number; readonly plan: Plan }[];
    readonly context: MatchContext;
  };
  readonly next: Int32Array<SharedArrayBuffer>;
};

/** The work, told once; then to begin, again and again. */
export type ColumnTask = { readonly work: ColumnWork } | { readonly begin: true };

/** What a thread found: of each table the totals of its pieces; of terms without one the cells of the plans that it took. */
export type ColumnAnswer = {
  readonly tables: readonly {
    readonly sums: TableSums;
    readonly pieces: readonly { readonly piece: number; readonly cells: EntryColumns }[];
  }[];
  readonly others: readonly { readonly plan: number; readonly cells: PlanCells }[];
};

export type ColumnThreads = {
  /** The cells of each plan, to the byte those of one thread. */
  readonly execute: (
    facts: LineColumns,
    plans: readonly Plan[],
    context: MatchContext,
  ) => Promise<readonly Cells[]>;
  /** Makes tables of the plans and tells the threads of them, who may calculate again and again: until other work is loaded. */
  readonly load: (facts: LineColumns, plans: readonly Plan[], context: MatchContext) => LoadedWork;
  readonly close: () => Promise<void>;
};

/** The cells of each plan, those of tables and then the others. Until `run` is called again, which writes over them. */
type LoadedWork = { readonly run: () => Promise<readonly (readonly PlanCells[])[]> };

/** Threads that share the memory of columns, tables and cells; the work is cut by partner, so that their cells are disjoint. */
export function openColumnThreads(count: number): ColumnThreads {
  const threads = Array.from(
    { length: count },
    () => new Worker(threadFile(import.meta.url, 'columnThread')),
  );
  const load: ColumnThreads['load'] = (facts, plans, context) => {
    const set = storeOver(facts).planSet(plans, context);
    const work = workOf(set, facts, context);
    for (const thread of threads) thread.postMessage({ work } satisfies ColumnTask);
    return {
      run: async () => {
        Atomics.store(work.next, 0, 0);
        const answers = await Promise.all(threads.map(answerOf));
        const sums = sumsOf(work, answers);
        const others = new Map(answers.flatMap((own) => own.others).map(({ plan, cells }) => [plan, cells]));
        return plans.map((_, plan) => {
          const more = others.get(plan);
          return [set.cellsOf(plan, sums), ...(more === undefined ? [] : [more])];
        });
      },
    };
  };
  return {
    load,
    execute: async (facts, plans, context) => {
      const found = await load(facts, plans, context).run();
      const store = storeOver(facts);
      return plans.map((plan, at) => ({
        ...cellsOf(found[at] ?? [], facts),
        streams: store.streams(plan, context),
      }));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** What is derived of columns is derived once. */
const STORES = new WeakMap<LineColumns, ColumnStore>();

function storeOver(facts: LineColumns): ColumnStore {
  const store = STORES.get(facts) ?? ColumnStore.over(facts);
  STORES.set(facts, store);
  return store;
}

function workOf(set: PlanSet, facts: LineColumns, context: MatchContext): ColumnWork {
  const tables = set.tables.map((table) => ({ table, pieces: pieceBounds(table.segments) }));
  const next = new Int32Array(new SharedArrayBuffer(4));
  const plans = forThreads(set.others)
    .map((plan, number) => ({ plan, number }))
    .filter(({ plan: { terms } }) => terms.length > 0);
  return { tables, next, ...(plans.length > 0 && { others: { facts, plans, context } }) };
}

/** Members that are no plain map would not come through as what they are. */
function forThreads(plans: readonly Plan[]): Plan[] {
  const known = new Map<MemberDays, MemberDays>();
  const plain = (members: MemberDays): MemberDays => {
    const found = known.get(members) ?? { ...members, days: new Map(members.days) };
    known.set(members, found);
    return found;
  };
  return plans.map(({ agreement, terms }) => ({
    agreement,
    terms: terms.map((planned) => {
      return { ...planned, partners: plain(planned.partners), products: plain(planned.products) };
    }),
  }));
}

/** What all threads found of each table. */
function sumsOf({ tables }: ColumnWork, answers: readonly ColumnAnswer[]): SetSums {
  return tables.map((_, table) => {
    const own = answers.flatMap(({ tables: all }) => all[table] ?? []);
    const pieces = own.flatMap((found) => found.pieces).toSorted((a, b) => a.piece - b.piece);
    const cells = pieces.map((piece) => piece.cells);
    return own.map(({ sums }, at) => ({ ...sums, pieces: at === 0 ? cells : [] }));
  });
}

function answerOf(thread: Worker): Promise<ColumnAnswer> {
  return new Promise((resolve, reject) => {
    const settled = () => {
      thread.off('message', taken);
      thread.off('error', failed);
    };
    const taken = (answer: ColumnAnswer) => {
      settled();
      resolve(answer);
    };
    const failed = (error: unknown) => {
      settled();
      reject(error);
    };
    thread.on('message', taken);
    thread.on('error', failed);
    thread.postMessage({ begin: true } satisfies ColumnTask);
  });
}
