import type { Answer } from '../../api/answer.ts';

export type TrustOverview = Answer<'getTrust'>;
export type TrustCase = Answer<'listTrustCases'>['rows'][number];
export type ShownCase = Answer<'getTrustCase'>;
export type CaseFinding = ShownCase['findings'][number];
export type CaseEvent = ShownCase['events'][number];
export type Policy = Answer<'getTrustPolicy'>;
export type Detector = Answer<'listDetectors'>['rows'][number];
export type FoundObject = TrustCase['object'];
export type BackTest = Answer<'getBackTest'>;
