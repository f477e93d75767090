// @ts-check
import { element } from './element.js';
import { isSameFigure, sumText } from './figures.js';
import { body, cell, foot, head, heading, named, row, rowHeading, table } from './table.js';

/** @typedef {import('./api.js').Booking} Booking */
/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./reader.js').Reader} Reader */

/**
 * The differences that were booked, each with its causes, and that they sum to the amount.
 * @param {readonly Booking[]} bookings
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function bookingTable(bookings, earning, reader) {
  const { say } = reader;
  const { currency } = earning;
  return table(
    'ledger bookings',
    say('bookings.title'),
    head(
      heading('number', say('bookings.number')),
      heading('booked', say('bookings.booked')),
      heading('cause', say('bookings.causes')),
      heading('amount', say('bookings.delta', { currency })),
    ),
    ...bookings.map((booking) => body(...bookingRows(booking, currency, reader))),
    foot(sumRow(bookings, earning, reader)),
  );
}

/**
 * A booking with one cause is one row; of several causes each is a row of its own below.
 * @param {Booking} booking
 * @param {string} currency
 * @param {Reader} reader
 */
function bookingRows({ number, run, effective, bookedAt, delta, causes }, currency, reader) {
  const { say, figure, signedFigure, instant, day } = reader;
  const [only, ...others] = causes;
  const isOne = only !== undefined && others.length === 0;
  const place = say('bookings.effective', { day: day(effective), run });
  const first = row(
    '',
    cell('number', figure(String(number))),
    cell('booked', named(instant(bookedAt), place)),
    cell('cause', isOne ? only.text : ''),
    cell('amount', signedFigure(delta, currency)),
  );
  const parts = causes.map((cause) =>
    row(
      'part',
      cell('number'),
      cell('booked'),
      cell('cause', cause.text),
      cell('amount', signedFigure(cause.delta, currency)),
    ),
  );
  return isOne ? [first] : [first, ...parts];
}

/**
 * @param {readonly Booking[]} bookings
 * @param {Earning} earning
 * @param {Reader} reader
 */
function sumRow(bookings, { amount, currency }, reader) {
  const sum = sumText(bookings.map(({ delta }) => delta)) ?? '0';
  const title = rowHeading('title', reader.say('bookings.sum'), tie(sum, amount, currency, reader));
  title.colSpan = 3;
  return row('', title, cell('amount final', reader.moneyFigure(sum, currency)));
}

/**
 * Whether a sum is the amount, in words.
 * @param {string} sum
 * @param {string} amount
 * @param {string} currency
 * @param {Reader} reader
 */
export function tie(sum, amount, currency, { say, money }) {
  if (isSameFigure(sum, amount)) return element('span', { class: 'tie' }, say('ties.yes'));
  const difference = sumText([sum, amount.startsWith('-') ? amount.slice(1) : `-${amount}`]) ?? '';
  const text = say('ties.no', { difference: money(difference, currency) });
  return element('span', { class: 'tie broken' }, text);
}
