import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';
import { selectionIn } from './selection.ts';

/** `/earnings?agreement=…&partner=…&earning=…`: the list, and the sheet of one amount. */
export const earningsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/earnings',
  validateSearch: selectionIn,
  component: lazyRouteComponent(() => import('./EarningsPage.tsx'), 'EarningsPage'),
});
