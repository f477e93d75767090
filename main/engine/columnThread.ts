import { parentPort } from 'node:worker_threads';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { cutColumns } from '../../engine/columnar/cutColumns.ts';
import { TableSum } from '../../engine/columnar/tableSum.ts';
import type { ColumnAnswer, ColumnTask, ColumnWork } from './columnThreads.ts';

// A thread that `openColumnThreads` starts: it is told the work once, then takes one piece after the other until none is left.

type Ready = {
  readonly of: ColumnWork;
  readonly sums: readonly TableSum[];
  readonly stores: readonly ColumnStore[];
};

let ready: Ready | undefined;

parentPort?.on('message', (task: ColumnTask) => {
  if ('work' in task) ready = readyFor(task.work);
  else if (ready === undefined) throw new Error('Fault: a thread was told of no work');
  else parentPort?.postMessage(answerOf(ready));
});

function readyFor(of: ColumnWork): Ready {
  const { tables, others } = of;
  return {
    of,
    sums: tables.map(({ table }) => new TableSum(table)),
    stores:
      others === undefined
        ? []
        : cutColumns(others.facts, others.pieces).map((facts) => ColumnStore.over(facts)),
  };
}

/** Pieces of terms that have no table come first: they take longest. */
function answerOf({ of, sums, stores }: Ready): ColumnAnswer {
  const others: { piece: number; cells: ColumnAnswer['others'][number]['cells'] }[] = [];
  const found = sums.map((): ColumnAnswer['tables'][number]['pieces'][number][] => []);
  const pieces = of.tables.flatMap(({ pieces: own }, table) =>
    own.map((bounds, piece) => ({ table, piece, bounds })),
  );
  for (const sum of sums) sum.begin();
  for (let next = taken(of); next < stores.length + pieces.length; next = taken(of)) {
    const store = stores[next];
    const piece = pieces[next - stores.length];
    if (store !== undefined && of.others !== undefined) {
      const { plans, context } = of.others;
      others.push({ piece: next, cells: plans.map((plan) => store.executePlain(plan, context)) });
    } else if (piece !== undefined) {
      const cells = sums[piece.table]?.piece(...piece.bounds);
      if (cells !== undefined) found[piece.table]?.push({ piece: piece.piece, cells });
    }
  }
  return { others, tables: sums.map((sum, table) => ({ sums: sum.found([]), pieces: found[table] ?? [] })) };
}

function taken({ next }: ColumnWork): number {
  return Atomics.add(next, 0, 1);
}
