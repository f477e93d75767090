import { describe, expect, it } from 'vitest';
import { documentLine, documentOf } from '../../test/support/rebateDocuments.ts';
import { decimalOf } from '../../test/support/trade.ts';
import type { Json } from '../text/canonicalJson.ts';
import { decodeDocument } from './decodeDocument.ts';
import { documentJson } from './documentJson.ts';
import type { RebateDocument } from './rebateDocument.ts';

const REASON = { en: 'Exempt', 'zh-CN': '免税' };
const GOODS = { product: 'X', quantity: decimalOf('2'), unit: 'EA', unitValue: decimalOf('4.20') };
const FULL = documentOf({
  preceding: { number: 'CN-1', issuedOn: 20_000 },
  lines: [
    documentLine(-1n, '5.50'),
    documentLine(840n, '20', { goods: GOODS }),
    documentLine(1000n, '0', { category: 'exempt', exemptReason: REASON }),
  ],
  withheld: { percent: decimalOf('12.50'), minor: 230n },
  setOff: [{ number: 'DN-1', minor: 5n }],
  notes: [REASON],
});

function readBack(document: RebateDocument, change: (json: Record<string, Json>) => void = () => {}) {
  const json = JSON.parse(JSON.stringify(documentJson(document))) as Record<string, Json>;
  change(json);
  return decodeDocument(json);
}

describe('a document as JSON', () => {
  it.each([
    ['plain', documentOf()],
    ['with all that there can be', FULL],
    ['in yen', documentOf({ currency: 'JPY' })],
    ['in dinars', documentOf({ currency: 'KWD' })],
  ])('is read back as it was: %s', (_, document) => {
    const back = readBack(document);
    expect(back).toEqual({ ok: true, value: document });
  });

  it.each<[string, (json: Record<string, Json>) => void]>([
    ['kind word-unknown', (json) => Object.assign(json, { kind: 'invoice' })],
    ['number field-absent', (json) => delete json.number],
    ['number text-form', (json) => Object.assign(json, { number: 17 })],
    ['number text-form', (json) => Object.assign(json, { number: 'a\u0007' })],
    ['issuedOn day-form', (json) => Object.assign(json, { issuedOn: '2026-02-30' })],
    ['net decimal-form', (json) => Object.assign(json, { net: '1e3' })],
    ['withheld.amount field-absent', (json) => Object.assign(json, { withheld: { percent: '10' } })],
    ['gross amount-finer-than-currency', (json) => Object.assign(json, { gross: '606.265' })],
    ['seller object-form', (json) => Object.assign(json, { seller: [] })],
    ['lines list-form', (json) => Object.assign(json, { lines: {} })],
    ['lines[0] object-form', (json) => Object.assign(json, { lines: [1] })],
    [
      'buyer.addressLines[1] text-form',
      (json) => Object.assign(json.buyer as object, { addressLines: ['a', 1] }),
    ],
    ['payment.cash field-unknown', (json) => Object.assign(json.payment as object, { cash: 'yes' })],
    ['colour field-unknown', (json) => Object.assign(json, { colour: 'red' })],
    ['grossMinor sum-differs', (json) => Object.assign(json, { gross: '606.27' })],
  ])('is refused: %s', (expected, change) => {
    const result = readBack(documentOf(), change);
    const faults = result.ok ? [] : result.refusals.map(({ at, facts }) => `${at} ${facts.reason}`);
    expect(faults).toContain(expected);
  });

  it('is none where it is no object at all', () => {
    expect(decodeDocument(null).ok).toBe(false);
  });
});
