import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { ContactLinks } from '../../help/ContactLinks.tsx';
import { useIsReaderKnown } from '../../session/useIsReaderKnown.ts';
import { useSession } from '../../session/useSession.ts';
import { BarContent } from '../../shell/BarContent.tsx';
import { SkipLink } from '../../shell/SkipLink.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { OfficeTrialBar } from '../../trial/OfficeTrialBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureHelp } from '../../ui/FailureHelp.tsx';
import { OfficeHelp } from '../help/OfficeHelp.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Tour } from '../tour/Tour.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';
import { officeTexts } from './texts.ts';

/** What stands around every page: the places, and what concerns the reader. */
export function Shell() {
  const say = useSay(officeTexts);
  const session = useSession();
  const isKnown = useIsReaderKnown();
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
        <BarContent brand={null} tenant={session?.tenant?.name} help={<OfficeHelp />}>
          <Palette />
        </BarContent>
      </header>
      <div className={styles.trial}>
        <OfficeTrialBar />
      </div>
      <div className={styles.side}>
        <div className={styles.stays}>
          <Navigation isOpen={isOpen} onChosen={() => setOpen(false)} />
          <Tour />
        </div>
      </div>
      <main id="page" className={styles.page} tabIndex={-1} data-known={isKnown}>
        <FailureHelp value={<ContactLinks />}>
          <Outlet />
        </FailureHelp>
      </main>
    </div>
  );
}
