import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  earningsOf,
  type JsonObject,
  lineOf,
  type Texts,
  UNITS,
} from '../../test/support/trade.ts';
import type { Operand, Step } from '../explanation/explanation.ts';

/** The tree in text: "kind operand=value …", inner steps indented. */
function written(step: Step, indent = ''): string[] {
  const operands = Object.entries(step.operands).map(([name, operand]) => `${name}=${textOf(operand)}`);
  return [
    `${indent}${[step.kind, ...operands].join(' ')}`,
    ...step.steps.flatMap((inner) => written(inner, `${indent}  `)),
  ];
}

function textOf(operand: Operand): string {
  switch (operand.kind) {
    case 'money':
      return `${operand.value}${operand.currency}`;
    case 'number':
      return `${operand.value}${operand.unit ?? ''}`;
    case 'percent':
      return `${operand.value}%`;
    case 'window':
      return `${operand.firstDay}..${operand.lastDay}`;
    case 'word':
      return operand.word;
    default:
      return String(operand.value);
  }
}

function explained(term: JsonObject, ...lines: readonly Texts[]): string[] {
  const facts = lines.map((texts, index) => lineOf({ document: `D${index}`, ...texts }));
  const [earning] = earningsOf(agreementOf(term), facts);
  if (earning === undefined) throw new Error('no earning');
  return written(earning.explanation);
}

const HEAD = 'partner=P1 window=2026-01-01..2026-12-31';
const ROUNDING = 'mode=rounding.halfAwayFromZero grain=grain.partnerWindow';
const TWO_TIERS = {
  boundary: 'atLeast',
  rows: [
    { from: '1000', percent: '2.0' },
    { from: '2500', percent: '3.5' },
  ],
};

function growth(whenNotPositive: JsonObject): JsonObject {
  const baseline = {
    source: 'sameWindowPreviousYear',
    growthAs: 'percent',
    whenNotPositive,
    likeForLike: 'no',
  };
  return {
    formula: 'growthWhole',
    baseline,
    tiers: {
      boundary: 'moreThan',
      rows: [
        { from: '110', percent: '2' },
        { from: '120', percent: '4' },
      ],
    },
  };
}

describe('the worked solution of', () => {
  it('a whole volume in percent', () => {
    expect(explained({ tiers: TWO_TIERS }, { netValue: '1200.25' }, { netValue: '300' })).toEqual([
      `earning amount=30.01EUR ${HEAD}`,
      '  qualifier value=1500.25EUR measure=measure.value.net lines=2',
      '  payout value=1500.25EUR measure=measure.value.net lines=2',
      '  tierReached tier=1 volume=1500.25EUR boundary=boundary.atLeast from=1000EUR rate=2.0%',
      '  wholePercent rate=2.0% payout=1500.25EUR result=30.005EUR',
      `  rounding exact=30.005EUR ${ROUNDING} amount=30.01EUR`,
      '  nextTier tier=2 from=2500EUR rate=3.5% missing=999.75EUR boundary=boundary.atLeast',
    ]);
  });

  it('a tier by units, paid on value, on the last tier', () => {
    const term = { qualifier: UNITS, tiers: { boundary: 'moreThan', rows: [{ from: '9', percent: '2' }] } };
    expect(explained(term, { quantity: '10', netValue: '50' })).toEqual([
      `earning amount=1.00EUR ${HEAD}`,
      '  qualifier value=10EA measure=measure.quantity.invoiced lines=1',
      '  payout value=50EUR measure=measure.value.net lines=1',
      '  tierReached tier=1 volume=10EA boundary=boundary.moreThan from=9EA rate=2%',
      '  wholePercent rate=2% payout=50EUR result=1EUR',
      `  rounding exact=1EUR ${ROUNDING} amount=1.00EUR`,
      '  lastTier',
    ]);
  });

  it('money per unit', () => {
    const term = { payout: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '1', perUnit: '0.50' }] } };
    expect(explained(term, { quantity: '3' })).toContain(
      '  wholePerUnit rate=0.50EUR payout=3EA result=1.5EUR',
    );
  });

  it('a tier that is not reached', () => {
    expect(explained({ tiers: TWO_TIERS }, { netValue: '999.99' })).toEqual([
      `earning amount=0.00EUR ${HEAD}`,
      '  qualifier value=999.99EUR measure=measure.value.net lines=1',
      '  payout value=999.99EUR measure=measure.value.net lines=1',
      '  tierNone volume=999.99EUR boundary=boundary.atLeast from=1000EUR',
      '  paysNothing result=0EUR',
      `  rounding exact=0EUR ${ROUNDING} amount=0.00EUR`,
      '  nextTier tier=1 from=1000EUR rate=2.0% missing=0.01EUR boundary=boundary.atLeast',
    ]);
  });

  it('marginal bands, in percent and per unit', () => {
    expect(explained({ formula: 'marginal', tiers: TWO_TIERS }, { netValue: '3000' })).toEqual([
      `earning amount=47.50EUR ${HEAD}`,
      '  qualifier value=3000EUR measure=measure.value.net lines=1',
      '  payout value=3000EUR measure=measure.value.net lines=1',
      '  tierReached tier=2 volume=3000EUR boundary=boundary.atLeast from=2500EUR rate=3.5%',
      '  marginal result=47.5EUR',
      '    marginalBandPercent from=1000EUR volume=1500EUR rate=2.0% result=30EUR',
      '    marginalBandPercent from=2500EUR volume=500EUR rate=3.5% result=17.5EUR',
      `  rounding exact=47.5EUR ${ROUNDING} amount=47.50EUR`,
      '  lastTier',
    ]);
    const units = {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { boundary: 'atLeast', reachingUnit: 'newRate', rows: [{ from: '5', perUnit: '2' }] },
    };
    expect(explained(units, { quantity: '6' })).toContain(
      '    marginalBandPerUnit from=5EA volume=2EA rate=2EUR result=4EUR',
    );
  });

  it('a lump sum', () => {
    const term = { formula: 'lumpSum', tiers: { boundary: 'atLeast', rows: [{ from: '5', amount: '100' }] } };
    expect(explained(term, {}).slice(3, 5)).toEqual([
      '  tierReached tier=1 volume=10EUR boundary=boundary.atLeast from=5EUR rate=100EUR',
      '  lumpSum rate=100EUR result=100EUR',
    ]);
  });

  it('growth over a baseline, in percent of it', () => {
    const lines = [{ netValue: '115' }, { netValue: '100', invoiceDate: '2025-07-01' }];
    expect(explained(growth({ policy: 'paysNothing' }), ...lines)).toEqual([
      `earning amount=2.30EUR ${HEAD}`,
      '  qualifier value=115EUR measure=measure.value.net lines=1',
      '  payout value=115EUR measure=measure.value.net lines=1',
      '  baseline value=100EUR measure=measure.value.net lines=1',
      '  growth growth=115%',
      '  tierReached tier=1 volume=115% boundary=boundary.moreThan from=110% rate=2%',
      '  wholePercent rate=2% payout=115EUR result=2.3EUR',
      `  rounding exact=2.3EUR ${ROUNDING} amount=2.30EUR`,
      '  nextTier tier=2 from=120% rate=4% missing=5EUR boundary=boundary.moreThan',
    ]);
  });

  it('growth over nothing: the policy decides, no tier is compared and none is next', () => {
    expect(explained(growth({ policy: 'paysNothing' }), { netValue: '115' })).toEqual([
      `earning amount=0.00EUR ${HEAD}`,
      '  qualifier value=115EUR measure=measure.value.net lines=1',
      '  payout value=115EUR measure=measure.value.net lines=1',
      '  baseline value=0EUR measure=measure.value.net lines=0',
      '  growthWithoutBaseline policy=baseline.paysNothing tier=0',
      '  paysNothing result=0EUR',
      `  rounding exact=0EUR ${ROUNDING} amount=0.00EUR`,
    ]);
    expect(explained(growth({ policy: 'treatAsTier', tier: 1 }), { netValue: '115' }).slice(4)).toEqual([
      '  growthWithoutBaseline policy=baseline.treatAsTier tier=1',
      '  wholePercent rate=2% payout=115EUR result=2.3EUR',
      `  rounding exact=2.3EUR ${ROUNDING} amount=2.30EUR`,
    ]);
  });

  it('an amount that lines are missing from', () => {
    const lines = [
      { netValue: '1000' },
      { currency: 'USD', netValue: '77' },
      { netValue: '5.50', quantity: '1', unit: 'CS' },
    ];
    const term = { qualifier: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '1' }] } };
    // The dollars are no euros: only the case, which has no path to pieces, is worth something here.
    expect(explained(term, ...lines)).toContain('  incomplete lines=2 value=5.5EUR');
  });
});
