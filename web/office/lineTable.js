// @ts-check
import { tie } from './bookingTable.js';
import { sumText } from './figures.js';
import { body, cell, foot, head, heading, labelledCell, named, row, rowHeading, table } from './table.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./api.js').ExplainedLine} ExplainedLine */
/** @typedef {import('./api.js').Operand} Operand */
/** @typedef {import('./reader.js').Reader} Reader */

/**
 * A measure of the lines: its title, its number of a line, and an operand that is written alike.
 * @typedef {{ title: string, of: (line: ExplainedLine) => string, like: Operand | undefined }} Measure
 */

/** How many lines there are in all, and how qualifier and payout measure are written. */
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
  const measures = measuresOf(lines, frame, reader);
  return table(
    'ledger lines',
    say('lines.title'),
    head(
      heading('document', say('lines.document')),
      heading('product', say('lines.product')),
      heading('placed', say('lines.placed')),
      ...measures.map(({ title }) => heading('amount', title)),
      heading('amount', say('lines.share', { currency: earning.currency })),
    ),
    body(...lines.map((line) => lineRow(line, measures, earning, reader))),
    foot(sumRow(lines, frame.total, measures, earning, reader)),
  );
}

/**
 * One column where both measures are the same number on every line, else two.
 * @param {readonly ExplainedLine[]} lines
 * @param {Frame} frame
 * @param {Reader} reader
 * @returns {readonly Measure[]}
 */
function measuresOf(lines, { qualifier, payout }, { say }) {
  /** @param {string} title @returns {Measure} */
  const paid = (title) => ({ title, of: (line) => line.payout, like: payout });
  if (lines.every((line) => line.qualifier === line.payout)) return [paid(say('lines.both'))];
  const found = { title: say('lines.qualifier'), of: (/** @type {ExplainedLine} */ line) => line.qualifier };
  return [{ ...found, like: qualifier }, paid(say('lines.payout'))];
}

/**
 * @param {ExplainedLine} line
 * @param {readonly Measure[]} measures
 * @param {Earning} earning
 * @param {Reader} reader
 */
function lineRow(line, measures, { currency }, reader) {
  const { say, day, moneyFigure } = reader;
  const share = line.share === undefined ? say('lines.unshared') : moneyFigure(line.share, currency);
  return row(
    '',
    rowHeading('document', named(line.document, say('lines.line', { line: line.line }))),
    cell('product', named(line.productName, line.product)),
    labelledCell('placed', say('lines.placed'), day(line.placedOn)),
    ...measures.map(({ title, of, like }) =>
      labelledCell('amount measure', title, written(of(line), like, reader)),
    ),
    labelledCell('amount share', say('lines.share', { currency }), share),
  );
}

/**
 * @param {readonly ExplainedLine[]} lines
 * @param {number} total
 * @param {readonly Measure[]} measures
 * @param {Earning} earning
 * @param {Reader} reader
 */
function sumRow(lines, total, measures, { amount, currency }, reader) {
  const { say, moneyFigure } = reader;
  const isWhole = lines.length === total;
  const shares = lines.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const sum = shares.length === lines.length ? sumText(shares) : undefined;
  const ties = isWhole && sum !== undefined ? tie(sum, amount, currency, reader) : undefined;
  const title = rowHeading('title', say(isWhole ? 'lines.sum' : 'lines.sumShown'), ties);
  title.colSpan = 3;
  return row(
    '',
    title,
    ...measures.map(({ title: label, of, like }) =>
      labelledCell('amount measure', label, written(sumText(lines.map(of)), like, reader)),
    ),
    labelledCell(
      'amount share final',
      say('lines.share', { currency }),
      sum === undefined ? '' : moneyFigure(sum, currency),
    ),
  );
}

/**
 * @param {string | undefined} exact
 * @param {Operand | undefined} like
 * @param {Reader} reader
 */
function written(exact, like, { figure, moneyFigure }) {
  if (exact === undefined) return '';
  return like?.kind === 'money' ? moneyFigure(exact, like.currency) : figure(exact);
}
