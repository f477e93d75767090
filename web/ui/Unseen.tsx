import type { ReactNode } from 'react';
import styles from './Unseen.module.css';

/** Read aloud and not shown. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className={styles.unseen}>{children}</span>;
}
