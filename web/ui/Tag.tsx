import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type Meaning = 'neutral' | 'good' | 'attention' | 'bad' | 'information';

/** A state in a word; the colour only repeats it. */
export function Tag({
  meaning = 'neutral',
  children,
}: {
  readonly meaning?: Meaning;
  readonly children: ReactNode;
}) {
  return <span className={`${styles.tag} ${styles[meaning]}`}>{children}</span>;
}
