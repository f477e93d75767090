import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/agreements/A-2026`: one of them in plain words. */
export const agreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements/$code',
  component: lazyRouteComponent(() => import('./AgreementPage.tsx'), 'AgreementPage'),
});
