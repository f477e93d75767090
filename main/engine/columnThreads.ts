import { Worker } from 'node:worker_threads';
import type { Cells } from '../../core/cell/cell.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { cutColumns } from '../../engine/columnar/cutColumns.ts';
import type { LineColumns } from '../../engine/columnar/lineColumns.ts';
import { plusCells } from '../../engine/mergeCells.ts';
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

/** The cells of each plan in a piece. */
export type ColumnAnswer = { readonly piece: number; readonly cells: readonly Cells[] };

/** More pieces than threads: whoever is done early takes another one. */
const PIECES_OF_THREAD = 8;

export type ColumnThreads = {
  /** The cells of each plan, to the byte those of one thread. */
  readonly execute: (
    facts: LineColumns,
    plans: readonly Plan[],
    context: MatchContext,
  ) => Promise<readonly Cells[]>;
  readonly close: () => Promise<void>;
};

/** Threads that share the memory of the columns; the work is cut by partner, so that their cells are disjoint. */
export function openColumnThreads(count: number): ColumnThreads {
  const threads = Array.from(
    { length: count },
    () => new Worker(threadFile(import.meta.url, 'columnThread')),
  );
  return {
    execute: async (facts, plans, context) => {
      const pieces = cutColumns(facts, count * PIECES_OF_THREAD).length;
      const work = { facts, pieces: count * PIECES_OF_THREAD, plans, context };
      for (const thread of threads) thread.postMessage({ work } satisfies ColumnTask);
      const left = Array.from({ length: pieces }, (_, piece) => piece).values();
      const answers = (await Promise.all(threads.map((thread) => answersOf(thread, left)))).flat();
      const inOrder = answers.toSorted((a, b) => a.piece - b.piece);
      return plans.map((_, plan) => plusCells(...inOrder.map(({ cells }) => cells[plan] as Cells)));
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
