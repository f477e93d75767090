import { Link, Outlet } from '@tanstack/react-router';
import { PersonMenu } from '../../session/PersonMenu.tsx';
import { LanguageMenu } from '../../shell/LanguageMenu.tsx';
import { ThemeMenu } from '../../shell/ThemeMenu.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import styles from './PortalShell.module.css';
import { portalTexts } from './texts.ts';

/** What stands around every page of the portal: little, for it is read on a phone. */
export function PortalShell() {
  const say = useSay(portalTexts);
  return (
    <>
      <a className={styles.skip} href="#page">
        {say('skip')}
      </a>
      <header className={styles.bar}>
        <div className={styles.inner}>
          <Link to="/" className={styles.brand ?? ''}>
            <img src="/icon.svg" alt="" width="24" height="24" />
            OpenRebate
          </Link>
          <ThemeMenu />
          <LanguageMenu />
          <PersonMenu />
        </div>
      </header>
      <main id="page" className={styles.page} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
