import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { BarContent } from '../../shell/BarContent.tsx';
import { SkipLink } from '../../shell/SkipLink.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { HelpMenu } from '../help/HelpMenu.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';
import { officeTexts } from './texts.ts';

/** What stands around every page: the places, and what concerns the reader. */
export function Shell() {
  const say = useSay(officeTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.bar}>
        <div className={styles.toggle}>
          <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
            {say('menu')}
          </Button>
        </div>
        <BarContent>
          <Palette />
          <HelpMenu />
        </BarContent>
      </header>
      <Navigation isOpen={isOpen} onChosen={() => setOpen(false)} />
      <main id="page" className={styles.page} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
