import type { Schemas } from '../../../api/client.ts';
import type { paths } from '../../../api/openApi.ts';

type AnswerOf<P extends keyof paths> = paths[P] extends {
  readonly get: { readonly responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type Versions = AnswerOf<'/api/v1/agreements/{code}/versions'>;
export type Deed = AnswerOf<'/api/v1/agreements/{code}/history'>['rows'][number];
export type AttachedDocument = AnswerOf<'/api/v1/agreements/{code}/documents'>['rows'][number];
export type ProposalView = Schemas['ProposalView'];
