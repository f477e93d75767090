import type { paths } from '../../api/openApi.ts';

type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type Claim = Answer<'/api/v1/claims/{id}', 'get'>;
export type ClaimLine = Claim['lines'][number];
export type ClaimRow = Answer<'/api/v1/claims', 'get'>['rows'][number];
export type ClaimEvent = Answer<'/api/v1/claims/{id}/events', 'get'>['events'][number];
export type Deduction = Answer<'/api/v1/deductions/{id}', 'get'>;
export type Message = Answer<'/api/v1/claim-messages/{id}', 'get'>;
