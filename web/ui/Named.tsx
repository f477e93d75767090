import type { ReactNode } from 'react';
import styles from './Named.module.css';

/** A name with its code, or what else tells it apart, below. */
export function Named({ name, code }: { readonly name: ReactNode; readonly code: ReactNode }) {
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.code}>{code}</span>
    </>
  );
}
