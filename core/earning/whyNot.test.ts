import { expect, it } from 'vitest';
import {
  agreementOf,
  agreementText,
  earningsOf,
  type JsonObject,
  lineOf,
  UNITS,
} from '../../test/support/trade.ts';
import type { Line } from '../fact/line.ts';
import type { Json } from '../text/canonicalJson.ts';
import { renderStep } from '../wording/renderStep.ts';
import type { Earning } from './earning.ts';
import { whyNot } from './whyNot.ts';

const SOLD = [lineOf({ netValue: '900', quantity: '9' })];

/** Kinds of the reason and of what is missing, as the steps say them. */
function told(term: JsonObject, lines: readonly Line[] = SOLD): string {
  const { reason, missing } = whyNot(earningsOf(agreementOf(term), lines)[0] as Earning);
  return [reason?.kind ?? 'earned', ...missing.map(({ kind }) => kind)].join(' ');
}

const FROM_ZERO = { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] };
const gate = (...froms: string[]) => ({
  need: 'all',
  within: 'window',
  tests: froms.map((from) => ({ measure: UNITS, boundary: 'atLeast', from })),
});
const baseline = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};
const exclusive = { set: 'x', choice: 'rank', loserQualifier: 'keeps' };

it.each<readonly [string, JsonObject, string]>([
  ['the first tier is not reached', {}, 'tierNone nextTier'],
  ['a gate is closed', { tiers: FROM_ZERO, gates: gate('10') }, 'gatesClosed'],
  ['too little for the minimum', { tiers: FROM_ZERO, minimum: { amount: '18.01' } }, 'belowMinimum'],
  [
    'nothing to grow from',
    { formula: 'growthWhole', tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] }, baseline },
    'growthWithoutBaseline',
  ],
  [
    'a limit that is used up',
    {
      tiers: FROM_ZERO,
      limits: [{ of: 'amount', scope: 'programme', max: '0', order: 'transactionDate' }],
    },
    'limitShared',
  ],
  ['something is earned', { tiers: FROM_ZERO }, 'earned'],
  [
    'something is earned, and there is more',
    {
      tiers: {
        boundary: 'atLeast',
        rows: [
          { from: '0', percent: '2' },
          { from: '1000', percent: '3' },
        ],
      },
    },
    'earned nextTier',
  ],
])('%s', (_, term, expected) => {
  expect(told(term)).toBe(expected);
});

it('of terms that exclude each other one is paid', () => {
  const rated = (id: string, rank: number) => ({ id, tiers: FROM_ZERO, exclusive: { ...exclusive, rank } });
  const terms = [rated('a', 1), rated('b', 2)].flatMap((term) => agreementText(term).terms as Json[]);
  const earnings = earningsOf(agreementOf({}, { terms }), SOLD);
  const reasons = earnings.map((earning) => `${earning.term} ${whyNot(earning).reason?.kind}`);
  expect(reasons).toEqual(['a undefined', 'b exclusiveLost']);
});

it('names the gates that failed and what they miss, not those that are met', () => {
  const [earning] = earningsOf(agreementOf({ tiers: FROM_ZERO, gates: gate('5', '12') }), SOLD);
  const { reason } = whyNot(earning as Earning);
  expect(reason?.steps.map(({ kind }) => kind)).toEqual(['gateMissedBy']);
  expect(reason?.steps[0]?.operands.missing).toEqual({ kind: 'number', value: '3', unit: 'EA' });
});

it('says how much is missing to a minimum', () => {
  const [earning] = earningsOf(agreementOf({ tiers: FROM_ZERO, minimum: { amount: '20' } }), SOLD);
  const { reason } = whyNot(earning as Earning);
  expect(reason && renderStep(reason, 'en').text.replaceAll('\u00a0', ' ')).toBe(
    'The amount is below the agreed minimum of EUR 20.00, and EUR 2.00 are missing: EUR 18.00 becomes EUR 0.00.',
  );
});

it('names lines that cannot be computed yet', () => {
  const lines = [...SOLD, lineOf({ document: 'D2', currency: 'USD', netValue: '500' })];
  expect(told({}, lines)).toBe('tierNone incomplete nextTier');
});
