import type { JsonObject } from '../support/trade.ts';
import { NET, rows, UNITS, type VectorText, vector, windowsText } from './vectorFile.ts';

const STORY =
  'Acceptance story of this project: figures computed twice, by two independent programs, before the engine was written';

/** The calculations of five stories of the trade, told in full in test/facts. */
export function storyVectors(): VectorText[] {
  return [...storyA(), ...storyB(), ...storyC(), ...storyD(), ...storyE()];
}

function storyA(): VectorText[] {
  const line = (
    document: string,
    knownOn: string,
    invoiceDate: string,
    quantity: string,
    netValue: string,
  ) => ({
    document,
    knownOn,
    invoiceDate,
    quantity,
    netValue,
  });
  const lines: JsonObject[] = [
    line('L1', '2026-01-20', '2026-01-20', '600', '7413.50'),
    line('L2', '2026-03-10', '2026-03-10', '399', '4987.45'),
    line('L3', '2026-04-02', '2026-04-02', '1', '12.55'),
    line('L4', '2026-05-18', '2026-05-18', '1500', '18333.33'),
    line('L5', '2026-08-05', '2026-08-05', '2499', '30111.11'),
    line('L6', '2026-12-15', '2026-12-15', '1', '11.99'),
    { ...line('R1', '2027-01-14', '2027-01-14', '-2', '-24.44'), returnOfDocument: 'L4', returnOfLine: '1' },
    line('L7', '2027-01-20', '2026-12-30', '3', '36.60'),
  ];
  const term = {
    qualifier: UNITS,
    tiers: rows(['1000', { percent: '2' }], ['2500', { percent: '3.5' }], ['5000', { percent: '5' }]),
  };
  const states: readonly (readonly [string, string, string])[] = [
    ['2026-03-10', '2026-12-31', '0.00'],
    ['2026-04-02', '2026-12-31', '248.27'],
    ['2026-05-18', '2026-12-31', '1076.14'],
    ['2026-08-05', '2026-12-31', '2130.03'],
    ['2027-01-08', '2026-12-31', '3043.50'],
    ['2027-01-15', '2026-12-31', '2129.59'],
    ['2027-01-31', '2026-12-31', '3044.10'],
    ['2026-07-15', '2026-06-30', '1076.14'],
    ['2027-01-31', '2026-06-30', '614.45'],
  ];
  const shares = {
    'L1/1': '370.67',
    'L2/1': '249.37',
    'L3/1': '0.63',
    'L4/1': '916.67',
    'L5/1': '1505.55',
    'L6/1': '0.60',
    'L7/1': '1.83',
    'R1/1': '-1.22',
  };
  return states.map(([known, effective, amount]) =>
    vector(`story-a-${effective}-known-${known}`, 'stories', STORY, {
      note: 'Retroactive volume with a late return and a late invoice, read on both axes of time.',
      term,
      lines,
      known,
      effective,
      earned: { P1: amount === '3044.10' ? { amount, lines: shares } : amount },
    }),
  );
}

function storyB(): VectorText[] {
  const line = (
    document: string,
    ordered: string,
    received: string,
    rejected: string,
    stocked: string,
    unitPrice: string,
  ) => ({
    document,
    side: 'purchase',
    invoiceDate: '',
    receiptDate: '2026-05-01',
    quantity: '',
    netValue: '',
    orderedQuantity: ordered,
    receivedQuantity: received,
    rejectedQuantity: rejected,
    stockedQuantity: stocked,
    unitPrice,
  });
  const lines = [
    line('B1', '500', '500', '20', '480', '83.40'),
    line('B2', '250', '250', '0', '250', '61.15'),
    line('B3', '1000', '960', '0', '960', '47.25'),
    line('B4', '300', '300', '10', '290', '128.90'),
  ];
  const measured = (basis: string, amount: string | JsonObject, formula = 'marginal') =>
    vector(`story-b-${formula}-${basis}`, 'stories', STORY, {
      note: 'Marginal by the value taken into stock; the other readings are the wrong answers that it guards against.',
      term: {
        transactions: 'purchase',
        date: 'receipt',
        qualifier: { of: 'value', basis },
        payout: { of: 'value', basis },
        windows: windowsText('halfYear'),
        formula,
        tiers: rows(['0', { percent: '1' }], ['50000', { percent: '2.5' }], ['120000', { percent: '4' }]),
      },
      agreement: {
        direction: 'supplierRebate',
        validity: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
      },
      lines,
      effective: '2026-06-30',
      earned: { 'P1 2026-01-01 2026-06-30': amount },
    });
  return [
    measured('stockedAtPrice', {
      amount: '2972.42',
      lines: { 'B1/1': '861.88', 'B2/1': '329.14', 'B3/1': '976.59', 'B4/1': '804.81' },
    }),
    measured('orderedAtPrice', '3166.30'),
    measured('receivedAtPrice', '3090.70'),
    measured('stockedAtPrice', '5522.42', 'wholeVolume'),
  ];
}

function storyC(): VectorText[] {
  const sold = (
    document: string,
    invoiceDate: string,
    partner: string,
    quantity: string,
    unit: string,
    knownOn: string,
  ) => ({
    document,
    invoiceDate,
    partner,
    quantity,
    unit,
    knownOn,
    product: 'X',
    netValue: String(Number(quantity) * 10),
  });
  const lines: JsonObject[] = [
    sold('base-1', '2025-06-10', 'P1', '100', 'EA', '2025-06-30'),
    sold('base-3', '2025-06-20', 'P3', '40', 'EA', '2025-06-30'),
    sold('1001', '2026-06-03', 'P1', '90', 'EA', '2026-06-30'),
    sold('1002', '2026-06-05', 'P2', '150', 'EA', '2026-06-30'),
    sold('1004', '2026-06-10', 'P1', '20', 'CS', '2026-06-30'),
    sold('1006', '2026-06-12', 'P3', '15', 'CS', '2026-06-30'),
    sold('1003', '2026-06-08', 'P2', '30', 'EA', '2026-07-05'),
    {
      ...sold('1009', '2026-06-20', 'P1', '-60', 'EA', '2026-07-08'),
      returnOfDocument: '1004',
      returnOfLine: '1',
    },
  ];
  const states: readonly (readonly [string, string, string, string, string])[] = [
    ['transactionDate', '2026-06-30', '310.50', '202.50', '162.00'],
    ['transactionDate', '2026-07-05', '310.50', '243.00', '121.50'],
    ['transactionDate', '2026-07-08', '229.50', '243.00', '189.00'],
    ['arrival', '2026-07-05', '310.50', '202.50', '162.00'],
    ['arrival', '2026-07-08', '229.50', '243.00', '189.00'],
    ['proRata', '2026-06-30', '298.56', '194.71', '181.73'],
    ['proRata', '2026-07-05', '282.27', '220.91', '171.82'],
  ];
  return states.map(([order, known, p1, p2, p3]) =>
    vector(`story-c-${order}-known-${known}`, 'upsell', STORY, {
      note: 'Extra units above last June, 500 of them supported over all partners.',
      term: {
        qualifier: UNITS,
        payout: UNITS,
        windows: windowsText('month'),
        formula: 'aboveBase',
        tiers: rows(['0', { perUnit: '1.35' }]),
        baseline: {
          source: 'sameWindowPreviousYear',
          growthAs: 'difference',
          whenNotPositive: { policy: 'useDefault', value: '0' },
          likeForLike: 'no',
        },
        limits: [{ of: 'payout', scope: 'programme', max: '500', order }],
        conversion: { units: { factorsAsOf: 'invoice' }, currency: 'none' },
        rounding: {
          grain: order === 'proRata' ? 'programmeWindow' : 'partnerWindow',
          mode: 'halfAwayFromZero',
          unitRate: 'none',
        },
      },
      agreement: { programme: 'upsell', validity: { firstDay: '2026-06-01', lastDay: '2026-06-30' } },
      master: {
        products: [{ code: 'X', name: 'X', attributes: { 'unit.CS': '12 EA' } }],
        partners: ['P1', 'P2', 'P3'].map((code) => ({ code, name: code, attributes: {} })),
      },
      lines,
      known,
      effective: '2026-07-31',
      earned: Object.fromEntries(
        [p1, p2, p3].map((amount, index) => [`P${index + 1} 2026-06-01 2026-06-30`, amount]),
      ),
    }),
  );
}

function storyD(): VectorText[] {
  const measure = (differs: JsonObject = {}): JsonObject => ({
    of: 'pallets',
    basis: 'invoiced',
    unit: 'PF',
    level: 'delivery',
    mixed: false,
    returns: 'reduce',
    counts: 'pallets',
    ...differs,
  });
  const packing = (w3: JsonObject) => ({
    partners: [{ code: 'P1', name: 'P1', attributes: {} }],
    products: [
      { code: 'W1', name: 'W1', attributes: { 'unit.CS': '12 EA', 'unit.PF': '48 CS' } },
      {
        code: 'W1',
        name: 'W1',
        validFrom: '2026-03-15',
        attributes: { 'unit.CS': '12 EA', 'unit.PF': '40 CS' },
      },
      { code: 'W2', name: 'W2', attributes: { 'unit.CS': '6 EA', 'unit.PF': '60 CS' } },
      { code: 'W3', name: 'W3', attributes: w3 },
    ],
  });
  const line = (
    delivery: string,
    deliveryDate: string,
    product: string,
    quantity: string,
    unit: string,
    number: number,
  ) => ({
    document: `INV-${delivery}`,
    line: String(number),
    deliveryDate,
    invoiceDate: deliveryDate,
    product,
    quantity,
    unit,
    'attribute.delivery': delivery,
  });
  const lines: JsonObject[] = [
    line('D1', '2026-03-02', 'W1', '2', 'PF', 1),
    line('D1', '2026-03-02', 'W1', '10', 'CS', 2),
    line('D2', '2026-03-10', 'W1', '30', 'CS', 3),
    line('D2', '2026-03-10', 'W1', '18', 'CS', 4),
    line('D2', '2026-03-10', 'W2', '400', 'EA', 5),
    line('D3', '2026-03-20', 'W1', '960', 'EA', 6),
    line('D4', '2026-03-25', 'W2', '30', 'CS', 7),
    line('D4', '2026-03-25', 'W1', '240', 'EA', 8),
    line('D5', '2026-03-28', 'W3', '100', 'CS', 9),
  ];
  const back: JsonObject = {
    ...line('RETURNS', '2026-04-03', 'W1', '-24', 'EA', 1),
    document: 'CN-1',
    netValue: '-10.00',
    returnOfDocument: 'INV-D3',
    returnOfLine: '6',
  };
  const FACTOR = { 'unit.CS': '24 EA', 'unit.PF': '50 CS' };
  const quarter = (
    id: string,
    differs: JsonObject,
    given: readonly JsonObject[],
    w3: JsonObject,
    expected: string | JsonObject,
  ) =>
    vector(`story-d-${id}`, 'logistics', STORY, {
      note: '8.75 for a full pallet, where at least 80 % of all units stand on full pallets.',
      term: {
        date: 'delivery',
        qualifier: measure(differs),
        payout: measure(differs),
        windows: windowsText('quarter'),
        tiers: rows(['0', { perUnit: '8.75' }]),
        gates: {
          need: 'all',
          within: 'window',
          tests: [
            {
              share: {
                part:
                  differs.mixed === true
                    ? measure(differs)
                    : measure({ ...differs, counts: { units: 'EA' } }),
                whole: { ...UNITS, unit: differs.mixed === true ? 'PF' : 'EA' },
              },
              boundary: 'atLeast',
              percent: '80',
            },
          ],
        },
        conversion: { units: { factorsAsOf: 'delivery' }, currency: 'none' },
      },
      agreement: { programme: 'logistics', validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' } },
      master: packing(w3),
      lines: given,
      effective: '2026-04-30',
      earned: { 'P1 2026-01-01 2026-03-31': expected },
    });
  const withoutD5 = lines.slice(0, -1);
  return [
    quarter('blocked', {}, lines, {}, { amount: '52.50', blocked: 1 }),
    quarter('factor-known', {}, lines, FACTOR, '70.00'),
    quarter('returned', {}, [...lines, back], FACTOR, '61.25'),
    quarter('gate-lost', {}, [...withoutD5, back], FACTOR, '0.00'),
    quarter('not-broken', { returns: 'doNotBreak' }, [...withoutD5, back], FACTOR, '52.50'),
    quarter('by-line', { level: 'line' }, lines, FACTOR, '61.25'),
    quarter('by-line-without-d5', { level: 'line' }, withoutD5, FACTOR, '0.00'),
    quarter('mixed', { mixed: true }, lines, FACTOR, '78.75'),
  ];
}

function storyE(): VectorText[] {
  const high = [{ attribute: 'product.margin', in: ['high'] }];
  const low = [{ attribute: 'product.margin', in: ['low'] }];
  const line = (
    document: string,
    number: string,
    invoiceDate: string,
    product: string,
    netValue: string,
    knownOn: string,
  ) => ({
    document,
    line: number,
    invoiceDate,
    product,
    netValue,
    knownOn,
    quantity: netValue.startsWith('-') ? '-1' : '1',
  });
  const lines: JsonObject[] = [
    line('I1', 'a', '2026-04-08', 'L', '18240.00', '2026-06-30'),
    line('I1', 'b', '2026-04-08', 'H1', '3120.50', '2026-06-30'),
    line('I2', '1', '2026-05-14', 'L', '9416.00', '2026-06-30'),
    line('I3', '1', '2026-06-03', 'H2', '3793.50', '2026-06-30'),
    {
      ...line('R1', '1', '2026-07-06', 'H2', '-50.00', '2026-07-06'),
      returnOfDocument: 'I3',
      returnOfLine: '1',
    },
    line('I4', '1', '2026-06-28', 'H1', '62.50', '2026-07-09'),
  ];
  const quarter = (id: string, known: string, within: string, expected: string | JsonObject) =>
    vector(`story-e-${id}`, 'crossSell', STORY, {
      note: 'At least 20 % of the value in high-margin goods, two of them at least: 0.9 % on the low and 4 % on the high ones.',
      term: {
        payout: {
          of: 'parts',
          parts: [
            { id: 'low', measure: { ...NET, where: low } },
            { id: 'high', measure: { ...NET, where: high } },
          ],
        },
        windows: windowsText('quarter'),
        tiers: rows([
          '0',
          {
            parts: [
              { part: 'low', percent: '0.9' },
              { part: 'high', percent: '4' },
            ],
          },
        ]),
        gates: {
          need: 'all',
          within,
          tests: [
            { share: { part: { ...NET, where: high }, whole: NET }, boundary: 'atLeast', percent: '20' },
            { measure: { of: 'count', what: 'product', where: high }, boundary: 'atLeast', from: '2' },
          ],
        },
        apportionment: { by: 'ownRate', residual: 'largestRemainder' },
      },
      agreement: { programme: 'crossSell', validity: { firstDay: '2026-04-01', lastDay: '2026-06-30' } },
      master: {
        partners: [{ code: 'P1', name: 'P1', attributes: {} }],
        products: [
          { code: 'L', name: 'L', attributes: { margin: 'low' } },
          { code: 'H1', name: 'H1', attributes: { margin: 'high' } },
          { code: 'H2', name: 'H2', attributes: { margin: 'high' } },
        ],
      },
      lines,
      known,
      effective: '2026-07-31',
      earned: { 'P1 2026-04-01 2026-06-30': expected },
    });
  return [
    quarter('exactly-20-percent', '2026-06-30', 'window', '525.46'),
    quarter('gate-lost', '2026-07-06', 'window', '0.00'),
    quarter('gate-back', '2026-07-09', 'window', {
      amount: '525.96',
      lines: {
        'I1/a': '164.16',
        'I1/b': '124.82',
        'I2/1': '84.74',
        'I3/1': '151.74',
        'R1/1': '-2.00',
        'I4/1': '2.50',
      },
    }),
    quarter('within-the-document', '2026-07-09', 'document', '0.00'),
  ];
}
