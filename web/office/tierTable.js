// @ts-check
import { element } from './element.js';
import { body, cell, head, heading, row, rowHeading, table } from './table.js';

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
  return table(
    'ledger tiers',
    say('ladder.caption'),
    head(
      heading('tier', say('column.tier')),
      heading('amount', say(`ladder.from.${boundary}`)),
      heading('amount', say('ladder.rate')),
      hasWords ? heading('words', say('ladder.words')) : undefined,
    ),
    body(...tiers.map((_, index) => tierRow(earning, index, hasWords, reader))),
  );
}

/**
 * @param {Earning} earning
 * @param {number} index
 * @param {boolean} hasWords
 * @param {Reader} reader
 */
function tierRow({ progress, currency, tier }, index, hasWords, reader) {
  const { say, figure, counted, rate } = reader;
  const { from = '0', rates: paid = [], words = '' } = progress.tiers[index] ?? {};
  const isCurrent = index + 1 === tier;
  return row(
    isCurrent ? 'current' : '',
    rowHeading(
      'tier',
      figure(String(index + 1)),
      isCurrent ? element('span', { class: 'state' }, say('ladder.state.current')) : undefined,
    ),
    cell('amount', counted(from, progress.scale, currency)),
    cell('amount', rate(paid, currency)),
    hasWords ? cell('words', words) : undefined,
  );
}
