import { Fragment, type ReactNode } from 'react';
import styles from './Details.module.css';

type Props = {
  /** What it is called, and what it is; what is undefined is left out. */
  readonly entries: readonly (readonly [title: string, content: ReactNode])[];
};

/** The facts of one thing, a line each. */
export function Details({ entries }: Props) {
  return (
    <dl className={styles.details}>
      {entries
        .filter(([, content]) => content !== undefined)
        .map(([title, content]) => (
          <Fragment key={title}>
            <dt className={styles.title}>{title}</dt>
            <dd className={styles.content}>{content}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
