import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { wayBack } from '../../session/wayBack.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/sign-in?to=…` */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => {
    const way = wayBack(to);
    return way === undefined ? {} : { to: way };
  },
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});
