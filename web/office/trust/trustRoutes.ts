import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;

/** `/trust?state=undecided&held=yes`: the queue; a case of it; and by what is held and looked for. */
export const trustRoutes = [
  createRoute({
    getParentRoute,
    path: '/trust',
    validateSearch: addressOf('state', 'held', 'object', 'partner', 'assignee', 'order'),
    component: lazyRouteComponent(() => import('./CasesPage.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/trust/cases/$case',
    component: lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/trust/policy',
    component: lazyRouteComponent(() => import('./PolicyPage.tsx'), 'PolicyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/trust/detectors',
    validateSearch: addressOf('test'),
    component: lazyRouteComponent(() => import('./DetectorsPage.tsx'), 'DetectorsPage'),
  }),
] as const;
