import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pagingIn, textIn } from '../../shell/paging.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal/claims`: the claims of the partner. */
export const claimsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims',
  validateSearch: pagingIn,
  component: lazyRouteComponent(() => import('./ClaimsPage.tsx'), 'ClaimsPage'),
});

/** What was sent last, so that its outcome can be looked at again. */
function messageIn({ message }: Record<string, unknown>): { readonly message?: string } {
  const id = textIn(message);
  return id === undefined ? {} : { message: id };
}

/** `/portal/claims/new?message=…` */
export const newClaimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims/new',
  validateSearch: messageIn,
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
  component: lazyRouteComponent(() => import('./ClaimPage.tsx'), 'ClaimPage'),
});
