// @ts-check
import { tie } from './bookingTable.js';
import { element } from './element.js';
import { sumText } from './figures.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./api.js').ExplainedLine} ExplainedLine */
/** @typedef {import('./api.js').Operand} Operand */
/** @typedef {import('./reader.js').Reader} Reader */

/** How many lines there are in all, and how the measures of both kinds are written. */
/** @typedef {{ total: number, qualifier: Operand | undefined, payout: Operand | undefined }} Frame */

/**
 * The lines behind an amount with their shares of it, and the sums that tie.
 * @param {readonly ExplainedLine[]} lines
 * @param {Frame} frame
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function lineTable(lines, frame, earning, reader) {
  const { say } = reader;
  const isOneMeasure = lines.every(({ qualifier, payout }) => qualifier === payout);
  const measures = isOneMeasure
    ? [element('th', { scope: 'col', class: 'amount' }, say('lines.both'))]
    : [
        element('th', { scope: 'col', class: 'amount' }, say('lines.qualifier')),
        element('th', { scope: 'col', class: 'amount' }, say('lines.payout')),
      ];
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, say('lines.document')),
    element('th', { scope: 'col' }, say('lines.product')),
    element('th', { scope: 'col' }, say('lines.placed')),
    ...measures,
    element('th', { scope: 'col', class: 'amount' }, say('lines.share', { currency: earning.currency })),
  );
  return element(
    'table',
    { class: 'ledger lines' },
    element('thead', {}, head),
    element('tbody', {}, ...lines.map((line) => lineRow(line, isOneMeasure, frame, earning, reader))),
    element('tfoot', {}, sumRow(lines, isOneMeasure, frame, earning, reader)),
  );
}

/**
 * @param {ExplainedLine} line
 * @param {boolean} isOneMeasure
 * @param {Frame} frame
 * @param {Earning} earning
 * @param {Reader} reader
 */
function lineRow(line, isOneMeasure, frame, { currency }, reader) {
  const { say, day, moneyFigure } = reader;
  const measures = isOneMeasure ? [] : [measure(line.qualifier, frame.qualifier, reader)];
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row', class: 'document' },
      element('span', { class: 'name' }, line.document),
      element('span', { class: 'code' }, say('lines.line', { line: line.line })),
    ),
    element(
      'td',
      { class: 'product' },
      element('span', { class: 'name' }, line.productName),
      element('span', { class: 'code' }, line.product),
    ),
    element('td', { class: 'placed' }, day(line.placedOn)),
    ...measures,
    measure(line.payout, frame.payout, reader),
    element(
      'td',
      { class: 'amount share' },
      line.share === undefined ? say('lines.unshared') : moneyFigure(line.share, currency),
    ),
  );
}

/**
 * @param {readonly ExplainedLine[]} lines
 * @param {boolean} isOneMeasure
 * @param {Frame} frame
 * @param {Earning} earning
 * @param {Reader} reader
 */
function sumRow(lines, isOneMeasure, frame, { amount, currency }, reader) {
  const { say, moneyFigure } = reader;
  const isWhole = lines.length === frame.total;
  const shares = lines.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const sum = shares.length === lines.length ? sumText(shares) : undefined;
  /** @param {readonly string[]} values @param {Operand | undefined} like */
  const sumOf = (values, like) => measure(sumText(values) ?? '', like, reader);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row', colspan: 3 },
      say(isWhole ? 'lines.sum' : 'lines.sumShown'),
      isWhole && sum !== undefined ? tie(sum, amount, currency, reader) : undefined,
    ),
    ...(isOneMeasure
      ? []
      : [
          sumOf(
            lines.map(({ qualifier }) => qualifier),
            frame.qualifier,
          ),
        ]),
    sumOf(
      lines.map(({ payout }) => payout),
      frame.payout,
    ),
    element('td', { class: 'amount final' }, sum === undefined ? '' : moneyFigure(sum, currency)),
  );
}

/**
 * @param {string} exact
 * @param {Operand | undefined} like
 * @param {Reader} reader
 */
function measure(exact, like, { figure, moneyFigure }) {
  const isMoney = like?.kind === 'money';
  const text = exact === '' ? '' : isMoney ? moneyFigure(exact, like.currency) : figure(exact);
  return element('td', { class: 'amount measure' }, text);
}
