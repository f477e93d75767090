/** A rebate of one partner, as the examples of the description show it. */
export const EARNING = {
  id: '506ff3c8-fb38-8a1f-8f0a-ed8ecf2a256f',
  agreement: 'A-2026',
  agreementName: { en: 'Whole-volume rebate 2026', 'zh-CN': '2026 年全额阶梯返利' },
  term: 'volume',
  direction: 'customerRebate',
  partner: 'P-100',
  partnerName: 'Nordwind',
  window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
  currency: 'EUR',
  amount: '400.00',
  adjusted: '0.00',
  adjustments: [],
  tier: 1,
  progress: {
    formula: 'wholeVolume',
    boundary: 'atLeast',
    volume: '1500',
    scale: { of: 'quantity', unit: 'EA' },
    tiers: [
      {
        from: '1000',
        rates: [{ payout: 'payout', pays: 'percent', rate: '2' }],
        words: '2 % from 1,000 units',
      },
      {
        from: '2500',
        rates: [{ payout: 'payout', pays: 'percent', rate: '3.5' }],
        words: '3.5 % from 2,500 units',
      },
      {
        from: '5000',
        rates: [{ payout: 'payout', pays: 'percent', rate: '5' }],
        words: '5 % from 5,000 units',
      },
    ],
    missing: '1000',
    missingScale: { of: 'quantity', unit: 'EA' },
    qualifier: '1500',
    payouts: [{ payout: 'payout', value: '20000', scale: { of: 'money' } }],
  },
  blockedLines: 0,
  run: { number: 1, batch: 3, effective: '2026-08-31', calculation: '2' },
};

export const EARNING_LIST = {
  rows: [EARNING],
  total: 1,
  next: null,
  totals: [{ direction: 'customerRebate', currency: 'EUR', amount: '400.00', rows: 1 }],
  asOf: { batch: 3, effective: '2026-08-31', knownOn: '2026-08-31' },
  due: 0,
};

/** The amount worked out; of the steps the one that makes it. */
export const EXPLANATION = {
  id: '506ff3c8-fb38-8a1f-8f0a-ed8ecf2a256f',
  language: 'en',
  earning: EARNING,
  agreement: {
    code: 'A-2026',
    version: 1,
    name: { en: 'Whole-volume rebate 2026', 'zh-CN': '2026 年全额阶梯返利' },
  },
  term: {
    id: 'volume',
    words:
      'From 1,000, 2,500 and 5,000 units invoiced in 2026, net of returns: 2 %, 3.5 % and 5 % on the net value of all of them. Returns count in the year of their sale.',
  },
  explanation: {
    kind: 'earning',
    text: 'P-100, 1 Jan 2026 to 31 Dec 2026: a rebate of EUR 400.00.',
    operands: {
      amount: { kind: 'money', value: '400.00', currency: 'EUR' },
      partner: { kind: 'text', value: 'P-100' },
      window: { kind: 'window', firstDay: '2026-01-01', lastDay: '2026-12-31' },
    },
    steps: [
      {
        kind: 'wholePercent',
        text: 'Amount: 2% of EUR 20,000.00 is EUR 400.00.',
        operands: {
          rate: { kind: 'percent', value: '2' },
          payout: { kind: 'money', value: '20000', currency: 'EUR' },
          result: { kind: 'money', value: '400', currency: 'EUR' },
        },
        steps: [],
      },
    ],
  },
  lines: [
    {
      source: 'erp',
      document: 'SO-4711',
      line: '1',
      placedOn: '2026-03-10',
      product: 'X-1',
      productName: 'Helmet',
      qualifier: '1500',
      payout: '20000',
      share: '400.00',
    },
  ],
  linesTotal: 1,
  bookings: [
    {
      number: 1,
      run: 1,
      effective: '2026-08-31',
      bookedAt: '2026-10-02T10:00:00.000Z',
      delta: '400.00',
      causes: [{ cause: 'onTimeLines', delta: '400.00', text: 'new lines' }],
    },
  ],
};

export const LINE = {
  source: 'erp',
  document: 'SO-4711',
  line: '1',
  revision: 1,
  language: 'en',
  terms: [
    {
      agreement: 'A-2026',
      agreementName: { en: 'Whole-volume rebate 2026', 'zh-CN': '2026 年全额阶梯返利' },
      term: 'volume',
      state: 'counted',
      facts: {},
      text: 'counted, on 10 Mar 2026',
    },
  ],
};
