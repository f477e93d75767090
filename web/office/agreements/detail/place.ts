export const TABS = ['terms', 'partners', 'proposals', 'versions', 'history', 'documents'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of an agreement keeps: the part that is open, the proposal that is, the two texts that are compared. */
export type Place = {
  readonly tab?: Tab;
  readonly proposal?: string;
  readonly from?: string;
  readonly to?: string;
};

export function placeIn({ tab, proposal, from, to }: Record<string, unknown>): Place {
  const known = TABS.find((one) => one === tab);
  return {
    ...(known && { tab: known }),
    ...(typeof proposal === 'string' && { proposal }),
    ...(isTextName(from) && { from: String(from) }),
    ...(isTextName(to) && { to: String(to) }),
  };
}

/** A version, or the revision of a proposal. */
function isTextName(value: unknown): boolean {
  return (typeof value === 'string' && /^[0-9a-f-]{1,36}(:\d{1,9})?$/.test(value)) || Number.isInteger(value);
}
