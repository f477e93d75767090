import { type ReactNode, useState } from 'react';
import styles from './Fold.module.css';

type Props = {
  /** What lies inside, told so that most readers need not open it. */
  readonly summary: ReactNode;
  readonly isOpenFirst?: boolean;
  readonly children: ReactNode;
};

/** A part of a page that is read by few: it is made only when somebody opens it. */
export function Fold({ summary, isOpenFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <details className={styles.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{summary}</summary>
      {isOpen && <div className={styles.content}>{children}</div>}
    </details>
  );
}
