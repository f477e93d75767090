import { type Paging, pagingIn } from '../../shell/paging.ts';
import { said, textIn } from '../../shell/textsIn.ts';

export const STATES = [
  'draft',
  'inReview',
  'approved',
  'active',
  'expired',
  'terminated',
  'withdrawn',
] as const;
export const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'] as const;
export const OPEN = ['draft', 'inReview'] as const;
export const PROGRAMMES = [
  'volume',
  'growth',
  'upsell',
  'logistics',
  'crossSell',
  'productMix',
  'newProduct',
  'loyalty',
  'specialPrice',
  'shipAndDebit',
  'chargeback',
  'priceProtection',
  'marketingFund',
  'listingFee',
  'freightAllowance',
  'earlyPayment',
  'buyingGroup',
  'commission',
  'royalty',
  'other',
] as const;

/** Which agreements are shown; none of them: all. */
export type Filter = {
  readonly search?: string;
  readonly state?: (typeof STATES)[number];
  readonly direction?: (typeof DIRECTIONS)[number];
  readonly programme?: (typeof PROGRAMMES)[number];
  readonly open?: (typeof OPEN)[number];
};

/** What the address of the list keeps: the filter, and where its page begins. */
export type Selection = Filter & Paging;

export function filterIn(address: Record<string, unknown>): Filter {
  return said({
    search: textIn(address.search),
    state: oneOf(STATES, address.state),
    direction: oneOf(DIRECTIONS, address.direction),
    programme: oneOf(PROGRAMMES, address.programme),
    open: oneOf(OPEN, address.open),
  });
}

/** The selection in the address; nonsense counts as all agreements from the beginning. */
export function selectionIn(address: Record<string, unknown>): Selection {
  return { ...filterIn(address), ...pagingIn(address) };
}

function oneOf<W extends string>(words: readonly W[], value: unknown): W | undefined {
  return words.find((word) => word === value);
}
