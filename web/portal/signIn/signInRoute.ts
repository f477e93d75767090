import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signInSearch } from '../../session/wayBack.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/sign-in?to=…` */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});
