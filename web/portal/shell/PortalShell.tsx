import { Outlet } from '@tanstack/react-router';
import { BarContent } from '../../shell/BarContent.tsx';
import { SkipLink } from '../../shell/SkipLink.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './PortalShell.module.css';

/** What stands around every page of the portal: little, for it is read on a phone. */
export function PortalShell() {
  return (
    <>
      <SkipLink />
      <header className={styles.bar}>
        <div className={styles.inner}>
          <BarContent />
        </div>
        <Navigation />
      </header>
      <main id="page" className={styles.page} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
