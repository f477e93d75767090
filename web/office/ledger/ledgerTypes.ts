import type { paths } from '../../api/openApi.ts';

type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type LedgerBalance = Answer<'/api/v1/ledger/balances', 'get'>['rows'][number];
export type LedgerTransfer = Answer<'/api/v1/ledger/transfers', 'get'>['rows'][number];
export type Rolled = Answer<'/api/v1/ledger/roll-forward', 'get'>['rows'][number];
export type Month = Answer<'/api/v1/ledger/months', 'get'>['rows'][number];
export type NextMonth = Answer<'/api/v1/ledger/months/next', 'get'>;
export type CashFlow = Answer<'/api/v1/cash-flow', 'get'>;
export type Adjustment = Answer<'/api/v1/adjustments/{id}', 'get'>;
export type Fund = Answer<'/api/v1/funds/{code}', 'get'>;
export type Activity = Fund['activities'][number];
export type AuditEntry = Answer<'/api/v1/audit', 'get'>['rows'][number];
