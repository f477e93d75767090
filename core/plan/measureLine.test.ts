import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf, lineOf, type Texts } from '../../test/support/trade.ts';
import type { Conversion, CurrencyConversion, Measure, Price } from '../agreement/agreement.ts';
import type { Line } from '../fact/line.ts';
import { type Master, type MasterVersion, NO_MASTER } from '../master/master.ts';
import { multiply, type Rational, rational } from '../number/rational.ts';
import type { MeasureContext } from './convertLine.ts';
import { measureLine } from './measureLine.ts';

function version(validFrom: string, attributes: Record<string, string>): MasterVersion {
  return { name: '', attributes, ...(validFrom !== '' && { validFrom: dayOf(validFrom) }) };
}

const MASTER: Master = {
  ...NO_MASTER,
  products: new Map([
    [
      'A',
      {
        code: 'A',
        versions: [
          version('', {
            'unit.CS': '12 EA',
            'unit.PF': '48 CS',
            'price.claim': '6.00 EUR',
            'price.usd': '5 USD',
          }),
          version('2026-03-15', { 'unit.CS': '12 EA', 'unit.PF': '40 CS', 'price.claim': '5.50 EUR' }),
        ],
      },
    ],
    ['BAD', { code: 'BAD', versions: [version('', { 'unit.CS': 'twelve EA', 'price.claim': 'cheap' })] }],
  ]),
  rates: new Map([
    [
      'USD/EUR',
      {
        code: 'USD/EUR',
        versions: [
          version('2026-01-01', { closing: '0.95' }),
          version('2026-02-03', { closing: '0.9' }),
          version('2026-02-10', { closing: '0.8' }),
          version('2026-02-11', { closing: 'n/a' }),
          version('2026-12-31', { closing: '0.7' }),
        ],
      },
    ],
    ['EUR/GBP', { code: 'EUR/GBP', versions: [version('2026-02-03', { closing: '0.75' })] }],
  ]),
};

const RATE: CurrencyConversion = {
  rateOn: 'invoice',
  rateType: 'closing',
  path: 'direct',
  fallback: 'blocked',
};
const AS_DELIVERED: Conversion = { units: { factorsAsOf: 'delivery' }, currency: RATE };
const NONE: Conversion = { units: 'none', currency: 'none' };

function contextOf(differs: Partial<MeasureContext> = {}): MeasureContext {
  return {
    currency: 'EUR',
    conversion: AS_DELIVERED,
    master: MASTER,
    placedOn: dayOf('2026-02-03'),
    isOriginal: false,
    payoutWindow: { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') },
    validityStart: dayOf('2026-01-01'),
    ...differs,
  };
}

/** "10" or "10 × 1/12" (the number before its factor), or "noUnitPath {…}". */
function written(measure: Measure, line: Line, context: MeasureContext = contextOf()): string {
  const found = measureLine(measure, line, context);
  if ('block' in found) return `${found.block} ${JSON.stringify(found.facts)}`;
  const number = fractionText(rational(found.amount, 10n ** BigInt(found.scale)));
  return found.factor.n === found.factor.d ? number : `${number} × ${fractionText(found.factor)}`;
}

function fractionText({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

function total(measure: Measure, line: Line, context: MeasureContext = contextOf()): Rational {
  const found = measureLine(measure, line, context);
  if ('block' in found) throw new Error(found.block);
  return multiply(rational(found.amount, 10n ** BigInt(found.scale)), found.factor);
}

const PRICES: Texts = {
  listPrice: '20.00',
  unitPrice: '15.00',
  unitCost: '9.50',
  netValue: '150.00',
  quantity: '10',
};

function value(basis: Extract<Measure, { of: 'value' }>['basis']): Measure {
  return { of: 'value', basis };
}

function units(unit: string): Measure {
  return { of: 'quantity', basis: 'invoiced', unit };
}

function price(source: 'list' | 'unit' | 'net' | 'cost', times = '1'): Price {
  return { source, times: decimalOf(times) };
}

function claim(name = 'claim', times = '1'): Price {
  return { source: 'product', name, times: decimalOf(times) };
}

function agreed(text: string, product = 'A'): Price {
  return { source: 'agreed', prices: [{ product, price: decimalOf(text) }], times: decimalOf('1') };
}

function at(chosen: Price, unit = 'EA', basis: 'invoiced' | 'stocked' = 'invoiced'): Measure {
  return { of: 'atPrice', basis, unit, price: chosen };
}

function difference(
  higher: Price,
  lower: Price,
  whenNegative: 'zero' | 'negative' = 'zero',
  unit = 'EA',
): Measure {
  return { of: 'priceDifference', basis: 'invoiced', unit, higher, lower, whenNegative };
}

describe('a quantity', () => {
  it.each(['invoiced', 'ordered', 'received', 'stocked'] as const)('%s', (basis) => {
    const texts = { quantity: '1', orderedQuantity: '2.5', receivedQuantity: '3', stockedQuantity: '-4' };
    const expected = { invoiced: '1', ordered: '5/2', received: '3', stocked: '-4' };
    expect(written({ of: 'quantity', basis, unit: 'EA' }, lineOf(texts))).toBe(expected[basis]);
  });

  it.each([
    ['CS', 'EA', '3 × 12'],
    ['PF', 'EA', '3 × 576'],
    ['EA', 'PF', '3 × 1/576'],
    ['KGM', 'KGM', '3'],
    ['EA', 'KGM', 'noUnitPath {"product":"A","from":"EA","to":"KGM"}'],
  ])('in %s, measured in %s', (unit, wanted, expected) => {
    const line = lineOf({ quantity: '3', unit, deliveryDate: '2026-03-14' });
    expect(written(units(wanted), line)).toBe(expected);
    expect(written({ of: 'pallets', basis: 'invoiced', unit: wanted } as Measure, line)).toBe(expected);
    expect(written({ of: 'bundles', basis: 'invoiced', unit: wanted } as Measure, line)).toBe(expected);
  });

  it('keeps its nine places', () => {
    const found = measureLine(units('EA'), lineOf({ quantity: '1.000000001' }), contextOf());
    expect(found).toEqual({ amount: 1_000_000_001n, scale: 9, factor: rational(1n) });
  });

  it.each([
    ['2026-03-14', '1 × 576'],
    ['2026-03-15', '1 × 480'],
    ['', 'measureMissing {"field":"deliveryDate"}'],
  ])('is converted with the factor of its delivery on “%s”', (deliveryDate, expected) => {
    expect(written(units('EA'), lineOf({ unit: 'PF', deliveryDate }))).toBe(expected);
  });

  it('is converted with the factor of today, or not at all', () => {
    const line = lineOf({ unit: 'PF', deliveryDate: '2026-03-14' });
    const current = contextOf({ conversion: { ...NONE, units: { factorsAsOf: 'current' } } });
    expect(written(units('EA'), line, current)).toBe('1 × 480');
    const none = contextOf({ conversion: NONE });
    expect(written(units('EA'), line, none)).toBe('noUnitPath {"product":"A","from":"PF","to":"EA"}');
    expect(written(units('PF'), line, none)).toBe('1');
  });

  it('of a return in the place of its original has the factor of the original', () => {
    const original = {
      document: 'D0',
      line: '1',
      dates: { delivery: dayOf('2026-03-14') },
      attributes: {},
      batch: 1,
    };
    const line = lineOf({ quantity: '-1', unit: 'PF', deliveryDate: '2026-03-20' }, { original });
    expect(written(units('EA'), line, contextOf({ isOriginal: true }))).toBe('-1 × 576');
    expect(written(units('EA'), line, contextOf({ isOriginal: false }))).toBe('-1 × 480');
    const undated = { ...line, original: { ...original, dates: {} } };
    expect(written(units('EA'), undated, contextOf({ isOriginal: true }))).toBe(
      'measureMissing {"field":"deliveryDate"}',
    );
  });

  it('is blocked and named where the factor cannot be read', () => {
    const line = lineOf({ product: 'BAD', unit: 'CS', deliveryDate: '2026-03-14' });
    expect(written(units('EA'), line)).toBe(
      'unitFactorInvalid {"product":"BAD","attribute":"unit.CS","value":"twelve EA"}',
    );
    expect(written(units('EA'), { ...line, product: 'NEW' })).toBe(
      'noUnitPath {"product":"NEW","from":"CS","to":"EA"}',
    );
  });
});

describe('a value', () => {
  it.each([
    ['list', '200'],
    ['invoice', '180'],
    ['net', '150'],
    ['gross', '357/2'],
    ['margin', '55'],
    ['orderedAtPrice', '180'],
    ['receivedAtPrice', '165'],
    ['stockedAtPrice', '0'],
  ] as const)('%s', (basis, expected) => {
    const more = { orderedQuantity: '12', receivedQuantity: '11', stockedQuantity: '0', grossValue: '178.5' };
    const line = lineOf({ ...PRICES, ...more, 'discount.rule.TRADE': '10%' });
    expect(written(value(basis), line)).toBe(expected);
  });

  it.each([
    ['list', 'listPrice'],
    ['list', 'quantity'],
    ['invoice', 'listPrice'],
    ['net', 'netValue'],
    ['gross', 'grossValue'],
    ['margin', 'netValue'],
    ['margin', 'unitCost'],
    ['margin', 'quantity'],
    ['orderedAtPrice', 'unitPrice'],
    ['orderedAtPrice', 'orderedQuantity'],
  ] as const)('%s is never zero without %s', (basis, missing) => {
    const all = { ...PRICES, orderedQuantity: '1', grossValue: '1' };
    const field = { quantity: 'quantity.invoiced', orderedQuantity: 'quantity.ordered' };
    const name = missing in field ? field[missing as keyof typeof field] : missing;
    expect(written(value(basis), lineOf({ ...all, [missing]: '' }))).toBe(
      `measureMissing {"field":"${name}"}`,
    );
  });

  it('of a count is the net value', () => {
    expect(written({ of: 'count', what: 'product' }, lineOf({ netValue: '-3.5' }))).toBe('-7/2');
  });

  it('stands at nine places as received, at eighteen as a product, and further on only where it must', () => {
    const scale = (measure: Measure, texts: Texts) => {
      const found = measureLine(measure, lineOf({ ...PRICES, ...texts }), contextOf());
      return 'block' in found ? found.block : found.scale;
    };
    expect(scale(value('net'), {})).toBe(9);
    expect(scale(value('list'), {})).toBe(18);
    expect(scale(value('list'), { quantity: '0.000000001', listPrice: '0.000000001' })).toBe(18);
    expect(scale(value('invoice'), { 'discount.rule.A': '10%', 'discount.rule.B': '3%' })).toBe(18);
    const finest = { quantity: '0.000000001', listPrice: '0.000000001', 'discount.rule.A': '0.1%' };
    expect(scale(value('invoice'), finest)).toBe(27);
  });
});

describe('a value in another currency', () => {
  const line = lineOf({ currency: 'USD', netValue: '150', deliveryDate: '2026-02-10' });
  const rated = (differs: Partial<CurrencyConversion>, context: Partial<MeasureContext> = {}) =>
    written(
      value('net'),
      line,
      contextOf({ conversion: { units: 'none', currency: { ...RATE, ...differs } }, ...context }),
    );

  it.each([
    [{ rateOn: 'invoice' }, '150 × 9/10'],
    [{ rateOn: 'delivery' }, '150 × 4/5'],
    [{ rateOn: 'posting' }, 'measureMissing {"field":"postingDate"}'],
    [{ rateOn: 'agreementStart' }, '150 × 19/20'],
    [{ rateOn: 'windowEnd' }, '150 × 7/10'],
    [{ rateType: 'average' }, 'noExchangeRate {"from":"USD","to":"EUR","day":"2026-02-03"}'],
    [{ path: 'inverse' }, 'noExchangeRate {"from":"USD","to":"EUR","day":"2026-02-03"}'],
    [{ path: { through: 'EUR' } }, '150 × 9/10'],
  ] as const)('%j', (differs, expected) => {
    expect(rated(differs)).toBe(expected);
  });

  it('goes on through a third one, or is blocked', () => {
    expect(rated({ path: { through: 'EUR' } }, { currency: 'GBP' })).toBe('150 × 27/40');
    expect(rated({}, { currency: 'GBP' })).toBe(
      'noExchangeRate {"from":"USD","to":"GBP","day":"2026-02-03"}',
    );
    expect(written(value('net'), line, contextOf({ conversion: NONE }))).toBe(
      'noExchangeRate {"from":"USD","to":"EUR"}',
    );
  });

  it('falls back, and never over a text that cannot be read', () => {
    const from = (day: string, previousDays: number) => {
      const conversion: Conversion = { units: 'none', currency: { ...RATE, fallback: { previousDays } } };
      return written(value('net'), { ...line, dates: { invoice: dayOf(day) } }, contextOf({ conversion }));
    };
    expect(from('2026-02-09', 6)).toBe('150 × 9/10');
    expect(from('2026-02-09', 5)).toBe('noExchangeRate {"from":"USD","to":"EUR","day":"2026-02-09"}');
    expect(from('2026-02-12', 6)).toBe(
      'exchangeRateInvalid {"rate":"USD/EUR","day":"2026-02-11","value":"n/a"}',
    );
  });

  it('of a return in the place of its original has the rate of the original', () => {
    const original = {
      document: 'D0',
      line: '1',
      dates: { invoice: dayOf('2026-02-10') },
      attributes: {},
      batch: 1,
    };
    const back = { ...line, original };
    expect(written(value('net'), back, contextOf({ isOriginal: true }))).toBe('150 × 4/5');
    expect(written(value('net'), back, contextOf())).toBe('150 × 9/10');
  });
});

describe('a quantity at a price', () => {
  const line = lineOf({ ...PRICES, deliveryDate: '2026-02-03' });

  it.each([
    ['list', at(price('list')), '200'],
    ['unit', at(price('unit')), '150'],
    ['cost, times', at(price('cost', '0.8')), '76'],
    ['net', at(price('net')), '150'],
    ['of master data', at(claim()), '60'],
    ['of master data, times', at(claim('claim', '0.125')), '15/2'],
    ['in another currency', at(claim('usd')), '50 × 9/10'],
    ['agreed', at(agreed('5.25')), '105/2'],
    ['agreed for others', at(agreed('5.25', 'B')), 'priceMissing {"product":"A"}'],
    ['unknown', at(claim('gold')), 'priceMissing {"product":"A","attribute":"price.gold"}'],
    ['of no quantity', at(price('list'), 'EA', 'stocked'), 'measureMissing {"field":"quantity.stocked"}'],
  ])('%s', (_, measure, expected) => {
    expect(written(measure, line)).toBe(expected);
  });

  it('of the line needs no conversion, one of master data or of the agreement does', () => {
    const cases = lineOf({ ...PRICES, unit: 'CS', deliveryDate: '2026-02-03' });
    expect(written(at(price('list')), cases)).toBe('200');
    expect(written(at(price('list')), cases, contextOf({ conversion: NONE }))).toBe('200');
    expect(written(at(claim()), cases)).toBe('60 × 12');
    expect(written(at(agreed('5'), 'PF'), cases)).toBe('50 × 1/48');
    expect(written(at(agreed('5'), 'KGM'), cases)).toBe('noUnitPath {"product":"A","from":"CS","to":"KGM"}');
    expect(written(at(claim('usd')), cases)).toBe('50 × 54/5');
  });

  it('is that of the day on which the line acts', () => {
    expect(written(at(claim()), line, contextOf({ placedOn: dayOf('2026-03-15') }))).toBe('55');
  });

  it.each(['listPrice', 'unitPrice', 'unitCost', 'netValue'] as const)(
    'is never zero without %s',
    (missing) => {
      const sources = { listPrice: 'list', unitPrice: 'unit', unitCost: 'cost', netValue: 'net' } as const;
      const measure = at(price(sources[missing]));
      expect(written(measure, lineOf({ ...PRICES, [missing]: '' }))).toBe(
        `measureMissing {"field":"${missing}"}`,
      );
    },
  );

  it('that cannot be read is named', () => {
    expect(written(at(claim()), lineOf({ product: 'BAD' }))).toBe(
      'priceInvalid {"product":"BAD","attribute":"price.claim","value":"cheap"}',
    );
  });

  it('net is the net value per invoiced unit, also where that never ends', () => {
    const stocked = (quantity: string, netValue: string) =>
      written(at(price('net'), 'EA', 'stocked'), lineOf({ quantity, netValue, stockedQuantity: '2' }));
    expect(stocked('8', '10')).toBe('5/2');
    expect(stocked('3', '10')).toBe('20 × 1/3');
    expect(stocked('30', '10')).toBe('2 × 1/3');
    expect(stocked('-3', '-10')).toBe('20 × 1/3');
    expect(stocked('0', '10')).toBe('quantityZero {}');
    expect(stocked('', '10')).toBe('measureMissing {"field":"quantity.invoiced"}');
    expect(written(at(price('net')), lineOf({ quantity: '3', netValue: '10' }))).toBe('10');
  });
});

describe('a difference of prices', () => {
  const ten = (texts: Texts = {}) => lineOf({ ...PRICES, deliveryDate: '2026-02-03', ...texts });

  it.each([
    ['list less supported price', difference(price('list'), agreed('16')), '40'],
    ['the same price', difference(price('list'), agreed('20')), '0'],
    ['below zero, taken as zero', difference(price('unit'), price('list')), '0'],
    ['below zero, as it is', difference(price('unit'), price('list'), 'negative'), '-50'],
    ['with a factor on the lower price', difference(price('list'), agreed('16.00'), 'zero'), '40'],
    ['no price', difference(price('list'), agreed('16', 'B')), 'priceMissing {"product":"A"}'],
    [
      'no higher price',
      difference(claim('x'), price('list')),
      'priceMissing {"product":"A","attribute":"price.x"}',
    ],
  ])('%s', (_, measure, expected) => {
    expect(written(measure, ten())).toBe(expected);
  });

  // List 100, supported 80, margin 20 %, 10 units: semantics 5.21.
  it('keeps a margin', () => {
    const lower: Price = {
      source: 'agreed',
      prices: [{ product: 'A', price: decimalOf('80') }],
      times: decimalOf('0.8'),
    };
    expect(written(difference(price('list'), lower), ten({ listPrice: '100' }))).toBe('360');
  });

  it.each(['zero', 'negative'] as const)('of a return is what its sale gave: %s', (whenNegative) => {
    for (const lower of ['16', '20', '27']) {
      const measure = difference(price('list'), agreed(lower), whenNegative);
      const [sale, back] = [
        total(measure, ten()),
        total(measure, ten({ quantity: '-10', netValue: '-150' })),
      ];
      expect(back).toEqual({ n: -sale.n, d: sale.d });
    }
  });

  it('of two units or currencies is exact', () => {
    const cases = ten({ unit: 'CS', listPrice: '100', currency: 'USD' });
    expect(total(difference(price('list'), agreed('5')), cases)).toEqual(rational(300n));
    expect(total(difference(price('list'), agreed('5'), 'zero', 'PF'), cases)).toEqual(
      rational(21_575n, 24n),
    );
    expect(written(difference(price('list'), agreed('5'), 'zero', 'PF'), cases)).toBe('215750 × 1/240');
    expect(written(difference(price('list'), agreed('5000'), 'zero', 'PF'), cases)).toBe('0 × 1/240');
    expect(written(difference(claim('usd'), claim('usd', '0.5')), cases)).toBe('25 × 54/5');
  });
});

describe('the laws of measuring', () => {
  const decimals = fc
    .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, scale]) => ({ digits: BigInt(digits), scale }));
  const measures: readonly Measure[] = [
    value('list'),
    value('invoice'),
    value('margin'),
    value('net'),
    at(price('list', '0.37')),
    at(claim('usd')),
    at(price('net'), 'EA', 'stocked'),
    difference(price('list'), agreed('16'), 'negative'),
    difference(price('net'), claim('usd'), 'zero', 'PF'),
  ];

  it('a line and its exact opposite are nothing together', () => {
    let counted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...measures),
        decimals,
        decimals,
        decimals,
        (measure, quantity, netValue, cost) => {
          const texts = { ...PRICES, unit: 'CS', currency: 'USD', deliveryDate: '2026-02-03' };
          const base = lineOf({ ...texts, 'discount.rule.A': '7.25%', 'discount.promotion.B': '=19.99' });
          const invoiced = { ...quantity, digits: quantity.digits === 0n ? 1n : quantity.digits };
          const sale = { ...base, netValue, unitCost: cost, quantities: { invoiced, stocked: quantity } };
          const back = {
            ...sale,
            netValue: negated(netValue),
            quantities: { invoiced: negated(invoiced), stocked: negated(quantity) },
          };
          const [there, again] = [total(measure, sale), total(measure, back)];
          expect(again).toEqual({ n: -there.n, d: there.d });
          if (there.n !== 0n) counted += 1;
        },
      ),
      { numRuns: 500, seed: 20_261_124 },
    );
    expect(counted).toBeGreaterThan(250);
  });

  it('twice the quantity is twice the worth', () => {
    fc.assert(
      fc.property(decimals, (quantity) => {
        const line = lineOf({ ...PRICES, unit: 'PF', currency: 'USD', deliveryDate: '2026-02-03' });
        const once = { ...line, quantities: { invoiced: quantity } };
        const twice = { ...line, quantities: { invoiced: { ...quantity, digits: 2n * quantity.digits } } };
        for (const measure of [value('list'), at(claim('usd')), units('EA')]) {
          expect(total(measure, twice)).toEqual(multiply(total(measure, once), rational(2n)));
        }
      }),
      { numRuns: 200, seed: 20_261_124 },
    );
  });
});

function negated({ digits, scale }: { digits: bigint; scale: number }) {
  return { digits: -digits, scale };
}
