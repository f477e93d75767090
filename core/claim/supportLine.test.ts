import { describe, expect, it } from 'vitest';
import { decimalOf, lineOf } from '../../test/support/trade.ts';
import { rational } from '../number/rational.ts';
import {
  checkSupportLine,
  isSupportLine,
  REASON_OF,
  SUPPORT_FAULTS,
  type SupportLine,
} from './supportLine.ts';

const SALE = lineOf({
  document: 'S1',
  side: 'sellThrough',
  product: 'A',
  endCustomer: 'E1',
  invoiceDate: '2026-02-03',
  quantity: '10',
  listPrice: '12.50',
  contractPrice: '10.25',
});
const DAY = SALE.dates.invoice ?? 0;
const LINE: SupportLine = {
  number: 1,
  term: 'support',
  participant: 'P1',
  window: { from: DAY - 33, until: DAY + 300 },
  minor: 2_250n,
  transaction: { source: 'erp', document: 'S1', line: '1' },
  product: 'A',
  customer: 'E1',
  contract: 'C1',
  day: DAY,
  quantity: decimalOf('10'),
  unit: 'EA',
  unitAmount: decimalOf('2.25'),
};
const GROUND = {
  sale: SALE,
  contracts: new Set(['C1']),
  validity: LINE.window,
  claimedQuantity: rational(0n),
  currency: 'EUR',
  rounding: 'halfAwayFromZero' as const,
};

describe('a line of a special-price claim', () => {
  it('is what its sale says: list price less contract price, for what was sold', () => {
    expect(checkSupportLine(LINE, GROUND)).toEqual({ line: 1, faults: [], supportedMinor: 2_250n });
  });

  it.each([
    ['another customer', { customer: 'E2' }, {}, ['customer']],
    ['another product', { product: 'B' }, {}, ['product']],
    ['another contract', { contract: 'C9' }, {}, ['contract']],
    ['no sale', {}, { sale: undefined }, ['contract']],
    ['another price', { unitAmount: decimalOf('2.26') }, {}, ['price']],
    ['more than was sold', { quantity: decimalOf('10.5') }, {}, ['quantity', 'multipleSubmission']],
    ['another unit', { unit: 'CS' }, {}, ['quantity']],
    ['another day', { day: DAY + 1 }, {}, ['date']],
    ['a day outside of the contract', {}, { validity: { from: DAY + 1, until: DAY + 2 } }, ['date']],
    ['what was claimed before', {}, { claimedQuantity: rational(1n) }, ['multipleSubmission']],
    ['two faults', { customer: 'E2', day: DAY + 1 }, {}, ['customer', 'date']],
  ])('with %s is told', (_, line, ground, faults) => {
    expect(checkSupportLine({ ...LINE, ...line }, { ...GROUND, ...ground })).toEqual({
      line: 1,
      faults,
      supportedMinor: 0n,
    });
  });

  it('says in its amount what price times quantity come to', () => {
    const check = checkSupportLine({ ...LINE, minor: 2_251n }, GROUND);
    expect(check).toEqual({ line: 1, faults: ['price'], supportedMinor: 2_250n });
  });

  it('may claim a part now and the rest later', () => {
    const part = { ...LINE, quantity: decimalOf('4'), minor: 900n };
    expect(checkSupportLine(part, { ...GROUND, claimedQuantity: rational(6n) }).faults).toEqual([]);
    expect(checkSupportLine(part, { ...GROUND, claimedQuantity: rational(7n) }).faults).toEqual([
      'multipleSubmission',
    ]);
  });

  it('says all of it, or is a line like others; each fault has a reason', () => {
    const { customer: _, ...plain } = LINE;
    expect([isSupportLine(LINE), isSupportLine(plain)]).toEqual([true, false]);
    expect(SUPPORT_FAULTS.every((fault) => REASON_OF[fault].length > 0)).toBe(true);
  });
});
