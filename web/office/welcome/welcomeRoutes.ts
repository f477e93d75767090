import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../rootRoute.ts';

const of = { getParentRoute: () => rootRoute };

/** Where somebody begins who has started the program for the first time. */
export const welcomeRoutes = [
  createRoute({
    ...of,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./Welcome.tsx'), 'Welcome'),
  }),
  createRoute({
    ...of,
    path: '/welcome/own',
    component: lazyRouteComponent(() => import('./OwnCompanyPage.tsx'), 'OwnCompanyPage'),
  }),
] as const;
