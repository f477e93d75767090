import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import { Unseen } from './Unseen.tsx';

export type Column<R> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** Figures stand at the end, below each other. */
  readonly isFigure?: boolean;
  /** What the row is about: its heading. */
  readonly isMain?: boolean;
  /** Where rows are cards it stands beside the heading, and needs no label. */
  readonly isFirst?: boolean;
  /** Where rows are cards it speaks for itself. */
  readonly isPlain?: boolean;
  readonly width?: string;
};

type Props<R> = {
  /** Read aloud; the heading above the table says it to those who see. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** What stands below: the cells of a last row, by column. */
  readonly foot?: Readonly<Record<string, ReactNode>>;
  /** Newer rows are on their way. */
  readonly isStale?: boolean;
};

const FEW = 3;

/**
 * Rows with their columns; on a narrow screen each row is a card. Some browsers forget then what is
 * a row and what a cell, so every part says its role.
 */
export function DataTable<R>({ caption, columns, rows, rowKey, foot, isStale = false }: Props<R>) {
  // A name and an amount are read together: a whole page between them parts them.
  const classes = [styles.table, columns.length <= FEW && styles.few, isStale && styles.stale];
  return (
    <table role="table" className={classes.filter(Boolean).join(' ')}>
      <caption>
        <Unseen>{caption}</Unseen>
      </caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              className={classOf(column)}
              style={{ width: column.width }}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={styles.row}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot role="rowgroup" className={styles.foot}>
          <tr role="row" className={styles.row}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} content={foot[column.id]} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell<R>({ column, content }: { readonly column: Column<R>; readonly content: ReactNode }) {
  if (column.isMain) {
    return (
      <th role="rowheader" scope="row" className={classOf(column)}>
        {content}
      </th>
    );
  }
  const isLabelled = !(column.isFirst || column.isPlain) && content !== undefined;
  return (
    <td role="cell" className={`${classOf(column)} ${isLabelled ? styles.labelled : ''}`}>
      {isLabelled && (
        <span className={styles.label} aria-hidden="true">
          {column.title}
        </span>
      )}
      <div>{content}</div>
    </td>
  );
}

function classOf<R>({ isFigure, isMain, isFirst }: Column<R>): string {
  const names = [styles.cell, isFigure && styles.end, isMain && styles.main, isFirst && styles.first];
  return names.filter((name) => typeof name === 'string').join(' ');
}
