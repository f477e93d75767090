import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

type Props = { readonly title: string; readonly lead?: string | undefined; readonly children: ReactNode };

/** A part of a page or sheet under its own heading. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
