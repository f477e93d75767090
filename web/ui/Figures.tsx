import type { ReactNode } from 'react';
import styles from './Figures.module.css';

/** The few numbers that a page is about, side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}

/** A number of things, as large as an amount. */
export function KeyCount({ children }: { readonly children: ReactNode }) {
  return <span className={styles.count}>{children}</span>;
}

type Props = { readonly title: string; readonly children: ReactNode; readonly note?: string | undefined };

export function KeyFigure({ title, children, note }: Props) {
  return (
    <div className={styles.figure}>
      <dt className={styles.title}>{title}</dt>
      <dd>{children}</dd>
      {note !== undefined && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
