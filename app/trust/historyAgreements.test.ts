import { expect, test } from 'vitest';
import { formatDate, parseDate } from '../../core/calendar/localDate.ts';
import { agreementOf, type JsonObject } from '../../test/support/trade.ts';
import { historyAgreement, type Standing } from './historyAgreements.ts';

const standing: Standing = {
  partner: [{ kind: 'partner', code: 'P1', name: 'P1', attributes: { segment: 'A' } }],
  product: [{ kind: 'product', code: 'A', name: 'A', attributes: {} }],
  companies: ['EU'],
};
const today = parseDate('2026-06-30') as number;
const reduced = (term: JsonObject, agreement: JsonObject = {}, own: Standing = standing) =>
  historyAgreement('X', agreementOf(term, agreement), { standing: own, today });

test('a plain ladder is what it says', () => {
  expect(reduced({})).toMatchObject({ side: 'customer', state: 'active', basis: 'value', windows: 'year' });
});

test('of several terms only what they cover and when', () => {
  const agreement = agreementOf({});
  const [term] = agreement.terms;
  const composed = { ...agreement, terms: [term, { ...term, id: 'second' }] } as typeof agreement;
  const read = historyAgreement('X', composed, { standing, today });
  expect(read).toMatchObject({ side: 'customer', state: 'active', tiers: [], partners: [], products: [] });
});

test.each<[string, JsonObject]>([
  ['another day than that of the invoice', { date: 'delivery' }],
  ['what a partner sells on', { transactions: 'sellThrough' }],
  ['a cap of what is paid on', { limits: [{ of: 'payout', scope: 'partner', max: '5000' }] }],
])('%s leaves none', (_, term) => {
  expect(reduced(term)).toBeUndefined();
});

test('lines of a company that does not count leave none', () => {
  expect(reduced({}, {}, { ...standing, companies: ['EU', 'US'] })).toBeUndefined();
});

test('one that was ended before ends then', () => {
  const termination = { lastDay: '2026-03-31', openWindows: 'settleToDate' };
  const ended = reduced({}, { termination });
  expect(ended?.state).toBe('ended');
  expect(formatDate(ended?.until ?? 0)).toBe('2026-04-01');
});
