// @ts-check

/** @typedef {import('./language.js').Language} Language */
/** @typedef {import('./route.js').Selection} Selection */
/** @typedef {'customerRebate' | 'supplierRebate' | 'neither'} Direction */
/** @typedef {{ firstDay: string, lastDay: string }} Span */
/** @typedef {{ en: string, 'zh-CN': string }} Names */
/** What a number counts. @typedef {{ of: 'quantity', unit: string } | { of: 'money' } | { of: 'percent' }} Scale */

/**
 * What a tier pays on one payout measure.
 * @typedef {object} Rate
 * @property {string} payout
 * @property {'percent' | 'perUnit' | 'amount' | 'free'} pays
 * @property {string} rate
 * @property {string} [give]
 * @property {string} [per]
 */

/**
 * Where a partner stands on the ladder of a term; numbers are decimal texts or "n/d".
 * @typedef {object} Progress
 * @property {'atLeast' | 'moreThan'} boundary
 * @property {string} volume
 * @property {Scale} scale of volume and tiers
 * @property {readonly { from: string, rates: readonly Rate[], words?: string }[]} tiers
 * @property {string} [missing]
 * @property {Scale} missingScale
 */

/**
 * @typedef {object} Earning
 * @property {string} id
 * @property {string} agreement
 * @property {Names} agreementName
 * @property {string} term
 * @property {Direction} direction
 * @property {string} partner
 * @property {string} partnerName
 * @property {Span} window
 * @property {string} currency
 * @property {string} amount
 * @property {number} tier 0 below the first
 * @property {Progress} progress
 * @property {number} blockedLines
 * @property {{ number: number, batch: number, effective: string, calculation: string }} run
 */

/** @typedef {{ direction: Direction, currency: string, amount: string, rows: number }} Total */

/**
 * @typedef {object} EarningList
 * @property {readonly Earning[]} rows
 * @property {number} total
 * @property {string | null} next the cursor of the next page
 * @property {readonly Total[]} totals
 * @property {{ batch: number, effective: string, knownOn: string }} asOf
 */

/**
 * @typedef {{ kind: 'money', value: string, currency: string }
 *   | { kind: 'number', value: string, unit?: string }
 *   | { kind: 'percent', value: string }
 *   | { kind: 'count', value: number }
 *   | { kind: 'window', firstDay: string, lastDay: string }
 *   | { kind: 'date' | 'text', value: string }
 *   | { kind: 'word', word: string }} Operand
 */

/**
 * One step of the worked solution, its sentence in the language asked for.
 * @typedef {object} Step
 * @property {string} kind
 * @property {string} text
 * @property {Readonly<Record<string, Operand>>} operands
 * @property {readonly Step[]} steps
 */

/**
 * @typedef {object} ExplainedLine
 * @property {string} source
 * @property {string} document
 * @property {string} line
 * @property {string} placedOn
 * @property {string} product
 * @property {string} productName
 * @property {string} qualifier
 * @property {string} payout
 * @property {string} [share]
 */

/**
 * @typedef {object} Booking
 * @property {number} number
 * @property {number} run
 * @property {string} effective
 * @property {string} bookedAt
 * @property {string} delta
 * @property {readonly { cause: string, delta: string, text: string }[]} causes
 */

/**
 * @typedef {object} Explanation
 * @property {string} id
 * @property {Earning} earning
 * @property {{ code: string, version: number, name: Names }} agreement
 * @property {{ id: string, words?: string }} term
 * @property {Step} explanation
 * @property {readonly ExplainedLine[]} lines
 * @property {number} linesTotal
 * @property {readonly Booking[]} bookings
 */

/** An answer that is a "no": the server's own words, or that it does not answer at all. */
export class Problem extends Error {
  /** @param {{ code: string, title?: string | undefined, detail?: string | undefined, status?: number | undefined }} body */
  constructor({ code, title, detail, status }) {
    super(title ?? code);
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

/**
 * @param {Omit<Selection, 'passed'>} selection
 * @param {number} limit
 * @param {Language} language
 * @param {AbortSignal} [signal]
 * @returns {Promise<EarningList>}
 */
export function fetchEarnings({ agreement, partner, cursor }, limit, language, signal) {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor !== '') query.set('cursor', cursor);
  if (agreement !== '') query.set('agreement', agreement);
  if (partner !== '') query.set('partner', partner);
  return get(`api/v1/earnings?${query}`, language, signal);
}

/**
 * @param {string} id
 * @param {{ lines: number, lineOffset: number }} page
 * @param {Language} language
 * @param {AbortSignal} [signal]
 * @returns {Promise<Explanation>}
 */
export function fetchExplanation(id, { lines, lineOffset }, language, signal) {
  const query = new URLSearchParams({ lang: language, lines: String(lines), lineOffset: String(lineOffset) });
  return get(`api/v1/earnings/${encodeURIComponent(id)}/explanation?${query}`, language, signal);
}

/**
 * @param {string} path
 * @param {Language} language
 * @param {AbortSignal | undefined} signal
 */
async function get(path, language, signal) {
  const response = await fetch(path, {
    headers: { accept: 'application/json', 'accept-language': language },
    ...(signal && { signal }),
  }).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ code: 'no-answer' });
  });
  const body = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  throw new Problem({ code: `http-${response.status}`, status: response.status, ...body });
}
