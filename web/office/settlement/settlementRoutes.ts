import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;

/** `/settlement?state=…&settlement=…` and the run that is made next. */
export const settlementRoutes = [
  createRoute({
    getParentRoute,
    path: '/settlement',
    validateSearch: addressOf('company', 'partner', 'state', 'settlement', 'line'),
    component: lazyRouteComponent(() => import('./SettlementsPage.tsx'), 'SettlementsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/run',
    validateSearch: addressOf('company', 'day', 'partner', 'agreement'),
    component: lazyRouteComponent(() => import('./SettlementRunPage.tsx'), 'SettlementRunPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/numbering',
    validateSearch: addressOf('company'),
    component: lazyRouteComponent(() => import('./NumberingPage.tsx'), 'NumberingPage'),
  }),
] as const;
