import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paintAccent } from '../../brand/paintAccent.ts';
import { useBrand } from '../../brand/useBrand.ts';
import { ContactLinks } from '../../help/ContactLinks.tsx';
import { HelpMenu } from '../../help/HelpMenu.tsx';
import { useIsReaderKnown } from '../../session/useIsReaderKnown.ts';
import { useMe } from '../../session/useMe.ts';
import { BarContent } from '../../shell/BarContent.tsx';
import { SkipLink } from '../../shell/SkipLink.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { PortalTrialBar } from '../../trial/PortalTrialBar.tsx';
import { FailureHelp } from '../../ui/FailureHelp.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProductName } from '../../ui/ProductName.tsx';
import { Allowed } from '../Allowed.tsx';
import { placeOf, placeTexts } from '../places.ts';
import { Navigation } from './Navigation.tsx';
import styles from './PortalShell.module.css';

/** What stands around every page of the portal, under the name and in the colour of the tenant: little, for it is read on a phone. */
export function PortalShell() {
  const { language } = useReader();
  const brand = useBrand();
  const isKnown = useIsReaderKnown();
  const accent = brand?.accent;
  useEffect(() => paintAccent(document.documentElement, accent), [accent]);
  return (
    <ProductName value={brand?.name?.[language] ?? 'OpenRebate'}>
      <SkipLink />
      <PortalTrialBar />
      <header className={styles.bar}>
        <div className={styles.inner}>
          <BarContent brand={brand}>
            <HelpMenu />
          </BarContent>
        </div>
        <Navigation />
      </header>
      <main id="page" className={styles.page} tabIndex={-1} data-known={isKnown}>
        <FailureHelp value={<ContactLinks />}>
          <OpenPlace />
        </FailureHelp>
      </main>
    </ProductName>
  );
}

/** The page that is open; where the reader may not see its place, that alone. */
function OpenPlace() {
  const say = useSay(placeTexts);
  const me = useMe();
  const place = placeOf(useMatches({ select: (matches) => matches.at(-1)?.routeId ?? '' }));
  const own: readonly string[] = me.data?.scopes ?? [];
  const isOpen = place?.scope === undefined || own.includes(place.scope);
  if (isOpen) return <Outlet />;
  return (
    <Page title={say(place.name)}>
      <Allowed scope={place.scope}>{null}</Allowed>
    </Page>
  );
}
