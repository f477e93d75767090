import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

const of = { getParentRoute: () => rootRoute };

/** Where links of mails lead, and where one asks for one; what they carry stands behind #. And the page of one's own account. */
export const linkRoutes = [
  createRoute({
    ...of,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage'),
  }),
  createRoute({
    ...of,
    path: '/password-lost',
    component: lazyRouteComponent(() => import('./LostPasswordPage.tsx'), 'LostPasswordPage'),
  }),
  createRoute({
    ...of,
    path: '/password',
    component: lazyRouteComponent(() => import('./ResetPasswordPage.tsx'), 'ResetPasswordPage'),
  }),
  createRoute({
    ...of,
    path: '/account',
    component: lazyRouteComponent(() => import('../../session/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...of,
    path: '/sso',
    component: lazyRouteComponent(() => import('./SsoReturnPage.tsx'), 'SsoReturnPage'),
  }),
  createRoute({
    ...of,
    path: '/sso-begin',
    component: lazyRouteComponent(() => import('./SsoStartPage.tsx'), 'SsoStartPage'),
  }),
] as const;
