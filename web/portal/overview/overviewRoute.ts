import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textsIn } from '../../shell/textsIn.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal?earning=…`: what the partner has earned, and the sheet of the amount that is open. */
export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['earning']),
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});
