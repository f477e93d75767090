import type { paths } from '../../api/openApi.ts';

export type Claim = paths['/api/v1/claims/{id}']['get']['responses']['200']['content']['application/json'];
export type ClaimRow =
  paths['/api/v1/claims']['get']['responses']['200']['content']['application/json']['rows'][number];
export type Message =
  paths['/api/v1/claim-messages']['get']['responses']['200']['content']['application/json']['rows'][number];

/** Where the parts of a claim can stand, in the order of its way. */
export const POSITIONS = ['undecided', 'accepted', 'disputed', 'refused', 'received', 'writtenOff'] as const;

/** Why something is refused or argued about, as the server says it. */
export type Reason = (typeof REASONS)[number] | 'silence';

export const REASONS = [
  'price',
  'quantity',
  'product',
  'validity',
  'duplicate',
  'tax',
  'customer',
  'contract',
  'proof',
  'unsupported',
  'other',
] as const;
