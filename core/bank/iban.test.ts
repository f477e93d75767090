import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIban } from './iban.ts';

describe('an IBAN', () => {
  /** Examples of the registry, and as they are printed. */
  it.each([
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['gb29 nwbk 6016 1331 9268 19', 'GB29NWBK60161331926819'],
    ['FR1420041010050500013M02606', 'FR1420041010050500013M02606'],
    ['NO9386011117947', 'NO9386011117947'],
    ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
    ['CH9300762011623852957', 'CH9300762011623852957'],
  ])('%s is one', (text, iban) => {
    expect(parseIban(text)).toEqual({ iban });
  });

  it.each([
    ['', 'iban-form'],
    ['89370400440532013000', 'iban-form'],
    ['DE89-3704-0044-0532-0130-00', 'iban-form'],
    ['DE8937040044053201300é', 'iban-form'],
    ['US64SVBKUS6S3300958879', 'iban-country'],
    ['CN89370400440532013000', 'iban-country'],
    ['DE8937040044053201300', 'iban-length'],
    ['DE893704004405320130000', 'iban-length'],
    ['DE88370400440532013000', 'iban-check-digits'],
    ['DE89370400440532013001', 'iban-check-digits'],
    ['DE89370400440532010300', 'iban-check-digits'],
  ])('“%s” is none: %s', (text, fault) => {
    expect(parseIban(text)).toEqual({ fault });
  });

  it('is told from every one with another digit', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digit = (Number(iban[place]) + more) % 10;
        const other = `${iban.slice(0, place)}${digit}${iban.slice(place + 1)}`;
        expect(parseIban(other)).toEqual({ fault: 'iban-check-digits' });
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});
