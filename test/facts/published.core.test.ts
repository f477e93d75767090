import { describe, expect, it } from 'vitest';
import { differences } from '../../core/booking/differences.ts';
import { moneyText } from '../../core/money/money.ts';
import { divide, multiply, rational } from '../../core/number/rational.ts';
import { roundAt } from '../../core/number/round.ts';
import { agreementOf, earningsOf, fractionOf, type JsonObject, lineOf } from '../support/trade.ts';

/** Worked examples that others have published, each with its source. */
function earned(
  term: JsonObject,
  ...values: readonly (readonly [invoiceDate: string, netValue: string])[]
): string {
  const lines = values.map(([invoiceDate, netValue], index) =>
    lineOf({ document: `D${index}`, invoiceDate, netValue }),
  );
  const [earning] = earningsOf(agreementOf(term), lines);
  return earning === undefined ? 'none' : moneyText(earning.amount);
}

describe('Microsoft Dynamics 365, rebate management', () => {
  /**
   * Source: MicrosoftDocs/dynamics-365-unified-operations-public, rebate-management-deals.md, commit
   * 01e904d8: line A 10 % up to 1,000, line B 25 % up to 2,500; a volume of 2,000 gives 500
   * cumulative and 350 stepped.
   */
  const tiers = {
    boundary: 'atLeast',
    rows: [
      { from: '0', percent: '10' },
      { from: '1000', percent: '25' },
    ],
  };

  it('cumulative: the top tier on everything', () => {
    expect(earned({ formula: 'wholeVolume', tiers }, ['2026-02-03', '2000'])).toBe('500.00');
  });

  it('stepped: each tier on its own part', () => {
    expect(earned({ formula: 'marginal', tiers }, ['2026-02-03', '2000'])).toBe('350.00');
  });
});

describe('SAP, condition contract settlement', () => {
  /**
   * Source: https://learning.sap.com/learning-journeys/configuring-pricing-in-sap-s-4hana-sales/maintaining-condition-contracts:
   * scale from 5,000 at 2 %, a higher level at 4 %.
   * October 3,000: nothing. November, 7,000 in all: 140. At the end 27,000: 1,080, of which 140 are
   * paid and 940 are due. The page does not name the higher level; anything above 7,000 does.
   */
  const term = {
    tiers: {
      boundary: 'atLeast',
      rows: [
        { from: '5000', percent: '2' },
        { from: '10000', percent: '4' },
      ],
    },
  };
  const [october, november, december] = [
    ['2026-10-31', '3000'],
    ['2026-11-30', '4000'],
    ['2026-12-31', '20000'],
  ] as const;

  it('nothing in October, 140 in November, 1,080 at the end', () => {
    expect(earned(term, october)).toBe('0.00');
    expect(earned(term, october, november)).toBe('140.00');
    expect(earned(term, october, november, december)).toBe('1080.00');
  });

  it('leaves 940 to pay', () => {
    const layers = [{ cause: 'onTimeLines' as const, targets: new Map([['P1', 108_000n]]) }];
    expect(differences(layers, new Map([['P1', 14_000n]]))).toMatchObject([{ delta: 94_000n }]);
  });
});

describe('Enable, growth', () => {
  /**
   * Source: https://help-center.enable.com/hc/en-gb/articles/19135118086802-Fully-retrospective: 110 % gives 2 %, 115 % 3 %, 120 % 4 %; 2,350,000
   * against 2,000,000 is 117.5 %, and fully retrospective 70,500.
   */
  const term = {
    formula: 'growthWhole',
    tiers: {
      boundary: 'atLeast',
      rows: [
        { from: '110', percent: '2' },
        { from: '115', percent: '3' },
        { from: '120', percent: '4' },
      ],
    },
    baseline: {
      source: 'sameWindowPreviousYear',
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    },
  };

  it('fully retrospective', () => {
    expect(earned(term, ['2025-06-30', '2000000'], ['2026-06-30', '2350000'])).toBe('70500.00');
  });

  /**
   * Source: https://enable.com/articles/targeted-unit-rate-with-targets-in-units-mechanism: bands are
   * "less than 500,000" and "greater than or equal".
   */
  it('closes its bands below', () => {
    const tiers = {
      boundary: 'atLeast',
      rows: [
        { from: '0', percent: '1' },
        { from: '500000', percent: '2' },
      ],
    };
    expect(earned({ tiers }, ['2026-02-03', '499999.99'])).toBe('5000.00');
    expect(earned({ tiers }, ['2026-02-03', '500000'])).toBe('10000.00');
  });
});

describe('Medicaid, unit rebate amounts', () => {
  /**
   * Source: medicaid.gov, "Unit Rebate Amount Calculation for Non-innovator Multiple Source Drugs":
   * six places, then four.
   */
  it('before 2017: 13 % of 0.1243', () => {
    const six = roundAt(multiply(fractionOf('0.1243'), fractionOf('0.13')), 6, 'halfAwayFromZero');
    expect(six).toBe(16_159n);
    expect(roundAt(rational(six, 10n ** 6n), 4, 'halfAwayFromZero')).toBe(162n);
  });

  /** Source: the same, from 2017: seven places; the quotient of the indexes is not rounded before. */
  it('from 2017: round the product, not the quotient inside it', () => {
    expect(roundAt(multiply(fractionOf('0.357911'), fractionOf('0.13')), 7, 'halfAwayFromZero')).toBe(
      465_284n,
    );
    const quotient = divide(fractionOf('0.244795'), fractionOf('238.031'));
    const once = roundAt(multiply(quotient, fractionOf('239.083')), 7, 'halfAwayFromZero');
    expect(once).toBe(2_458_769n);
    const rounded = rational(roundAt(quotient, 7, 'halfAwayFromZero'), 10n ** 7n);
    expect(roundAt(multiply(rounded, fractionOf('239.083')), 7, 'halfAwayFromZero')).toBe(2_458_730n);
  });
});
