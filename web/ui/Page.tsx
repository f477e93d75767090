import { type ReactNode, useEffect } from 'react';
import styles from './Page.module.css';

type Props = {
  readonly title: string;
  /** One sentence: what is here, and what one can do with it. */
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page of a place: its title is the title of the window, and where reading begins after a change of place. */
export function Page({ title, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · OpenRebate`;
  }, [title]);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
