import { type AnyRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signInSearch } from './wayBack.ts';

/**
 * Signing in, where links of mails lead, where one asks for one, and the pages of one's own account: the same in office and
 * portal. What links carry stands behind #.
 */
export function sessionRoutes<R extends AnyRootRoute>(root: R) {
  const of = { getParentRoute: () => root };
  return [
    createRoute({
      ...of,
      path: '/sign-in',
      validateSearch: signInSearch,
      component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
    }),
    createRoute({
      ...of,
      path: '/invitation',
      component: lazyRouteComponent(() => import('./Invitation.tsx'), 'Invitation'),
    }),
    createRoute({
      ...of,
      path: '/password-lost',
      component: lazyRouteComponent(() => import('./LostPassword.tsx'), 'LostPassword'),
    }),
    createRoute({
      ...of,
      path: '/password',
      component: lazyRouteComponent(() => import('./ResetPassword.tsx'), 'ResetPassword'),
    }),
    createRoute({
      ...of,
      path: '/sso',
      component: lazyRouteComponent(() => import('./SsoReturn.tsx'), 'SsoReturn'),
    }),
    createRoute({
      ...of,
      path: '/sso-begin',
      component: lazyRouteComponent(() => import('./SsoStart.tsx'), 'SsoStart'),
    }),
    createRoute({
      ...of,
      path: '/account',
      component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
    }),
    createRoute({
      ...of,
      path: '/notices',
      component: lazyRouteComponent(() => import('../notices/NoticesPage.tsx'), 'NoticesPage'),
    }),
    createRoute({
      ...of,
      path: '/mail-stop',
      component: lazyRouteComponent(() => import('../notices/MailStopPage.tsx'), 'MailStopPage'),
    }),
  ] as const;
}
