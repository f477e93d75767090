import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/agreements`: the agreements with the partner. */
export const agreementsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('./AgreementsPage.tsx'), 'AgreementsPage'),
});
