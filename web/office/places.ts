import { texts } from '../text/texts.ts';

/** The places of the office in the order of the navigation. A place stands here as soon as it has a page. */
export const PLACES = [
  { to: '/', name: 'home' },
  { to: '/agreements', name: 'agreements' },
  { to: '/facts', name: 'facts' },
  { to: '/earnings', name: 'earnings' },
  { to: '/claims', name: 'claims' },
  { to: '/settlement', name: 'settlement' },
  { to: '/trust', name: 'trust' },
  { to: '/ledger', name: 'ledger' },
  { to: '/reports', name: 'reports' },
  { to: '/settings', name: 'settings' },
] as const;

export const placeTexts = texts(
  {
    home: 'Home',
    agreements: 'Agreements',
    facts: 'Transactions',
    earnings: 'Earnings',
    claims: 'Claims and disputes',
    settlement: 'Settlement and payments',
    trust: 'Trust',
    ledger: 'Ledger and close',
    reports: 'Reports',
    settings: 'Settings',
  },
  {
    home: '首页',
    agreements: '返利协议',
    facts: '交易',
    earnings: '应得返利',
    claims: '索赔与争议',
    settlement: '结算与付款',
    trust: '风险核查',
    ledger: '总账与结账',
    reports: '报表',
    settings: '设置',
  },
);
