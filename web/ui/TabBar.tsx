import type { ReactNode } from 'react';
import styles from './TabBar.module.css';

type Props = {
  /** What the parts are parts of. */
  readonly label: string;
  /** Links of the router, one for each part: they stand in the address, and the one that is open says so itself. */
  readonly children: ReactNode;
};

/** The parts of a place, each with an address of its own. */
export function TabBar({ label, children }: Props) {
  return (
    <nav className={styles.bar} aria-label={label}>
      {children}
    </nav>
  );
}
