import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute.ts';
import { placeIn } from './place.ts';

/** `/agreements/AW-2013?tab=versions&from=1&to=2`: one agreement, a part of it at a time. */
export const agreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements/$code',
  validateSearch: placeIn,
  component: lazyRouteComponent(() => import('./AgreementPage.tsx'), 'AgreementPage'),
});
