import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { PersonMenu } from '../../session/PersonMenu.tsx';
import { LanguageMenu } from '../../shell/LanguageMenu.tsx';
import { ThemeMenu } from '../../shell/ThemeMenu.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';
import { officeTexts } from './texts.ts';

/** What stands around every page: the places, and what concerns the reader. */
export function Shell() {
  const say = useSay(officeTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        {say('skip')}
      </a>
      <header className={styles.bar}>
        <div className={styles.toggle}>
          <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
            {say('menu')}
          </Button>
        </div>
        <Link to="/" className={styles.brand ?? ''}>
          <img src="/icon.svg" alt="" width="22" height="22" />
          OpenRebate
        </Link>
        <ThemeMenu />
        <LanguageMenu />
        <PersonMenu />
      </header>
      <Navigation isOpen={isOpen} onChosen={() => setOpen(false)} />
      <main id="page" className={styles.page} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
