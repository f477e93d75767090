import type { CellSums } from '../../core/cell/cell.ts';
import { plusSums } from '../mergeCells.ts';
import { eachCell, type PlanCells } from './termCells.ts';

/**
 * The cells of a plan one by one, in the order of their keys: of all pieces of the columns, one after
 * the other. Shape: no two pieces have a partner in common, and their partners are in order.
 */
export function cellsOf(pieces: readonly PlanCells[], texts: readonly string[]): CellSums {
  const plain = pieces.flatMap((piece) => piece.plain);
  const terms = [...new Set(plain.map(({ term }) => term))].sort((a, b) =>
    `${a}\u001f` < `${b}\u001f` ? -1 : 1,
  );
  const cells = terms.flatMap((term) =>
    plain.filter((own) => own.term === term).flatMap((own) => [...eachCell(own, texts)]),
  );
  const [first, ...others] = pieces;
  const rest =
    others.length === 0 && first !== undefined ? first.rest : plusSums(...pieces.map(({ rest: own }) => own));
  if (cells.length === 0) return rest;
  if (rest.cells.length === 0) return { ...rest, cells };
  return plusSums({ cells, tallies: [] }, rest);
}
