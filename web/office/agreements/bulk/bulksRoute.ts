import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute.ts';

export type BulkPlace = {
  /** Agreements that are to be renewed together. */
  readonly renew?: readonly string[];
  /** The spreadsheet whose sheet is open. */
  readonly bulk?: string;
};

/** `/agreements/bulks?bulk=…`: many agreements from one spreadsheet, approved at once. */
export const bulksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements/bulks',
  validateSearch: ({ renew, bulk }: Record<string, unknown>): BulkPlace => ({
    ...(Array.isArray(renew) && renew.length > 0 && { renew: renew.map(String) }),
    ...(typeof bulk === 'string' && { bulk }),
  }),
  component: lazyRouteComponent(() => import('./BulksPage.tsx'), 'BulksPage'),
});
