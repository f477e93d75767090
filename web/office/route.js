// @ts-check

/** What the list shows: exact codes, '' for all; where its page begins, '' for the first, and how many rows lie before it. */
/** @typedef {{ agreement: string, partner: string, cursor: string, passed: number }} Selection */

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
  const cursor = query.get('cursor') ?? '';
  const passed = query.get('passed') ?? '';
  const isPage = /^[\w-]+$/.test(cursor) && /^[1-9]\d{0,8}$/.test(passed);
  return {
    agreement: query.get('agreement') ?? '',
    partner: query.get('partner') ?? '',
    cursor: isPage ? cursor : '',
    passed: isPage ? Number(passed) : 0,
  };
}

/**
 * The query of a selection, for the page's own address; '' for everything.
 * @param {Selection} selection
 */
export function searchOf({ agreement, partner, cursor, passed }) {
  const query = new URLSearchParams();
  if (agreement !== '') query.set('agreement', agreement);
  if (partner !== '') query.set('partner', partner);
  if (cursor !== '') {
    query.set('cursor', cursor);
    query.set('passed', String(passed));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
