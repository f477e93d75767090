import type { ReactNode } from 'react';
import styles from './RowsToMend.module.css';

/** A table of rows that are put right in their cells: as wide as their columns want, pushed sideways. */
export function RowsToMend({ children }: { readonly children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}

/** What can be done with what was changed: in sight however long the table is. */
export function MendBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.saving}>{children}</div>;
}

/** What is wrong with a row, and what would be right. */
export function WrongInRow({ title, detail }: { readonly title?: string; readonly detail: string }) {
  return (
    <>
      {title !== undefined && <p className={styles.problem}>{title}</p>}
      <p className={styles.fix}>{detail}</p>
    </>
  );
}
