import { createRouter } from '@tanstack/react-router';
import { sessionRoutes } from '../session/sessionRoutes.ts';
import { agreementRoute } from './agreements/agreementRoute.ts';
import { agreementsRoute } from './agreements/agreementsRoute.ts';
import { claimFileRoute, claimRoute, claimsRoute, newClaimRoute } from './claims/claimsRoutes.ts';
import { overviewRoute } from './overview/overviewRoute.ts';
import { paymentsRoute } from './payments/paymentsRoute.ts';
import { rootRoute } from './rootRoute.ts';
import { transactionsRoute } from './transactions/transactionsRoute.ts';
import { usersRoute } from './users/usersRoute.ts';
import { verifyRoute } from './verify/verifyRoute.ts';

/** Every page of the portal, one line for each place. */
const pages = rootRoute.addChildren([
  overviewRoute,
  agreementsRoute,
  agreementRoute,
  transactionsRoute,
  claimsRoute,
  newClaimRoute,
  claimFileRoute,
  claimRoute,
  paymentsRoute,
  verifyRoute,
  usersRoute,
  ...sessionRoutes(rootRoute),
]);

export const router = createRouter({ routeTree: pages, basepath: '/portal', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
