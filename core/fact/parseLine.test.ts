import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf, lineTexts, type Texts } from '../../test/support/trade.ts';
import { REFUSALS } from '../refusal/refusals.ts';
import { lineKey } from './line.ts';
import { LINE_FIELDS, parseLine } from './parseLine.ts';

const EVERY_FIELD: Texts = {
  orderDate: '2026-01-02',
  deliveryDate: '2026-01-03',
  receiptDate: '2026-01-04',
  invoiceDate: '2026-01-05',
  postingDate: '2026-01-06',
  serviceDate: '2026-01-07',
  paymentDate: '2026-01-08',
  submissionDate: '2026-01-09',
  quantity: '-1.50',
  orderedQuantity: '2',
  receivedQuantity: '3',
  rejectedQuantity: '4',
  stockedQuantity: '5',
  listPrice: '5.50',
  unitPrice: '6.123456789',
  unitCost: '3.10',
  netValue: '-7.00',
  grossValue: '8',
  returnOfDocument: 'D0',
  returnOfLine: '7',
  correctionOfDocument: 'D0',
  correctionOfLine: '8',
  knownOn: '2026-01-31',
  'attribute.promotion': 'clearance',
  orderNumber: 'O1',
  deliveryNumber: 'L1',
  receiptNumber: 'R1',
  invoiceNumber: 'I1',
  postingNumber: 'B1',
  paymentNumber: 'Z1',
  lineKind: 'freight',
  endCustomer: 'CLINIC',
  taxCode: 'V1',
  taxRate: '19.00',
  contractPrice: '6.5',
  'attribute.Größe_2-x': 'L',
};

describe('a row that is a line', () => {
  it('has each field in its place, decimals as received', () => {
    const result = parseLine(lineTexts(EVERY_FIELD));
    expect(result).toEqual({
      ok: true,
      value: {
        source: 'erp',
        document: 'D1',
        line: '1',
        revision: 1,
        side: 'sale',
        company: 'EU',
        partner: 'P1',
        product: 'A',
        dates: {
          order: dayOf('2026-01-02'),
          delivery: dayOf('2026-01-03'),
          receipt: dayOf('2026-01-04'),
          invoice: dayOf('2026-01-05'),
          posting: dayOf('2026-01-06'),
          service: dayOf('2026-01-07'),
          payment: dayOf('2026-01-08'),
          submission: dayOf('2026-01-09'),
        },
        quantities: {
          invoiced: decimalOf('-1.50'),
          ordered: decimalOf('2'),
          received: decimalOf('3'),
          rejected: decimalOf('4'),
          stocked: decimalOf('5'),
        },
        unit: 'EA',
        numbers: { order: 'O1', delivery: 'L1', receipt: 'R1', invoice: 'I1', posting: 'B1', payment: 'Z1' },
        kind: 'freight',
        endCustomer: 'CLINIC',
        taxCode: 'V1',
        taxRate: decimalOf('19.00'),
        listPrice: decimalOf('5.50'),
        unitPrice: decimalOf('6.123456789'),
        contractPrice: decimalOf('6.5'),
        unitCost: decimalOf('3.10'),
        netValue: decimalOf('-7.00'),
        grossValue: decimalOf('8'),
        currency: 'EUR',
        returnOf: { document: 'D0', line: '7' },
        correctionOf: { document: 'D0', line: '8' },
        attributes: { promotion: 'clearance', 'Größe_2-x': 'L' },
        batch: 0,
        knownOn: dayOf('2026-01-31'),
      },
    });
    expect(
      Object.keys({ ...lineTexts(EVERY_FIELD) })
        .filter((field) => !field.startsWith('attribute.'))
        .sort(),
    ).toEqual(LINE_FIELDS.filter((field) => field !== 'takenOverFrom').sort());
  });

  it('may be a total: of some goods or of any, from a day to its dates', () => {
    const total = { takenOverFrom: '2026-01-01', product: '', invoiceDate: '2026-06-30' };
    const result = parseLine(lineTexts(total));
    expect(result.ok && result.value).toMatchObject({ product: '', takenOverFrom: dayOf('2026-01-01') });
    expect(parseLine(lineTexts({ ...total, invoiceDate: '2026-01-01' })).ok).toBe(true);
  });

  it('has nothing of what it does not say', () => {
    const empty = { invoiceDate: '', quantity: '', netValue: '', 'attribute.promotion': '' };
    const result = parseLine(lineTexts(empty));
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    expect(result.value).toMatchObject({ dates: {}, quantities: {}, attributes: {} });
    const absent = [
      'netValue',
      'grossValue',
      'listPrice',
      'unitPrice',
      'unitCost',
      'discounts',
      'returnOf',
      'correctionOf',
      'knownOn',
      'original',
    ];
    expect(absent.filter((field) => field in result.value)).toEqual([]);
  });

  it('may be as large and its codes as long as nobody needs', () => {
    const vast = `-${'9'.repeat(100)}.999999999`;
    const texts = { netValue: vast, grossValue: `${'0'.repeat(101)}1`, document: 'D'.repeat(200) };
    expect(parseLine(lineTexts(texts))).toMatchObject({ ok: true, value: { netValue: decimalOf(vast) } });
  });

  it('has its discounts in one order, each as it was written', () => {
    const result = parseLine({
      ...lineTexts(),
      'discount.rule.QUANTITY-3': '=0.99',
      'discount.promotion.SPRING': '5%',
      'discount.promotion.1ST': '0%',
      'discount.coupon.Größe_2': '-12.50',
      'discount.coupon.UNUSED': '',
      'discount.promotion.10 % OFF, v2.1': '100.00%',
    });
    const found = result.ok ? result.value.discounts : undefined;
    expect(found).toEqual([
      { origin: 'coupon', code: 'Größe_2', kind: 'amount', value: decimalOf('-12.50') },
      { origin: 'promotion', code: '10 % OFF, v2.1', kind: 'percent', value: decimalOf('100.00') },
      { origin: 'promotion', code: '1ST', kind: 'percent', value: decimalOf('0') },
      { origin: 'promotion', code: 'SPRING', kind: 'percent', value: decimalOf('5') },
      { origin: 'rule', code: 'QUANTITY-3', kind: 'price', value: decimalOf('0.99') },
    ]);
  });

  it('is brought to NFC, in codes and attributes', () => {
    const result = parseLine(lineTexts({ partner: 'Mu\u0308ller', 'attribute.city': 'Ko\u0308ln' }));
    expect(result).toMatchObject({ ok: true, value: { partner: 'Müller', attributes: { city: 'Köln' } } });
  });

  it('is identified by source, document and line', () => {
    const key = lineKey({ source: 'a', document: 'b', line: 'c' });
    expect(key).toBe('a\u001fb\u001fc');
    expect(key).not.toBe(lineKey({ source: 'a', document: 'bc', line: '' }));
  });
});

const SIDES = '"allowed":"sale, purchase, sellThrough"';
const KINDS = '"allowed":"goods, freight, fee, freeGoods, rebateDocument"';
const SPRING = 'discount.promotion.SPRING';

/** What differs, and every refusal: "code at {facts}". */
const REFUSED: readonly (readonly [Record<string, string>, readonly string[]])[] = [
  ...['source', 'document', 'line', 'side', 'company', 'partner', 'product', 'unit', 'currency'].map(
    (field) => [{ [field]: '' }, [`line-field-missing ${field} {"field":"${field}"}`]] as const,
  ),
  [{ netvalue: '1' }, ['line-field-unknown netvalue {"field":"netvalue"}']],
  [{ 'attribute.': 'x' }, ['line-field-unknown attribute. {"field":"attribute."}']],
  [
    { 'attribute.__proto__': 'x' },
    ['line-field-unknown attribute.__proto__ {"field":"attribute.__proto__"}'],
  ],
  [{ 'attribute.a b': 'x' }, ['line-field-unknown attribute.a b {"field":"attribute.a b"}']],
  // The sign of the angstrom: NFC makes another letter of it, and two columns could become one.
  [{ 'attribute.\u212b': 'x' }, ['line-field-unknown attribute.\u212b {"field":"attribute.\u212b"}']],
  ...[
    'discount.SPRING',
    'discount.gift.SPRING',
    'discount.rule.',
    `discount.rule.${'A'.repeat(201)}`,
    'discount.rule.a\u0085',
    'discount.rule.\u212b',
  ].map((field) => [{ [field]: '1' }, [`line-field-unknown ${field} {"field":"${field}"}`]] as const),
  ...['5 %', '12,50', '%', '=', '==1', '=5%', '5%%', '-1%', '100.01%', '=-0.01', '+1', '1e3'].map(
    (text) =>
      [
        { [SPRING]: text },
        [`line-discount-invalid ${SPRING} {"field":"${SPRING}","value":"${text}"}`],
      ] as const,
  ),
  [
    { [SPRING]: '0.1234567890%' },
    [`line-scale-beyond-nine ${SPRING} {"field":"${SPRING}","value":"0.1234567890%"}`],
  ],
  [{ partner: 'P\u001f1' }, ['line-text-invalid partner {"field":"partner"}']],
  [{ document: 'D\u0000' }, ['line-text-invalid document {"field":"document"}']],
  [{ document: 'D\n' }, ['line-text-invalid document {"field":"document"}']],
  [{ document: 'D\u007f' }, ['line-text-invalid document {"field":"document"}']],
  [{ document: 'D\ud83d' }, ['line-text-invalid document {"field":"document"}']],
  [{ 'attribute.note': 'a\tb' }, ['line-text-invalid attribute.note {"field":"attribute.note"}']],
  [{ side: 'Sale' }, [`line-value-not-allowed side {"field":"side","value":"Sale",${SIDES}}`]],
  [{ side: 'sellthrough' }, [`line-value-not-allowed side {"field":"side","value":"sellthrough",${SIDES}}`]],
  [{ lineKind: 'Goods' }, [`line-value-not-allowed lineKind {"field":"lineKind","value":"Goods",${KINDS}}`]],
  [{ taxRate: '19%' }, ['line-decimal-invalid taxRate {"field":"taxRate","value":"19%"}']],
  [{ orderNumber: 'D'.repeat(201) }, ['line-code-too-long orderNumber {"field":"orderNumber"}']],
  [{ endCustomer: 'D'.repeat(201) }, ['line-code-too-long endCustomer {"field":"endCustomer"}']],
  [{ currency: 'eur' }, ['line-currency-unknown currency {"value":"eur"}']],
  [{ quantity: '1,5' }, ['line-decimal-invalid quantity {"field":"quantity","value":"1,5"}']],
  [{ netValue: '1e3' }, ['line-decimal-invalid netValue {"field":"netValue","value":"1e3"}']],
  [
    { unitPrice: '0.1234567890' },
    ['line-scale-beyond-nine unitPrice {"field":"unitPrice","value":"0.1234567890"}'],
  ],
  [{ netValue: `-1${'0'.repeat(100)}.00` }, ['line-digits-beyond-hundred netValue {"field":"netValue"}']],
  [{ [SPRING]: `1${'0'.repeat(100)}` }, [`line-digits-beyond-hundred ${SPRING} {"field":"${SPRING}"}`]],
  [{ document: 'D'.repeat(201) }, ['line-code-too-long document {"field":"document"}']],
  [
    { returnOfDocument: 'D'.repeat(201), returnOfLine: '1' },
    ['line-code-too-long returnOfDocument {"field":"returnOfDocument"}'],
  ],
  [
    { invoiceDate: '2026-02-29' },
    ['line-date-invalid invoiceDate {"field":"invoiceDate","value":"2026-02-29"}'],
  ],
  [{ knownOn: '31.01.2026' }, ['line-date-invalid knownOn {"field":"knownOn","value":"31.01.2026"}']],
  [
    { correctionOfLine: '1' },
    ['line-correction-incomplete correctionOfDocument {"field":"correctionOfDocument"}'],
  ],
  [
    { correctionOfDocument: 'D1', correctionOfLine: '1' },
    ['line-correction-of-itself correctionOfLine {"document":"D1","line":"1"}'],
  ],
  [{ returnOfLine: '1' }, ['line-return-reference-incomplete returnOfDocument {"field":"returnOfDocument"}']],
  [
    { takenOverFrom: '2026-02-04', unitPrice: '1', 'discount.coupon.A': '5%' },
    [
      'line-total-invalid invoiceDate {"field":"invoiceDate"}',
      'line-total-invalid unitPrice {"field":"unitPrice"}',
      'line-total-invalid discount.coupon.A {"field":"discount.coupon.A"}',
    ],
  ],
  [
    { takenOverFrom: '2026-02-04', invoiceDate: '' },
    ['line-total-invalid takenOverFrom {"field":"takenOverFrom"}'],
  ],
  [{ returnOfDocument: 'D0' }, ['line-return-reference-incomplete returnOfLine {"field":"returnOfLine"}']],
  [
    { source: '', grossValue: 'x', orderDate: 'y', returnOfLine: '1' },
    [
      'line-field-missing source {"field":"source"}',
      'line-date-invalid orderDate {"field":"orderDate","value":"y"}',
      'line-decimal-invalid grossValue {"field":"grossValue","value":"x"}',
      'line-return-reference-incomplete returnOfDocument {"field":"returnOfDocument"}',
    ],
  ],
];

describe('a row that is no line', () => {
  it.each(REFUSED)('%j', (differs, expected) => {
    const result = parseLine(lineTexts(differs));
    const refusals = result.ok ? [] : result.refusals;
    const said = refusals.map(({ code, at, facts }) => {
      // A value that is long or odd is the one that the table gives.
      const isOdd = /^line-(text-invalid|code-too-long|digits-beyond-hundred)$/.test(code);
      if (isOdd) expect(facts.value).toBe(lineTexts(differs)[at]);
      return `${code} ${at} ${JSON.stringify(isOdd ? { ...facts, value: undefined } : facts)}`;
    });
    expect(said).toEqual(expected);
  });

  /** These are found where files are read or lines are brought together. */
  const ELSEWHERE = [
    'correction-unknown',
    'corrected',
    'total-elsewhere',
    'columns-mismatch',
    'lookup-missing',
    'number-unread',
    'date-unread',
    'cell-error',
    'discount-repeated',
    'company-unknown',
    'partner-unknown',
    'product-unknown',
    'identity-repeated',
    'document-cut',
    'document-differs',
    'taken-over',
  ];

  it('is refused above for every reason there is', () => {
    const provoked = new Set(REFUSED.flatMap(([, expected]) => expected.map((text) => text.split(' ')[0])));
    const codes = Object.keys(REFUSALS).filter(
      (code) => code.startsWith('line-') && code !== 'line-not-found',
    );
    const missing = codes.filter((code) => !provoked.has(code)).map((code) => code.slice('line-'.length));
    expect(missing).toEqual(ELSEWHERE);
  });
});
