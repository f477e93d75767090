import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../rootRoute.ts';

/** `/agreements/A-2026/edit`: an amendment of the version in force; with a proposal: its draft. */
export const editAgreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agreements/$code/edit',
  validateSearch: ({ proposal }: Record<string, unknown>): { readonly proposal?: string } =>
    typeof proposal === 'string' ? { proposal } : {},
  component: lazyRouteComponent(() => import('./EditAgreementPage.tsx'), 'EditAgreementPage'),
});
