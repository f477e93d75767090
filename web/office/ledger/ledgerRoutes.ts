import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf } from '../money/addressOf.ts';
import { rootRoute } from '../rootRoute.ts';

const getParentRoute = () => rootRoute;
const FILTER = ['company', 'partner', 'agreement', 'item', 'from', 'until'] as const;

/** `/ledger` and its parts: balances, transfers, roll-forward, months, cash flow, adjustments, funds, audit. */
export const ledgerRoutes = [
  createRoute({
    getParentRoute,
    path: '/ledger',
    validateSearch: addressOf(...FILTER),
    component: lazyRouteComponent(() => import('./BalancesPage.tsx'), 'BalancesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/transfers',
    validateSearch: addressOf(...FILTER, 'event', 'role'),
    component: lazyRouteComponent(() => import('./TransfersPage.tsx'), 'TransfersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/roll-forward',
    validateSearch: addressOf(...FILTER, 'in', 'role'),
    component: lazyRouteComponent(() => import('./RollForwardPage.tsx'), 'RollForwardPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/months',
    validateSearch: addressOf('company'),
    component: lazyRouteComponent(() => import('./MonthsPage.tsx'), 'MonthsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/cash-flow',
    validateSearch: addressOf('company', 'partner', 'grain', 'day', 'known', 'stage'),
    component: lazyRouteComponent(() => import('./CashFlowPage.tsx'), 'CashFlowPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/adjustments',
    validateSearch: addressOf('agreement', 'partner', 'state', 'adjustment'),
    component: lazyRouteComponent(() => import('./AdjustmentsPage.tsx'), 'AdjustmentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/funds',
    validateSearch: addressOf('fund'),
    component: lazyRouteComponent(() => import('./FundsPage.tsx'), 'FundsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger/audit',
    validateSearch: addressOf('actor', 'action', 'object', 'from', 'until', 'entry'),
    component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
  }),
] as const;
