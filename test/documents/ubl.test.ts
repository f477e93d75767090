import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mirrorOf } from '../../core/document/mirrorOf.ts';
import { netOfInclusive } from '../../core/document/netOfInclusive.ts';
import type { DocumentLine, RebateDocument } from '../../core/document/rebateDocument.ts';
import { totalsOf } from '../../core/document/taxOf.ts';
import { ublXml } from '../../core/document/ublXml.ts';
import { documentLine, documentOf, OUR_COMPANY, PARTNER } from '../support/rebateDocuments.ts';
import { dayOf, decimalOf } from '../support/trade.ts';
import { brokenRules, HAS_XML_CHECKS, schemaFaults } from '../support/xmlChecks.ts';

const REASON = { en: 'Reason & <law>', 'zh-CN': '依据法规' };
const untaxed = (category: DocumentLine['category'], net = 4711n) =>
  documentLine(net, '0', { category, ...(category !== 'zeroRated' && { exemptReason: REASON }) });
const GOODS = { product: 'X', quantity: decimalOf('12'), unit: 'EA', unitValue: decimalOf('4.20') };
const outside = [untaxed('outsideScope')];
const HEAD = { series: 'DN', number: 'DN-1', issuedOn: dayOf('2026-09-01'), dueOn: dayOf('2026-09-30') };
const OUR_ACCOUNT = { holder: 'Nordlicht', iban: 'DE89370400440532013000', bic: 'COBADEFF' };

/** Amounts that hold their tax: 3 cents at 20 % are 3 net and no tax, which no rate gives exactly. */
function inclusive(): Partial<RebateDocument> {
  const rate = documentLine(0n, '20').rate;
  const { netMinors, taxes } = netOfInclusive([
    { key: 'a', grossMinor: 3n, category: 'standard', rate },
    { key: 'b', grossMinor: 10_001n, category: 'standard', rate },
  ]);
  const lines = netMinors.map((net) => documentLine(net, '20'));
  return { amountsStated: 'taxInclusive', lines, taxes, ...totalsOf(lines, taxes) };
}

/** One document for each thing that the standard has rules for. */
const SET_OFF = [
  { number: 'DN-2026-000003', minor: 12_000n },
  { number: 'PN-2026-000001', minor: 3000n },
];
const DOCUMENTS: Readonly<Record<string, RebateDocument>> = {
  'story-e': documentOf(),
  'one-line': documentOf({ lines: [documentLine(91_407n, '20')] }),
  'many-lines': documentOf({
    lines: Array.from({ length: 40 }, (_, i) => documentLine(BigInt(i * 37 - 500), i % 2 ? '20' : '5.5')),
  }),
  'line-below-zero': documentOf({ lines: [documentLine(-1250n, '20'), documentLine(5000n, '20')] }),
  'comes-to-nothing': documentOf({ lines: [documentLine(-1250n, '20'), documentLine(1250n, '20')] }),
  'tax-inclusive': documentOf(inclusive()),
  cancelled: mirrorOf(documentOf(), HEAD),
  'debit-note': documentOf({ kind: 'debitNote', payment: { means: 'transfer', account: OUR_ACCOUNT } }),
  'self-billed': documentOf({
    kind: 'selfBilledInvoice',
    treatment: 'partnerService',
    seller: PARTNER,
    buyer: OUR_COMPANY,
  }),
  'self-billed-credit': documentOf({
    kind: 'selfBilledCreditNote',
    seller: PARTNER,
    buyer: OUR_COMPANY,
    payment: { means: 'offset' },
  }),
  withheld: documentOf({ withheld: { percent: decimalOf('10'), minor: 5260n } }),
  'set-off': documentOf({ setOff: SET_OFF }),
  'set-off-whole': documentOf({ setOff: [{ number: 'DN-2026-000003', minor: 60_626n }] }),
  'set-off-withheld': documentOf({ setOff: SET_OFF, withheld: { percent: decimalOf('10'), minor: 5260n } }),
  goods: documentOf({
    payment: { means: 'goods' },
    lines: [documentLine(5040n, '20', { goods: GOODS })],
  }),
  yen: documentOf({ currency: 'JPY', lines: [documentLine(123_457n, '10')] }),
  zero: documentOf({ lines: [untaxed('zeroRated')] }),
  exempt: documentOf({ lines: [untaxed('exempt'), documentLine(100n, '20')] }),
  reverse: documentOf({ lines: [untaxed('reverseCharge')] }),
  'intra-community': documentOf({ lines: [untaxed('intraCommunity')] }),
  export: documentOf({ lines: [untaxed('export')], buyer: { ...PARTNER, country: 'CH' } }),
  'outside-scope': documentOf({ treatment: 'outsideScope', lines: outside, notes: [REASON] }),
  'chinese-seller': documentOf({
    currency: 'CNY',
    seller: {
      name: '上海茶叶有限公司',
      addressLines: ['南京东路 1 号'],
      city: '上海',
      country: 'CN',
      taxId: '91310000MA1FL0000X',
    },
    buyer: { name: '北京', addressLines: [], country: 'CN', taxId: '91110000MA1FL0000Y' },
    lines: [documentLine(10_000n, '13')],
  }),
};

/** What the rules have to find: without it, they might as well say nothing. */
const BROKEN: Readonly<Record<string, readonly [(xml: string) => string, string]>> = {
  'a-sum': [
    (xml) => xml.replace('>525.96</cbc:TaxExclusiveAmount>', '>525.97</cbc:TaxExclusiveAmount>'),
    'BR-CO-13',
  ],
  'a-tax': [(xml) => xml.replace('>80.30</cbc:TaxAmount>', '>80.31</cbc:TaxAmount>'), 'BR-CO-14'],
  'a-country': [
    (xml) => xml.replace('>AT</cbc:IdentificationCode>', '>XX</cbc:IdentificationCode>'),
    'BR-CL-14',
  ],
};

function xmlOf(document: RebateDocument, language: 'en' | 'zh-CN' = 'en'): string {
  const xml = ublXml(document, language);
  if (!xml.ok) throw new Error(JSON.stringify(xml.refusals));
  return xml.value;
}

describe('an electronic invoice', () => {
  const sound = Object.fromEntries(
    Object.entries(DOCUMENTS).flatMap(([name, document]) => [
      [`${name}.xml`, xmlOf(document)],
      [`${name}.zh.xml`, xmlOf(document, 'zh-CN')],
    ]),
  );

  // The checks are programs of others; where they are not installed, the pipeline has them.
  it.skipIf(!HAS_XML_CHECKS)('is what the schema of UBL 2.1 wants', () => {
    for (const root of ['Invoice', 'CreditNote']) {
      const files = Object.fromEntries(Object.entries(sound).filter(([, xml]) => xml.includes(`</${root}>`)));
      const faults = schemaFaults(`ubl21/maindoc/UBL-${root}-2.1.xsd`, files);
      expect(Object.entries(faults).filter(([, fault]) => fault !== '')).toEqual([]);
      expect(Object.keys(faults).length).toBeGreaterThan(5);
    }
    const broken = xmlOf(documentOf()).replace('<cbc:IssueDate>2026-07-15', '<cbc:IssueDate>15.7.2026');
    expect(schemaFaults('ubl21/maindoc/UBL-CreditNote-2.1.xsd', { 'b.xml': broken })['b.xml']).toContain(
      '15.7.2026',
    );
  });

  // The same.
  it.skipIf(!HAS_XML_CHECKS)(
    'keeps every rule of EN 16931, and what breaks one is found',
    { timeout: 120_000 },
    () => {
      const broken = Object.fromEntries(
        Object.entries(BROKEN).map(([name, [change]]) => [`${name}.broken.xml`, change(xmlOf(documentOf()))]),
      );
      const official = readFileSync(
        join(import.meta.dirname, '../standards/en16931/ubl-tc434-creditnote1.xml'),
        'utf8',
      );
      const rules = brokenRules({ ...sound, ...broken, 'official.xml': official });
      const expected = Object.fromEntries(
        Object.keys({ ...sound, 'official.xml': '' }).map((name) => [name, []]),
      );
      for (const [name, [, rule]] of Object.entries(BROKEN)) {
        expect(rules[`${name}.broken.xml`]).toContain(rule);
        delete rules[`${name}.broken.xml`];
      }
      expect(rules).toEqual(expected);
    },
  );

  it('says who the amounts are of, without doubt', () => {
    const xml = xmlOf(documentOf());
    expect(xml).toContain(
      '<cbc:RegistrationName>Baumarkt Süd &amp; Söhne &lt;Wien&gt; KG</cbc:RegistrationName>',
    );
    expect(xml).toContain('<cbc:PayableAmount currencyID="EUR">606.26</cbc:PayableAmount>');
    expect(xml).not.toContain('4321');
    expect(xmlOf(DOCUMENTS.goods ?? documentOf())).toContain('<cbc:Value>X 12 EA</cbc:Value>');
    const withheld = xmlOf(DOCUMENTS.withheld ?? documentOf());
    expect(withheld).toContain('<cbc:PrepaidAmount currencyID="EUR">52.60</cbc:PrepaidAmount>');
    expect(withheld).toContain('<cbc:PayableAmount currencyID="EUR">553.66</cbc:PayableAmount>');
    const both = xmlOf(DOCUMENTS['set-off-withheld'] ?? documentOf());
    expect(both).toContain('<cbc:PrepaidAmount currencyID="EUR">202.60</cbc:PrepaidAmount>');
    expect(both).toContain('<cbc:PayableAmount currencyID="EUR">403.66</cbc:PayableAmount>');
    const whole = xmlOf(DOCUMENTS['set-off-whole'] ?? documentOf());
    expect(whole).toContain('<cbc:PayableAmount currencyID="EUR">0.00</cbc:PayableAmount>');
    expect(withheld).toContain('Tax withheld: 10% of the net amount, 52.60 EUR, is paid to the tax office.');
    expect(xmlOf(documentOf(), 'zh-CN')).toContain('<cbc:Name>交叉销售返利，税率 10% 的商品</cbc:Name>');
    expect(xmlOf(documentOf())).toBe(xml);
  });

  it.each<[string, Partial<RebateDocument>]>([
    ['kind ubl-notice', { kind: 'paymentNotice', treatment: 'outsideScope', lines: outside }],
    ['currency ubl-decimals', { currency: 'KWD' }],
    ['lines ubl-outside-mixed', { lines: [...outside, documentLine(1n, '20')] }],
    [
      'seller.taxId ubl-tax-id',
      { seller: { name: 'W', addressLines: [], country: 'DE', registration: 'HRB 1' } },
    ],
    [
      'buyer.taxId ubl-tax-id',
      { lines: [untaxed('reverseCharge')], buyer: { name: 'P', addressLines: [], country: 'AT' } },
    ],
  ])('is refused: %s', (expected, differs) => {
    const xml = ublXml(documentOf(differs), 'en');
    expect(xml.ok ? [] : xml.refusals.map(({ code, at, facts }) => `${code} ${at} ${facts.reason}`)).toEqual([
      `document-format-unfit ${expected}`,
    ]);
  });
});
