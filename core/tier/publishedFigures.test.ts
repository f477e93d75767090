import { describe, expect, it } from 'vitest';
import { type FormulaCase, formulaInput, resultText, tableOf } from '../../test/support/formulaCases.ts';
import type { FormulaKind } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { applyFormula } from './applyFormula.ts';

/** Worked examples that others have published, and those of the acceptance stories. */
function earned(formula: FormulaKind, rows: string, texts: FormulaCase): string {
  return exactText(applyFormula(formulaInput(formula, tableOf(rows), texts)).exact);
}

describe('Microsoft Dynamics 365, rebate management', () => {
  /**
   * Source: MicrosoftDocs/dynamics-365-unified-operations-public, rebate-management-deals.md, commit
   * 01e904d8: line A 10 % up to 1,000, line B 25 % up to 2,500; a volume of 2,000.
   */
  it.each([
    ['marginal', '350'],
    ['wholeVolume', '500'],
    ['rolling', '600'],
    ['total', '700'],
  ] as const)('%s: %s', (formula, amount) => {
    expect(earned(formula, '0 10%, 1000 25%', { qualifier: '2000' })).toBe(amount);
  });

  /** Source: the same page: 2 items free for each 100; 150 sold give 2. */
  it('free goods', () => {
    expect(earned('freeGoods', '0 2/100*1', { qualifier: '150' })).toBe('2');
  });
});

describe('SAP, condition contract settlement', () => {
  /**
   * Source: https://learning.sap.com/learning-journeys/configuring-pricing-in-sap-s-4hana-sales/maintaining-condition-contracts:
   * from 5,000 at 2 %, a higher level at 4 %, which the page does not name.
   */
  it.each([
    ['3000', 'tier 0, 0, missing 2000'],
    ['7000', 'tier 1, 140, missing 3000'],
    ['27000', 'tier 2, 1080'],
  ])('at %s: %s', (qualifier, text) => {
    const table = tableOf('5000 2%, 10000 4%');
    expect(resultText(applyFormula(formulaInput('wholeVolume', table, { qualifier })))).toBe(text);
  });
});

describe('Enable', () => {
  /**
   * Source: https://help-center.enable.com/hc/en-gb/articles/19135118086802-Fully-retrospective and
   * its neighbours: 110 % gives 2 %, 115 % 3 %, 120 % 4 %; 2,350,000 against 2,000,000 is 117.5 %.
   */
  it.each([
    ['growthWhole', '70500'],
    ['growthIncrement', '10500'],
    ['growthMarginal', '3500'],
  ] as const)('growth, %s: %s', (formula, amount) => {
    const texts = { qualifier: '2350000', baseline: '2000000' };
    expect(earned(formula, '110 2%, 115 3%, 120 4%', texts)).toBe(amount);
  });

  /** Source: https://help-center.enable.com, accrual and forecast: 110,000 after half a year. */
  it.each([
    ['110000', '3300'],
    ['220000', '8800'],
  ])('the tier reached at %s: %s', (qualifier, amount) => {
    expect(earned('wholeVolume', '100000 3%, 200000 4%, 300000 5%', { qualifier })).toBe(amount);
  });
});

describe('Salesforce, rebate management', () => {
  /** Source: the object ProgramRebateTypeBenefit: 1 % of at most 100,000, although more was sold. */
  it.each([
    ['99999', '999.99'],
    ['100000', '1000'],
    ['250000', '1000'],
  ])('caps what is measured: of %s, %s', (qualifier, amount) => {
    expect(earned('cappedMeasure', '0 1% max100000', { qualifier })).toBe(amount);
  });
});

describe('Oracle NetSuite, volume amount', () => {
  /**
   * Source: https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_25172236752.html,
   * example 1: $5 up to 100, $10 up to 350, $15 beyond; (100 / 200) × 5 + (100 / 200) × 10 = 7.5.
   */
  it.each([
    ['60', '2', '10'],
    ['200', '1', '7.5'],
  ])('marginal with a rate per unit: %s on %s units is %s', (qualifier, payout, amount) => {
    expect(earned('weightedMarginal', '0 5, 100 10, 350 15', { qualifier, payout })).toBe(amount);
  });
});

describe('metasfresh, tiered refund of what exceeds', () => {
  /** Weighed goods have no whole unit to stop at: the last half kilogram below 15 is paid as well. */
  it('leaves no hole between two bands', () => {
    expect(earned('marginal', '0 1, 15 2', { qualifier: '14.5' })).toBe('14.5');
  });
});

describe('the acceptance stories', () => {
  it.each([
    ['999', '12400.95', '0'],
    ['1000', '12413.50', '248.27'],
    ['2500', '30746.83', '1076.13905'],
    ['4999', '60857.94', '2130.0279'],
    ['5000', '60869.93', '3043.4965'],
    ['4998', '60845.49', '2129.59215'],
    ['5001', '60882.09', '3044.1045'],
  ])('A: %s units worth %s earn %s', (qualifier, payout, amount) => {
    expect(earned('wholeVolume', '1000 2%, 2500 3.5%, 5000 5%', { qualifier, payout })).toBe(amount);
  });

  it.each([
    ['138060.50', '2972.42'],
    ['137772.50', '2960.9'],
    ['100391.50', '1759.7875'],
  ])('B: receipts of %s earn %s', (qualifier, amount) => {
    expect(earned('marginal', '0 1%, 50000 2.5%, 120000 4%', { qualifier })).toBe(amount);
  });

  it.each([
    ['330', '100', '310.5'],
    ['150', '0', '202.5'],
    ['180', '40', '189'],
    ['270', '100', '229.5'],
  ])('C: %s units over a base of %s earn %s', (payout, baseline, amount) => {
    const whenNotPositive = { policy: 'useDefault', value: { digits: 0n, scale: 0 } } as const;
    expect(earned('aboveBase', '0 1.35', { qualifier: payout, baseline, whenNotPositive })).toBe(amount);
  });

  it.each([
    ['6', '52.5'],
    ['8', '70'],
    ['7', '61.25'],
  ])('D: %s full pallets earn %s', (qualifier, amount) => {
    expect(earned('wholeVolume', '0 8.75', { qualifier })).toBe(amount);
  });

  it.each([
    ['20', '6914', '525.464'],
    ['19.88413', '6864', '0'],
    ['20.02892', '6926.50', '525.964'],
  ])('E: a share of %s with %s of H earns %s', (qualifier, high, amount) => {
    expect(earned('mixShare', '20 0.9%+4%', { qualifier, payout: ['27656', high] })).toBe(amount);
  });
});
