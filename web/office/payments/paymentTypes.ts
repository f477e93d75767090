import type { paths } from '../../api/openApi.ts';

type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type Payable = Answer<'/api/v1/payables', 'get'>['rows'][number];
export type PayingAccount = Answer<'/api/v1/paying-accounts', 'get'>['rows'][number];
export type PlannedRun = Answer<'/api/v1/payment-runs/preview', 'post'>;
export type PaymentRun = Answer<'/api/v1/payment-runs/{id}', 'get'>;
export type PaymentRunRow = Answer<'/api/v1/payment-runs', 'get'>['rows'][number];
export type Payment = PaymentRun['payments'][number];
export type BankEntry = Answer<'/api/v1/bank-entries', 'get'>['rows'][number];
export type AccountChange = Answer<'/api/v1/bank-account-changes', 'get'>['rows'][number];
export type PaymentRules = Answer<'/api/v1/payment-rules', 'get'>;
export type Balance = Answer<'/api/v1/balance-confirmations', 'get'>['rows'][number];
