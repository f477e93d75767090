import { type ReactNode, useContext, useEffect } from 'react';
import styles from './Page.module.css';
import { ProductName } from './ProductName.tsx';

type Props = {
  readonly title: string;
  /** One sentence: what is here, and what one can do with it; null while it is still to come, and has its place. */
  readonly lead?: string | null;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

const NOTHING_YET = '\u00a0';

/** A page of a place: its title is the title of the window, and where reading begins after a change of place. */
export function Page({ title, lead, actions, children }: Props) {
  const product = useContext(ProductName);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.said}>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead ?? NOTHING_YET}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
