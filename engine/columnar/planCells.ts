import type { CellSums } from '../../core/cell/cell.ts';
import { plusSums } from '../mergeCells.ts';
import { eachGathered } from './gatheredCells.ts';
import type { LineColumns } from './lineColumns.ts';
import { eachCell, type PlanCells } from './termCells.ts';

/**
 * The cells of a plan one by one, in the order of their keys: of all pieces of the columns, one after
 * the other. Shape: no two pieces have a partner in common, and their partners are in order.
 */
export function cellsOf(pieces: readonly PlanCells[], facts: LineColumns): CellSums {
  const texts = facts.codes.partner.values;
  const plain = pieces.flatMap((piece) => piece.plain);
  const terms = [...new Set(plain.map(({ term }) => term))].sort((a, b) =>
    `${a}\u001f` < `${b}\u001f` ? -1 : 1,
  );
  const cells = terms.flatMap((term) =>
    plain.filter((own) => own.term === term).flatMap((own) => [...eachCell(own, texts)]),
  );
  const gathered = pieces.flatMap((piece) => piece.gathered.flatMap((own) => [...eachGathered(own, facts)]));
  const [first, ...others] = pieces;
  const rest =
    others.length === 0 && first !== undefined ? first.rest : plusSums(...pieces.map(({ rest: own }) => own));
  if (cells.length + gathered.length === 0) return rest;
  if (gathered.length + rest.cells.length === 0) return { ...rest, cells };
  return plusSums({ cells: [...cells, ...gathered], tallies: [] }, rest);
}
