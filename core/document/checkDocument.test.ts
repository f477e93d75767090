import { describe, expect, it } from 'vitest';
import { documentLine, documentOf, OUR_COMPANY, PARTNER } from '../../test/support/rebateDocuments.ts';
import { dayOf, decimalOf } from '../../test/support/trade.ts';
import { checkDocument } from './checkDocument.ts';
import { mirrorOf } from './mirrorOf.ts';
import { DOCUMENT_KINDS, factsOfKind, type RebateDocument } from './rebateDocument.ts';

/** "field reason" of each refusal. */
function faults(document: RebateDocument): string[] {
  const result = checkDocument(document);
  return result.ok ? [] : result.refusals.map(({ at, facts }) => `${at} ${facts.reason}`);
}

const REASON = { en: 'Outside the scope of tax', 'zh-CN': '不属于征税范围' };
const OUTSIDE = documentLine(100n, '0', { category: 'outsideScope', exemptReason: REASON });
const withheld = (percent: string, minor: bigint) => ({ percent: decimalOf(percent), minor });
const goods = (quantity: string) => ({
  quantity: decimalOf(quantity),
  unit: 'EA',
  unitValue: decimalOf('4.20'),
});
const HEAD = {
  series: 'DN',
  number: 'DN-1',
  issuedOn: dayOf('2026-09-01'),
  dueOn: dayOf('2026-09-30'),
};

const CASES: readonly (readonly [Partial<RebateDocument>, string[]])[] = [
  [{ number: ' ' }, ['number field-empty']],
  [{ currency: 'EURO' }, ['currency currency-unknown']],
  [{ dueOn: dayOf('2026-07-15') }, []],
  [{ dueOn: dayOf('2026-07-14') }, ['dueOn due-before-issue']],
  [{ reason: 'cancellation' }, ['preceding preceding-missing']],
  [{ buyer: { ...PARTNER, country: 'at' } }, ['buyer.country country-form']],
  [{ buyer: { ...PARTNER, country: 'ZZ' } }, ['buyer.country country-form']],
  [{ buyer: { name: 'P', addressLines: [], country: 'AT' } }, []],
  [
    { seller: { name: '', addressLines: [], country: 'DE' } },
    ['seller.name field-empty', 'seller.taxId identity-missing'],
  ],
  [{ seller: { name: 'W', addressLines: [], country: 'DE', registration: 'HRB 1' } }, []],
  [{ lines: [] }, ['lines lines-missing']],
  [{ lines: [documentLine(0n, '20')] }, []],
  [{ lines: [documentLine(-1n, '20')] }, ['grossMinor amount-negative']],
  [{ lines: [documentLine(-1n, '20'), documentLine(2n, '20')] }, []],
  [{ lines: [documentLine(1n, '20', { text: { en: 'x', 'zh-CN': '' } })] }, ['lines[0].text field-empty']],
  [{ lines: [documentLine(1n, '-1')] }, ['lines[0].rate rate-without-tax']],
  [{ lines: [documentLine(1n, '1', { category: 'zeroRated' })] }, ['lines[0].rate rate-without-tax']],
  [{ lines: [documentLine(1n, '0', { category: 'zeroRated' })] }, []],
  [
    { lines: [documentLine(1n, '0', { category: 'exempt' })] },
    ['lines[0].exemptReason reason-of-no-tax-missing'],
  ],
  [{ lines: [documentLine(1n, '0', { category: 'exempt', exemptReason: REASON })] }, []],
  [{ grossMinor: 60_627n }, ['grossMinor sum-differs']],
  [{ setOff: [{ number: 'DN-1', minor: 60_626n }] }, []],
  [{ setOff: [{ number: 'DN-1', minor: 60_627n }] }, ['setOff amount-negative']],
  [{ setOff: [{ number: 'DN-1', minor: 55_366n }], withheld: withheld('10', 5260n) }, []],
  [
    { setOff: [{ number: 'DN-1', minor: 55_367n }], withheld: withheld('10', 5260n) },
    ['withheld.amount amount-negative', 'setOff amount-negative'],
  ],
  [{ setOff: [{ number: ' ', minor: 1n }] }, ['setOff[0].number field-empty']],
  [{ setOff: [{ number: 'DN-1', minor: 0n }] }, ['setOff[0].amount amount-negative']],
  [{ withheld: withheld('10', 5260n) }, []],
  [{ withheld: withheld('10', 5259n) }, ['withheld.amount sum-differs']],
  [{ withheld: withheld('-1', -526n) }, ['withheld.amount amount-negative']],
  [{ withheld: withheld('120', 63_115n) }, ['withheld.amount amount-negative']],
  [{ lines: [documentLine(840n, '20', { goods: goods('2') })] }, []],
  [{ lines: [documentLine(841n, '20', { goods: goods('2') })] }, ['lines[0].goods sum-differs']],
  [{ lines: [documentLine(0n, '20', { goods: goods('0') })] }, ['lines[0].goods.quantity amount-negative']],
  [{ taxes: [] }, ['taxes sum-differs']],
  [{ treatment: 'outsideScope' }, ['lines treatment-without-tax']],
  [{ treatment: 'outsideScope', lines: [OUTSIDE] }, []],
  [{ treatment: 'nonAdjacentPayer', lines: [OUTSIDE] }, ['kind treatment-without-tax']],
  [{ treatment: 'nonAdjacentPayer', lines: [OUTSIDE], kind: 'paymentNotice' }, []],
  [{ kind: 'paymentNotice' }, ['kind notice-of-tax']],
  [
    { payment: { means: 'transfer', account: { holder: 'B', iban: 'AT611904300234573201' } } },
    ['payment.account account-not-masked'],
  ],
  [
    {
      kind: 'debitNote',
      payment: { means: 'transfer', account: { holder: 'W', iban: 'DE89370400440532013000' } },
    },
    [],
  ],
];

describe('a document', () => {
  it('may be issued as it is', () => {
    expect(checkDocument(documentOf())).toEqual({ ok: true, value: documentOf() });
  });

  it.each(
    CASES.map(([differs, expected]) => [expected.join(', ') || 'no fault', differs, expected] as const),
  )('has %s', (_, differs, expected) => {
    expect(faults(documentOf(differs))).toEqual(expected);
  });

  it.each([
    [19n, ['taxes[0].taxMinor tax-too-far']],
    [20n, []],
    [21n, []],
    [22n, []],
    [23n, []],
    [24n, ['taxes[0].taxMinor tax-too-far']],
  ])('may round the 21.5 cents of its tax to %s with others together', (taxMinor, expected) => {
    const lines = [documentLine(100n, '21.5')];
    const [tax] = documentOf({ lines }).taxes;
    expect(tax?.taxMinor).toBe(22n);
    const taxes = tax === undefined ? [] : [{ ...tax, taxMinor }];
    expect(faults(documentOf({ lines, taxes }))).toEqual(expected);
  });
});

describe('what takes a document back', () => {
  it('names it, over the same lines and amounts', () => {
    const cancelled = mirrorOf(documentOf(), HEAD);
    expect(faults(cancelled)).toEqual([]);
    expect(cancelled).toMatchObject({
      ...HEAD,
      kind: 'debitNote',
      reason: 'cancellation',
      preceding: { number: 'CN-2026-0017', issuedOn: dayOf('2026-07-15') },
      seller: OUR_COMPANY,
      grossMinor: 60_626n,
    });
    expect(cancelled.payment).toEqual({ means: 'transfer' });
  });

  it.each(DOCUMENT_KINDS)('of a %s is of the kind that this one takes back', (kind) => {
    const facts = factsOfKind(kind);
    const mirror = factsOfKind(facts.mirror);
    expect(mirror.mirror).toBe(kind);
    expect(mirror.ourSide).toBe(facts.ourSide);
    expect(mirror.isTaxDocument).toBe(facts.isTaxDocument);
    expect(mirror.paidParty).not.toBe(facts.paidParty);
  });
});
