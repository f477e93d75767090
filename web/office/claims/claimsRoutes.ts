import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;

/** `/claims?partner=…&claim=…` and the parts beside it, each with its filters and the sheet that is open. */
export const claimsRoutes = [
  createRoute({
    getParentRoute,
    path: '/claims',
    validateSearch: addressOf('partner', 'agreement', 'claimant', 'day', 'claim'),
    component: lazyRouteComponent(() => import('./ClaimsPage.tsx'), 'ClaimsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/claims/deductions',
    validateSearch: addressOf('partner', 'deduction'),
    component: lazyRouteComponent(() => import('./DeductionsPage.tsx'), 'DeductionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/claims/messages',
    validateSearch: addressOf('partner', 'waiting', 'message'),
    component: lazyRouteComponent(() => import('./MessagesPage.tsx'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/claims/left-out',
    validateSearch: addressOf('agreement'),
    component: lazyRouteComponent(() => import('./LeftOutPage.tsx'), 'LeftOutPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/claims/rules',
    validateSearch: addressOf('company', 'currency'),
    component: lazyRouteComponent(() => import('./ClaimRulesPage.tsx'), 'ClaimRulesPage'),
  }),
] as const;
