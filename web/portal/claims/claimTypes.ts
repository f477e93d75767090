import type { Answer } from '../../api/answer.ts';

export type Claim = Answer<'getClaim'>;
export type ClaimRow = Answer<'listClaims'>['rows'][number];
export type Message = Answer<'listClaimMessages'>['rows'][number];
export type SentMessage = Answer<'getClaimMessage'>;
