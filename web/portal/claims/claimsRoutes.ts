import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pagingIn } from '../../shell/paging.ts';
import { textsIn } from '../../shell/textsIn.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/claims`: the claims of the partner. */
export const claimsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims',
  validateSearch: pagingIn,
  component: lazyRouteComponent(() => import('./ClaimsPage.tsx'), 'ClaimsPage'),
});

/** What was sent last, so that its outcome can be looked at again. */
function messageIn(search: Record<string, unknown>) {
  return textsIn(search, ['message']);
}

/** `/portal/claims/new?agreement=…&earning=…&message=…`: what is claimed, and what was sent last. */
export const newClaimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims/new',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['message', 'agreement', 'earning']),
  component: lazyRouteComponent(() => import('./NewClaimPage.tsx'), 'NewClaimPage'),
});

/** `/portal/claims/file?message=…` */
export const claimFileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims/file',
  validateSearch: messageIn,
  component: lazyRouteComponent(() => import('./ClaimFilePage.tsx'), 'ClaimFilePage'),
});

/** `/portal/claims/0199…`: one claim. */
export const claimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims/$id',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['earning']),
  component: lazyRouteComponent(() => import('./ClaimPage.tsx'), 'ClaimPage'),
});
