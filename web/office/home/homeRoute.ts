import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

/** `/`: what needs somebody, and the key figures. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
});
