import { expect, it } from 'vitest';
import { agreementOf, type JsonObject } from '../../test/support/trade.ts';
import { looksAcrossPartners } from './acrossPartners.ts';

const GROUP: JsonObject = {
  by: 'partner.group',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};
const cap = (scope: string) => ({ id: 'c', terms: ['volume'], scope, max: '5', spread: 'proRata' });
const rounding = (grain: string) => ({ rounding: { grain, mode: 'halfEven', unitRate: 'none' } });
const shared = { of: 'amount', scope: 'programme', max: '5', order: 'proRata' };

it.each<readonly [string, JsonObject, JsonObject, boolean]>([
  ['a plain term', {}, {}, false],
  ['a group', { group: GROUP }, {}, true],
  ['a limit of a partner', { limits: [{ of: 'amount', scope: 'partner', max: '5' }] }, {}, false],
  ['a limit that partners share', { limits: [shared] }, {}, true],
  ['cents of a partner', rounding('partnerWindow'), {}, false],
  ['cents of a programme', rounding('programmeWindow'), {}, true],
  ['a cap per partner', {}, { sharedCaps: [cap('partner')] }, false],
  ['a cap over all', {}, { sharedCaps: [cap('programme')] }, true],
])('%s', (_, term, agreement, expected) => {
  expect(looksAcrossPartners(agreementOf(term, agreement))).toBe(expected);
});
