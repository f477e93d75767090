// @ts-check
import { element } from './element.js';
import { smallLadder } from './ladderDrawing.js';
import { hashOf } from './route.js';
import { rateText, tierText, wayText } from './tierTexts.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./reader.js').Reader} Reader */

const SKELETON_ROWS = 8;

/**
 * The list as a table. The roles are said again, because a narrow screen shows rows as cards and
 * some browsers then forget that it is a table.
 * @param {readonly Earning[]} rows
 * @param {Reader} reader
 */
export function earningTable(rows, reader) {
  return table(reader, ...rows.map((earning) => earningRow(earning, reader)));
}

/**
 * The final layout without content, while the first answer is on its way.
 * @param {Reader} reader
 */
export function skeletonTable(reader) {
  const bars = Array.from({ length: SKELETON_ROWS }, () =>
    element(
      'tr',
      { role: 'row' },
      ...['partner', 'agreement', 'tier', 'way', 'amount'].map((name) =>
        element('td', { class: name, role: 'cell' }, element('span', { class: 'bone' })),
      ),
    ),
  );
  const skeleton = table(reader, ...bars);
  skeleton.setAttribute('aria-hidden', 'true');
  skeleton.classList.add('skeleton');
  return skeleton;
}

/**
 * @param {Reader} reader
 * @param {...HTMLTableRowElement} rows
 */
function table({ say }, ...rows) {
  const head = element('tr', { role: 'row' });
  head.append(
    heading('partner', say('column.partner')),
    heading('agreement', say('column.agreement')),
    heading('tier', say('column.tier')),
    heading('way', say('column.next')),
    heading('amount', say('column.amount')),
  );
  return element(
    'table',
    { class: 'earnings', role: 'table' },
    element('caption', { class: 'unseen' }, say('list.caption')),
    element('thead', { role: 'rowgroup' }, head),
    element('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function heading(name, text) {
  return element('th', { class: name, scope: 'col', role: 'columnheader' }, text);
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function earningRow(earning, reader) {
  const { partner, partnerName, agreement, agreementName, window } = earning;
  return element(
    'tr',
    { role: 'row' },
    element(
      'th',
      { class: 'partner', scope: 'row', role: 'rowheader' },
      element('span', { class: 'name' }, partnerName),
      element('span', { class: 'code' }, partner),
    ),
    element(
      'td',
      { class: 'agreement', role: 'cell' },
      element('span', { class: 'name' }, agreementName[reader.language]),
      element('span', { class: 'code' }, `${agreement} · ${reader.span(window)}`),
    ),
    element(
      'td',
      { class: 'tier', role: 'cell' },
      element('span', { class: earning.tier === 0 ? 'name none' : 'name' }, tierText(earning, reader)),
      element('span', { class: 'code' }, rateText(earning, reader)),
    ),
    element(
      'td',
      { class: 'way', role: 'cell' },
      smallLadder(earning, reader),
      element('span', { class: 'code' }, wayText(earning, reader)),
    ),
    element('td', { class: 'amount', role: 'cell' }, amountLink(earning, reader), ...notes(earning, reader)),
  );
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function amountLink({ id, amount, currency, partnerName }, { say, moneyFigure, money }) {
  const label = say('sheet.open', { amount: money(amount, currency), partner: partnerName });
  return element(
    'a',
    { href: hashOf(id), 'aria-label': label, 'aria-haspopup': 'dialog', 'data-earning': id },
    element('span', { class: 'currency' }, currency),
    ' ',
    element('span', { class: 'figure' }, moneyFigure(amount, currency)),
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
