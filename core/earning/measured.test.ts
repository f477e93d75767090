import { describe, expect, it } from 'vitest';
import { decimalOf, fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import type { MeasurePlan } from '../plan/plan.ts';
import { measured, measuredShare } from './measured.ts';
import { NOTHING, type SlotSum, type Sums } from './sums.ts';

/** Slots by what each of their buckets holds; a slot has as many lines as buckets. */
function sumsOf(slots: Readonly<Record<string, readonly string[]>>): Sums {
  const slotOf = (values: readonly string[]): SlotSum => {
    const buckets = values.map((value, index) => [`b${index}`, fractionOf(value)] as const);
    const value = fractionOf(String(values.reduce((sum, one) => sum + Number(one), 0)));
    return { value, lines: values.length, buckets: new Map(buckets) };
  };
  return {
    partner: 'P1',
    pool: '',
    window: { from: 0, until: 1 },
    slots: new Map(Object.entries(slots).map(([id, values]) => [id, slotOf(values)])),
    blocked: NOTHING,
  };
}

function written(plan: MeasurePlan, slots: Readonly<Record<string, readonly string[]>>): string {
  const { value, lines } = measured(plan, sumsOf(slots));
  return `${exactText(value)} of ${lines}`;
}

describe('what a measure comes to', () => {
  it.each<[string, MeasurePlan, readonly string[], string]>([
    ['a sum', { take: 'sum', slot: 'q' }, ['3', '-1', '5'], '7 of 3'],
    ['a sum of nothing', { take: 'sum', slot: 'none' }, ['3'], '0 of 0'],
    ['what is capped', { take: 'sum', slot: 'q', max: decimalOf('4') }, ['3', '4', '5', '-6'], '5 of 4'],
    ['whole units', { take: 'full', slot: 'q' }, ['0.99', '1', '1.5', '2', '-1.5', '0'], '4 of 6'],
    ['buckets above zero', { take: 'positive', slot: 'q' }, ['0', '0.01', '-1', '5'], '2 of 4'],
  ])('%s', (_, plan, values, expected) => {
    expect(written(plan, { q: values })).toBe(expected);
  });

  it('pieces on whole units are those behind them', () => {
    const plan = { take: 'fullUnits', slot: 'pallets', units: 'pieces' } as const;
    const pallets = ['2.5', '1', '0.5', '0', '-1'];
    const pieces = ['100', '40', '20', '7', '-40'];
    expect(written(plan, { pallets, pieces })).toBe('120 of 5');
  });

  it.each([
    ['1', '2', '3'],
    ['5.9', '6', '2'],
    ['6', '5.99', '2'],
    ['6', '6', '3'],
    ['0', '6', '0'],
    ['-2', '6', '0'],
  ])('sets of two of a and three of b, from %s and %s', (a, b) => {
    const plan = {
      take: 'sets',
      parts: [
        { slot: 'a', quantity: decimalOf('2') },
        { slot: 'b', quantity: decimalOf('3') },
      ],
    } as const;
    const sets = Math.max(0, Math.min(Math.floor(Number(a) / 2), Math.floor(Number(b) / 3)));
    expect(written(plan, { a: [a], b: [b] })).toBe(`${sets} of 2`);
  });
});

describe('a share', () => {
  const share = { part: { take: 'sum', slot: 'a' }, whole: { take: 'sum', slot: 'b' } } as const;

  it.each([
    ['1', '4', '25'],
    ['1', '3', '100/3'],
    ['0', '4', '0'],
    ['-1', '4', '-25'],
    ['5', '4', '125'],
    ['1', '0.01', '10000'],
    ['1', '0', 'nothing'],
    ['1', '-4', 'nothing'],
  ])('of %s in %s is %s percent', (part, whole, expected) => {
    const found = measuredShare(share, sumsOf({ a: [part], b: [whole] }));
    expect(found ? exactText(found.value) : 'nothing').toBe(expected);
    if (found) expect(found.lines).toBe(1);
  });

  it('may be no share at all', () => {
    expect(measuredShare(share.part, sumsOf({ a: ['0'] }))?.lines).toBe(1);
  });
});
