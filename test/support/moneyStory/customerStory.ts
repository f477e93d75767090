import { camtText } from '../camtText.ts';
import { agreementText, windowsText } from '../trade.ts';
import { AUDITED, agreed, closing, type Deed, lines, post, type Step, statement } from './step.ts';

// A customer's bonus from the agreement to the closed month. The page docs/guides/money-story.md tells it, with
// the working of each figure and the balance of every account after every step.

const TIERS = {
  boundary: 'atLeast',
  rows: [
    { from: '10000', percent: '2' },
    { from: '50000', percent: '3' },
  ],
};
const text = agreementText(
  { windows: windowsText('quarter'), tiers: TIERS },
  { id: 'TEA-BONUS', validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' } },
);
const AGREEMENT = {
  ...text,
  settlement: {
    ...(text.settlement as object),
    ...{ frequency: 'quarter', finalDays: 10, paymentDays: 5, method: 'payment', tax: 'perLineRate' },
    claim: { rule: 'partnerClaims', deadlineDays: 60, afterDeadline: 'lapses', silence: 'rejects' },
  },
};

const sale = (document: string, partner: string, invoiceDate: string, netValue: string) => ({
  ...{ document, partner, invoiceDate, netValue, side: 'sale', taxRate: '20' },
});
const QUARTER = { agreement: 'TEA-BONUS', currency: 'EUR', term: 'volume' };
const WINDOW = { firstDay: '2026-01-01', lastDay: '2026-03-31' };
const row = (partner: string, reference: string, amount: string, document?: string) => ({
  ...{ ...QUARTER, ...WINDOW, partner, reference, amount },
  ...(document !== undefined && { source: 'erp', document, documentLine: '1' }),
});

/** Both credit notes, one after the other. */
function both(does: (settlement: 'hofmann' | 'keller') => Deed): readonly Deed[] {
  return [does('hofmann'), does('keller')];
}

const PROPOSAL = {
  ...{ account: 'EUR-1', methods: ['payment'], dueUntil: '2026-04-30', executionDay: '2026-04-21' },
};

export const CUSTOMER_STORY: readonly Step[] = [
  { name: 'agreement', day: '2026-01-05', deeds: agreed(AGREEMENT, '2000.00') },
  {
    name: 'sales',
    day: '2026-03-31',
    deeds: [
      lines(
        sale('H1', 'HOFMANN', '2026-01-14', '18000.00'),
        sale('H2', 'HOFMANN', '2026-02-11', '16250.00'),
        sale('H3', 'HOFMANN', '2026-03-12', '14100.00'),
        sale('K1', 'KELLER', '2026-02-03', '12345.67'),
        sale('K2', 'KELLER', '2026-03-19', '9250.00'),
      ),
    ],
  },
  { name: 'accrual', day: '2026-03-31', deeds: [{ work: 'calculate' }] },
  {
    name: 'late invoice',
    day: '2026-04-03',
    deeds: [lines(sale('K3', 'KELLER', '2026-03-27', '1234.50')), { work: 'calculate' }],
  },
  {
    name: 'tier jump',
    day: '2026-04-07',
    deeds: [lines(sale('H4', 'HOFMANN', '2026-03-31', '1900.00')), { work: 'calculate' }],
  },
  {
    name: 'claim with a wrong line',
    day: '2026-04-09',
    deeds: [
      post(
        'carla',
        'claims',
        {
          rows: [
            row('HOFMANN', 'H-2026/1', '540.00', 'H1'),
            row('HOFMANN', 'H-2026/1', '487.50', 'H2'),
            row('HOFMANN', 'H-2026/1', '453.00', 'H3'),
            row('HOFMANN', 'H-2026/1', '57.00', 'H4'),
            row('KELLER', 'Q1', '456.60'),
          ],
        },
        ({ claims }) => ({ claim: claims[0].id }),
      ),
    ],
  },
  {
    name: 'part approval',
    day: '2026-04-10',
    deeds: [
      post('ben', ({ claim }) => `claims/${claim}/answer`, {
        lines: [{ line: 3, accepted: '423.00', objected: [{ reason: 'price', amount: '30.00' }] }],
      }),
    ],
  },
  {
    name: 'settlement',
    day: '2026-04-15',
    deeds: [
      post('anna', 'settlements', { company: 'EU' }, ({ settlements: [hofmann, keller] }) => ({
        hofmann,
        keller,
      })),
    ],
  },
  {
    name: 'approval by a second person',
    day: '2026-04-16',
    deeds: both((name) => post('ben', (found) => `settlements/${found[name]}/approvals`)),
  },
  {
    name: 'credit notes',
    day: '2026-04-16',
    deeds: both((name) => post('anna', (found) => `settlements/${found[name]}/issue`)),
  },
  {
    name: 'payment file',
    day: '2026-04-20',
    deeds: [
      post('anna', 'payment-runs', PROPOSAL, ({ id, payments: [hofmann, keller] }) => ({
        ...{ run: id, 'to hofmann': hofmann.payment, 'to keller': keller.payment },
      })),
      post('ben', ({ run }) => `payment-runs/${run}/approval`),
      post('carla', ({ run }) => `payment-runs/${run}/sending`),
    ],
  },
  {
    name: 'bank status',
    day: '2026-04-22',
    deeds: [
      statement('dora', (found) =>
        camtText('DE89370400440532013000', [
          bankEntry('B1', -180_900n, found['to hofmann']),
          bankEntry('B2', -54_792n, found['to keller']),
        ]),
      ),
    ],
  },
  { name: 'period close', day: '2026-05-04', deeds: closing('2026-03', '2026-04') },
  { name: 'audit verify', day: '2026-05-04', deeds: AUDITED },
];

function bankEntry(reference: string, cents: bigint, payment = '') {
  return { reference, on: '2026-04-21', cents, endToEndId: payment.replaceAll('-', '') };
}
