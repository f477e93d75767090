import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, fractionOf } from '../../test/support/trade.ts';
import type { MasterRecord } from '../master/master.ts';
import { multiply, rational } from '../number/rational.ts';
import { unitFactor } from './unitFactor.ts';

function productOf(attributes: Record<string, string>): MasterRecord {
  return { code: 'W1', versions: [{ name: 'Washer', attributes }] };
}

/** "12", "1/12", "noUnitPath", or "unitFactorInvalid unit.CS twelve EA". */
function written(attributes: Record<string, string>, from: string, to: string): string {
  const found = unitFactor(productOf(attributes), from, to, undefined);
  if ('factor' in found) return `${found.factor.n}${found.factor.d === 1n ? '' : `/${found.factor.d}`}`;
  return found.reason === 'noUnitPath' ? found.reason : `${found.reason} ${found.attribute} ${found.text}`;
}

const W1 = { 'unit.CS': '12 EA', 'unit.PF': '48 CS', 'unit.EA': '0.35 KGM', 'unit.FL OZ': '2 DRM' };

describe('a unit factor', () => {
  it.each([
    ['CS', 'EA', '12'],
    ['EA', 'CS', '1/12'],
    ['PF', 'CS', '48'],
    ['PF', 'EA', '576'],
    ['EA', 'PF', '1/576'],
    ['CS', 'KGM', '21/5'],
    ['KGM', 'PF', '5/1008'],
    ['EA', 'EA', '1'],
    ['DRM', 'FL OZ', '1/2'],
    ['EA', 'DRM', 'noUnitPath'],
    ['EA', 'LTR', 'noUnitPath'],
    ['LTR', 'MTR', 'noUnitPath'],
    ['LTR', 'LTR', '1'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(written(W1, from, to)).toBe(expected);
  });

  it('needs master data, unless nothing is converted', () => {
    expect(unitFactor(undefined, 'CS', 'EA', undefined)).toEqual({ reason: 'noUnitPath' });
    expect(unitFactor(undefined, 'EA', 'EA', undefined)).toEqual({ factor: rational(1n) });
  });

  it('is that of the day, or as it stands now', () => {
    const cases = (count: string) => ({
      name: 'Washer',
      attributes: { 'unit.CS': '12 EA', 'unit.PF': count },
    });
    const product = {
      code: 'W1',
      versions: [cases('48 CS'), { ...cases('40 CS'), validFrom: dayOf('2026-03-15') }],
    };
    const on = (day: string | undefined) =>
      unitFactor(product, 'PF', 'EA', day === undefined ? undefined : dayOf(day));
    expect(on('2026-03-14')).toEqual({ factor: fractionOf('576') });
    expect(on('2026-03-15')).toEqual({ factor: fractionOf('480') });
    expect(on(undefined)).toEqual({ factor: fractionOf('480') });
  });

  it('comes through circles', () => {
    const circle = { 'unit.A': '2 B', 'unit.B': '3 C', 'unit.C': '5 A' };
    expect([written(circle, 'A', 'C'), written(circle, 'C', 'B')]).toEqual(['1/5', '1/3']);
    expect(written(circle, 'A', 'Z')).toBe('noUnitPath');
    expect(written({ 'unit.A': '1 A' }, 'A', 'B')).toBe('noUnitPath');
  });

  it('is that of the shortest way where master data contradicts itself', () => {
    const direct = { 'unit.A': '2 B', 'unit.B': '3 Z', 'unit.Z': '5 A' };
    expect(written(direct, 'A', 'Z')).toBe('1/5');
  });

  it('is that of the first way by name among equally short ones, seen from the end whose name comes first', () => {
    const throughL = { 'unit.A': '2 L', 'unit.L': '7 Z' };
    const throughM = { 'unit.M': '3 A', 'unit.Z': '5 M' };
    expect(written(throughM, 'A', 'Z')).toBe('1/15');
    expect(written({ ...throughL, ...throughM }, 'A', 'Z')).toBe('14');
    expect(written({ ...throughM, ...throughL }, 'Z', 'A')).toBe('1/14');
    const crossed = {
      'unit.A': '2 B',
      'unit.B': '2 Y',
      'unit.Y': '2 Z',
      'unit.C': '3 A',
      'unit.X': '3 C',
      'unit.Z': '3 X',
    };
    expect([written(crossed, 'A', 'Z'), written(crossed, 'Z', 'A')]).toEqual(['8', '1/8']);
  });

  it('believes the first unit by name where two of them speak of one pair', () => {
    const both = { 'unit.CS': '12 EA', 'unit.EA': '0.1 CS' };
    expect([written(both, 'CS', 'EA'), written(both, 'EA', 'CS')]).toEqual(['12', '1/12']);
  });

  it.each([
    'twelve EA',
    '0 EA',
    '-12 EA',
    '12',
    '12EA',
    ' 12 EA',
    '12 EA ',
    '12  EA',
    '1,5 EA',
    '1e3 EA',
    '1/2 EA',
    '12 CS',
    'EA',
  ])('that reads “%s” is named', (text) => {
    const named = `unitFactorInvalid unit.CS ${text}`;
    expect(written({ 'unit.CS': text }, 'CS', 'EA')).toBe(named);
    expect(written({ 'unit.CS': text }, 'EA', 'CS')).toBe(named);
    expect(written({ 'unit.CS': text, 'unit.EA': '0.1 CS' }, 'EA', 'CS')).toBe(named);
    expect(written({ 'unit.CS': text, 'unit.PF': '48 CS', 'unit.EA': '0.1 CS' }, 'PF', 'EA')).toBe(named);
  });

  it('that cannot be read leaves ways alone that do not pass its unit', () => {
    expect(written({ 'unit.PF': 'many CS', 'unit.CS': '12 EA' }, 'CS', 'EA')).toBe('12');
    expect(written({ 'unit.PF': 'many CS', 'unit.CS': '12 EA' }, 'CS', 'KGM')).toBe(
      'unitFactorInvalid unit.PF many CS',
    );
    expect(written({ 'unit.PF': '' }, 'PF', 'EA')).toBe('noUnitPath');
  });
});

const units = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const factors = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 2 }), units);
const graphs = fc.dictionary(
  units.map((unit) => `unit.${unit}`),
  factors.map(([digits, scale, unit]) => `${digits / 10 ** scale} ${unit}`),
  { noNullPrototype: true },
);

describe('the law of unit factors', () => {
  it('there and back is 1, whatever master data says', () => {
    let converted = 0;
    fc.assert(
      fc.property(graphs, units, units, (attributes, from, to) => {
        const product = productOf(attributes);
        const there = unitFactor(product, from, to, undefined);
        const back = unitFactor(product, to, from, undefined);
        if ('factor' in there && 'factor' in back) {
          expect(multiply(there.factor, back.factor)).toEqual(rational(1n));
          if (from !== to) converted += 1;
        } else expect(back).toEqual(there);
      }),
      { numRuns: 1000, seed: 20_261_124 },
    );
    expect(converted).toBeGreaterThan(200);
  });

  it('a chain is the product of its links where master data does not contradict itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 6 }), (links) => {
        const attributes = Object.fromEntries(
          links.map((count, at) => [`unit.U${at}`, `${count} U${at + 1}`]),
        );
        const product = links.reduce((all, count) => all * BigInt(count), 1n);
        expect(written(attributes, 'U0', `U${links.length}`)).toBe(String(product));
      }),
      { numRuns: 200, seed: 20_261_124 },
    );
  });
});
