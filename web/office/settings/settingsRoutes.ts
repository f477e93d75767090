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
  createRoute({
    getParentRoute,
    path: '/settings/currencies',
    validateSearch: addressOf('effective', 'known'),
    component: lazyRouteComponent(() => import('./RatesPage.tsx'), 'RatesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/calendars',
    component: lazyRouteComponent(() => import('./CalendarsPage.tsx'), 'CalendarsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/brand',
    component: lazyRouteComponent(() => import('./BrandPage.tsx'), 'BrandPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/webhooks',
    component: lazyRouteComponent(() => import('./WebhooksPage.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/webhooks/$id',
    validateSearch: addressOf('state'),
    component: lazyRouteComponent(() => import('./WebhookPage.tsx'), 'WebhookPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/mails',
    component: lazyRouteComponent(() => import('./MailsPage.tsx'), 'MailsPage'),
  }),
] as const;
