// @ts-check
import { element } from './element.js';

/** @typedef {import('./api.js').Direction} Direction */
/** @typedef {import('./api.js').Total} Total */
/** @typedef {import('./reader.js').Reader} Reader */

/** @type {readonly Direction[]} */
const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'];

/**
 * What the selection adds up to: what we owe, what is owed to us, and what is neither, each by
 * currency, never netted against each other.
 * @param {readonly Total[]} totals
 * @param {Reader} reader
 */
export function totalBlocks(totals, reader) {
  return DIRECTIONS.flatMap((direction) => {
    const own = totals.filter((total) => total.direction === direction);
    return own.length === 0 ? [] : [block(direction, own, reader)];
  });
}

/** The place that the totals of most selections will take. */
export function totalBones() {
  return DIRECTIONS.slice(0, 2).map(() =>
    element(
      'div',
      { class: 'total skeleton', 'aria-hidden': 'true' },
      element('span', { class: 'bone' }),
      element('span', { class: 'bone' }),
    ),
  );
}

/**
 * @param {Direction} direction
 * @param {readonly Total[]} totals
 * @param {Reader} reader
 */
function block(direction, totals, { say, moneyFigure }) {
  const sums = totals.map(({ currency, amount, rows }) =>
    element(
      'p',
      { class: 'sum' },
      element('span', { class: 'currency' }, currency),
      ' ',
      element('span', { class: 'figure' }, moneyFigure(amount, currency)),
      ' ',
      element('span', { class: 'rows' }, say('totals.rows', { count: rows })),
    ),
  );
  return element(
    'div',
    { class: 'total' },
    element('h2', { class: `direction ${direction}` }, say(`totals.${direction}`)),
    ...sums,
  );
}
