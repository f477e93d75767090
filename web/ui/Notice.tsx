import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Props = {
  readonly title: string;
  readonly meaning?: 'plain' | 'good' | 'attention' | 'bad';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Something to be told in the middle of a page: empty, failing, or what was not done. */
export function Notice({ title, meaning = 'plain', children, actions }: Props) {
  const isUrgent = meaning === 'bad';
  return (
    <div className={`${styles.notice} ${styles[meaning] ?? ''}`} role={isUrgent ? 'alert' : undefined}>
      <p className={styles.title}>
        <strong>{title}</strong>
      </p>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What is there for who reports a fault. */
export function SmallPrint({ children }: { readonly children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>;
}
