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
export type Selection = Filter & { readonly cursor?: string; readonly passed?: number };

const PASSED_MAX = 999_999_999;

export function filterIn(address: Record<string, unknown>): Filter {
  const { search } = address;
  const state = oneOf(STATES, address.state);
  const direction = oneOf(DIRECTIONS, address.direction);
  const programme = oneOf(PROGRAMMES, address.programme);
  const open = oneOf(OPEN, address.open);
  return {
    ...(isText(search) && { search: String(search) }),
    ...(state && { state }),
    ...(direction && { direction }),
    ...(programme && { programme }),
    ...(open && { open }),
  };
}

/** The selection in the address; nonsense counts as all agreements from the beginning. */
export function selectionIn(address: Record<string, unknown>): Selection {
  const { cursor, passed } = address;
  const isPage =
    typeof cursor === 'string' &&
    /^[\w-]+$/.test(cursor) &&
    Number.isInteger(passed) &&
    Number(passed) > 0 &&
    Number(passed) <= PASSED_MAX;
  return { ...filterIn(address), ...(isPage && { cursor, passed: Number(passed) }) };
}

function oneOf<W extends string>(words: readonly W[], value: unknown): W | undefined {
  return words.find((word) => word === value);
}

/** The router reads a code of digits as a number. */
function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
