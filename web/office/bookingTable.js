// @ts-check
import { element } from './element.js';
import { isSameFigure, sumText } from './figures.js';

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
  if (bookings.length === 0) return element('p', { class: 'remark' }, say('bookings.none'));
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'number' }, say('bookings.number')),
    element('th', { scope: 'col' }, say('bookings.booked')),
    element('th', { scope: 'col' }, say('bookings.causes')),
    element('th', { scope: 'col', class: 'amount' }, say('bookings.delta', { currency })),
  );
  return element(
    'table',
    { class: 'ledger bookings' },
    element('thead', {}, head),
    ...bookings.map((booking) => bookingBody(booking, currency, reader)),
    element('tfoot', {}, sumRow(bookings, earning, reader)),
  );
}

/**
 * A booking with one cause is one row; with several each cause is a row of its own below.
 * @param {Booking} booking
 * @param {string} currency
 * @param {Reader} reader
 */
function bookingBody({ number, run, effective, bookedAt, delta, causes }, currency, reader) {
  const { say, signedFigure, instant, day } = reader;
  const [only] = causes;
  const isOne = causes.length === 1 && only !== undefined;
  const first = element(
    'tr',
    {},
    element('td', { class: 'number' }, String(number)),
    element(
      'td',
      { class: 'booked' },
      element('time', { datetime: bookedAt }, instant(bookedAt)),
      element('span', { class: 'code' }, say('bookings.effective', { day: day(effective), run })),
    ),
    element('td', { class: 'cause' }, isOne ? only.text : ''),
    element('td', { class: 'amount' }, signedFigure(delta, currency)),
  );
  const rest = causes.map((cause) =>
    element(
      'tr',
      { class: 'part' },
      element('td', { class: 'number' }),
      element('td', { class: 'booked' }),
      element('td', { class: 'cause' }, cause.text),
      element('td', { class: 'amount' }, signedFigure(cause.delta, currency)),
    ),
  );
  return element('tbody', {}, first, ...(isOne ? [] : rest));
}

/**
 * @param {readonly Booking[]} bookings
 * @param {Earning} earning
 * @param {Reader} reader
 */
function sumRow(bookings, { amount, currency }, reader) {
  const sum = sumText(bookings.map(({ delta }) => delta)) ?? '0';
  return element(
    'tr',
    {},
    element('td', { class: 'number' }),
    element(
      'th',
      { scope: 'row', colspan: 2 },
      reader.say('bookings.sum'),
      tie(sum, amount, currency, reader),
    ),
    element('td', { class: 'amount final' }, reader.moneyFigure(sum, currency)),
  );
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
  return element(
    'span',
    { class: 'tie broken' },
    say('ties.no', { difference: money(difference, currency) }),
  );
}
