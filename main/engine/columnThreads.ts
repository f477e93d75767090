import { Worker } from 'node:worker_threads';
import type { Cells } from '../../core/cell/cell.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { cutColumns } from '../../engine/columnar/cutColumns.ts';
import type { LineColumns } from '../../engine/columnar/lineColumns.ts';
import { cellsOf } from '../../engine/columnar/planCells.ts';
import type { PlanCells } from '../../engine/columnar/termCells.ts';
import { threadFile } from '../threadFile.ts';

/** Columns, into how many pieces they are cut, and what is asked of each. */
export type ColumnWork = {
  readonly facts: LineColumns;
  readonly pieces: number;
  readonly plans: readonly Plan[];
  readonly context: MatchContext;
};

/** The work, told once; then the number of a piece, again and again. */
export type ColumnTask = { readonly work: ColumnWork } | { readonly piece: number };

/** The cells of each plan in a piece, plain sums as columns: objects would take longer to hand back than to find. */
export type ColumnAnswer = { readonly piece: number; readonly cells: readonly PlanCells[] };

/** More pieces than threads: whoever is done early takes another one. */
const PIECES_OF_THREAD = 8;

export type ColumnThreads = {
  /** The cells of each plan, to the byte those of one thread. */
  readonly execute: (
    facts: LineColumns,
    plans: readonly Plan[],
    context: MatchContext,
  ) => Promise<readonly Cells[]>;
  /** Tells the threads the work, which may be done again and again. */
  readonly load: (facts: LineColumns, plans: readonly Plan[], context: MatchContext) => LoadedWork;
  readonly close: () => Promise<void>;
};

/** The cells of each plan, of one piece of the columns after the other: partners in order. Until other work is loaded. */
export type LoadedWork = { readonly run: () => Promise<readonly (readonly PlanCells[])[]> };

/** Threads that share the memory of the columns; the work is cut by partner, so that their cells are disjoint. */
export function openColumnThreads(count: number): ColumnThreads {
  const threads = Array.from(
    { length: count },
    () => new Worker(threadFile(import.meta.url, 'columnThread')),
  );
  const load: ColumnThreads['load'] = (facts, plans, context) => {
    const pieces = cutColumns(facts, count * PIECES_OF_THREAD).length;
    const work = { facts, pieces: count * PIECES_OF_THREAD, plans, context };
    for (const thread of threads) thread.postMessage({ work } satisfies ColumnTask);
    return {
      run: async () => {
        const left = Array.from({ length: pieces }, (_, piece) => piece).values();
        const answers = (await Promise.all(threads.map((thread) => answersOf(thread, left)))).flat();
        const inOrder = answers.toSorted((a, b) => a.piece - b.piece);
        return plans.map((_, plan) => inOrder.map(({ cells }) => cells[plan] as PlanCells));
      },
    };
  };
  return {
    load,
    execute: async (facts, plans, context) => {
      const found = await load(facts, plans, context).run();
      return found.map((pieces) => cellsOf(pieces, facts.codes.partner.values));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Hands a thread one piece after the other until none is left. */
async function answersOf(thread: Worker, pieces: Iterator<number>): Promise<ColumnAnswer[]> {
  const answers: ColumnAnswer[] = [];
  for (let next = pieces.next(); !next.done; next = pieces.next()) {
    answers.push(await answerOf(thread, { piece: next.value }));
  }
  return answers;
}

function answerOf(thread: Worker, task: ColumnTask): Promise<ColumnAnswer> {
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
    thread.postMessage(task);
  });
}
