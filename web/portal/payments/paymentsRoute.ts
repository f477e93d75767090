import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';
import { askedIn } from './selection.ts';

/** `/portal/payments?from=…&until=…`: statements, documents, balances. */
export const paymentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/payments',
  validateSearch: askedIn,
  component: lazyRouteComponent(() => import('./PaymentsPage.tsx'), 'PaymentsPage'),
});
