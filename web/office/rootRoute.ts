import { createRootRoute } from '@tanstack/react-router';
import { NoPage } from '../shell/NoPage.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { Shell } from './shell/Shell.tsx';

/** What stands around every page of the office. */
export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NoPage,
  errorComponent: PageFault,
});
