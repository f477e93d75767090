import type { ReactNode } from 'react';
import styles from './Figures.module.css';

/** The few numbers that a page is about, side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
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
