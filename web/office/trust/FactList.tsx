import { Fragment, type ReactNode } from 'react';
import styles from './FactList.module.css';

type Props = { readonly entries: readonly (readonly [name: string, value: ReactNode])[] };

/** Facts within a row of a table: what each is called, and what it holds at the end of the line. */
export function FactList({ entries }: Props) {
  if (entries.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {entries.map(([name, value]) => (
        <Fragment key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
