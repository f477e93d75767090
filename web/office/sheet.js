// @ts-check
import { bookingTable } from './bookingTable.js';
import { element } from './element.js';
import { largeLadder } from './ladderDrawing.js';
import { lineTable } from './lineTable.js';
import { solution, stepOfKind } from './solution.js';
import { tierTable } from './tierTable.js';
import { tierText, wayText } from './tierTexts.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./api.js').Explanation} Explanation */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./texts.js').TextKey} TextKey */

/**
 * The sheet of one amount: amount, ladder, worked solution, bookings, lines.
 * @param {Explanation} explained
 * @param {Reader} reader
 * @param {() => void} more loads more lines
 * @returns {readonly Node[]}
 */
export function sheetContent(explained, reader, more) {
  const { earning, term } = explained;
  const words = term.words === undefined ? [] : [element('blockquote', {}, term.words)];
  return [
    sheetHead(earning.partnerName, reader),
    element(
      'div',
      { class: 'sheet-body' },
      agreementLine(explained, reader),
      amountBlock(earning, reader),
      section('ladder.title', reader, ...ladderPart(earning, reader)),
      section('solution.title', reader, ...words, ...solution(explained.explanation, reader)),
      section('bookings.title', reader, ...bookingPart(explained, reader)),
      section('lines.title', reader, ...linePart(explained, reader, more)),
      origin(earning, reader),
    ),
  ];
}

/**
 * The frame of the sheet while it has no content, or when there will be none.
 * @param {Reader} reader
 * @param {...Node} content
 * @returns {readonly Node[]}
 */
export function sheetFrame(reader, ...content) {
  return [
    sheetHead(reader.say('solution.title'), reader),
    element('div', { class: 'sheet-body' }, ...content),
  ];
}

/** @param {Reader} reader */
export function sheetBones({ say }) {
  const bones = Array.from({ length: 7 }, () => element('span', { class: 'bone' }));
  return element(
    'div',
    { class: 'skeleton' },
    element('p', { role: 'status' }, say('sheet.loading')),
    ...bones,
  );
}

/**
 * @param {string} title
 * @param {Reader} reader
 */
function sheetHead(title, { say }) {
  const close = element('button', { type: 'button', class: 'quiet', 'data-close': true }, say('sheet.close'));
  return element(
    'header',
    { class: 'sheet-head' },
    element('h2', { id: 'sheet-title', tabindex: '-1' }, title),
    close,
  );
}

/**
 * @param {Explanation} explained
 * @param {Reader} reader
 */
function agreementLine({ agreement, earning, term }, { language, say, span }) {
  const version = say('sheet.version', { version: agreement.version });
  return element(
    'p',
    { class: 'context' },
    element('span', { class: 'name' }, agreement.name[language]),
    element(
      'span',
      { class: 'code' },
      `${agreement.code} · ${version} · ${say('sheet.term', { term: term.id })}`,
    ),
    element('span', { class: 'code' }, `${earning.partner} · ${span(earning.window)}`),
  );
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function amountBlock({ amount, currency, direction, blockedLines }, { say, moneyFigure }) {
  return element(
    'div',
    { class: 'result' },
    element(
      'p',
      { class: 'amount' },
      element('span', { class: 'currency' }, currency),
      ' ',
      element('span', { class: 'figure' }, moneyFigure(amount, currency)),
      ' ',
      element('span', { class: `direction ${direction}` }, say(`direction.${direction}`)),
    ),
    blockedLines > 0
      ? element('p', { class: 'incomplete' }, say('blocked.long', { count: blockedLines }))
      : undefined,
  );
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function ladderPart(earning, reader) {
  return [
    element(
      'p',
      { class: 'way' },
      element('strong', {}, tierText(earning, reader)),
      ` · ${wayText(earning, reader)}`,
    ),
    largeLadder(earning, reader),
    tierTable(earning, reader),
  ];
}

/**
 * @param {Explanation} explained
 * @param {Reader} reader
 */
function bookingPart({ bookings, earning }, reader) {
  const { say } = reader;
  if (bookings.length === 0) return [element('p', { class: 'remark' }, say('bookings.none'))];
  return [element('p', { class: 'hint' }, say('bookings.lead')), bookingTable(bookings, earning, reader)];
}

/**
 * @param {Explanation} explained
 * @param {Reader} reader
 * @param {() => void} more
 */
function linePart({ lines, linesTotal, earning, explanation }, reader, more) {
  const { say } = reader;
  if (linesTotal === 0) return [element('p', { class: 'remark' }, say('lines.none'))];
  const isWhole = lines.length === linesTotal;
  const lead = isWhole
    ? say('lines.lead', { count: linesTotal })
    : say('lines.part', { shown: lines.length, count: linesTotal });
  const frame = {
    total: linesTotal,
    qualifier: stepOfKind(explanation, 'qualifier')?.operands.value,
    payout: stepOfKind(explanation, 'payout')?.operands.value,
  };
  const button = element('button', { type: 'button', 'data-more': true }, say('lines.more'));
  button.addEventListener('click', more, { once: true });
  return [
    element('p', { class: 'hint' }, lead),
    lineTable(lines, frame, earning, reader),
    ...(isWhole ? [] : [button]),
  ];
}

/**
 * @param {Earning} earning
 * @param {Reader} reader
 */
function origin({ run }, { say, day }) {
  const facts = {
    run: run.number,
    calculation: run.calculation,
    effective: day(run.effective),
    batch: run.batch,
  };
  return element('p', { class: 'origin' }, say('sheet.origin', facts));
}

/**
 * @param {TextKey} title
 * @param {Reader} reader
 * @param {...Node} content
 */
function section(title, { say }, ...content) {
  return element('section', {}, element('h3', {}, say(title)), ...content);
}
