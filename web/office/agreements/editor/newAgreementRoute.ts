import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute.ts';
import { templateIn } from './templates.ts';

/** `/agreements/new?template=whole-volume`: a template is chosen, then a few fields are filled. */
export const newAgreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements/new',
  validateSearch: ({ template }: Record<string, unknown>) => {
    const known = templateIn(template);
    return known === undefined ? {} : { template: known };
  },
  component: lazyRouteComponent(() => import('./NewAgreementPage.tsx'), 'NewAgreementPage'),
});
