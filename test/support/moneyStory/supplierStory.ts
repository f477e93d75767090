import { camtText } from '../camtText.ts';
import { agreementText, windowsText } from '../trade.ts';
import { AUDITED, agreed, closing, lines, post, type Step, statement } from './step.ts';

// The mirror of the customer's story: what a supplier owes us, claimed by us, granted in part, and paid short.

const TIERS = {
  boundary: 'atLeast',
  rows: [
    { from: '20000', percent: '1.5' },
    { from: '40000', percent: '2' },
  ],
};
const AGREEMENT = agreementText(
  { transactions: 'purchase', date: 'receipt', windows: windowsText('quarter'), tiers: TIERS },
  {
    ...{ id: 'LEAF-REBATE', direction: 'supplierRebate' },
    validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' },
  },
);

const bought = (document: string, receiptDate: string, netValue: string) => ({
  ...{ document, receiptDate, netValue, side: 'purchase', partner: 'LINDE' },
});
const claimed = (path: string) => (found: Readonly<Record<string, string>>) =>
  `claims/${found.claim}/${path}`;

export const SUPPLIER_STORY: readonly Step[] = [
  { name: 'agreement', day: '2026-01-05', deeds: agreed(AGREEMENT, '900.00') },
  {
    name: 'purchases',
    day: '2026-03-31',
    deeds: [
      lines(
        bought('L1', '2026-01-20', '15000.00'),
        bought('L2', '2026-02-17', '12400.00'),
        bought('L3', '2026-03-10', '11600.00'),
      ),
    ],
  },
  { name: 'accrual', day: '2026-03-31', deeds: [{ work: 'calculate' }] },
  {
    name: 'late invoice',
    day: '2026-04-02',
    deeds: [lines(bought('L4', '2026-03-30', '900.00')), { work: 'calculate' }],
  },
  {
    name: 'tier jump',
    day: '2026-04-08',
    deeds: [lines(bought('L5', '2026-03-31', '1100.00')), { work: 'calculate' }],
  },
  {
    name: 'claim with a wrong line',
    day: '2026-04-10',
    deeds: [
      post('anna', 'claims/raise', { agreement: 'LEAF-REBATE' }, ({ claims: [{ id, reference }] }) => ({
        ...{ claim: id, reference },
      })),
    ],
  },
  {
    name: 'part approval',
    day: '2026-04-20',
    deeds: [
      post('anna', claimed('objections'), {
        objections: [
          {
            transaction: { source: 'erp', document: 'L3', line: '1' },
            ...{ reason: 'price', netValue: '11350.00' },
          },
        ],
      }),
    ],
  },
  {
    name: 'we give in',
    day: '2026-04-22',
    deeds: [
      post('anna', claimed('disputes/resolution'), { outcome: 'agreed', reason: 'price' }),
      lines({
        ...bought('L3K', '2026-03-10', '11350.00'),
        ...{ correctionOfDocument: 'L3', correctionOfLine: '1' },
      }),
      { work: 'calculate' },
    ],
  },
  {
    name: 'receipt',
    day: '2026-04-28',
    deeds: [post('anna', claimed('receipts'), { amount: '814.00', reference: 'advice 17' })],
  },
  {
    name: 'bank status',
    day: '2026-04-29',
    deeds: [
      statement('dora', ({ reference }) =>
        camtText('DE89370400440532013000', [
          { reference: 'B9', on: '2026-04-29', cents: 81_400n, remittance: `Bonus ${reference}, advice 17` },
        ]),
      ),
    ],
  },
  {
    name: 'write-off by a second person',
    day: '2026-04-30',
    deeds: [
      post('anna', claimed('write-off'), { amount: '1.00', reason: 'Not worth a letter' }),
      post('ben', claimed('write-off/decision'), { outcome: 'approved' }),
    ],
  },
  { name: 'period close', day: '2026-05-04', deeds: closing('2026-03', '2026-04') },
  { name: 'audit verify', day: '2026-05-04', deeds: AUDITED },
];
