import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;

/** The parts of "Settlement and payments" that are about money: what is open, runs, the bank, accounts, balances of partners. */
export const paymentRoutes = [
  createRoute({
    getParentRoute,
    path: '/settlement/payable',
    validateSearch: addressOf('company', 'partner', 'account', 'dueUntil', 'executionDay', 'methods'),
    component: lazyRouteComponent(() => import('./PayablePage.tsx'), 'PayablePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/payments',
    validateSearch: addressOf('state', 'payment', 'run'),
    component: lazyRouteComponent(() => import('./PaymentRunsPage.tsx'), 'PaymentRunsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/bank',
    validateSearch: addressOf(),
    component: lazyRouteComponent(() => import('./BankPage.tsx'), 'BankPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/accounts',
    validateSearch: addressOf('partner', 'waiting'),
    component: lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settlement/balances',
    validateSearch: addressOf('partner', 'company', 'from', 'until', 'balance'),
    component: lazyRouteComponent(() => import('./BalancesPage.tsx'), 'BalancesPage'),
  }),
] as const;
