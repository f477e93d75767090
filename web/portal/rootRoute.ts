import { createRootRoute } from '@tanstack/react-router';
import { NoPage } from '../shell/NoPage.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { PortalShell } from './shell/PortalShell.tsx';

/** What stands around every page of the portal. */
export const rootRoute = createRootRoute({
  component: PortalShell,
  notFoundComponent: NoPage,
  errorComponent: PageFault,
});
