// @ts-check
import { element } from './element.js';
import { smallLadder } from './ladderDrawing.js';
import { hashOf } from './route.js';
import { body, cell, head, heading, named, row, rowHeading, table } from './table.js';
import { rateText, tierText, wayText } from './tierTexts.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./reader.js').Reader} Reader */

const SKELETON_ROWS = 8;
const COLUMNS = /** @type {const} */ (['partner', 'agreement', 'tier', 'way', 'amount']);

/**
 * Who has earned what: each amount opens its explanation.
 * @param {readonly Earning[]} rows
 * @param {Reader} reader
 */
export function earningTable(rows, reader) {
  return listTable('earnings', reader, ...rows.map((earning) => earningRow(earning, reader)));
}

/**
 * The final layout without content, while the first answer is on its way.
 * @param {Reader} reader
 */
export function skeletonTable(reader) {
  const rows = Array.from({ length: SKELETON_ROWS }, () =>
    row('', ...COLUMNS.map((name) => cell(name, element('span', { class: 'bone' })))),
  );
  const skeleton = listTable('earnings skeleton', reader, ...rows);
  skeleton.setAttribute('aria-hidden', 'true');
  return skeleton;
}

/**
 * @param {string} name
 * @param {Reader} reader
 * @param {...HTMLTableRowElement} rows
 */
function listTable(name, { say }, ...rows) {
  const headings = COLUMNS.map((column) => heading(column, say(`column.${column}`)));
  return table(name, say('list.caption'), head(...headings), body(...rows));
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function earningRow(earning, reader) {
  const { partner, partnerName, agreement, agreementName, window, tier } = earning;
  return row(
    '',
    rowHeading('partner', named(partnerName, partner)),
    cell('agreement', named(agreementName[reader.language], `${agreement} · ${reader.span(window)}`)),
    cell(tier === 0 ? 'tier none' : 'tier', named(tierText(earning, reader), rateText(earning, reader))),
    cell(
      'way',
      smallLadder(earning, reader),
      element('span', { class: 'code', 'aria-hidden': 'true' }, wayText(earning, reader)),
    ),
    cell('amount', amountLink(earning, reader), ...notes(earning, reader)),
  );
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function amountLink({ id, amount, currency, partnerName, tier }, { say, moneyFigure, money }) {
  const label = say('sheet.open', { amount: money(amount, currency), partner: partnerName });
  return element(
    'a',
    { href: hashOf(id), 'aria-label': label, 'aria-haspopup': 'dialog', 'data-earning': id },
    element('span', { class: 'currency' }, currency),
    ' ',
    element('span', { class: tier === 0 ? 'figure none' : 'figure' }, moneyFigure(amount, currency)),
  );
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function notes({ direction, blockedLines }, { say }) {
  const note = element('span', { class: `direction ${direction}` }, say(`direction.${direction}`));
  if (blockedLines === 0) return [note];
  return [note, element('span', { class: 'incomplete' }, say('blocked.short', { count: blockedLines }))];
}
