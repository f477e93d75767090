import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { decimalOf, readersMark } from '../text/decimalOf.ts';
import { isFields, type Json, listAt, type Path, pathText, withValueAt, wordAt } from '../text/textPath.ts';
import styles from './Editor.module.css';
import { useEditor } from './EditorContext.tsx';
import { FigureCell } from './FigureCell.tsx';
import { pastedCells } from './pastedCells.ts';
import { editorTexts } from './texts.ts';
import { thousandsMeant } from './thousandsMeant.ts';
import { emptyLike, type TierColumn, tierColumns } from './tierColumns.ts';

type Props = {
  /** Where the list of rows stands. */
  readonly path: readonly [string, ...Path];
  /** What the first column is called. */
  readonly fromTitle: string;
};

/** The tier table, edited like a spreadsheet: Enter and arrows move, a paste fills and adds rows. */
export function TierGrid({ path, fromTitle }: Props) {
  const say = useSay(editorTexts);
  const { text, set } = useEditor();
  const grid = useRef<HTMLTableElement>(null);
  const focus = useCellFocus(grid);
  const rows = listAt(text, path);
  const columns = tierColumns(rows);
  const titleOf = ({ kind, part }: TierColumn) => {
    const title = kind === 'from' ? fromTitle : say(`column.${kind}`);
    return part === undefined ? title : say('ofPart', { title, part });
  };
  const write = (next: readonly Json[]) => set(path, next);
  const { key, paste } = tierMoves({ focus, rows, columns, write });
  return (
    <>
      <table className={styles.grid} ref={grid}>
        <thead>
          <tr>
            <th scope="col">{say('tier')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {titleOf(column)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TierRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
              key={index}
              path={[...path, index]}
              row={row}
              index={index}
              columns={columns}
              titleOf={titleOf}
              onKey={key}
              onPaste={paste}
              onRemove={rows.length > 1 ? () => write(rows.filter((_, other) => other !== index)) : undefined}
            />
          ))}
        </tbody>
      </table>
      <GridErrors path={path} />
      <Button kind="quiet" onPress={() => write([...rows, emptyLike(rows.at(-1), columns)])}>
        {say('addTier')}
      </Button>
      <p className={styles.hint}>{say('pasteHint')}</p>
    </>
  );
}

type Focus = (row: number, column: number) => void;

/** Brings a cell under the keys; one that does not stand yet as soon as it does, before any other key is read. */
function useCellFocus(grid: RefObject<HTMLTableElement | null>): Focus {
  const wanted = useRef<string>(undefined);
  const look = () => {
    const cell = grid.current?.querySelector<HTMLInputElement>(`[data-place="${wanted.current}"]`);
    if (!cell) return;
    wanted.current = undefined;
    cell.focus();
  };
  useLayoutEffect(() => {
    if (wanted.current !== undefined) look();
  });
  return (row, column) => {
    wanted.current = `${row} ${column}`;
    look();
  };
}

type Moved = {
  readonly focus: Focus;
  readonly rows: readonly Json[];
  readonly columns: readonly TierColumn[];
  readonly write: (rows: readonly Json[]) => void;
};

/** What keys and a paste do in a cell: move, and add rows where there are none left. */
function tierMoves({ focus, rows, columns, write }: Moved) {
  const key = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.key === 'Enter' && row + 1 === rows.length) write([...rows, emptyLike(rows[row], columns)]);
    focus(row + step, column);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const cells = figureRows(event.clipboardData.getData('text/plain'));
    if (cells.length === 0) return;
    event.preventDefault();
    write(withCells(rows, columns, cells, { row, column }));
    focus(row + cells.length - 1, column);
  };
  return { key, paste };
}

type RowProps = {
  /** Where the row stands. */
  readonly path: Path;
  readonly row: Json;
  readonly index: number;
  readonly columns: readonly TierColumn[];
  readonly titleOf: (column: TierColumn) => string;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => void;
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
};

function TierRow({ path, row, index, columns, titleOf, onKey, onPaste, onRemove }: RowProps) {
  const say = useSay(editorTexts);
  const { set, errors } = useEditor();
  return (
    <tr>
      <th scope="row">{index + 1}</th>
      {columns.map((column, place) => {
        const at = [...path, ...column.path] as [string, ...Path];
        const value = wordAt(row, column.path);
        return (
          <td key={column.id}>
            <FigureCell
              label={say('cell', { title: titleOf(column), row: index + 1 })}
              value={value}
              onChange={(typed) => set(at, typed)}
              isInvalid={value !== '' && errors.has(pathText(at))}
              place={`${index} ${place}`}
              onKeyDown={(event) => onKey(event, index, place)}
              onPaste={(event) => onPaste(event, index, place)}
            />
          </td>
        );
      })}
      <td>
        {onRemove && (
          <Button kind="quiet" label={say('removeTier', { row: index + 1 })} onPress={onRemove}>
            ✕
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What is wrong with the table or with one of its cells. A cell that nobody has filled yet is not wrong, but missing. */
function GridErrors({ path }: { readonly path: Path }) {
  const say = useSay(editorTexts);
  const { figure } = useReader();
  const { text, errors } = useEditor();
  const rows = listAt(text, path);
  const columns = tierColumns(rows);
  const start = pathText(path);
  const empty = new Map(
    rows.flatMap((row, index) =>
      columns
        .filter((column) => wordAt(row, column.path) === '')
        .map((column) => [pathText([...path, index, ...column.path]), index + 1] as const),
    ),
  );
  const found = [...errors].filter(([at]) => at === start || at.startsWith(`${start}[`));
  const doubtful = new Map(
    rows
      .flatMap((row) => columns.map((column) => wordAt(row, column.path)))
      .flatMap((value) => {
        const whole = thousandsMeant(value);
        return whole === undefined ? [] : [[whole, value] as const];
      }),
  );
  const missing = new Set(found.flatMap(([at]) => empty.get(at) ?? []));
  return (
    <>
      {found
        .filter(([at]) => !empty.has(at))
        .map(([at, error]) => (
          <p key={at} className={styles.error}>
            {error}
          </p>
        ))}
      {[...doubtful].map(([whole, value]) => (
        <p key={whole} className={styles.hint}>
          {say('readAsFraction', { typed: value, read: figure(value), whole })}
        </p>
      ))}
      {[...missing].map((row) => (
        <p key={row} className={styles.hint}>
          {say('tierMissing', { row })}
        </p>
      ))}
    </>
  );
}

/** The rows that hold a figure: a heading that was copied along has none. */
function figureRows(text: string): readonly (readonly string[])[] {
  const mark = readersMark();
  const read = pastedCells(text).map((cells) => cells.map((cell) => decimalOf(cell, mark) ?? ''));
  const isTable = read.length > 1 || (read[0]?.length ?? 0) > 1;
  return isTable ? read.filter((cells) => cells.some((cell) => cell !== '')) : [];
}

function withCells(
  rows: readonly Json[],
  columns: readonly TierColumn[],
  cells: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
): readonly Json[] {
  const made = [...rows];
  cells.forEach((pasted, down) => {
    const index = at.row + down;
    const { words: _, ...row } = fieldsOf(made[index] ?? emptyLike(rows.at(-1), columns));
    made[index] = pasted.reduce<{ readonly [name: string]: Json | undefined }>((text, value, right) => {
      const column = columns[at.column + right];
      return column === undefined || value === '' ? text : withValueAt(text, column.path, value);
    }, row) as Json;
  });
  return made;
}

function fieldsOf(row: Json): { readonly [name: string]: Json | undefined } {
  return isFields(row) ? row : {};
}
