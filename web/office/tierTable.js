// @ts-check
import { element } from './element.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./reader.js').Reader} Reader */

/**
 * The tiers behind the ladder, with the contract's own words.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function tierTable(earning, reader) {
  const { say } = reader;
  const { tiers, boundary } = earning.progress;
  const hasWords = tiers.some(({ words }) => words !== undefined);
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, say('column.tier')),
    element('th', { scope: 'col', class: 'amount' }, say(`ladder.from.${boundary}`)),
    element('th', { scope: 'col', class: 'amount' }, say('ladder.rate')),
    hasWords ? element('th', { scope: 'col', class: 'words' }, say('ladder.words')) : undefined,
  );
  const rows = tiers.map((_, index) => tierRow(earning, index, hasWords, reader));
  return element(
    'table',
    { class: 'ledger tiers' },
    element('caption', { class: 'unseen' }, say('ladder.caption')),
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
}

/**
 * @param {Earning} earning
 * @param {number} index
 * @param {boolean} hasWords
 * @param {Reader} reader
 */
function tierRow({ progress, currency, tier }, index, hasWords, reader) {
  const { say, bound, rate } = reader;
  const row = progress.tiers[index];
  if (row === undefined) return element('tr');
  const isCurrent = index + 1 === tier;
  return element(
    'tr',
    { class: isCurrent ? 'current' : undefined },
    element(
      'th',
      { scope: 'row' },
      String(index + 1),
      isCurrent ? element('span', { class: 'state' }, say('ladder.state.current')) : undefined,
    ),
    element('td', { class: 'amount' }, bound(row.from, progress, currency)),
    element('td', { class: 'amount' }, rate(row.rate, progress, currency)),
    hasWords ? element('td', { class: 'words' }, row.words ?? '') : undefined,
  );
}
