import { createRouter } from '@tanstack/react-router';
import { sessionRoutes } from '../session/sessionRoutes.ts';
import { agreementsRoute } from './agreements/agreementsRoute.ts';
import { bulksRoute } from './agreements/bulk/bulksRoute.ts';
import { agreementRoute } from './agreements/detail/agreementRoute.ts';
import { editAgreementRoute } from './agreements/editor/editAgreementRoute.ts';
import { newAgreementRoute } from './agreements/editor/newAgreementRoute.ts';
import { claimsRoutes } from './claims/claimsRoutes.ts';
import { earningsRoute } from './earnings/earningsRoute.ts';
import { factsRoutes } from './facts/factsRoutes.ts';
import { homeRoute } from './home/homeRoute.ts';
import { jobsRoute } from './jobs/jobsRoute.ts';
import { ledgerRoutes } from './ledger/ledgerRoutes.ts';
import { paymentRoutes } from './payments/paymentRoutes.ts';
import { reportsRoutes } from './reports/reportsRoutes.ts';
import { rootRoute } from './rootRoute.ts';
import { settingsRoutes } from './settings/settingsRoutes.ts';
import { settlementRoutes } from './settlement/settlementRoutes.ts';
import { trustRoutes } from './trust/trustRoutes.ts';
import { welcomeRoutes } from './welcome/welcomeRoutes.ts';

/** Every page of the office, one line for each place. */
const pages = rootRoute.addChildren([
  homeRoute,
  agreementsRoute,
  newAgreementRoute,
  bulksRoute,
  agreementRoute,
  editAgreementRoute,
  ...factsRoutes,
  earningsRoute,
  ...claimsRoutes,
  ...reportsRoutes,
  ...settlementRoutes,
  ...paymentRoutes,
  ...trustRoutes,
  ...ledgerRoutes,
  jobsRoute,
  ...settingsRoutes,
  ...sessionRoutes(rootRoute),
  ...welcomeRoutes,
]);

export const router = createRouter({ routeTree: pages, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
