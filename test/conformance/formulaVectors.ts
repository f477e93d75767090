import { NET, rows, sale, table, UNITS, type VectorText, vector, windowsText } from './vectorFile.ts';

const RULE = 'The format: the formula as docs/format.md defines it, worked out by hand';
const D365 =
  'Microsoft, Dynamics 365 documentation, rebate-management-deals.md (github.com/MicrosoftDocs/dynamics-365-unified-operations-public): 10 % up to 1,000, 25 % up to 2,500, volume 2,000';
const ENABLE_GROWTH =
  'Enable Help Center, article 19135118086802, Fully retrospective: growth bands 110 %, 115 %, 120 %';
const SAP = 'SAP Learning, Maintaining Condition Contracts: 2 % from 5,000, 4 % on the higher level';

const THREE = rows(['1000', { percent: '2' }], ['2500', { percent: '3.5' }], ['5000', { percent: '5' }]);
const OVER = { ...THREE, boundary: 'moreThan' };
const TWO_OF_D365 = rows(['0', { percent: '10' }], ['1000', { percent: '25' }]);

/** Every formula of the catalogue, at each of its boundaries and with published figures. */
export function formulaVectors(): VectorText[] {
  return [
    ...wholeVolume(),
    ...marginal(),
    ...rollingAndTotal(),
    ...growth(),
    ...lumpSum(),
    ...others(),
    ...negative(),
  ];
}

function wholeVolume(): VectorText[] {
  return [
    ...table('whole', 'wholeVolume', RULE, { term: { tiers: THREE } }, [
      ['-10', 0, '0.00'],
      ['0', 0, '0.00'],
      ['999.99', 0, '0.00'],
      ['1000', 1, '20.00'],
      ['1000.01', 1, '20.00'],
      ['2499.99', 1, '50.00'],
      ['2500', 2, '87.50'],
      ['4999.99', 2, '175.00'],
      ['5000', 3, '250.00'],
      ['1000000', 3, '50000.00'],
    ]),
    ...table('whole-more-than', 'wholeVolume', RULE, { term: { tiers: OVER } }, [
      ['1000', 0, '0.00'],
      ['1000.01', 1, '20.00'],
      ['2500', 1, '50.00'],
      ['2500.01', 2, '87.50'],
      ['5000.01', 3, '250.00'],
    ]),
    ...table(
      'whole-per-unit',
      'wholeVolume',
      RULE,
      {
        term: {
          qualifier: UNITS,
          payout: UNITS,
          tiers: rows(['10', { perUnit: '0.55' }], ['20', { perUnit: '0.75' }]),
        },
      },
      [
        ['9', 0, '0.00'],
        ['10', 1, '5.50'],
        ['19', 1, '10.45'],
        ['20', 2, '15.00'],
      ],
    ),
    vector('d365-cumulative', 'wholeVolume', D365, {
      term: { tiers: TWO_OF_D365 },
      lines: [sale('2000')],
      earned: { P1: { amount: '500.00', tier: 2 } },
    }),
    ...(
      [
        ['2026-10-31', '0.00', 0],
        ['2026-11-30', '140.00', 1],
        ['2026-12-31', '1080.00', 2],
      ] as const
    ).map(([effective, amount, tier]) =>
      vector(`sap-interim-${effective}`, 'wholeVolume', SAP, {
        note: 'October 3,000, November 4,000 more, the term ends with 27,000; the higher level is taken as 10,000.',
        term: { tiers: rows(['5000', { percent: '2' }], ['10000', { percent: '4' }]) },
        lines: [
          sale('3000', { invoiceDate: '2026-10-05' }),
          sale('4000', { invoiceDate: '2026-11-05' }),
          sale('20000', { invoiceDate: '2026-12-05' }),
        ],
        effective,
        earned: { P1: { amount, tier } },
      }),
    ),
    vector(
      'units-find-percent-pays',
      'wholeVolume',
      'Enable, Targeted percentage rate with targets in units',
      {
        note: 'The tier is found by 600 units, the percent is paid on their value.',
        term: { qualifier: UNITS, tiers: rows(['500', { percent: '3' }], ['1000', { percent: '4' }]) },
        lines: [{ quantity: '600', netValue: '7413.50' }],
        earned: { P1: { amount: '222.41', tier: 1, exact: '222.405' } },
      },
    ),
    vector('value-finds-units-paid', 'wholeVolume', 'Enable, Targeted unit rate with monetary targets', {
      term: { payout: UNITS, tiers: rows(['500', { perUnit: '0.10' }], ['10000', { perUnit: '0.20' }]) },
      lines: [{ quantity: '37', netValue: '12000' }],
      earned: { P1: { amount: '7.40', tier: 2 } },
    }),
    vector(
      'sap-crm-no-first-level',
      'wholeVolume',
      'SAP Learning, Maintaining Condition Contracts: below the first level nothing is paid',
      {
        term: { tiers: rows(['5000', { percent: '2' }]) },
        lines: [sale('4999.99')],
        earned: { P1: { amount: '0.00', tier: 0 } },
      },
    ),
    ...(['1999.99', '2000'] as const).map((volume, index) =>
      vector(
        `mixed-table-${index}`,
        'wholeVolume',
        'Mixed tables are a need of the field; the rule of the format',
        {
          note: 'Percent on the first tier, a lump sum on the second.',
          term: { tiers: rows(['1000', { percent: '1' }], ['2000', { amount: '150' }]) },
          lines: [sale(volume)],
          earned: { P1: { amount: ['20.00', '150.00'][index] as string, tier: index + 1 } },
        },
      ),
    ),
  ];
}

function marginal(): VectorText[] {
  const term = { formula: 'marginal', tiers: THREE };
  const byUnit = (reachingUnit: string) => ({
    formula: 'marginal',
    qualifier: UNITS,
    payout: UNITS,
    tiers: { ...rows(['10', { perUnit: '1' }], ['20', { perUnit: '3' }]), reachingUnit },
  });
  return [
    ...table('marginal', 'marginal', RULE, { term }, [
      ['-10', 0, '0.00'],
      ['0', 0, '0.00'],
      ['1000', 1, '0.00'],
      ['1000.50', 1, '0.01'],
      ['2500', 2, '30.00'],
      ['2600', 2, '33.50'],
      ['5000', 3, '117.50'],
      ['6000', 3, '167.50'],
    ]),
    vector('d365-stepped', 'marginal', D365, {
      term: { formula: 'marginal', tiers: TWO_OF_D365 },
      lines: [sale('2000')],
      earned: { P1: { amount: '350.00', tier: 2 } },
    }),
    vector(
      'e-bate-on-each-level',
      'marginal',
      'e-bate, stepped example: 2 % to 3,000, 4 % above, volume 6,000',
      {
        note: 'The published example prints 120; 3,000 at 2 % and 3,000 at 4 % are 180.',
        term: { formula: 'marginal', tiers: rows(['0', { percent: '2' }], ['3000', { percent: '4' }]) },
        lines: [sale('6000')],
        earned: { P1: '180.00' },
      },
    ),
    ...table('reaching-unit-old', 'marginal', RULE, { term: byUnit('oldRate') }, [
      ['9', 0, '0.00'],
      ['10', 1, '0.00'],
      ['11', 1, '1.00'],
      ['20', 2, '10.00'],
      ['21', 2, '13.00'],
    ]),
    ...table('reaching-unit-new', 'marginal', RULE, { term: byUnit('newRate') }, [
      ['9', 0, '0.00'],
      ['10', 1, '1.00'],
      ['11', 1, '2.00'],
      ['19', 1, '10.00'],
      ['20', 2, '13.00'],
    ]),
    ...table(
      'kilograms',
      'marginal',
      'metasfresh fills a tier to the next bound less one, which leaves the last half kilogram without a tier (read from its code); half-open bands leave none',
      { term: byUnit('notWhole') },
      [
        ['14.5', 1, '4.50'],
        ['20.5', 2, '11.50'],
      ],
    ),
    vector(
      'average-valuation',
      'marginal',
      'Microsoft, issue 3679 of the same repository: stepped by quantity pays on the average value',
      {
        note: '30 units for 900 in all: ten below the step at 1 %, twenty above at 2 %, each at 30.00.',
        term: {
          formula: 'marginal',
          qualifier: UNITS,
          tiers: { ...rows(['0', { percent: '1' }], ['10', { percent: '2' }]), stepValuation: 'average' },
        },
        lines: [
          { quantity: '10', netValue: '100', invoiceDate: '2026-01-05' },
          { quantity: '20', netValue: '800', invoiceDate: '2026-02-05' },
        ],
        earned: { P1: '15.00' },
      },
    ),
    vector(
      'sequence-valuation',
      'marginal',
      'The other reading of the same question, which the format names `sequence`',
      {
        note: 'The first ten units cost 100, the next twenty 800: 1 % of 100 and 2 % of 800.',
        term: {
          formula: 'marginal',
          qualifier: UNITS,
          tiers: { ...rows(['0', { percent: '1' }], ['10', { percent: '2' }]), stepValuation: 'sequence' },
          apportionment: { by: 'sequence', residual: 'largestRemainder' },
        },
        lines: [
          { quantity: '10', netValue: '100', invoiceDate: '2026-01-05' },
          { quantity: '20', netValue: '800', invoiceDate: '2026-02-05' },
        ],
        earned: { P1: { amount: '17.00', lines: { 'D1/1': '1.00', 'D2/1': '16.00' } } },
      },
    ),
    vector('sequence-line-over-a-step', 'marginal', RULE, {
      note: 'The second line of ten units lies half below the step: 1 % on 50 and 2 % on 50 of its 100.',
      term: {
        formula: 'marginal',
        qualifier: UNITS,
        tiers: { ...rows(['0', { percent: '1' }], ['10', { percent: '2' }]), stepValuation: 'sequence' },
        apportionment: { by: 'sequence', residual: 'largestRemainder' },
      },
      lines: [
        { quantity: '5', netValue: '200', invoiceDate: '2026-01-05' },
        { quantity: '10', netValue: '100', invoiceDate: '2026-02-05' },
      ],
      earned: { P1: { amount: '3.50', lines: { 'D1/1': '2.00', 'D2/1': '1.50' } } },
    }),
    vector(
      'netsuite-weighted',
      'weightedMarginal',
      'Oracle NetSuite, rebate agreements: marginal with a rate per unit, tiers by value',
      {
        note: '60 % of the value lies in the first tier, 40 % in the second: 0.6 × 1 + 0.4 × 2 = 1.40 for each of 50 units.',
        term: {
          formula: 'weightedMarginal',
          payout: UNITS,
          tiers: rows(['0', { perUnit: '1' }], ['600', { perUnit: '2' }]),
        },
        lines: [{ quantity: '50', netValue: '1000' }],
        earned: { P1: '70.00' },
      },
    ),
  ];
}

function rollingAndTotal(): VectorText[] {
  const ofD365 = (formula: string) => ({ formula, tiers: TWO_OF_D365 });
  return [
    vector('d365-rolling', 'rolling', D365, {
      term: ofD365('rolling'),
      lines: [sale('2000')],
      earned: { P1: { amount: '600.00', tier: 2 } },
    }),
    vector('d365-total', 'total', D365, {
      term: ofD365('total'),
      lines: [sale('2000')],
      earned: { P1: { amount: '700.00', tier: 2 } },
    }),
    ...table('rolling', 'rolling', RULE, { term: { formula: 'rolling', tiers: THREE } }, [
      ['-10', 0, '0.00'],
      ['0', 0, '0.00'],
      ['999.99', 0, '0.00'],
      ['1000', 1, '20.00'],
      ['2499.99', 1, '50.00'],
      ['2500', 2, '137.50'],
      ['5000', 3, '475.00'],
      ['8000', 3, '625.00'],
    ]),
    ...table('total', 'total', RULE, { term: { formula: 'total', tiers: THREE } }, [
      ['-10', 0, '0.00'],
      ['0', 0, '0.00'],
      ['999.99', 0, '0.00'],
      ['1000', 1, '20.00'],
      ['2500', 2, '137.50'],
      ['5000', 3, '525.00'],
      ['8000', 3, '840.00'],
    ]),
  ];
}

const BANDS = rows(['110', { percent: '2' }], ['115', { percent: '3' }], ['120', { percent: '4' }]);

function growthTerm(formula: string, differs: object = {}) {
  return {
    formula,
    tiers: BANDS,
    baseline: {
      source: 'sameWindowPreviousYear',
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
      ...differs,
    },
  };
}

const LAST_YEAR = { invoiceDate: '2025-06-15' };

function growth(): VectorText[] {
  const enable = (id: string, formula: string, amount: string) =>
    vector(`enable-${id}`, formula, ENABLE_GROWTH, {
      note: 'Baseline 2,000,000, this year 2,350,000: 117.5 %.',
      term: growthTerm(formula),
      lines: [sale('2000000', LAST_YEAR), sale('2350000')],
      earned: { P1: { amount, tier: 2 } },
    });
  const base = { lines: [sale('1000', LAST_YEAR)] };
  return [
    enable('fully-retrospective', 'growthWhole', '70500.00'),
    enable('retrospective', 'growthIncrement', '10500.00'),
    enable('non-retrospective', 'growthMarginal', '3500.00'),
    ...table('growth-whole', 'growthWhole', RULE, { ...base, term: growthTerm('growthWhole') }, [
      ['-100', 0, '0.00'],
      ['0', 0, '0.00'],
      ['1099.99', 0, '0.00'],
      ['1100', 1, '22.00'],
      ['1149.99', 1, '23.00'],
      ['1150', 2, '34.50'],
      ['1200', 3, '48.00'],
      ['3000', 3, '120.00'],
    ]),
    ...table('growth-increment', 'growthIncrement', RULE, { ...base, term: growthTerm('growthIncrement') }, [
      ['1000', 0, '0.00'],
      ['1099.99', 0, '0.00'],
      ['1100', 1, '2.00'],
      ['1150', 2, '4.50'],
      ['1200', 3, '8.00'],
      ['2000', 3, '40.00'],
    ]),
    ...table('growth-marginal', 'growthMarginal', RULE, { ...base, term: growthTerm('growthMarginal') }, [
      ['1100', 1, '0.00'],
      ['1125', 1, '0.50'],
      ['1150', 2, '1.00'],
      ['1200', 3, '2.50'],
      ['1300', 3, '6.50'],
    ]),
    ...(
      [
        ['pays-nothing', { policy: 'paysNothing' }, '0.00'],
        ['treat-as-tier', { policy: 'treatAsTier', tier: 1 }, '10.00'],
        ['use-default', { policy: 'useDefault', value: '400' }, '20.00'],
      ] as const
    ).map(([id, whenNotPositive, amount]) =>
      vector(
        `no-baseline-${id}`,
        'growthWhole',
        'No published system says what a new partner earns; the format asks',
        {
          term: growthTerm('growthWhole', { whenNotPositive }),
          lines: [sale('500')],
          earned: { P1: amount },
        },
      ),
    ),
    vector(
      'negative-baseline',
      'growthWhole',
      'No published system says what a baseline below zero means; the format asks',
      {
        term: growthTerm('growthWhole', { whenNotPositive: { policy: 'treatAsTier', tier: 2 } }),
        lines: [sale('-10', LAST_YEAR), sale('500')],
        earned: { P1: '15.00' },
      },
    ),
    vector(
      'growth-by-difference',
      'growthWhole',
      'Enable, growth targets by value: the difference to the baseline',
      {
        term: {
          ...growthTerm('growthWhole', { growthAs: 'difference' }),
          tiers: rows(['100', { percent: '1' }], ['200', { percent: '2' }]),
        },
        lines: [sale('1000', LAST_YEAR), sale('1200')],
        earned: { P1: { amount: '24.00', tier: 2 } },
      },
    ),
    vector(
      'growth-like-for-like',
      'growthWhole',
      'The changed assortment is undefined in published systems; the format asks',
      {
        note: 'Product B is new: like for like 1,100 stands against 1,000, and B is not paid on.',
        term: growthTerm('growthWhole', { likeForLike: 'products' }),
        lines: [sale('1000', LAST_YEAR), sale('1100'), sale('900', { product: 'B' })],
        earned: { P1: { amount: '22.00', tier: 1 } },
      },
    ),
    vector(
      'growth-entered-baseline',
      'growthWhole',
      'Enable, configurable individual targets: baselines are entered',
      {
        term: growthTerm('growthWhole', { source: { entered: [{ partner: 'P1', value: '1000' }] } }),
        lines: [sale('1200')],
        earned: { P1: { amount: '48.00', tier: 3 } },
      },
    ),
    vector('growth-average-of-months', 'growthWhole', RULE, {
      note: 'The three months before February sum to 300: 100 for a month. February has 115.',
      term: {
        ...growthTerm('growthWhole', { source: { averageOfMonths: 3 } }),
        windows: windowsText('month'),
      },
      lines: [
        sale('120', { invoiceDate: '2025-11-10' }),
        sale('180', { invoiceDate: '2026-01-31' }),
        sale('115'),
      ],
      agreement: { validity: { firstDay: '2026-02-01', lastDay: '2026-02-28' } },
      effective: '2026-02-28',
      earned: { 'P1 2026-02-01 2026-02-28': { amount: '3.45', tier: 2 } },
    }),
  ];
}

function lumpSum(): VectorText[] {
  const term = { formula: 'lumpSum', tiers: rows(['10', { amount: '100' }], ['20', { amount: '250' }]) };
  return [
    ...table('lump-sum', 'lumpSum', RULE, { term }, [
      ['-5', 0, '0.00'],
      ['0', 0, '0.00'],
      ['9.99', 0, '0.00'],
      ['10', 1, '100.00'],
      ['19.99', 1, '100.00'],
      ['20', 2, '250.00'],
      ['900', 2, '250.00'],
    ]),
    vector(
      'lump-sum-shares',
      'lumpSum',
      'Enable, Targeted amount: apportioned to transactions by their value',
      {
        note: '100.00 over three equal lines: the odd cent goes to the first key.',
        term: { formula: 'lumpSum', tiers: rows(['10', { amount: '100' }]) },
        lines: [sale('5'), sale('5'), sale('5')],
        earned: { P1: { amount: '100.00', lines: { 'D1/1': '33.34', 'D2/1': '33.33', 'D3/1': '33.33' } } },
      },
    ),
    vector('ebiz-listing-fee', 'lumpSum', 'ebiz, Rebates: 11 % of the spend gets 11 % of the fee', {
      term: { formula: 'lumpSum', tiers: rows(['10', { amount: '1000' }]) },
      lines: [sale('11'), sale('89')],
      earned: { P1: { amount: '1000.00', lines: { 'D1/1': '110.00', 'D2/1': '890.00' } } },
    }),
  ];
}

function others(): VectorText[] {
  const share = {
    of: 'share',
    part: { ...NET, where: [{ attribute: 'product.code', in: ['A'] }] },
    whole: NET,
  };
  return [
    ...(
      [
        ['199', '801', 0, '0.00'],
        ['200', '800', 1, '10.00'],
        ['299', '701', 1, '10.00'],
        ['300', '700', 2, '20.00'],
      ] as const
    ).map(([premium, rest, tier, amount]) =>
      vector(
        `mix-share-${premium}`,
        'mixShare',
        'Enable names ratio targets; the formula is the rule of the format',
        {
          term: {
            formula: 'mixShare',
            qualifier: share,
            tiers: rows(['20', { percent: '1' }], ['30', { percent: '2' }]),
          },
          lines: [sale(premium), sale(rest, { product: 'B' })],
          earned: { P1: { amount, tier } },
        },
      ),
    ),
    ...(
      [
        ['2026-06-30', '40.00'],
        ['2026-12-30', '40.00'],
        ['2026-12-31', '10.00'],
      ] as const
    ).map(([effective, amount]) =>
      vector(
        `default-tier-${effective}`,
        'defaultTier',
        'Oracle NetSuite, estimate with a default tier, replaced by the tier achieved',
        {
          term: {
            formula: 'defaultTier',
            tiers: { ...rows(['500', { percent: '1' }], ['5000', { percent: '4' }]), defaultTier: 2 },
          },
          lines: [sale('1000')],
          effective,
          earned: { P1: amount },
        },
      ),
    ),
    ...table(
      'above-threshold',
      'aboveThreshold',
      'SAP Community 13970046 asks for it: the rate on what lies above the threshold only',
      { term: { formula: 'aboveThreshold', tiers: rows(['1000', { percent: '10' }]) } },
      [
        ['-10', 0, '0.00'],
        ['0', 0, '0.00'],
        ['999.99', 0, '0.00'],
        ['1000', 1, '0.00'],
        ['1000.10', 1, '0.01'],
        ['1500', 1, '50.00'],
      ],
    ),
    ...table(
      'capped-measure',
      'cappedMeasure',
      'Salesforce, Maximum Measure Field Value: 1 % on 100,000 although more was sold',
      {
        term: {
          formula: 'cappedMeasure',
          tiers: rows(
            ['50000', { percent: '1', measureCap: '100000' }],
            ['200000', { percent: '2', measureCap: '150000' }],
          ),
        },
      },
      [
        ['49999.99', 0, '0.00'],
        ['50000', 1, '500.00'],
        ['100000', 1, '1000.00'],
        ['150000', 1, '1000.00'],
        ['200000', 2, '3000.00'],
      ],
    ),
    ...table(
      'free-goods',
      'freeGoods',
      'Microsoft, rebate-management-deals.md: 2 items for each 100, 150 sold give 2',
      {
        term: {
          formula: 'freeGoods',
          qualifier: UNITS,
          payout: UNITS,
          tiers: rows(['0', { free: { give: '2', per: '100', unitValue: '12.50' } }]),
        },
      },
      [
        ['-150', 0, '0.00'],
        ['99', 1, '0.00'],
        ['100', 1, '25.00'],
        ['150', 1, '25.00'],
        ['199', 1, '25.00'],
        ['200', 1, '50.00'],
      ],
    ),
    vector('sap-crm-free-goods', 'freeGoods', 'SAP CRM 7.0, free goods: 10 for each 100', {
      term: {
        formula: 'freeGoods',
        qualifier: UNITS,
        payout: UNITS,
        tiers: rows(['0', { free: { give: '10', per: '100', unitValue: '1' } }]),
      },
      lines: [sale('1234')],
      earned: { P1: '120.00' },
    }),
    ...(
      [
        ['no-line', [], '500.00'],
        ['with-a-line', [sale('3')], '500.00'],
      ] as const
    ).map(([id, lines, amount]) =>
      vector(`fixed-${id}`, 'fixed', 'Pricefx, a sign-up bonus that does not depend on turnover', {
        term: { formula: 'fixed', tiers: rows(['0', { amount: '500' }]) },
        agreement: { participants: [{ attribute: 'partner.code', in: ['P1'] }] },
        lines,
        earned: { P1: amount },
      }),
    ),
    vector('fixed-not-begun', 'fixed', RULE, {
      term: { formula: 'fixed', tiers: rows(['0', { amount: '500' }]) },
      agreement: { participants: [{ attribute: 'partner.code', in: ['P1'] }] },
      effective: '2025-12-31',
      earned: {},
    }),
    ...table(
      'above-base',
      'aboveBase',
      'Upsell as the format defines it: the rate on what lies above the base',
      {
        term: {
          ...growthTerm('aboveBase', { source: { fixed: '100' }, growthAs: 'difference' }),
          qualifier: UNITS,
          payout: UNITS,
          tiers: rows(['0', { perUnit: '1.35' }]),
        },
      },
      [
        ['-10', 1, '0.00'],
        ['99', 1, '0.00'],
        ['100', 1, '0.00'],
        ['101', 1, '1.35'],
        ['330', 1, '310.50'],
      ],
    ),
  ];
}

function negative(): VectorText[] {
  const returns = (negativeWindow: string) => ({
    returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow },
    tiers: THREE,
  });
  return (
    [
      ['zero', '0.00'],
      ['lowestTier', '-40.00'],
      ['mirror', '-40.00'],
    ] as const
  ).map(([policy, amount]) =>
    vector(
      `negative-window-${policy}`,
      'returns',
      'Microsoft: a minimum may be negative, so that credit notes larger than sales give a negative rebate; the format asks',
      {
        note: 'Two thousand come back and nothing goes out: nothing, 2 % of −2,000, or as if positive, negated.',
        term: returns(policy),
        lines: [sale('-2000')],
        earned: { P1: amount },
      },
    ),
  );
}
