import type { paths } from '../../api/openApi.ts';

type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type Settlement = Answer<'/api/v1/settlements/{id}', 'get'>;
export type SettlementRow = Answer<'/api/v1/settlements', 'get'>['rows'][number];
export type Planned = Answer<'/api/v1/settlements/preview', 'post'>;
export type PlannedParty = Planned['parties'][number];
export type PlannedAccount = PlannedParty['accounts'][number];
export type PlannedDocument = PlannedParty['documents'][number];
export type DocumentSettings = Answer<'/api/v1/companies/{code}/documents', 'get'>;
