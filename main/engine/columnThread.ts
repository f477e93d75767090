import { parentPort } from 'node:worker_threads';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { TableSum } from '../../engine/columnar/tableSum.ts';
import type { PlanCells } from '../../engine/columnar/termCells.ts';
import type { ColumnAnswer, ColumnTask, ColumnWork } from './columnThreads.ts';

// A thread that `openColumnThreads` starts: it is told the work once, then takes one piece after the other until none is left.

type Ready = {
  readonly of: ColumnWork;
  readonly sums: readonly TableSum[];
  /** Over all lines, for terms that have no table. */
  readonly store: ColumnStore | undefined;
};

let ready: Ready | undefined;

parentPort?.on('message', (task: ColumnTask) => {
  if ('work' in task) ready = readyFor(task.work);
  else if (ready === undefined) throw new Error('Fault: a thread was told of no work');
  else {
    const answer = answerOf(ready);
    parentPort?.postMessage(answer, memoryOf(answer));
  }
});

function readyFor(of: ColumnWork): Ready {
  const { tables, others } = of;
  return {
    of,
    sums: tables.map(({ table }) => new TableSum(table)),
    store: others && ColumnStore.over(others.facts),
  };
}

/** Terms that have no table come first, plan by plan: they take longest. */
function answerOf({ of, sums, store }: Ready): ColumnAnswer {
  const others: { plan: number; cells: PlanCells }[] = [];
  const found = sums.map((): ColumnAnswer['tables'][number]['pieces'][number][] => []);
  const plans = of.others?.plans ?? [];
  const pieces = of.tables.flatMap(({ pieces: own }, table) =>
    own.map((bounds, piece) => ({ table, piece, bounds })),
  );
  for (const sum of sums) sum.begin();
  for (let next = taken(of); next < plans.length + pieces.length; next = taken(of)) {
    const asked = plans[next];
    const piece = pieces[next - plans.length];
    if (asked !== undefined && store !== undefined && of.others !== undefined) {
      others.push({ plan: asked.number, cells: store.executePlain(asked.plan, of.others.context) });
    } else if (piece !== undefined) {
      const cells = sums[piece.table]?.piece(...piece.bounds);
      if (cells !== undefined) found[piece.table]?.push({ piece: piece.piece, cells });
    }
  }
  return { others, tables: sums.map((sum, table) => ({ sums: sum.found([]), pieces: found[table] ?? [] })) };
}

/** What an answer hands over, so that nobody copies it. */
function memoryOf({ others }: ColumnAnswer): ArrayBuffer[] {
  return others
    .flatMap(({ cells }) => cells.gathered)
    .flatMap(({ groupOf, rows, factorOf, poolOf, lines, sums }) =>
      [groupOf, rows, factorOf, poolOf, lines, sums].map(({ buffer }) => buffer as ArrayBuffer),
    );
}

function taken({ next }: ColumnWork): number {
  return Atomics.add(next, 0, 1);
}
