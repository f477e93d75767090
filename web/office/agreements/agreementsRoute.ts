import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';
import { selectionIn } from './selection.ts';

/** `/agreements?search=…&state=…`: the list. */
export const agreementsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements',
  validateSearch: selectionIn,
  component: lazyRouteComponent(() => import('./AgreementsPage.tsx'), 'AgreementsPage'),
});
