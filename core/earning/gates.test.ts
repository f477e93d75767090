import { describe, expect, it } from 'vitest';
import { agreementOf, fractionOf, type JsonObject, planTermOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { openGates } from './gates.ts';
import { NOTHING, type Sums } from './sums.ts';

const NET: JsonObject = { of: 'value', basis: 'net' };
const OF_A = { ...NET, where: [{ attribute: 'product.code', in: ['A'] }] };

/** Sums of the slots of gates, in their order. */
function sumsOf(values: Readonly<Record<string, string>>): Sums {
  const slots = Object.entries(values).map(([id, text]) => {
    const value = fractionOf(text);
    return [id, { value, lines: 1, buckets: new Map([['', value]]) }] as const;
  });
  return {
    partner: 'P1',
    pool: '',
    window: { from: 0, until: 1 },
    slots: new Map(slots),
    blocked: NOTHING,
  };
}

/** "shut: met, missed 1/2": how gates stand. */
function written(need: 'all' | number, tests: readonly JsonObject[], sums: Sums): string {
  const planned = planTermOf(agreementOf({ gates: { need, within: 'window', tests } }));
  const { isOpen, outcomes } = openGates(planned, sums);
  const each = outcomes.map(({ isMet, missing }) =>
    [isMet ? 'met' : 'missed', ...(missing ? [exactText(missing)] : [])].join(' '),
  );
  return `${isOpen ? 'open' : 'shut'}: ${each.join(', ')}`;
}

function of(boundary: string, from: string): JsonObject {
  return { measure: NET, boundary, from };
}

describe('a gate', () => {
  it.each([
    ['atLeast', '99.99', 'shut: missed 0.01'],
    ['atLeast', '100', 'open: met'],
    ['atLeast', '100.01', 'open: met'],
    ['atLeast', '-1', 'shut: missed 101'],
    ['moreThan', '99.5', 'shut: missed 0.5'],
    ['moreThan', '100', 'shut: missed 0'],
    ['moreThan', '100.01', 'open: met'],
    ['moreThan', '101', 'open: met'],
  ])('%s 100 on %s is %s', (boundary, value, expected) => {
    expect(written('all', [of(boundary, '100')], sumsOf({ 'gate.0': value }))).toBe(expected);
  });

  it.each([
    ['atLeast', '20', '19', '100', 'shut: missed 1.25'],
    ['atLeast', '20', '20', '100', 'open: met'],
    ['atLeast', '20', '0', '80', 'shut: missed 20'],
    ['atLeast', '0.5', '0', '1', 'shut: missed 1/199'],
    ['atLeast', '60', '1', '2', 'shut: missed 0.5'],
    ['moreThan', '20', '20', '100', 'shut: missed 0'],
    ['moreThan', '20', '21', '100', 'open: met'],
    ['atLeast', '100', '99', '100', 'shut: missed'],
    ['atLeast', '120', '99', '100', 'shut: missed'],
    ['atLeast', '99', '50', '100', 'shut: missed 4900'],
    ['atLeast', '0', '0', '0', 'shut: missed 0'],
  ])('share %s %s percent of %s in %s is %s', (boundary, percent, part, whole, expected) => {
    const test = { share: { part: OF_A, whole: NET }, boundary, percent };
    const sums = sumsOf({ 'gate.0': part, 'gate.0.whole': whole });
    expect(written('all', [test], sums)).toBe(expected);
  });

  it.each([
    ['all', 'shut'],
    [1, 'open'],
    [2, 'open'],
    [3, 'shut'],
  ] as const)('of three with two met, needing %s, is %s', (need, expected) => {
    const tests = [of('atLeast', '1'), of('atLeast', '2'), of('atLeast', '3')];
    const sums = sumsOf({ 'gate.0': '2', 'gate.1': '2', 'gate.2': '2' });
    expect(written(need, tests, sums)).toBe(`${expected}: met, met, missed 1`);
  });
});
