import type { ReactNode } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import styles from './RowsToMend.module.css';
import { uiTexts } from './texts.ts';

/** A table of rows that are put right in their cells: as wide as their columns want, pushed sideways. */
export function RowsToMend({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <RowsCounted />
      <div className={styles.wide}>{children}</div>
    </>
  );
}

/** Why a row has another number in a spreadsheet. */
export function RowsCounted() {
  const say = useSay(uiTexts);
  return <p className={styles.fix}>{say('rowsCounted')}</p>;
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
