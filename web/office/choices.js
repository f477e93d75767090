// @ts-check
import { fetchEarnings } from './api.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./api.js').Names} Names */
/** @typedef {import('./language.js').Language} Language */

/** Agreements and partners that there are amounts of, by code. */
/** @typedef {{ agreements: Map<string, Names>, partners: Map<string, string> }} Choices */

const ROWS_AT_ONCE = 500;

/** Beyond that a code is typed and not chosen. */
const ROWS_MAX = 10_000;

/** @returns {Choices} */
export function noChoices() {
  return { agreements: new Map(), partners: new Map() };
}

/**
 * @param {Choices} choices
 * @param {readonly Earning[]} rows
 */
export function addChoices({ agreements, partners }, rows) {
  for (const { agreement, agreementName, partner, partnerName } of rows) {
    agreements.set(agreement, agreementName);
    partners.set(partner, partnerName);
  }
}

/**
 * Looks through the whole list for what can be chosen, largest amounts first.
 * @param {Choices} choices
 * @param {Language} language
 */
export async function collectChoices(choices, language) {
  let cursor = '';
  for (let seen = 0; seen < ROWS_MAX; seen += ROWS_AT_ONCE) {
    const list = await fetchEarnings({ agreement: '', partner: '', cursor }, ROWS_AT_ONCE, language);
    addChoices(choices, list.rows);
    if (list.next === null) return;
    cursor = list.next;
  }
}

/**
 * The codes of the partners that somebody may mean who typed a code, a name or a part of it. What
 * names nobody among the choices is taken as a code: not everything need be among them.
 * @param {Choices} choices
 * @param {string} typed
 * @returns {readonly string[]}
 */
export function partnersMeant({ partners }, typed) {
  const wanted = typed.trim();
  if (wanted === '' || partners.has(wanted)) return [wanted];
  const folded = wanted.toLowerCase();
  const all = [...partners].map(([code, name]) => ({
    code,
    texts: [code.toLowerCase(), name.toLowerCase()],
  }));
  const exact = all.filter(({ texts }) => texts.includes(folded));
  const near =
    exact.length > 0 ? exact : all.filter(({ texts }) => texts.some((text) => text.includes(folded)));
  return near.length === 0 ? [wanted] : near.map(({ code }) => code);
}
