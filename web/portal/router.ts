import { createRouter } from '@tanstack/react-router';
import { overviewRoute } from './overview/overviewRoute.ts';
import { rootRoute } from './rootRoute.ts';
import { signInRoute } from './signIn/signInRoute.ts';

/** Every page of the portal, one line for each place. */
const pages = rootRoute.addChildren([overviewRoute, signInRoute]);

export const router = createRouter({ routeTree: pages, basepath: '/portal', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
