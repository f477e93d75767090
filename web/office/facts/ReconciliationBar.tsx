import type { ReactNode } from 'react';
import styles from './ReconciliationBar.module.css';

export type BarPart = {
  readonly id: string;
  readonly count: number;
  readonly meaning: 'good' | 'information' | 'neutral' | 'attention' | 'bad';
  /** What it is, with its number; a link where it opens. */
  readonly text: ReactNode;
};

type Props = {
  /** The whole, in words: what the parts add up to. */
  readonly title: string;
  readonly parts: readonly BarPart[];
};

const WIDTH = 1000;

/** A whole and its parts: as a bar, to scale, and as text that says the same. */
export function ReconciliationBar({ title, parts }: Props) {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  let begin = 0;
  return (
    <div className={styles.bar}>
      <p className={styles.title}>{title}</p>
      {total > 0 && (
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${WIDTH} 12`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {shown.map(({ id, count, meaning }) => {
            const width = (count / total) * WIDTH;
            const x = begin;
            begin += width;
            return <rect key={id} x={x} y={0} width={width} height={12} className={styles[meaning] ?? ''} />;
          })}
        </svg>
      )}
      <ul className={styles.parts}>
        {shown.map(({ id, meaning, text }) => (
          <li key={id} className={styles.part}>
            <span className={`${styles.mark} ${styles[meaning] ?? ''}`} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
