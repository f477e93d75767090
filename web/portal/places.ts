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

/** The places of the portal, in the order in which they are offered, each with the permission without which it shows nothing. */
export const PLACES = [
  { to: '/', name: 'overview', scope: 'earnings:read' },
  { to: '/agreements', name: 'agreements', scope: 'agreements:read' },
  { to: '/transactions', name: 'transactions', scope: 'earnings:read' },
  { to: '/claims', name: 'claims', scope: 'claims:read' },
  { to: '/payments', name: 'payments', scope: 'settlements:read' },
  // A file is verified on the machine of the reader.
  { to: '/verify', name: 'verify', scope: undefined },
  { to: '/users', name: 'users', scope: 'users:write' },
] as const;

export type Place = (typeof PLACES)[number];

/** The place that a route belongs to; signing in and one's own account belong to none. */
export function placeOf(route: string): Place | undefined {
  return PLACES.find(({ to }) => route === to || (to !== '/' && route.startsWith(`${to}/`)));
}
