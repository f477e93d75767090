import { parentPort } from 'node:worker_threads';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { cutColumns } from '../../engine/columnar/cutColumns.ts';
import type { ColumnAnswer, ColumnTask, ColumnWork } from './columnThreads.ts';

// A thread that `openColumnThreads` starts: it is told the work once, then takes pieces of the columns through all plans.

let work: { readonly of: ColumnWork; readonly pieces: readonly ColumnStore[] } | undefined;

parentPort?.on('message', (task: ColumnTask) => {
  if ('work' in task) {
    const pieces = cutColumns(task.work.facts, task.work.pieces).map((facts) => ColumnStore.over(facts));
    work = { of: task.work, pieces };
    return;
  }
  const store = work?.pieces[task.piece];
  if (work === undefined || store === undefined) throw new Error(`Fault: there is no piece ${task.piece}`);
  const { plans, context } = work.of;
  const cells = plans.map((plan) => store.executePlain(plan, context));
  parentPort?.postMessage({ piece: task.piece, cells } satisfies ColumnAnswer);
});
