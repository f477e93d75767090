import { describe, expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import { type PostedSettlement, settlementTransfers } from './settlementTransfers.ts';

const DAY = dayOf('2026-07-15');
const account = {
  agreement: 'A',
  term: 'volume',
  participant: 'P1',
  window: { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') },
};
const BASE: PostedSettlement = {
  id: 's1',
  company: 'EU',
  beneficiary: 'P1',
  side: 'payable',
  isAdvance: false,
  method: 'creditNote',
  treatment: 'priceReduction',
  amountsStated: 'net',
  currency: 'EUR',
  withheldMinor: 0n,
  lines: [{ account, statedMinor: 1000n }],
  taxes: new Map([['20', { netMinor: 1000n, taxMinor: 200n }]]),
};

function told(differs: Partial<PostedSettlement>): string[] {
  return settlementTransfers({ ...BASE, ...differs }, DAY).map(
    ({ event, debit, credit, minor }) => `${event}: ${debit} to ${credit} ${minor}`,
  );
}

describe('the books of a settlement', () => {
  it.each<[string, Partial<PostedSettlement>, string[]]>([
    [
      'what we owe',
      {},
      ['settle: accruedLiability to partnerPayable 1000', 'tax: outputTax to partnerPayable 200'],
    ],
    [
      'a service of the partner',
      { treatment: 'partnerService', withheldMinor: 100n },
      [
        'settle: accruedLiability to partnerPayable 1000',
        'tax: inputTax to partnerPayable 200',
        'withhold: partnerPayable to withholding 100',
      ],
    ],
    ['goods', { method: 'goods', taxes: new Map() }, ['settle: accruedLiability to inventory 1000']],
    [
      'goods with tax: the stock loses their net value, their tax is that of the price reduction again',
      { method: 'goods' },
      [
        'settle: accruedLiability to inventory 1000',
        'tax: outputTax to partnerPayable 200',
        'tax: partnerPayable to outputTax 200',
      ],
    ],
    [
      'goods for a service of the partner',
      { method: 'goods', treatment: 'partnerService' },
      [
        'settle: accruedLiability to inventory 1000',
        'tax: inputTax to partnerPayable 200',
        'tax: partnerPayable to outputTax 200',
      ],
    ],
    [
      'goods with tax in the amounts',
      { method: 'goods', amountsStated: 'taxInclusive', lines: [{ account, statedMinor: 1200n }] },
      [
        'settle: accruedLiability to inventory 1200',
        'tax: outputTax to rebateExpense 200',
        'tax: inventory to outputTax 200',
      ],
    ],
    [
      'goods of a supplier',
      { method: 'goods', side: 'receivable' },
      [
        'settle: inventory to accruedReceivable 1000',
        'tax: partnerReceivable to inputTax 200',
        'tax: inputTax to partnerReceivable 200',
      ],
    ],
    [
      'goods that are taken back',
      {
        method: 'goods',
        lines: [{ account, statedMinor: -1000n }],
        taxes: new Map([['20', { netMinor: -1000n, taxMinor: -200n }]]),
      },
      [
        'settle: inventory to accruedLiability 1000',
        'tax: partnerPayable to outputTax 200',
        'tax: outputTax to partnerPayable 200',
      ],
    ],
    [
      'with tax in the amounts',
      { amountsStated: 'taxInclusive', lines: [{ account, statedMinor: 1200n }] },
      ['settle: accruedLiability to partnerPayable 1200', 'tax: outputTax to rebateExpense 200'],
    ],
    [
      'what is owed to us',
      { side: 'receivable', method: 'debitNote' },
      ['settle: partnerReceivable to accruedReceivable 1000', 'tax: partnerReceivable to inputTax 200'],
    ],
    [
      'what is taken back',
      {
        lines: [{ account, statedMinor: -1000n }],
        taxes: new Map([['20', { netMinor: -1000n, taxMinor: -200n }]]),
      },
      ['settle: partnerPayable to accruedLiability 1000', 'tax: partnerPayable to outputTax 200'],
    ],
    [
      'what lapses',
      { lines: [{ account, lapse: 'belowMinimum', statedMinor: 1000n }], taxes: new Map() },
      ['lapse: accruedLiability to lapsed 1000'],
    ],
    [
      'what lapses of a supplier',
      { side: 'receivable', lines: [{ account, lapse: 'lateFacts', statedMinor: 1000n }], taxes: new Map() },
      ['lapse: lapsed to accruedReceivable 1000'],
    ],
  ])('%s', (_, differs, expected) => {
    expect(told(differs)).toEqual(expected);
  });

  it('name the account of each line, and tell transfers of one settlement apart', () => {
    const [line, tax] = settlementTransfers(BASE, DAY);
    expect(line).toMatchObject({
      ...{ partner: 'P1', subject: { agreement: 'A', term: 'volume' }, effectiveOn: DAY },
      ...{ origin: { kind: 'settlement', id: 's1' }, leg: 'line 1' },
    });
    expect(tax).toMatchObject({ partner: 'P1', leg: 'tax 20' });
  });
});
