// @ts-check

/** What the list shows: exact codes, '' for all, and how many rows are passed over. */
/** @typedef {{ agreement: string, partner: string, offset: number }} Selection */

export const PAGE_ROWS = 50;

/**
 * The earning whose sheet is open, from the address behind "#".
 * @param {string} hash
 * @returns {string | undefined}
 */
export function earningInHash(hash) {
  const [, id] = /^#\/earning\/([^/]+)$/.exec(hash) ?? [];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** @param {string} id */
export function hashOf(id) {
  return `#/earning/${encodeURIComponent(id)}`;
}

/**
 * The selection in the address; nonsense counts as the beginning.
 * @param {string} search
 * @returns {Selection}
 */
export function selectionIn(search) {
  const query = new URLSearchParams(search);
  const offset = query.get('offset') ?? '';
  return {
    agreement: query.get('agreement') ?? '',
    partner: query.get('partner') ?? '',
    offset: /^\d{1,9}$/.test(offset) ? Number(offset) : 0,
  };
}

/**
 * The query of a selection, for the page's own address; '' for everything.
 * @param {Selection} selection
 */
export function searchOf({ agreement, partner, offset }) {
  const query = new URLSearchParams();
  if (agreement !== '') query.set('agreement', agreement);
  if (partner !== '') query.set('partner', partner);
  if (offset > 0) query.set('offset', String(offset));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
