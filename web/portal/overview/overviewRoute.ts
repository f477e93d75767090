import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

/** `/portal`: what the partner has earned, and how far the next tiers are. */
export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});
