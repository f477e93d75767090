import { parentPort } from 'node:worker_threads';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { cutColumns } from '../../engine/columnar/cutColumns.ts';
import { ofRowsFrom } from '../../engine/columnar/gatheredCells.ts';
import type { LineColumns } from '../../engine/columnar/lineColumns.ts';
import { TableSum } from '../../engine/columnar/tableSum.ts';
import type { PlanCells } from '../../engine/columnar/termCells.ts';
import type { ColumnAnswer, ColumnTask, ColumnWork } from './columnThreads.ts';

// A thread that `openColumnThreads` starts: it is told the work once, then takes one piece after the other until none is left.

/** A piece of the columns, and the row that it begins at. */
type Piece = { readonly store: ColumnStore; readonly first: number };

type Ready = {
  readonly of: ColumnWork;
  readonly sums: readonly TableSum[];
  readonly pieces: readonly Piece[];
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
    pieces: others === undefined ? [] : piecesOf(others.facts, others.pieces),
  };
}

function piecesOf(all: LineColumns, count: number): Piece[] {
  let next = 0;
  return cutColumns(all, count).map((facts) => {
    const first = next;
    next += facts.count;
    return { store: ColumnStore.over(facts), first };
  });
}

/** Pieces of terms that have no table come first: they take longest. */
function answerOf({ of, sums, pieces: own }: Ready): ColumnAnswer {
  const others: { piece: number; cells: ColumnAnswer['others'][number]['cells'] }[] = [];
  const found = sums.map((): ColumnAnswer['tables'][number]['pieces'][number][] => []);
  const pieces = of.tables.flatMap(({ pieces: all }, table) =>
    all.map((bounds, piece) => ({ table, piece, bounds })),
  );
  for (const sum of sums) sum.begin();
  for (let next = taken(of); next < own.length + pieces.length; next = taken(of)) {
    const lines = own[next];
    const piece = pieces[next - own.length];
    if (lines !== undefined && of.others !== undefined) {
      const { plans, context } = of.others;
      others.push({ piece: next, cells: plans.map((plan) => cellsIn(lines, plan, context)) });
    } else if (piece !== undefined) {
      const cells = sums[piece.table]?.piece(...piece.bounds);
      if (cells !== undefined) found[piece.table]?.push({ piece: piece.piece, cells });
    }
  }
  return { others, tables: sums.map((sum, table) => ({ sums: sum.found([]), pieces: found[table] ?? [] })) };
}

function cellsIn({ store, first }: Piece, plan: Plan, context: MatchContext): PlanCells {
  const { plain, gathered, rest } = store.executePlain(plan, context);
  return { plain, gathered: gathered.map((cells) => ofRowsFrom(cells, first)), rest };
}

/** What an answer hands over, so that nobody copies it. */
function memoryOf({ others }: ColumnAnswer): ArrayBuffer[] {
  const gathered = others.flatMap(({ cells }) => cells.flatMap((plan) => plan.gathered));
  return gathered.flatMap(({ groupOf, rows, factorOf, poolOf, lines, sums }) =>
    [groupOf, rows, factorOf, poolOf, lines, sums].map(({ buffer }) => buffer as ArrayBuffer),
  );
}

function taken({ next }: ColumnWork): number {
  return Atomics.add(next, 0, 1);
}
