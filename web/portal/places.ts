import { texts } from '../text/texts.ts';

export const placeTexts = texts(
  {
    places: 'Places',
    overview: 'Overview',
    agreements: 'Agreements',
    transactions: 'Transactions',
    claims: 'Claims',
    payments: 'Payments',
    verify: 'Verify',
    users: 'Users',
  },
  {
    places: '导航',
    overview: '概览',
    agreements: '协议',
    transactions: '交易明细',
    claims: '索赔',
    payments: '付款',
    verify: '验证',
    users: '用户',
  },
);

/** The places of the portal, in the order in which they are offered. */
export const PLACES = [
  { to: '/', name: 'overview' },
  { to: '/agreements', name: 'agreements' },
  { to: '/transactions', name: 'transactions' },
  { to: '/claims', name: 'claims' },
  { to: '/payments', name: 'payments' },
  { to: '/verify', name: 'verify' },
  // Only whoever administers them is offered the persons of the partner.
  { to: '/users', name: 'users', scope: 'users:write' },
] as const;
