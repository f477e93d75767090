import { REPORT_NAMES } from '../../../core/report/report.ts';
import type { Made } from './crawledWorld.ts';

/** An address of a page, or several: with a sheet open, another part of it shown, or, behind a `#`, a panel open over it. */
type Case = (made: Made) => readonly string[];

const plain =
  (path: string): Case =>
  () => [path];
const withSheet =
  (path: string, name: string, kind: string): Case =>
  (made) => [path, `${path}?${name}=${made[kind]}`];

/** Every page of the office as somebody comes there: a route that stands here not fails the crawl. */
export const OFFICE_CASES: Readonly<Record<string, Case>> = {
  '/': () => ['/', '/#bell', '/#palette'],
  '/agreements': plain('/agreements'),
  '/agreements/new': () => ['/agreements/new', '/agreements/new?template=whole-volume'],
  '/agreements/bulks': withSheet('/agreements/bulks', 'bulk', 'bulk'),
  '/agreements/$code': ({ agreement, 'approveProposal.proposal': proposal }) => [
    ...['terms', 'partners', 'versions', 'history', 'documents'].map(
      (tab) => `/agreements/${agreement}?tab=${tab}`,
    ),
    `/agreements/${agreement}?tab=proposals&proposal=${proposal}`,
  ],
  '/agreements/$code/edit': ({ agreement }) => [`/agreements/${agreement}/edit`],
  '/facts': ({ lineDocument }) => ['/facts', `/facts?source=erp&of=${lineDocument}&line=1`],
  '/facts/import': plain('/facts/import'),
  '/facts/imports': plain('/facts/imports'),
  '/facts/imports/$import': (made) => [`/facts/imports/${made.import}`],
  '/facts/quarantine': plain('/facts/quarantine'),
  '/facts/master': ({ partner }) => ['/facts/master', `/facts/master?thing=partner&code=${partner}`],
  '/facts/stock': plain('/facts/stock'),
  '/facts/hierarchies': ({ partner }) => [
    '/facts/hierarchies?tree=products',
    `/facts/hierarchies?kind=partner&code=${partner}`,
  ],
  '/facts/units': plain('/facts/units'),
  '/jobs': plain('/jobs'),
  '/earnings': ({ earning, agreement }) => [
    '/earnings',
    `/earnings?earning=${earning}`,
    `/earnings?agreement=${agreement}`,
  ],
  '/claims': withSheet('/claims', 'claim', 'resolveClaimDispute.claim'),
  '/claims/deductions': withSheet('/claims/deductions', 'deduction', 'decideDeductionWriteOff.deduction'),
  '/claims/messages': withSheet('/claims/messages', 'message', 'claimMessage'),
  '/claims/left-out': ({ 'raiseClaims.agreement': agreement }) => [`/claims/left-out?agreement=${agreement}`],
  '/claims/rules': plain('/claims/rules'),
  '/reports': plain('/reports'),
  '/reports/$report': () => REPORT_NAMES.map((report) => `/reports/${report}`),
  '/settlement': withSheet('/settlement', 'settlement', 'settlement'),
  '/settlement/run': plain('/settlement/run'),
  '/settlement/numbering': plain('/settlement/numbering'),
  '/settlement/payable': plain('/settlement/payable'),
  '/settlement/payments': withSheet('/settlement/payments', 'run', 'getPaymentFile.paymentRun'),
  '/settlement/bank': plain('/settlement/bank'),
  '/settlement/accounts': withSheet('/settlement/accounts', 'partner', 'partner'),
  '/settlement/balances': ({ partner, confirmation }) => [
    `/settlement/balances?partner=${partner}`,
    `/settlement/balances?balance=${confirmation}`,
  ],
  '/trust': plain('/trust'),
  '/trust/cases/$case': ({ trustCase }) => [`/trust/cases/${trustCase}`],
  '/trust/policy': plain('/trust/policy'),
  '/trust/detectors': plain('/trust/detectors'),
  '/ledger': plain('/ledger'),
  '/ledger/transfers': plain('/ledger/transfers'),
  '/ledger/roll-forward': plain('/ledger/roll-forward'),
  '/ledger/months': plain('/ledger/months'),
  '/ledger/cash-flow': plain('/ledger/cash-flow'),
  '/ledger/adjustments': withSheet('/ledger/adjustments', 'adjustment', 'adjustment'),
  '/ledger/funds': withSheet('/ledger/funds', 'fund', 'fund'),
  '/ledger/audit': withSheet('/ledger/audit', 'entry', 'audit'),
  '/settings': withSheet('/settings', 'person', 'person'),
  '/settings/keys': plain('/settings/keys'),
  '/settings/sign-in': plain('/settings/sign-in'),
  '/settings/companies': plain('/settings/companies'),
  '/settings/rules': plain('/settings/rules'),
  '/settings/brand': plain('/settings/brand'),
  '/settings/webhooks': plain('/settings/webhooks'),
  '/settings/mails': plain('/settings/mails'),
  '/settings/webhooks/$id': ({ webhook }) => [`/settings/webhooks/${webhook}`],
  '/settings/calendars': plain('/settings/calendars'),
  '/settings/currencies': plain('/settings/currencies'),
  '/mail-stop': plain('/mail-stop'),
  '/notices': plain('/notices'),
  '/reports/subscriptions': plain('/reports/subscriptions'),
  '/welcome': plain('/welcome'),
  '/welcome/own': plain('/welcome/own'),
  '/account': plain('/account'),
  '/sign-in': plain('/sign-in'),
  '/invitation': plain('/invitation'),
  '/password-lost': plain('/password-lost'),
  '/password': plain('/password'),
  '/sso': plain('/sso'),
  '/sso-begin': plain('/sso-begin'),
};

/** Every page of the portal. */
export const PORTAL_CASES: Readonly<Record<string, Case>> = {
  '/': ({ earning }) => ['/portal', '/portal#bell', `/portal?earning=${earning}`],
  '/agreements': plain('/portal/agreements'),
  '/agreements/$code': ({ agreement }) => [`/portal/agreements/${agreement}`],
  '/transactions': plain('/portal/transactions'),
  '/claims': plain('/portal/claims'),
  '/claims/new': plain('/portal/claims/new'),
  '/claims/file': plain('/portal/claims/file'),
  '/claims/$id': ({ 'assignClaimDispute.claim': claim }) => [`/portal/claims/${claim}`],
  '/payments': plain('/portal/payments'),
  '/verify': plain('/portal/verify'),
  '/users': plain('/portal/users'),
  '/mail-stop': plain('/portal/mail-stop'),
  '/notices': plain('/portal/notices'),
  '/account': plain('/portal/account'),
  '/sign-in': plain('/portal/sign-in'),
  '/invitation': plain('/portal/invitation'),
  '/password-lost': plain('/portal/password-lost'),
  '/password': plain('/portal/password'),
  '/sso': plain('/portal/sso'),
  '/sso-begin': plain('/portal/sso-begin'),
};

/** Every address that a router knows, as it writes it. */
export async function routesOf(room: 'office' | 'portal'): Promise<readonly string[]> {
  const { router } = await import(`../../../web/${room}/router.ts`);
  return Object.keys(router.routesByPath as object);
}
