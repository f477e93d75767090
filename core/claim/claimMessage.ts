import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import { CLAIM_COLUMNS, type ClaimRow } from './claimFile.ts';

/** What somebody can send about claims: claims, something said beside one, an objection, a document that proves it. */
export const MESSAGE_KINDS = ['claims', 'comment', 'dispute', 'proof'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * waiting: nobody has taken it in yet · taken · refused: it had no effect, and says why · quarantined: rows of
 * it wait to be repaired · repaired: by another message · dismissed: somebody decided that they stay out.
 */
export const MESSAGE_STATES = [
  'waiting',
  'taken',
  'refused',
  'quarantined',
  'repaired',
  'dismissed',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export function messageState({
  taken,
  isRepaired,
  isDismissed,
}: {
  readonly taken: { readonly refused: number; readonly waitingRows: number } | undefined;
  readonly isRepaired: boolean;
  readonly isDismissed: boolean;
}): MessageState {
  if (taken === undefined) return 'waiting';
  if (taken.waitingRows === 0) return taken.refused > 0 ? 'refused' : 'taken';
  if (isRepaired) return 'repaired';
  return isDismissed ? 'dismissed' : 'quarantined';
}

/** What a row is to say instead, field by field. */
export type RowRepair = { readonly row: number; readonly set: Readonly<Record<string, string>> };

/**
 * The rows that wait, with what was repaired in them; the others stay as they were sent.
 * Refuses: claim-row-not-waiting (row).
 */
export function repairedRows(
  rows: readonly ClaimRow[],
  waiting: readonly number[],
  repairs: readonly RowRepair[],
): Result<readonly ClaimRow[]> {
  const strange = repairs.find(({ row }) => !waiting.includes(row));
  if (strange !== undefined)
    return refused(refuse('claim-row-not-waiting', 'rows', { row: String(strange.row) }));
  const open = rows.filter(({ row }) => waiting.includes(row));
  return accept(
    open.map(({ row, texts }) => {
      const said = repairs.filter((repair) => repair.row === row);
      return { row, texts: Object.assign({}, texts, ...said.map(({ set }) => set)) };
    }),
  );
}

/** The cells of a row that are there. */
export function claimCells(said: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    CLAIM_COLUMNS.flatMap((column) => {
      const cell = said[column];
      return typeof cell === 'string' ? [[column, cell]] : [];
    }),
  );
}
