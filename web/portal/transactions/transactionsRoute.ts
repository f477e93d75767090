import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';
import { lineSelectionIn } from './selection.ts';

/** `/portal/transactions?from=…&product=…`: the partner's own lines. */
export const transactionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/transactions',
  validateSearch: lineSelectionIn,
  component: lazyRouteComponent(() => import('./TransactionsPage.tsx'), 'TransactionsPage'),
});
