import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textsIn } from '../../shell/textsIn.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/verify?earning=…`: drop the proof file, or have that of an amount taken. */
export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['earning']),
  component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
});
