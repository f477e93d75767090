// @ts-check
import { partnersMeant } from './choices.js';
import { element } from './element.js';

/** @typedef {import('./choices.js').Choices} Choices */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./route.js').Selection} Selection */

/**
 * @typedef {object} FilterParts
 * @property {HTMLSelectElement} agreement
 * @property {HTMLInputElement} partner
 * @property {HTMLElement} partners
 * @property {HTMLElement} hint
 * @property {HTMLElement} clear
 */

/**
 * What can be chosen, and what is. A name that is being typed stays as it is.
 * @param {FilterParts} parts
 * @param {Choices} choices
 * @param {Selection} selection
 * @param {Reader} reader
 */
export function drawFilter(parts, choices, selection, { language, say }) {
  const names = [...choices.agreements].map(([code, name]) => ({ code, name: name[language] }));
  if (selection.agreement !== '' && !choices.agreements.has(selection.agreement)) {
    names.push({ code: selection.agreement, name: selection.agreement });
  }
  const order = new Intl.Collator(language, { numeric: true });
  names.sort((a, b) => order.compare(a.name, b.name));
  parts.agreement.replaceChildren(
    element('option', { value: '' }, say('filter.agreement.all')),
    ...names.map(({ code, name }) => element('option', { value: code }, name)),
  );
  parts.agreement.value = selection.agreement;
  const partners = [...choices.partners].sort(([, a], [, b]) => order.compare(a, b));
  parts.partners.replaceChildren(...partners.map(([code, name]) => element('option', { value: code }, name)));
  parts.partner.placeholder = say('filter.partner.all');
  const name = choices.partners.get(selection.partner);
  parts.hint.textContent = name ?? '';
  parts.clear.hidden = selection.agreement === '' && selection.partner === '';
}

/**
 * The selection that the form says, from its beginning; undefined, with a hint, where several
 * partners may be meant.
 * @param {FilterParts} parts
 * @param {Choices} choices
 * @param {Reader} reader
 * @returns {Selection | undefined}
 */
export function readFilter(parts, choices, { say }) {
  const typed = parts.partner.value;
  const [partner, ...others] = partnersMeant(choices, typed);
  if (partner === undefined || others.length > 0) {
    parts.hint.textContent = say('filter.partner.several', { count: others.length + 1, partner: typed });
    return undefined;
  }
  return { agreement: parts.agreement.value, partner, cursor: '', passed: 0 };
}
