import type { JsonObject } from '../support/trade.ts';
import { NET, rows, sale, type VectorText, vector, windowsText } from './vectorFile.ts';

const RULE =
  'The line format: a total counts as the sum of its lines would, or is blocked; worked out by hand';
const TIERS = { tiers: rows(['1000', { percent: '1' }], ['2000', { percent: '2' }]) };

/** Totals of the time before a cut-over, beside lines of the time after it. */
export function totalVectors(): VectorText[] {
  const half = (volume: string, differs: JsonObject = {}) =>
    sale(volume, { invoiceDate: '2026-06-30', takenOverFrom: '2026-01-01', ...differs });
  const later = sale('800', { invoiceDate: '2026-08-08' });
  const first = 'P1 2026-01-01 2026-03-31';
  const quarter = (part: number) =>
    ['', first, 'P1 2026-04-01 2026-06-30', 'P1 2026-07-01 2026-09-30'][part] as string;
  const tea = { attribute: 'product.category', in: ['tea'] };
  const eligible = {
    include: [tea],
    exclude: [],
    attributesAsOf: 'transaction',
    payment: 'any',
    submission: 'any',
  };
  const oneOf = (category: string) => half('1200', { product: '', 'attribute.product-category': category });
  return [
    vector('total-beside-lines', 'totals', RULE, {
      term: TIERS,
      lines: [half('1200'), later],
      earned: { P1: { amount: '40.00', tier: 2 } },
    }),
    vector('total-cut-by-quarters', 'totals', RULE, {
      note: 'Nobody knows how much of the half year lies in either quarter. For the tier of the year it counts whole.',
      term: { ...TIERS, windows: windowsText('quarter', { qualifier: { within: 'year' } }) },
      lines: [half('1200'), later],
      earned: {
        [quarter(1)]: { amount: '0.00', blocked: 1 },
        [quarter(2)]: { amount: '0.00', blocked: 1 },
        [quarter(3)]: { amount: '16.00', tier: 2, blocked: 0 },
      },
    }),
    vector('total-of-a-category', 'totals', RULE, {
      term: { ...TIERS, eligibility: eligible },
      lines: [oneOf('tea'), oneOf('coffee')],
      earned: { P1: { amount: '12.00', tier: 1, blocked: 0 } },
    }),
    vector('total-of-unknown-goods', 'totals', RULE, {
      term: { ...TIERS, eligibility: eligible },
      lines: [half('1200', { product: '' })],
      earned: { P1: { amount: '0.00', blocked: 1 } },
    }),
    vector('total-has-no-documents', 'totals', RULE, {
      term: { ...TIERS, qualifier: { of: 'count', what: 'document' }, payout: NET },
      lines: [half('1200')],
      earned: { P1: { amount: '0.00', blocked: 1 } },
    }),
    vector('total-of-the-baseline', 'totals', RULE, {
      note: '1,100 is 110 % of the 1,000 of the year before, which came as one total.',
      term: {
        formula: 'growthWhole',
        tiers: rows(['110', { percent: '3' }]),
        baseline: {
          source: 'sameWindowPreviousYear',
          growthAs: 'percent',
          whenNotPositive: { policy: 'paysNothing' },
          likeForLike: 'no',
        },
      },
      lines: [
        sale('1000', { invoiceDate: '2025-12-31', takenOverFrom: '2025-01-01' }),
        sale('1100', { invoiceDate: '2026-08-08' }),
      ],
      earned: { P1: { amount: '33.00', tier: 1 } },
    }),
  ];
}
