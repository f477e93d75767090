import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textIn } from '../../shell/paging.ts';
import { rootRoute } from '../rootRoute.ts';

/** `/portal?earning=…`: what the partner has earned, and the sheet of the amount that is open. */
export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: ({ earning }: Record<string, unknown>): { readonly earning?: string } => {
    const id = textIn(earning);
    return id === undefined ? {} : { earning: id };
  },
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});
