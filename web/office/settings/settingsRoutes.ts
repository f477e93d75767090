import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;

/** `/settings` and its parts: who comes in and how, and by which rules we work. */
export const settingsRoutes = [
  createRoute({
    getParentRoute,
    path: '/settings',
    validateSearch: addressOf('person'),
    component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/keys',
    component: lazyRouteComponent(() => import('./KeysPage.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/sign-in',
    component: lazyRouteComponent(() => import('./SignInSettingsPage.tsx'), 'SignInSettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/companies',
    component: lazyRouteComponent(() => import('./CompaniesPage.tsx'), 'CompaniesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/rules',
    component: lazyRouteComponent(() => import('./RulesPage.tsx'), 'RulesPage'),
  }),
] as const;
