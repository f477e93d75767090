import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/jobs?state=failed`: what is worked on without anybody waiting for it. */
export const jobsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/jobs',
  validateSearch: addressOf('state'),
  component: lazyRouteComponent(() => import('./JobsPage.tsx'), 'JobsPage'),
});
