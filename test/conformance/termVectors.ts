import type { JsonObject } from '../support/trade.ts';
import { NET, rows, sale, UNITS, type VectorText, vector, windowsText } from './vectorFile.ts';

const RULE = 'The format: the rule as docs/format.md defines it, worked out by hand';
const STORY =
  'Acceptance story of this project: figures computed twice, by two independent programs, before the engine was written';

const TWO_PERCENT = { tiers: rows(['0', { percent: '2' }]) };
const EACH = (perUnit: string) => ({ tiers: rows(['0', { perUnit }]) });

/** Everything about a term besides its formula. */
export function termVectors(): VectorText[] {
  return [
    ...windows(),
    ...measures(),
    ...eligibility(),
    ...gates(),
    ...limits(),
    ...amounts(),
    ...groups(),
    ...stacking(),
    ...returns(),
    ...conversion(),
    ...rounding(),
    ...amendments(),
  ];
}

function windows(): VectorText[] {
  const months = (qualifier: string | JsonObject, differs: JsonObject = {}) => ({
    tiers: rows(['1000', { percent: '1' }], ['2000', { percent: '2' }]),
    windows: windowsText('month', { qualifier, ...differs }),
  });
  const quarter = { validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' } };
  const lines = [
    sale('900', { invoiceDate: '2026-01-10' }),
    sale('600', { invoiceDate: '2026-02-10' }),
    sale('500', { invoiceDate: '2026-03-10' }),
  ];
  const january = 'P1 2026-01-01 2026-01-31';
  const february = 'P1 2026-02-01 2026-02-28';
  const march = 'P1 2026-03-01 2026-03-31';
  const given = { agreement: quarter, lines, effective: '2026-03-31' };
  return [
    vector('window-months-alone', 'windows', RULE, {
      ...given,
      term: months('payoutWindow'),
      earned: { [january]: '0.00', [february]: '0.00', [march]: '0.00' },
    }),
    vector(
      'window-within-term',
      'windows',
      'Anti-pattern of OCA: every settlement period alone; here each month is rated by the whole term',
      {
        ...given,
        term: months({ within: 'term' }),
        earned: { [january]: '18.00', [february]: '12.00', [march]: '10.00' },
      },
    ),
    vector(
      'window-to-date-own-lines',
      'windows',
      'Year to date, second reading: this month at the rate to date',
      {
        ...given,
        term: months({ toDate: 'year' }),
        earned: { [january]: '0.00', [february]: '6.00', [march]: '10.00' },
      },
    ),
    vector(
      'window-to-date-cumulative',
      'windows',
      'Year to date, first reading: pay to date less what was earned before',
      {
        ...given,
        term: months({ toDate: 'year' }, { pays: 'cumulative' }),
        earned: { [january]: '0.00', [february]: '15.00', [march]: '25.00' },
      },
    ),
    vector('window-rolling-two-months', 'windows', 'Rolling n months, (as of − n, as of]', {
      ...given,
      term: months({ rollingMonths: 2 }),
      earned: { [january]: '0.00', [february]: '6.00', [march]: '5.00' },
    }),
    vector('window-last-day-counts', 'windows', RULE, {
      term: TWO_PERCENT,
      lines: [sale('100', { invoiceDate: '2026-12-31' }), sale('100', { invoiceDate: '2027-01-01' })],
      effective: '2027-06-30',
      earned: { P1: '2.00' },
    }),
    vector(
      'window-from-start',
      'windows',
      'Enable: periods count from the start of the line, 3 Jan to 2 Feb; a line that ends inside a period is cut',
      {
        term: { ...TWO_PERCENT, windows: windowsText('month') },
        agreement: { calendar: 'fromStart', validity: { firstDay: '2026-01-03', lastDay: '2026-02-20' } },
        lines: [
          sale('100', { invoiceDate: '2026-01-02' }),
          sale('100', { invoiceDate: '2026-02-02' }),
          sale('300', { invoiceDate: '2026-02-03' }),
        ],
        earned: { 'P1 2026-01-03 2026-02-02': '2.00', 'P1 2026-02-03 2026-02-20': '6.00' },
      },
    ),
    vector(
      'window-from-the-31st',
      'windows',
      'Months from the 31st clamp to the end of the month and keep the day',
      {
        term: { ...TWO_PERCENT, windows: windowsText('month') },
        agreement: { calendar: 'fromStart', validity: { firstDay: '2026-01-31', lastDay: '2026-04-29' } },
        lines: [
          sale('100', { invoiceDate: '2026-02-27' }),
          sale('100', { invoiceDate: '2026-02-28' }),
          sale('100', { invoiceDate: '2026-03-31' }),
        ],
        earned: {
          'P1 2026-01-31 2026-02-27': '2.00',
          'P1 2026-02-28 2026-03-30': '2.00',
          'P1 2026-03-31 2026-04-29': '2.00',
        },
      },
    ),
    vector('window-fiscal-quarter', 'windows', RULE, {
      term: { ...TWO_PERCENT, windows: windowsText('quarter') },
      agreement: {
        calendar: { fiscal: { firstMonth: 2 } },
        validity: { firstDay: '2026-02-01', lastDay: '2026-07-31' },
      },
      lines: [sale('100', { invoiceDate: '2026-04-30' }), sale('200', { invoiceDate: '2026-05-01' })],
      earned: { 'P1 2026-02-01 2026-04-30': '2.00', 'P1 2026-05-01 2026-07-31': '4.00' },
    }),
    vector(
      'window-4-4-5-with-53rd-week',
      'windows',
      'Retail calendars of whole weeks; the 53rd week lengthens the last month',
      {
        note: 'A year of 53 weeks from 2026-02-01: its last month has six weeks, from 2026-12-27 to 2027-02-06.',
        term: { ...TWO_PERCENT, windows: windowsText('month') },
        agreement: {
          calendar: { weeks: { pattern: '4-4-5', years: [{ firstDay: '2026-02-01', weeks: 53 }] } },
          validity: { firstDay: '2026-02-01', lastDay: '2027-02-06' },
        },
        lines: [
          sale('100', { invoiceDate: '2026-02-28' }),
          sale('100', { invoiceDate: '2026-03-01' }),
          sale('300', { invoiceDate: '2027-02-06' }),
        ],
        effective: '2027-02-28',
        earned: {
          'P1 2026-02-01 2026-02-28': '2.00',
          'P1 2026-03-01 2026-03-28': '2.00',
          'P1 2026-12-27 2027-02-06': '6.00',
        },
      },
    ),
    ...(
      [
        ['fullThreshold', '0.00'],
        ['byDays', '18.00'],
        ['byMonths', '18.00'],
      ] as const
    ).map(([cut, amount]) =>
      vector(
        `window-cut-${cut}`,
        'windows',
        'A window that start or end cut short names what becomes of its thresholds',
        {
          note: 'Half of the year 2026 (184 of 365 days, six of twelve months) has 900 of 1,785.',
          term: { tiers: rows(['1785', { percent: '2' }]), windows: windowsText('year', { cut }) },
          agreement: { validity: { firstDay: '2026-07-01', lastDay: '2026-12-31' } },
          lines: [sale('900', { invoiceDate: '2026-08-01' })],
          earned: { 'P1 2026-07-01 2026-12-31': amount },
        },
      ),
    ),
    vector(
      'window-targets-by-quarter',
      'windows',
      'Sub-period targets: a season of its own for each quarter',
      {
        term: {
          tiers: rows(['1000', { percent: '1' }]),
          windows: windowsText('quarter', { targets: { percentOfTable: ['50', '100', '100', '150'] } }),
        },
        lines: [
          sale('500', { invoiceDate: '2026-02-01' }),
          sale('999', { invoiceDate: '2026-05-01' }),
          sale('1000', { invoiceDate: '2026-08-01' }),
          sale('1499', { invoiceDate: '2026-11-01' }),
        ],
        earned: {
          'P1 2026-01-01 2026-03-31': '5.00',
          'P1 2026-04-01 2026-06-30': '0.00',
          'P1 2026-07-01 2026-09-30': '10.00',
          'P1 2026-10-01 2026-12-31': '0.00',
        },
      },
    ),
  ];
}

const PALLET = (differs: JsonObject = {}): JsonObject => ({
  of: 'pallets',
  basis: 'invoiced',
  unit: 'PF',
  level: 'delivery',
  mixed: false,
  returns: 'reduce',
  counts: 'pallets',
  ...differs,
});
const FACTORS = { units: { factorsAsOf: 'invoice' }, currency: 'none' };
const PACKED = {
  products: [
    { code: 'A', name: 'A', attributes: { 'unit.CS': '12 EA', 'unit.PF': '40 CS' } },
    { code: 'B', name: 'B', attributes: { 'unit.PF': '480 EA' } },
  ],
  partners: [{ code: 'P1', name: 'P1', attributes: {} }],
};

function pallets(id: string, differs: JsonObject, amount: string, lines: readonly JsonObject[]): VectorText {
  const measure = PALLET(differs);
  return vector(
    id,
    'logistics',
    'Full pallets as the format defines them: quantity ÷ pieces on a pallet, floored at the level named',
    {
      term: { qualifier: measure, payout: measure, ...EACH('8.75'), conversion: FACTORS },
      master: PACKED,
      lines,
      earned: { P1: amount },
    },
  );
}

function measures(): VectorText[] {
  const value = (basis: string, amount: string, line: JsonObject, direction = 'customerRebate') =>
    vector(
      `value-${basis}`,
      'measures',
      'The price waterfall: list → invoice → net; margin is net less cost',
      {
        term: {
          ...TWO_PERCENT,
          qualifier: { of: 'value', basis },
          payout: { of: 'value', basis },
          transactions: direction === 'supplierRebate' ? 'purchase' : 'sale',
        },
        agreement: { direction },
        lines: [line],
        earned: { P1: amount },
      },
    );
  const waterfall = {
    quantity: '10',
    listPrice: '20',
    'discount.promotion.SPRING': '10%',
    'discount.coupon.C7': '30',
    netValue: '145',
    grossValue: '172.55',
    unitCost: '9.50',
  };
  const purchase = {
    side: 'purchase',
    orderedQuantity: '500',
    receivedQuantity: '490',
    stockedQuantity: '480',
    unitPrice: '83.40',
    quantity: '',
    netValue: '',
  };
  const difference = (higher: JsonObject, lower: JsonObject) => ({
    of: 'priceDifference',
    basis: 'invoiced',
    unit: 'EA',
    higher: { times: '1', ...higher },
    lower: { times: '1', ...lower },
    whenNegative: 'zero',
  });
  const wholly = (measure: JsonObject) => ({
    qualifier: measure,
    payout: measure,
    tiers: rows(['0', { percent: '100' }]),
  });
  const agreed = (price: string) => ({ source: 'agreed', prices: [{ product: 'A', price }] });
  const bundle = {
    of: 'bundles',
    basis: 'invoiced',
    unit: 'EA',
    components: [
      { quantity: '2', where: [{ attribute: 'product.code', in: ['A'] }] },
      { quantity: '1', where: [{ attribute: 'product.code', in: ['B'] }] },
    ],
  };
  const counted = (what: string) => ({ of: 'count', what });
  const several = [
    sale('10', { document: 'X', line: '1', 'attribute.order': 'O1' }),
    sale('20', { document: 'X', line: '2', product: 'B', 'attribute.order': 'O1' }),
    sale('30', { document: 'Y', product: 'B', 'attribute.order': 'O1' }),
    sale('-30', { document: 'Z', product: 'C', invoiceDate: '2026-02-04' }),
  ];
  return [
    value('list', '4.00', waterfall),
    value('invoice', '3.00', waterfall),
    value('net', '2.90', waterfall),
    value('gross', '3.45', waterfall),
    value('margin', '1.00', waterfall),
    value('orderedAtPrice', '834.00', purchase, 'supplierRebate'),
    value('receivedAtPrice', '817.32', purchase, 'supplierRebate'),
    value('stockedAtPrice', '800.64', purchase, 'supplierRebate'),
    vector('fixed-price-discount', 'measures', RULE, {
      note: 'A fixed price of 15 comes before the 10 %: 10 × 15 less 10 % is 135.',
      term: { ...TWO_PERCENT, payout: { of: 'value', basis: 'invoice' } },
      lines: [
        {
          quantity: '10',
          listPrice: '20',
          'discount.rule.PRICE': '=15',
          'discount.promotion.SPRING': '10%',
          netValue: '135',
        },
      ],
      earned: { P1: '2.70' },
    }),
    vector('percent-of-list', 'specialPrice', 'Enable, SPA calculations: list price × percent × units', {
      term: { payout: { of: 'value', basis: 'list' }, tiers: rows(['0', { percent: '5' }]) },
      lines: [{ quantity: '40', listPrice: '12.50', netValue: '450' }],
      earned: { P1: '25.00' },
    }),
    vector('chargeback', 'chargeback', 'Chargeback: (wholesale price − contract price) × quantity', {
      term: wholly(difference({ source: 'unit' }, agreed('7.25'))),
      lines: [{ quantity: '120', unitPrice: '10', netValue: '1200' }],
      earned: { P1: '330.00' },
    }),
    vector(
      'chargeback-contract-price',
      'chargeback',
      'Chargeback: (wholesale price − contract price) × quantity',
      {
        note: 'The contract price stands on the line that the wholesaler reports.',
        term: {
          ...wholly(difference({ source: 'unit' }, { source: 'contract' })),
          transactions: 'sellThrough',
        },
        lines: [
          { side: 'sellThrough', quantity: '120', unitPrice: '10', contractPrice: '7.25', netValue: '1200' },
          { side: 'sellThrough', quantity: '10', unitPrice: '10', contractPrice: '11', netValue: '100' },
        ],
        earned: { P1: '330.00' },
      },
    ),
    vector('price-list', 'chargeback', 'Chargeback: (wholesale price − contract price) × quantity', {
      note: 'The wholesale price stands in a price list that begins on 1 February; on 1 March another one replaces it.',
      term: wholly(difference({ source: 'product', name: 'WHOLESALE' }, agreed('7.25'))),
      master: {
        partners: [{ code: 'P1', name: 'P1', attributes: {} }],
        products: [{ code: 'A', name: 'A', attributes: {} }],
        prices: [
          { code: 'WHOLESALE/A', validFrom: '2026-02-01', attributes: { price: '10 EUR' } },
          { code: 'WHOLESALE/A', validFrom: '2026-03-01', attributes: { price: '11 EUR' } },
        ],
      },
      lines: [
        { quantity: '120', invoiceDate: '2026-02-28', netValue: '1200' },
        { quantity: '4', invoiceDate: '2026-03-01', netValue: '40' },
      ],
      earned: { P1: '345.00' },
    }),
    vector('chargeback-never-negative', 'chargeback', RULE, {
      term: wholly(difference({ source: 'unit' }, agreed('12'))),
      lines: [{ quantity: '120', unitPrice: '10', netValue: '1200' }],
      earned: { P1: '0.00' },
    }),
    vector(
      'margin-maintenance',
      'specialPrice',
      'Enable, SPA calculations: units × (list − supported × (1 − margin)); list 100, supported 80, margin 20 %, 10 units',
      {
        note: 'The second page of the same source writes it in another way, which is algebraically equal: 360.',
        term: wholly(difference({ source: 'list' }, { ...agreed('80'), times: '0.8' })),
        lines: [{ quantity: '10', listPrice: '100', netValue: '800' }],
        earned: { P1: '360.00' },
      },
    ),
    vector(
      'price-protection',
      'priceProtection',
      'Price protection: (old price − new price) × unsold stock',
      {
        term: wholly(difference({ source: 'product', name: 'before' }, { source: 'product', name: 'now' })),
        master: {
          products: [
            { code: 'A', name: 'A', attributes: { 'price.before': '50 EUR', 'price.now': '42.50 EUR' } },
          ],
          partners: [{ code: 'P1', name: 'P1', attributes: {} }],
        },
        lines: [{ quantity: '200', netValue: '0' }],
        earned: { P1: '1500.00' },
      },
    ),
    vector('fixed-support', 'shipAndDebit', 'Enable, SPA calculations: amount × units', {
      term: { payout: UNITS, qualifier: UNITS, ...EACH('1.20') },
      lines: [sale('250')],
      earned: { P1: '300.00' },
    }),
    vector(
      'at-price',
      'measures',
      'Microsoft, rebate-management-deals.md: units sold × price basis; 1,000 units at 2.00',
      {
        term: wholly({
          of: 'atPrice',
          basis: 'invoiced',
          unit: 'EA',
          price: { ...agreed('2.00'), times: '1' },
        }),
        lines: [{ quantity: '1000', netValue: '3000' }],
        earned: { P1: '2000.00' },
      },
    ),
    ...(
      [
        ['line', '12.00'],
        ['document', '8.00'],
        ['order', '4.00'],
        ['day', '4.00'],
        ['product', '8.00'],
      ] as const
    ).map(([what, amount]) =>
      vector(
        `count-${what}`,
        'measures',
        'Microsoft, issue 3854: a rate by order works by order item; the format names what is counted',
        {
          note: 'Three lines on two documents of one order and one day, two products; a fourth that takes back counts nowhere.',
          term: { qualifier: counted(what), payout: counted(what), ...EACH('4') },
          lines: several,
          earned: { P1: amount },
        },
      ),
    ),
    vector('bundles', 'crossSell', 'Complete sets: the least of quantity ÷ what a set takes, in whole sets', {
      note: 'Seven A make three pairs, two B allow two sets.',
      term: { qualifier: bundle, payout: bundle, ...EACH('5') },
      lines: [sale('7'), sale('2', { product: 'B' })],
      earned: { P1: '10.00' },
    }),
    pallets('pallets-by-delivery', {}, '17.50', [
      { quantity: '30', unit: 'CS', 'attribute.delivery': 'D1' },
      { quantity: '120', unit: 'EA', 'attribute.delivery': 'D1' },
      { quantity: '1', unit: 'PF', 'attribute.delivery': 'D2' },
      { quantity: '479', unit: 'EA', 'attribute.delivery': 'D3' },
    ]),
    pallets('pallets-by-line', { level: 'line' }, '8.75', [
      { quantity: '30', unit: 'CS', 'attribute.delivery': 'D1' },
      { quantity: '120', unit: 'EA', 'attribute.delivery': 'D1' },
      { quantity: '1', unit: 'PF', 'attribute.delivery': 'D2' },
    ]),
    pallets('pallets-by-day', { level: 'day' }, '8.75', [
      { quantity: '240', 'attribute.delivery': 'D1' },
      { quantity: '240', 'attribute.delivery': 'D2' },
    ]),
    pallets('pallets-mixed', { mixed: true }, '8.75', [
      { quantity: '240', 'attribute.delivery': 'D1' },
      { quantity: '240', product: 'B', 'attribute.delivery': 'D1' },
    ]),
    pallets('pallets-not-mixed', {}, '0.00', [
      { quantity: '240', 'attribute.delivery': 'D1' },
      { quantity: '240', product: 'B', 'attribute.delivery': 'D1' },
    ]),
    pallets('pallets-units-on-them', { counts: { units: 'EA' } }, '4200.00', [
      { quantity: '500', 'attribute.delivery': 'D1' },
    ]),
    pallets('pallets-broken-by-a-return', {}, '8.75', [
      { quantity: '960', 'attribute.delivery': 'D1' },
      {
        quantity: '-24',
        netValue: '-10',
        invoiceDate: '2026-03-03',
        returnOfDocument: 'D1',
        returnOfLine: '1',
      },
    ]),
    pallets('pallets-not-broken-by-a-return', { returns: 'doNotBreak' }, '17.50', [
      { quantity: '960', 'attribute.delivery': 'D1' },
      {
        quantity: '-24',
        netValue: '-10',
        invoiceDate: '2026-03-03',
        returnOfDocument: 'D1',
        returnOfLine: '1',
      },
    ]),
  ];
}

const OPEN = { attributesAsOf: 'transaction', payment: 'any', submission: 'any' };

function eligibility(): VectorText[] {
  const tree = {
    categories: [
      { code: 'FOOD', name: 'Food', attributes: {} },
      { code: 'TEA', name: 'Tea', attributes: { parent: 'FOOD' } },
    ],
    products: [
      { code: 'A', name: 'A', attributes: { category: 'TEA' } },
      { code: 'B', name: 'B', attributes: { category: 'TOOLS' } },
    ],
    partners: [
      { code: 'P1', name: 'P1', attributes: { parent: 'HQ' } },
      { code: 'P2', name: 'P2', attributes: {} },
      { code: 'HQ', name: 'HQ', attributes: {} },
    ],
  };
  const moved = {
    products: [
      { code: 'A', name: 'A', attributes: { class: 'high' } },
      { code: 'A', name: 'A', validFrom: '2026-06-15', attributes: { class: 'low' } },
    ],
    partners: [{ code: 'P1', name: 'P1', attributes: {} }],
  };
  const eligible = (differs: JsonObject) => ({
    ...TWO_PERCENT,
    eligibility: { include: [], exclude: [], ...OPEN, ...differs },
  });
  const days = [sale('100', { invoiceDate: '2026-06-14' }), sale('1000', { invoiceDate: '2026-06-15' })];
  const asOf = (attributesAsOf: string) =>
    eligible({ include: [{ attribute: 'product.class', in: ['high'] }], attributesAsOf });
  return [
    vector('category-tree', 'eligibility', RULE, {
      term: eligible({ include: [{ attribute: 'product.category', under: ['FOOD'] }] }),
      master: tree,
      lines: [sale('100'), sale('1000', { product: 'B' })],
      earned: { P1: '2.00' },
    }),
    vector('partner-hierarchy', 'eligibility', RULE, {
      term: TWO_PERCENT,
      agreement: { participants: [{ attribute: 'partner.code', under: ['HQ'] }] },
      master: tree,
      lines: [sale('100'), sale('100', { partner: 'P2' }), sale('300', { partner: 'HQ' })],
      earned: { P1: '2.00', HQ: '6.00' },
    }),
    vector('exclusion-wins', 'eligibility', RULE, {
      term: eligible({
        include: [{ attribute: 'product.code', in: ['A', 'B'] }],
        exclude: [{ attribute: 'line.promotion', in: ['clearance'] }],
      }),
      lines: [sale('100'), sale('1000', { 'attribute.promotion': 'clearance' })],
      earned: { P1: '2.00' },
    }),
    vector('not-in', 'eligibility', RULE, {
      term: eligible({ include: [{ attribute: 'line.channel', notIn: ['web'] }] }),
      lines: [
        sale('100'),
        sale('1000', { 'attribute.channel': 'web' }),
        sale('50', { 'attribute.channel': 'shop' }),
      ],
      earned: { P1: '3.00' },
    }),
    vector(
      'attributes-as-of-transaction',
      'eligibility',
      'Master data as of the transaction or retroactive: published systems disagree, the format asks',
      {
        term: asOf('transaction'),
        master: moved,
        lines: days,
        earned: { P1: '2.00' },
      },
    ),
    vector(
      'attributes-as-of-window-end',
      'eligibility',
      'The same question, answered by the end of the window',
      {
        term: asOf('windowEnd'),
        master: moved,
        lines: days,
        earned: {},
      },
    ),
    vector('attributes-current', 'eligibility', 'The same question, answered by what is known now', {
      term: eligible({ include: [{ attribute: 'product.class', in: ['low'] }], attributesAsOf: 'current' }),
      master: moved,
      lines: days,
      earned: { P1: '22.00' },
    }),
    vector('sell-through-only', 'eligibility', RULE, {
      note: 'What the partner reports to have sold on was a sale to it before: only the report counts here.',
      term: { ...TWO_PERCENT, transactions: 'sellThrough' },
      lines: [sale('1000'), sale('500', { side: 'sellThrough', endCustomer: 'CLINIC' })],
      earned: { P1: '10.00' },
    }),
    vector('several-companies', 'eligibility', RULE, {
      note: 'Lines of two companies of ours reach a threshold together; those of the company that settles for them do not count.',
      agreement: { company: { settling: 'HQ', trading: ['EU', 'US'], withoutLines: 'HQ' } },
      lines: [sale('600'), sale('500', { company: 'US' }), sale('400', { company: 'HQ' })],
      earned: { P1: '22.00' },
    }),
    vector('own-rebate-document', 'eligibility', RULE, {
      note: 'A credit note of a rebate comes back among the lines, by its number in master data or by its kind; neither counts.',
      term: TWO_PERCENT,
      master: {
        partners: [{ code: 'P1', name: 'P1', attributes: {} }],
        products: [{ code: 'A', name: 'A', attributes: {} }],
        ownDocuments: [
          { code: 'EU/CN-17', attributes: {} },
          { code: 'EU/CN-18', attributes: { partner: 'P9' } },
        ],
      },
      lines: [
        sale('1000'),
        sale('-20', { document: 'CN-17' }),
        sale('-30', { document: 'CN-18' }),
        sale('-40', { lineKind: 'rebateDocument' }),
      ],
      earned: { P1: '19.40' },
    }),
    vector('line-kind', 'eligibility', RULE, {
      note: 'A line that says no kind is goods.',
      term: eligible({ include: [{ attribute: 'line.kind', in: ['goods'] }] }),
      lines: [sale('100'), sale('200', { lineKind: 'goods' }), sale('400', { lineKind: 'freight' })],
      earned: { P1: '6.00' },
    }),
    vector('paid-only', 'eligibility', RULE, {
      term: eligible({ payment: 'paid' }),
      lines: [
        sale('100', { paymentDate: '2026-12-31' }),
        sale('1000', { paymentDate: '2027-01-01' }),
        sale('50'),
      ],
      earned: { P1: '2.00' },
    }),
    vector(
      'early-payment',
      'earlyPayment',
      'Early payment: only what was paid within ten days of its invoice',
      {
        term: eligible({ payment: { withinDays: 10, from: 'invoice' } }),
        lines: [sale('100', { paymentDate: '2026-02-13' }), sale('1000', { paymentDate: '2026-02-14' })],
        earned: { P1: '2.00' },
      },
    ),
    vector(
      'grace-days',
      'eligibility',
      'Salesforce has grace days for late transactions as information only; here they are enforced',
      {
        term: eligible({ submission: { graceDays: 15 } }),
        lines: [
          sale('100', { submissionDate: '2027-01-15' }),
          sale('1000', { submissionDate: '2027-01-16' }),
          sale('50'),
        ],
        effective: '2027-02-01',
        earned: { P1: '2.00' },
      },
    ),
    vector('lines-after-the-effective-day', 'eligibility', RULE, {
      term: TWO_PERCENT,
      lines: [sale('100', { invoiceDate: '2026-06-30' }), sale('1000', { invoiceDate: '2026-07-01' })],
      effective: '2026-06-30',
      earned: { P1: '2.00' },
    }),
    vector('lines-known-later', 'eligibility', 'Two axes: what was effective, and what was known', {
      term: TWO_PERCENT,
      lines: [sale('100', { knownOn: '2026-03-01' }), sale('1000', { knownOn: '2026-03-02' })],
      known: '2026-03-01',
      earned: { P1: '2.00' },
    }),
    vector('attribute-missing', 'eligibility', RULE, {
      term: eligible({ include: [{ attribute: 'line.channel', in: ['web'] }] }),
      lines: [sale('100')],
      earned: {},
    }),
  ];
}

function gates(): VectorText[] {
  const [a, b] = ['A', 'B'].map((code) => [{ attribute: 'product.code', in: [code] }]);
  const sap = (unitsA: string, unitsB: string, amount: string, note: string) =>
    vector(
      `cross-gate-${unitsA}-${unitsB}`,
      'gates',
      'SAP Community 13981410: 300 of A, then 5 per unit on up to 100 of B',
      {
        note,
        term: {
          qualifier: { ...UNITS, where: b },
          payout: { ...UNITS, where: b },
          ...EACH('5'),
          gates: {
            need: 'all',
            within: 'window',
            tests: [{ measure: { ...UNITS, where: a }, boundary: 'atLeast', from: '300' }],
          },
          limits: [{ of: 'payout', scope: 'partner', max: '100' }],
        } as JsonObject,
        lines: [sale(unitsA), sale(unitsB, { product: 'B' })],
        earned: { P1: amount },
      },
    );
  const three = (need: string | number, amount: string) =>
    vector(`k-of-n-${need}`, 'gates', 'k of n groups: so many of the conditions are needed', {
      term: {
        ...TWO_PERCENT,
        gates: {
          need,
          within: 'window',
          tests: ['A', 'B', 'C'].map((code) => ({
            measure: { ...NET, where: [{ attribute: 'product.code', in: [code] }] },
            boundary: 'atLeast',
            from: '100',
          })),
        },
      },
      lines: [sale('100'), sale('100', { product: 'B' }), sale('99.99', { product: 'C' })],
      earned: { P1: amount },
    });
  const products = (amount: string, lines: readonly JsonObject[], id: string) =>
    vector(`k-of-n-products-${id}`, 'gates', 'k of n products counts products with a positive net', {
      term: {
        ...TWO_PERCENT,
        gates: {
          need: 'all',
          within: 'window',
          tests: [{ measure: { of: 'count', what: 'product' }, boundary: 'atLeast', from: '2' }],
        },
      },
      lines,
      earned: { P1: amount },
    });
  const share = (id: string, high: string, low: string, amount: string, within = 'window') =>
    vector(`mix-gate-${id}`, 'crossSell', 'Cross-sell: share is high ÷ (high + low), never high : low', {
      term: {
        ...TWO_PERCENT,
        gates: {
          need: 'all',
          within,
          tests: [{ share: { part: { ...NET, where: a }, whole: NET }, boundary: 'atLeast', percent: '20' }],
        },
      } as JsonObject,
      lines: [
        sale(high, { document: 'X' }),
        sale(low, { product: 'B', document: 'X', line: '2' }),
        sale('1000', { product: 'B', document: 'Y' }),
      ],
      earned: { P1: amount },
    });
  return [
    sap('300', '80', '400.00', 'The gate is met.'),
    sap('300', '150', '500.00', 'At most a hundred of B are paid.'),
    sap(
      '200',
      '150',
      '0.00',
      'The question itself expects 500 here, which contradicts its own rule: the gate is not met.',
    ),
    sap('299', '100', '0.00', 'One short of the gate.'),
    three('all', '0.00'),
    three(2, '6.00'),
    three(3, '0.00'),
    products('4.00', [sale('100'), sale('100', { product: 'B' })], 'two'),
    products(
      '0.00',
      [sale('100'), sale('100', { product: 'B' }), sale('-100', { product: 'B' })],
      'one-taken-back',
    ),
    share('exactly', '500', '1000', '50.00'),
    share('below', '499.99', '1000', '0.00'),
    share('as-ratio-would-be-open', '450', '1000', '0.00'),
    share('by-document', '250', '1000', '25.00', 'document'),
    share('by-document-below', '249.99', '1000', '0.00', 'document'),
  ];
}

function limits(): VectorText[] {
  const limited = (limit: JsonObject, differs: JsonObject = {}) => ({
    qualifier: UNITS,
    payout: UNITS,
    ...EACH('1'),
    limits: [limit],
    ...differs,
  });
  const two = [
    sale('60', { invoiceDate: '2026-01-10', knownOn: '2026-01-31' }),
    sale('50', { partner: 'P2', invoiceDate: '2026-01-20', knownOn: '2026-01-25' }),
  ];
  const shared = (order: string, p1: string, p2: string, grain = 'partnerWindow') =>
    vector(`limit-shared-${order}`, 'limits', 'A limit that partners share names who uses it up first', {
      note: 'A hundred units are supported; P1 sold 60 first, P2 was known first.',
      term: {
        ...limited({ of: 'payout', scope: 'programme', max: '100', order }),
        rounding: { grain, mode: 'halfAwayFromZero', unitRate: 'none' },
      },
      lines: two,
      earned: { P1: p1, P2: p2 },
    });
  return [
    vector('limit-qualifier', 'limits', 'A cap on the qualifier comes before the tier', {
      term: {
        tiers: rows(['500', { percent: '1' }], ['1000', { percent: '2' }]),
        limits: [{ of: 'qualifier', scope: 'partner', max: '999' }],
      },
      lines: [sale('2000')],
      earned: { P1: { amount: '20.00', tier: 1 } },
    }),
    vector('limit-payout', 'limits', 'Enable: with a limit of 10 the 11th unit is not supported', {
      term: limited({ of: 'payout', scope: 'partner', max: '10' }),
      lines: [sale('11')],
      earned: { P1: '10.00' },
    }),
    vector('limit-payout-by-line', 'limits', RULE, {
      term: limited({ of: 'payout', scope: 'line', max: '10' }),
      lines: [sale('11'), sale('4')],
      earned: { P1: '14.00' },
    }),
    vector(
      'limit-amount',
      'limits',
      'Infor makes no accrual at all where the maximum would be passed; the right rule is min(amount, cap)',
      {
        term: limited({ of: 'amount', scope: 'partner', max: '25.50' }),
        lines: [sale('20'), sale('20')],
        earned: { P1: '25.50' },
      },
    ),
    vector('limit-amount-at', 'limits', RULE, {
      term: limited({ of: 'amount', scope: 'partner', max: '40' }),
      lines: [sale('40')],
      earned: { P1: '40.00' },
    }),
    shared('transactionDate', '60.00', '40.00'),
    shared('arrival', '50.00', '50.00'),
    shared('proRata', '54.55', '45.45', 'programmeWindow'),
    vector('limit-freed-by-a-return', 'limits', 'A return frees the limit at the place of its sale', {
      term: limited({ of: 'payout', scope: 'programme', max: '100', order: 'transactionDate' }),
      lines: [
        ...two,
        {
          quantity: '-20',
          netValue: '-20',
          invoiceDate: '2026-03-01',
          knownOn: '2026-03-01',
          returnOfDocument: 'D1',
          returnOfLine: '1',
        },
      ],
      earned: { P1: '40.00', P2: '50.00' },
    }),
    vector('limit-budget', 'limits', 'A budget is a limit on amounts', {
      term: limited({ of: 'amount', scope: 'programme', max: '100', order: 'transactionDate' }),
      lines: two,
      earned: { P1: '60.00', P2: '40.00' },
    }),
  ];
}

function amounts(): VectorText[] {
  const floor = (when: string, id: string, line: JsonObject, amount: string) =>
    vector(
      `floor-${id}`,
      'floors',
      'A floor pays only when a tier is reached, unless the agreement says always',
      {
        term: { tiers: rows(['100', { percent: '1' }]), floor: { amount: '5', when } },
        lines: [line],
        earned: { P1: amount },
      },
    );
  const royalty = (differs: JsonObject) => ({
    ...TWO_PERCENT,
    tiers: rows(['0', { percent: '100' }]),
    windows: windowsText('quarter'),
    guarantee: { amount: '10000', cumulative: true, paid: 'atEnd', unearned: 'kept', ...differs },
  });
  const half = {
    agreement: {
      direction: 'neither',
      programme: 'royalty',
      validity: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
      participants: [{ attribute: 'partner.code', in: ['P1'] }],
    },
    lines: [sale('12000', { invoiceDate: '2026-02-01' }), sale('5000', { invoiceDate: '2026-05-01' })],
    effective: '2026-06-30',
  };
  const [first, second] = ['P1 2026-01-01 2026-03-31', 'P1 2026-04-01 2026-06-30'] as const;
  const SOURCE = 'Microsoft, rebate-management-deals.md: royalty guarantee of 10,000 a quarter';
  return [
    floor('tierReached', 'reached', sale('100'), '5.00'),
    floor('tierReached', 'not-reached', sale('99.99'), '0.00'),
    floor('tierReached', 'above', sale('600'), '6.00'),
    floor('always', 'always', sale('99.99'), '5.00'),
    ...(
      [
        ['249.99', '0.00'],
        ['250', '5.00'],
      ] as const
    ).map(([volume, amount]) =>
      vector(`minimum-${volume}`, 'floors', 'A minimum earning: less than it is not earned at all', {
        term: { ...TWO_PERCENT, minimum: { amount: '5' } },
        lines: [sale(volume)],
        earned: { P1: amount },
      }),
    ),
    vector('guarantee-cumulative', 'guarantees', SOURCE, {
      note: 'The first quarter earns 12,000; the surplus of 2,000 lowers the second guarantee to 8,000: 5,000 and 3,000 more.',
      ...half,
      term: royalty({}),
      earned: { [first]: '12000.00', [second]: '8000.00' },
    }),
    vector('guarantee-alone', 'guarantees', SOURCE, {
      note: 'Not cumulative: 5,000 are topped up to 10,000.',
      ...half,
      term: royalty({ cumulative: false }),
      earned: { [first]: '12000.00', [second]: '10000.00' },
    }),
    vector('guarantee-at-the-end', 'guarantees', SOURCE, {
      note: 'On 30 May the second quarter is not over: what was earned, and no top-up yet.',
      ...half,
      term: royalty({ cumulative: false }),
      effective: '2026-05-30',
      earned: { [first]: '12000.00', [second]: '5000.00' },
    }),
    vector('guarantee-at-the-beginning', 'guarantees', SOURCE, {
      note: 'On 1 April the second guarantee stands, before anything is earned in it.',
      ...half,
      term: royalty({ cumulative: false, paid: 'atBeginning' }),
      effective: '2026-04-01',
      earned: { [first]: '12000.00', [second]: '10000.00' },
    }),
    vector(
      'guarantee-recovered',
      'guarantees',
      'An unearned advance may be recovered from later earnings; published systems leave it open, the format asks',
      {
        note: 'The first quarter is topped up by 6,000, the second earns 15,000: of its surplus of 5,000 all goes back.',
        ...half,
        lines: [sale('4000', { invoiceDate: '2026-02-01' }), sale('15000', { invoiceDate: '2026-05-01' })],
        term: royalty({ cumulative: false, unearned: 'recoveredLater' }),
        earned: { [first]: '10000.00', [second]: '10000.00' },
      },
    ),
    vector('guarantee-repaid', 'guarantees', 'The same question, answered by repayment at the end', {
      ...half,
      lines: [sale('4000', { invoiceDate: '2026-02-01' }), sale('15000', { invoiceDate: '2026-05-01' })],
      term: royalty({ cumulative: false, unearned: 'repaidAtEnd' }),
      earned: { [first]: '10000.00', [second]: '9000.00' },
    }),
  ];
}

function groups(): VectorText[] {
  const group = (differs: JsonObject = {}): JsonObject => ({
    by: 'partner.group',
    target: 'group',
    joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent: '0',
    ...differs,
  });
  const member = (code: string, name: string, validFrom?: string) => ({
    code,
    name: code,
    ...(validFrom && { validFrom }),
    attributes: name === '' ? {} : { group: name },
  });
  const master = {
    products: [{ code: 'A', name: 'A', attributes: {} }],
    partners: [member('P1', 'G'), member('P2', 'G'), member('P3', '')],
  };
  const lines = [sale('600'), sale('400', { partner: 'P2' }), sale('900', { partner: 'P3' })];
  const tiers = rows(['500', { percent: '1' }], ['1000', { percent: '2' }]);
  const SOURCE = 'Enable, group and individual targets; SAP, distribution by the contribution to the volume';
  const joined = {
    ...master,
    partners: [member('P1', 'G'), member('P2', ''), member('P2', 'G', '2026-07-01')],
  };
  const left = {
    ...master,
    partners: [member('P1', 'G'), member('P2', 'G'), member('P2', '', '2026-07-01')],
  };
  const halves = [
    sale('600', { invoiceDate: '2026-03-01' }),
    sale('300', { partner: 'P2', invoiceDate: '2026-03-01' }),
    sale('400', { partner: 'P2', invoiceDate: '2026-09-01' }),
  ];
  return [
    vector('group-target', 'groups', SOURCE, {
      note: 'Together 1,000: both are paid 2 %; P3 stands alone.',
      term: { tiers, group: group() },
      master,
      lines,
      earned: { P1: '12.00', P2: '8.00', P3: '9.00' },
    }),
    vector(
      'group-of-children',
      'groups',
      'OCA groups by partner before it tiers, so that a chain never reaches the tier of the group',
      {
        term: { tiers: rows(['1000', { percent: '2' }]), group: group() },
        master,
        lines,
        earned: { P1: '12.00', P2: '8.00', P3: '0.00' },
      },
    ),
    vector('group-kept-share', 'groups', 'ebiz: the group keeps a commission', {
      term: { tiers, group: group({ keptPercent: '10' }) },
      master,
      lines,
      earned: { P1: '10.80', P2: '7.20', G: '2.00', P3: '9.00' },
    }),
    vector('group-marginal-spread', 'groups', SOURCE, {
      note: '500 at 1 % and 500 at 2 % are 10, spread 600 : 400... of 1,000: 6 and 4.',
      term: {
        formula: 'marginal',
        tiers: rows(['0', { percent: '1' }], ['1000', { percent: '2' }]),
        group: group(),
      },
      master,
      lines,
      earned: { P1: '6.00', P2: '4.00', P3: '9.00' },
    }),
    vector('group-lump-sum', 'groups', 'Fixed amounts are spread by share', {
      term: { formula: 'lumpSum', tiers: rows(['1000', { amount: '500' }]), group: group() },
      master,
      lines,
      earned: { P1: '300.00', P2: '200.00', P3: '0.00' },
    }),
    vector('group-higher-of-both', 'groups', 'Enable: the member earns on the higher of the two targets', {
      note: 'The group has 900: 1 % would give P1 16.00 and take 7.00 from P2. Alone P1 has 2 % of 1,600, and P2 nothing.',
      term: {
        tiers,
        group: group({ target: 'higher' }),
        returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'zero' },
      },
      master,
      lines: [sale('1600'), sale('-700', { partner: 'P2' })],
      earned: { P1: '32.00', P2: '0.00' },
    }),
    vector('joiner-from-joining', 'groups', 'Joiners earn by cut-off dates', {
      note: 'P2 joined on 1 July: its 300 of March stand alone, its 400 of September make 1,000 with P1.',
      term: { tiers, group: group() },
      master: joined,
      lines: halves,
      earned: { P1: '12.00', P2: '8.00' },
    }),
    vector('joiner-whole-window', 'groups', 'Joiners earn by cut-off dates', {
      term: {
        tiers: rows(['1300', { percent: '2' }]),
        group: group({ joiners: { qualifier: 'wholeWindow', payout: 'wholeWindow' } }),
      },
      master: joined,
      lines: halves,
      earned: { P1: '12.00', P2: '14.00' },
    }),
    vector('leaver-final-tier', 'groups', 'Leavers earn by cut-off dates', {
      note: 'P2 left on 1 July with 300 in the group of 900 in all; its 400 of September stand alone.',
      term: { tiers: rows(['900', { percent: '2' }]), group: group() },
      master: left,
      lines: halves,
      earned: { P1: '12.00', P2: '6.00' },
    }),
    vector('leaver-tier-at-leaving', 'groups', 'Leavers earn by cut-off dates', {
      note: 'When P2 left, the group stood at 900; P1 alone brought it to 1,500 later.',
      term: {
        tiers: rows(['900', { percent: '1' }], ['1500', { percent: '2' }]),
        group: group({ leavers: 'tierAtLeaving' }),
      },
      master: left,
      lines: [...halves.slice(0, 2), sale('600', { invoiceDate: '2026-10-01' })],
      earned: { P1: '24.00', P2: '3.00' },
    }),
    vector('leaver-forfeits', 'groups', 'Leavers earn by cut-off dates', {
      term: { tiers: rows(['900', { percent: '2' }]), group: group({ leavers: { nothing: 'lapses' } }) },
      master: left,
      lines: halves.slice(0, 2),
      earned: { P1: '12.00', P2: '0.00' },
    }),
    vector('leaver-share-is-spread', 'groups', 'Leavers earn by cut-off dates', {
      term: { tiers: rows(['900', { percent: '2' }]), group: group({ leavers: { nothing: 'isSpread' } }) },
      master: left,
      lines: halves.slice(0, 2),
      earned: { P1: '18.00', P2: '0.00' },
    }),
  ];
}

function stacking(): VectorText[] {
  const pipes = [{ attribute: 'product.code', in: ['A'] }];
  const lines = [sale('100'), sale('50', { product: 'B' })];
  const set = (rank: number, choice: string) => ({ set: 'S', choice, rank, loserQualifier: 'keeps' });
  const choose = (choice: string, earned: Readonly<Record<string, string>>) =>
    vector(
      `exclusive-${choice}`,
      'stacking',
      'Of terms that exclude each other one is paid: best for the payee, for the payer, or by rank',
      {
        note: 'X pays 10 % on A, Y 4 % on A and B; contested is A.',
        terms: [
          {
            id: 'X',
            payout: { ...NET, where: pipes },
            qualifier: { ...NET, where: pipes },
            tiers: rows(['0', { percent: '10' }]),
            exclusive: set(2, choice),
          },
          { id: 'Y', tiers: rows(['0', { percent: '4' }]), exclusive: set(1, choice) },
        ],
        lines,
        earned,
      },
    );
  const capped = (spread: string, x: string, y: string) =>
    vector(`shared-cap-${spread}`, 'stacking', 'A cap that several terms share', {
      terms: [
        { id: 'X', tiers: rows(['0', { percent: '10' }]) },
        { id: 'Y', tiers: rows(['0', { percent: '5' }]) },
      ],
      agreement: { sharedCaps: [{ id: 'C', terms: ['X', 'Y'], scope: 'partner', max: '12', spread }] },
      lines: [sale('100')],
      earned: { 'P1:X': x, 'P1:Y': y },
    });
  return [
    vector(
      'net-of',
      'stacking',
      'Enable, Deductions: B 1 % on pipes and boards earns 1.50; A 10 % on pipes net of B is 10 % of 99',
      {
        terms: [
          {
            id: 'A',
            qualifier: { ...NET, where: pipes },
            payout: { ...NET, where: pipes },
            tiers: rows(['0', { percent: '10' }]),
            netting: { of: ['B'], lowers: 'payout' },
          },
          { id: 'B', tiers: rows(['0', { percent: '1' }]) },
        ],
        lines,
        earned: { 'P1:A': '9.90', 'P1:B': '1.50' },
      },
    ),
    vector('net-of-another-order', 'stacking', 'The order of the terms makes no difference', {
      terms: [
        { id: 'B', tiers: rows(['0', { percent: '1' }]) },
        {
          id: 'A',
          qualifier: { ...NET, where: pipes },
          payout: { ...NET, where: pipes },
          tiers: rows(['0', { percent: '10' }]),
          netting: { of: ['B'], lowers: 'payout' },
        },
      ],
      lines,
      earned: { 'P1:A': '9.90', 'P1:B': '1.50' },
    }),
    vector(
      'net-of-chain',
      'stacking',
      'Off-invoice offers in two buckets, 2 % and then 5 % of what is left, are 69 on 1,000',
      {
        note: 'The support note prints 79 and 80; redone, 20 + 49 = 69 and 20 + 50 = 70.',
        terms: [
          { id: 'first', tiers: rows(['0', { percent: '2' }]) },
          {
            id: 'second',
            tiers: rows(['0', { percent: '5' }]),
            netting: { of: ['first'], lowers: 'payout' },
          },
        ],
        lines: [sale('1000')],
        earned: { 'P1:first': '20.00', 'P1:second': '49.00' },
      },
    ),
    vector('stacked-side-by-side', 'stacking', 'Accrual offers pay side by side: 70 on 1,000', {
      terms: [
        { id: 'first', tiers: rows(['0', { percent: '2' }]) },
        { id: 'second', tiers: rows(['0', { percent: '5' }]) },
      ],
      lines: [sale('1000')],
      earned: { 'P1:first': '20.00', 'P1:second': '50.00' },
    }),
    ...(
      [
        ['payout', '19.80', 1],
        ['payoutAndQualifier', '0.00', 0],
      ] as const
    ).map(([lowers, amount, tier]) =>
      vector(`net-of-lowers-${lowers}`, 'stacking', RULE, {
        terms: [
          { id: 'inner', tiers: rows(['0', { percent: '1' }]) },
          { id: 'outer', tiers: rows(['1000', { percent: '2' }]), netting: { of: ['inner'], lowers } },
        ],
        lines: [sale('1000')],
        earned: { 'P1:inner': '10.00', 'P1:outer': { amount, tier } },
      }),
    ),
    choose('bestForPayee', { 'P1:X': '10.00', 'P1:Y': '2.00' }),
    choose('bestForPayer', { 'P1:X': '0.00', 'P1:Y': '6.00' }),
    choose('rank', { 'P1:X': '0.00', 'P1:Y': '6.00' }),
    capped('proRata', '8.00', '4.00'),
    capped('termOrder', '10.00', '2.00'),
  ];
}

function returns(): VectorText[] {
  const policy = (linked: string, unlinked = 'returnWindow') => ({
    tiers: rows(['1000', { percent: '1' }], ['2000', { percent: '2' }]),
    windows: windowsText('quarter'),
    returns: { linked, unlinked, negativeWindow: 'zero' },
  });
  const back = {
    quantity: '-500',
    netValue: '-500',
    invoiceDate: '2026-05-10',
    knownOn: '2026-05-10',
    returnOfDocument: 'D1',
    returnOfLine: '1',
  };
  const lines = [
    sale('2000', { invoiceDate: '2026-02-10', knownOn: '2026-02-10' }),
    sale('2400', { invoiceDate: '2026-04-10', knownOn: '2026-04-10' }),
    back,
  ];
  const [first, second] = ['P1 2026-01-01 2026-03-31', 'P1 2026-04-01 2026-06-30'] as const;
  const linked = (how: string, one: string, two: string, note: string) =>
    vector(
      `return-${how}`,
      'returns',
      'A return may act in the window of its sale, of its own day, or in the current one at either rate; published systems each have one',
      {
        note,
        term: policy(how),
        lines,
        effective: '2026-06-30',
        earned: { [first]: one, [second]: two },
      },
    );
  const { returnOfDocument: _, returnOfLine: __, ...loose } = back;
  const unlinked = (how: string, one: string, two: string) =>
    vector(`return-unlinked-${how}`, 'returns', 'A return that names no sale, by policy', {
      term: policy('originalWindow', how),
      lines: [...lines.slice(0, 2), loose],
      effective: '2026-06-30',
      earned: { [first]: one, [second]: how === 'blocked' ? { amount: two, blocked: 1 } : two },
    });
  return [
    linked('originalWindow', '15.00', '48.00', 'The first quarter falls to 1,500 and to 1 %.'),
    linked('returnWindow', '40.00', '19.00', 'The second quarter falls to 1,900 and to 1 %.'),
    linked('currentAtCurrentRate', '40.00', '19.00', 'Known in the second quarter, at its rate.'),
    linked(
      'currentAtOriginalRate',
      '40.00',
      '38.00',
      'The second quarter keeps its 2,400; 500 come off at the 2 % paid then.',
    ),
    unlinked('returnWindow', '40.00', '19.00'),
    unlinked('oldestSale', '15.00', '48.00'),
    unlinked('newestSale', '40.00', '19.00'),
    unlinked('blocked', '40.00', '48.00'),
    vector('return-after-sale-is-nothing', 'returns', 'A return after its sale earns nothing', {
      term: TWO_PERCENT,
      lines: [
        sale('500'),
        {
          quantity: '-500',
          netValue: '-500',
          invoiceDate: '2026-09-01',
          returnOfDocument: 'D1',
          returnOfLine: '1',
        },
      ],
      earned: { P1: '0.00' },
    }),
    ...corrections(),
    vector(
      'return-of-unknown-sale',
      'returns',
      'A return whose sale is not known leaves the amount incomplete, never whole',
      {
        term: TWO_PERCENT,
        lines: [sale('500'), { ...back, returnOfDocument: 'NEVER' }],
        earned: { P1: { amount: '10.00', blocked: 1 } },
      },
    ),
    vector(
      'return-shrinks-its-sale-in-sequence',
      'returns',
      'In sequence a linked return undoes its own sale, and later lines move down',
      {
        note: 'Ten at 1 each below the step, five at 2 above it; five of the first come back: ten in all, all below.',
        term: {
          formula: 'marginal',
          qualifier: UNITS,
          tiers: { ...rows(['0', { percent: '1' }], ['10', { percent: '2' }]), stepValuation: 'sequence' },
          apportionment: { by: 'sequence', residual: 'largestRemainder' },
        },
        lines: [
          { quantity: '10', netValue: '1000', invoiceDate: '2026-01-05' },
          { quantity: '5', netValue: '500', invoiceDate: '2026-02-05' },
          {
            quantity: '-5',
            netValue: '-500',
            invoiceDate: '2026-03-05',
            returnOfDocument: 'D1',
            returnOfLine: '1',
          },
        ],
        earned: { P1: '10.00' },
      },
    ),
  ];
}

type Case = Required<Parameters<typeof vector>[3]>;

/** Lines that name the one in whose place they stand. */
function corrections(): VectorText[] {
  const of = (document: string) => ({ correctionOfDocument: document, correctionOfLine: '1' });
  const corrected = (id: string, why: string, lines: Case['lines'], earned: Case['earned']) =>
    vector(`correction-${id}`, 'returns', why, { term: TWO_PERCENT, lines, earned });
  return [
    corrected(
      'in-place',
      'A corrected line counts in the place of the one that it names, once',
      [sale('500'), sale('400', of('D1'))],
      { P1: '8.00' },
    ),
    corrected(
      'before-its-line',
      'It may come before that line, and be corrected in turn',
      [sale('300', of('D2')), sale('400', of('D3')), sale('500')],
      { P1: '6.00' },
    ),
    corrected(
      'moves-a-partner',
      'It may be of another partner',
      [sale('500'), sale('400', { ...of('D1'), partner: 'P2' })],
      { P2: '8.00' },
    ),
    corrected(
      'twice',
      'Two documents that correct one line leave the amount incomplete',
      [sale('500'), sale('400', of('D1')), sale('300', of('D1'))],
      { P1: { amount: '0.00', blocked: 2 } },
    ),
  ];
}

function conversion(): VectorText[] {
  const currency = (differs: JsonObject = {}) => ({
    ...TWO_PERCENT,
    conversion: {
      units: 'none',
      currency: { rateOn: 'invoice', rateType: 'closing', path: 'direct', fallback: 'blocked', ...differs },
    },
  });
  const master = {
    products: [{ code: 'A', name: 'A', attributes: {} }],
    partners: [{ code: 'P1', name: 'P1', attributes: {} }],
    rates: [
      { code: 'USD/EUR', validFrom: '2026-02-01', attributes: { closing: '0.9' } },
      { code: 'USD/EUR', validFrom: '2026-12-31', attributes: { closing: '0.8' } },
      { code: 'EUR/GBP', validFrom: '2026-02-03', attributes: { closing: '0.8' } },
      { code: 'USD/CHF', validFrom: '2026-02-03', attributes: { closing: '0.75' } },
      { code: 'CHF/EUR', validFrom: '2026-02-03', attributes: { closing: '1.2' } },
    ],
  };
  const converted = (id: string, differs: JsonObject, line: JsonObject, expected: string | JsonObject) =>
    vector(
      `currency-${id}`,
      'currency',
      'Rate day, path and fallback are named; a line without a rate is blocked, never zero',
      {
        term: currency(differs),
        master,
        lines: [line],
        earned: { P1: expected },
      },
    );
  const dollars = sale('1000', { currency: 'USD' });
  const unit = (
    id: string,
    line: JsonObject,
    expected: string | JsonObject,
    factors: JsonObject | string = { factorsAsOf: 'invoice' },
  ) =>
    vector(
      `unit-${id}`,
      'units',
      'A conversion factor is dated and exact; a line without a path is blocked, never zero',
      {
        term: {
          qualifier: UNITS,
          payout: UNITS,
          ...EACH('0.10'),
          conversion: { units: factors, currency: 'none' },
        },
        master: {
          partners: [{ code: 'P1', name: 'P1', attributes: {} }],
          products: [
            { code: 'A', name: 'A', attributes: { 'unit.CS': '12 EA', 'unit.PF': '48 CS' } },
            {
              code: 'A',
              name: 'A',
              validFrom: '2026-03-15',
              attributes: { 'unit.CS': '12 EA', 'unit.PF': '40 CS' },
            },
          ],
        },
        lines: [line],
        earned: { P1: expected },
      },
    );
  return [
    converted('on-the-day', {}, sale('1000', { currency: 'USD', invoiceDate: '2026-02-01' }), '18.00'),
    converted('no-rate-that-day', {}, dollars, { amount: '0.00', blocked: 1 }),
    converted('previous-rate', { fallback: { previousDays: 2 } }, dollars, '18.00'),
    converted('previous-rate-too-old', { fallback: { previousDays: 1 } }, dollars, {
      amount: '0.00',
      blocked: 1,
    }),
    converted('window-end', { rateOn: 'windowEnd' }, dollars, '16.00'),
    converted('inverse', { path: 'inverse' }, sale('1000', { currency: 'GBP' }), '25.00'),
    converted('through', { path: { through: 'CHF' } }, dollars, '18.00'),
    vector('currency-none', 'currency', 'Without conversion a line of another currency is blocked', {
      term: TWO_PERCENT,
      lines: [sale('500'), dollars],
      earned: { P1: { amount: '10.00', blocked: 1 } },
    }),
    unit('case', { quantity: '3', unit: 'CS' }, '3.60'),
    unit('pallet-before', { quantity: '1', unit: 'PF' }, '57.60'),
    unit('pallet-from-the-day', { quantity: '1', unit: 'PF', invoiceDate: '2026-03-15' }, '48.00'),
    unit('pallet-current', { quantity: '1', unit: 'PF' }, '48.00', { factorsAsOf: 'current' }),
    unit('no-path', { quantity: '1', unit: 'BOX' }, { amount: '0.00', blocked: 1 }),
    unit('none', { quantity: '1', unit: 'CS' }, { amount: '0.00', blocked: 1 }, 'none'),
  ];
}

function rounding(): VectorText[] {
  const rounded = (mode: string, volume: string, amount: string) =>
    vector(`rounding-${mode}-${volume}`, 'rounding', 'Modes are named and say what they do below zero', {
      term: {
        tiers: rows(['0', { percent: '1' }]),
        returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' },
        rounding: { grain: 'partnerWindow', mode, unitRate: 'none' },
      },
      lines: [sale(volume)],
      earned: { P1: amount },
    });
  const grain = (name: string, earned: Readonly<Record<string, string>>) =>
    vector(
      `rounding-grain-${name}`,
      'rounding',
      'What is rounded is named: the line, the partner, the programme',
      {
        note: 'Three times 0.50 at 1 % are 0.005 each.',
        term: {
          tiers: rows(['0', { percent: '1' }]),
          rounding: { grain: name, mode: 'halfAwayFromZero', unitRate: 'none' },
        },
        lines: [sale('0.50'), sale('0.50'), sale('0.50', { partner: 'P2' })],
        earned,
      },
    );
  const pharma = (id: string, price: string, source: string, amount: string, exact: string) =>
    vector(`unit-rate-${id}`, 'rounding', source, {
      note: 'Ten million units, so that every place of the unit rebate is seen.',
      term: {
        tiers: rows(['0', { percent: '13' }]),
        payout: {
          of: 'atPrice',
          basis: 'invoiced',
          unit: 'EA',
          price: { source: 'agreed', prices: [{ product: 'A', price }], times: '1' },
        },
        rounding: { grain: 'partnerWindow', mode: 'halfAwayFromZero', unitRate: 'none' },
      },
      lines: [{ quantity: '10000000', netValue: '1' }],
      earned: { P1: { amount, exact } },
    });
  const MEDICAID = 'medicaid.gov, unit rebate amount for non-innovator multiple source drugs';
  return [
    rounded('halfAwayFromZero', '0.5', '0.01'),
    rounded('halfAwayFromZero', '-0.5', '-0.01'),
    rounded('halfEven', '0.5', '0.00'),
    rounded('halfEven', '1.5', '0.02'),
    rounded('halfUp', '-0.5', '0.00'),
    rounded('halfDown', '0.5', '0.00'),
    rounded('towardsZero', '0.99', '0.00'),
    rounded('awayFromZero', '0.01', '0.01'),
    rounded('floor', '-0.01', '-0.01'),
    rounded('ceiling', '0.01', '0.01'),
    grain('line', { P1: '0.02', P2: '0.01' }),
    grain('partnerWindow', { P1: '0.01', P2: '0.01' }),
    grain('programmeWindow', { P1: '0.01', P2: '0.01' }),
    pharma('medicaid-before-2017', '0.1243', `${MEDICAID}: 0.1243 × 13 % = 0.016159`, '161590.00', '161590'),
    pharma(
      'medicaid-from-2017',
      '0.357911',
      `${MEDICAID}: 0.357911 × 0.13 = 0.0465284 at seven places, exactly 0.04652843`,
      '465284.30',
      '465284.3',
    ),
    vector(
      'unit-rate-rounded',
      'rounding',
      `${MEDICAID}: six places, then four: 0.1243 → 0.016159 → 0.0162`,
      {
        note: 'The amount for one unit is rounded to four places and multiplied again: 10,000 units at 0.0162.',
        term: {
          qualifier: UNITS,
          payout: UNITS,
          tiers: rows(['0', { perUnit: '0.016159' }]),
          rounding: {
            grain: 'partnerWindow',
            mode: 'halfAwayFromZero',
            unitRate: { places: 4, mode: 'halfAwayFromZero' },
          },
        },
        lines: [sale('10000')],
        earned: { P1: '162.00' },
      },
    ),
    vector('allocation-own-rate', 'rounding', STORY, {
      note: 'Two rates: 0.9 % and 4 %; each line has its part at the rate that it earned.',
      term: {
        payout: {
          of: 'parts',
          parts: [
            { id: 'low', measure: { ...NET, where: [{ attribute: 'product.code', in: ['L'] }] } },
            { id: 'high', measure: { ...NET, where: [{ attribute: 'product.code', in: ['H'] }] } },
          ],
        },
        tiers: rows([
          '0',
          {
            parts: [
              { part: 'low', percent: '0.9' },
              { part: 'high', percent: '4' },
            ],
          },
        ]),
        apportionment: { by: 'ownRate', residual: 'largestRemainder' },
      },
      lines: [sale('18240', { product: 'L' }), sale('3120.50', { product: 'H' })],
      earned: { P1: { amount: '288.98', exact: '288.98', lines: { 'D1/1': '164.16', 'D2/1': '124.82' } } },
    }),
    vector('yen-has-no-cents', 'rounding', 'ISO 4217: the yen has no minor unit', {
      term: TWO_PERCENT,
      agreement: { currency: 'JPY' },
      lines: [sale('1225', { currency: 'JPY' })],
      earned: { P1: '25' },
    }),
    vector('dinar-has-three-places', 'rounding', 'ISO 4217: the Kuwaiti dinar has three places', {
      term: TWO_PERCENT,
      agreement: { currency: 'KWD' },
      lines: [sale('10.025', { currency: 'KWD' })],
      earned: { P1: '0.201' },
    }),
  ];
}

function amendments(): VectorText[] {
  const supplement = (differs: JsonObject) => ({
    tiers: rows(['1000', { percent: '1' }]),
    supplements: [
      {
        id: 'S1',
        firstDay: '2026-07-01',
        tiers: rows(['1000', { percent: '3' }]),
        carryVolume: true,
        touches: 'linesFrom',
        ...differs,
      },
    ],
  });
  const lines = [sale('1000', { invoiceDate: '2026-03-01' }), sale('500', { invoiceDate: '2026-09-01' })];
  const [first, second] = ['P1 2026-01-01 2026-06-30', 'P1 2026-07-01 2026-12-31'] as const;
  const ended = (openWindows: string, expected: string) =>
    vector(`terminated-${openWindows}`, 'amendments', 'Termination: settle to date, forfeit, or prorate', {
      note: 'The year ends on 30 June with 600; the threshold of 1,000 stays, or shrinks to 181 of 365 days.',
      term: {
        tiers: rows(['500', { percent: '1' }], ['1000', { percent: '2' }]),
        windows: windowsText('year'),
      },
      agreement: { termination: { lastDay: '2026-06-30', openWindows } },
      lines: [sale('600', { invoiceDate: '2026-03-01' }), sale('900', { invoiceDate: '2026-09-01' })],
      earned: { [first]: expected },
    });
  return [
    vector(
      'supplement-lines-from',
      'amendments',
      'Enable, versions and periods: a period replaces terms from its date on',
      {
        term: supplement({}),
        lines,
        earned: { [first]: '10.00', [second]: '15.00' },
      },
    ),
    vector(
      'supplement-without-earlier-volume',
      'amendments',
      'Whether earlier volume counts towards the new tiers is named',
      {
        term: supplement({ carryVolume: false }),
        lines,
        earned: { [first]: '10.00', [second]: '0.00' },
      },
    ),
    vector('supplement-whole-window', 'amendments', 'The new rate may touch the whole window', {
      term: supplement({ touches: 'wholeWindow' }),
      lines,
      earned: { P1: '45.00' },
    }),
    ended('settleToDate', '6.00'),
    ended('forfeit', '0.00'),
    ended('prorateThresholds', '12.00'),
  ];
}
