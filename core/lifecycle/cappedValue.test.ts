import { expect, it } from 'vitest';
import { agreementOf, agreementText, type JsonObject, windowsText } from '../../test/support/trade.ts';
import { formatDecimal, rationalToDecimal } from '../number/decimal.ts';
import { cappedValue } from './cappedValue.ts';

const [TERM] = agreementText().terms as readonly JsonObject[];
const programme = { of: 'amount', scope: 'programme', max: '1000.50', order: 'proRata' };
const partner = { of: 'amount', scope: 'partner', max: '300' };
const named = { participants: [{ attribute: 'partner.code', in: ['P1', 'P2', 'P3'] }] };
const shared = (scope: string, max: string, terms: string[]) => ({
  sharedCaps: [{ id: 'all', terms, scope, max, spread: 'proRata' }],
});
const two = (first: JsonObject, second: JsonObject) => ({
  terms: [
    { ...TERM, ...first },
    { ...TERM, id: 'second', ...second },
  ],
});

it.each([
  ['no cap', {}, {}, 'none'],
  ['a cap of the programme for the year', { limits: [programme] }, {}, '1000.50'],
  ['in each of four quarters', { limits: [programme], windows: windowsText('quarter') }, {}, '4002.00'],
  ['a cap of a partner, and anybody can join', { limits: [partner] }, {}, 'none'],
  ['a cap of each of three partners', { limits: [partner] }, named, '900'],
  ['the lesser of two caps', { limits: [programme, partner] }, named, '900'],
  [
    'a cap of the payout measure only',
    { limits: [{ of: 'payout', scope: 'partner', max: '5' }] },
    named,
    'none',
  ],
  [
    'a floor, which is paid after the cap',
    { limits: [programme], floor: { amount: '5', when: 'always' } },
    {},
    'none',
  ],
  ['two terms, one without', {}, two({ limits: [programme] }, {}), 'none'],
  ['two terms', {}, two({ limits: [programme] }, { limits: [{ ...programme, max: '9' }] }), '1009.50'],
  [
    'a shared cap over both',
    {},
    { ...two({}, {}), ...shared('programme', '50', ['volume', 'second']) },
    '50',
  ],
  [
    'a shared cap above their own',
    {},
    {
      ...two({ limits: [programme] }, { limits: [programme] }),
      ...shared('programme', '5000', ['volume', 'second']),
    },
    '2001.00',
  ],
  [
    'a shared cap of each partner',
    {},
    { ...named, ...two({}, {}), ...shared('partner', '50', ['volume', 'second']) },
    '150',
  ],
  [
    'a shared cap of each partner, and anybody can join',
    {},
    { ...two({}, {}), ...shared('partner', '50', ['volume', 'second']) },
    'none',
  ],
])('%s', (_, term, differs, expected) => {
  const value = cappedValue(agreementOf(term as JsonObject, differs as JsonObject));
  const decimal = value && rationalToDecimal(value);
  expect(decimal === undefined ? 'none' : Number(formatDecimal(decimal))).toBe(
    expected === 'none' ? 'none' : Number(expected),
  );
});
