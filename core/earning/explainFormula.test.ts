import { describe, expect, it } from 'vitest';
import { type FormulaCase, formulaInput, tableOf } from '../../test/support/formulaCases.ts';
import { AMOUNT_STEPS, numberOf, reworked } from '../../test/support/reworked.ts';
import { agreementOf, decimalOf } from '../../test/support/trade.ts';
import type { FormulaKind, Measure, Qualifier, Term, Tiers } from '../agreement/agreement.ts';
import type { Operand, Step } from '../explanation/explanation.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import { LANGUAGES } from '../wording/language.ts';
import { type RenderedStep, renderStep } from '../wording/renderStep.ts';
import { formulaSteps } from './explainFormula.ts';

const NET: Measure = { of: 'value', basis: 'net' };
const UNITS: Measure = { of: 'quantity', basis: 'invoiced', unit: 'EA' };
const SHARE: Qualifier = { of: 'share', part: NET, whole: NET };

type Given = FormulaCase & {
  readonly formula: FormulaKind;
  readonly rows: string;
  readonly tiers?: Partial<Tiers>;
  readonly by?: Qualifier;
  readonly on?: Measure;
};

function explained({ formula, rows, tiers = {}, by = NET, on = NET, ...texts }: Given): Step[] {
  const table = tableOf(rows, tiers);
  const input = formulaInput(formula, table, texts);
  const [plain] = agreementOf().terms;
  if (plain === undefined) throw new Error('no term');
  const term: Term = {
    ...plain,
    formula,
    qualifier: by,
    payouts: [...input.payouts.keys()].map((id) => ({ id, measure: on })),
    ...(input.baseline && { baseline: input.baseline.terms }),
  };
  return formulaSteps(term, input, applyFormula(input), 'EUR');
}

/** "kind operand=value …", inner steps indented. */
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
    case 'word':
      return operand.word;
    case 'window':
      return `${operand.firstDay}..${operand.lastDay}`;
    default:
      return String(operand.value);
  }
}

const DEFAULT_BASE = { policy: 'useDefault', value: decimalOf('50') } as const;

/** Every family once, with what each says. */
const CASES: readonly (readonly [name: string, given: Given, said: readonly string[]])[] = [
  [
    'a tier by units, paid on value',
    { formula: 'wholeVolume', rows: '10 2%, 25 3.5%', by: UNITS, qualifier: '12', payout: '200' },
    [
      'tierReached tier=1 volume=12EA boundary=boundary.atLeast from=10EA rate=2%',
      'wholePercent rate=2% payout=200EUR result=4EUR',
      'nextTier tier=2 from=25EA rate=3.5% missing=13EA boundary=boundary.atLeast',
    ],
  ],
  [
    'no tier',
    {
      formula: 'wholeVolume',
      rows: '10 0.5',
      tiers: { boundary: 'moreThan' },
      by: UNITS,
      on: UNITS,
      qualifier: '10',
    },
    [
      'tierNone volume=10EA boundary=boundary.moreThan from=10EA',
      'paysNothing result=0EUR',
      'nextTier tier=1 from=10EA rate=0.5EUR missing=0EA boundary=boundary.moreThan',
    ],
  ],
  [
    'money per unit on the last tier',
    { formula: 'wholeVolume', rows: '10 0.50', by: UNITS, on: UNITS, qualifier: '12' },
    [
      'tierReached tier=1 volume=12EA boundary=boundary.atLeast from=10EA rate=0.50EUR',
      'wholePerUnit rate=0.50EUR payout=12EA result=6EUR',
      'lastTier',
    ],
  ],
  [
    'a lump sum',
    { formula: 'lumpSum', rows: '10 #100', qualifier: '12' },
    [
      'tierReached tier=1 volume=12EUR boundary=boundary.atLeast from=10EUR rate=100EUR',
      'lumpSum rate=100EUR result=100EUR',
      'lastTier',
    ],
  ],
  [
    'a share of the mix on two parts, before a tier of one',
    { formula: 'mixShare', rows: '20 0.9%+4%, 40 1%', by: SHARE, qualifier: '20', payout: ['27656', '6914'] },
    [
      'tierReached tier=1 volume=20% boundary=boundary.atLeast from=20%',
      '  tierRate part=part1 rate=0.9%',
      '  tierRate part=part2 rate=4%',
      'parts result=525.464EUR',
      '  tierPercent tier=1 part=part1 volume=27656EUR rate=0.9% result=248.904EUR',
      '  tierPercent tier=1 part=part2 volume=6914EUR rate=4% result=276.56EUR',
      'nextTier tier=2 from=40% rate=1% missing=20% boundary=boundary.atLeast',
    ],
  ],
  [
    'parts of every kind of pay',
    {
      formula: 'wholeVolume',
      rows: '10 0.5+#100',
      by: UNITS,
      on: UNITS,
      qualifier: '10',
      payout: ['10', '5'],
    },
    [
      'tierReached tier=1 volume=10EA boundary=boundary.atLeast from=10EA',
      '  tierRate part=part1 rate=0.5EUR',
      '  tierRate part=part2 rate=100EUR',
      'parts result=105EUR',
      '  tierPerUnit tier=1 part=part1 volume=10EA rate=0.5EUR result=5EUR',
      '  tierLumpSum tier=1 part=part2 rate=100EUR result=100EUR',
      'lastTier',
    ],
  ],
  [
    'free goods',
    { formula: 'freeGoods', rows: '100 2/100*7', by: UNITS, on: UNITS, qualifier: '250' },
    [
      'tierReached tier=1 volume=250EA boundary=boundary.atLeast from=100EA',
      '  tierRateFree give=2EA per=100EA rate=7EUR',
      'freeGoods give=2EA per=100EA payout=250EA free=4EA rate=7EUR result=28EUR',
      'lastTier',
    ],
  ],
  [
    'free goods for each full amount spent, in pieces',
    { formula: 'freeGoods', rows: '0 1/100*7', qualifier: '250' },
    [
      'tierReached tier=1 volume=250EUR boundary=boundary.atLeast from=0EUR',
      '  tierRateFree give=1EA per=100EUR rate=7EUR',
      'freeGoods give=1EA per=100EUR payout=250EUR free=2EA rate=7EUR result=14EUR',
      'lastTier',
    ],
  ],
  [
    'a fixed amount: no tier is reached and none is next',
    { formula: 'fixed', rows: '0 #250', qualifier: '0' },
    ['fixed rate=250EUR result=250EUR'],
  ],
  [
    'marginal bands',
    { formula: 'marginal', rows: '0 1%, 50000 2.5%', qualifier: '60000' },
    [
      'tierReached tier=2 volume=60000EUR boundary=boundary.atLeast from=50000EUR rate=2.5%',
      'marginal result=750EUR',
      '  marginalBandPercent from=0EUR volume=50000EUR rate=1% result=500EUR',
      '  marginalBandPercent from=50000EUR volume=10000EUR rate=2.5% result=250EUR',
      'lastTier',
    ],
  ],
  [
    'a unit that reaches its threshold at the new rate: the bound is that of the table',
    {
      formula: 'marginal',
      rows: '0 1, 10 3',
      tiers: { reachingUnit: 'newRate' },
      by: UNITS,
      on: UNITS,
      qualifier: '10',
    },
    [
      'tierReached tier=2 volume=10EA boundary=boundary.atLeast from=10EA rate=3EUR',
      'marginal result=12EUR',
      '  marginalBandPerUnit from=0EA volume=9EA rate=1EUR result=9EUR',
      '  marginalBandPerUnit from=10EA volume=1EA rate=3EUR result=3EUR',
      'lastTier',
    ],
  ],
  [
    'marginal bands of nothing',
    { formula: 'marginal', rows: '10 1%', qualifier: '10' },
    [
      'tierReached tier=1 volume=10EUR boundary=boundary.atLeast from=10EUR rate=1%',
      'paysNothing result=0EUR',
      'lastTier',
    ],
  ],
  [
    'a payout divided by average',
    {
      formula: 'marginal',
      rows: '0 1%, 30 2%',
      tiers: { stepValuation: 'average' },
      by: UNITS,
      qualifier: '40',
      payout: '400',
    },
    [
      'tierReached tier=2 volume=40EA boundary=boundary.atLeast from=30EA rate=2%',
      'marginalAverage result=5EUR',
      '  marginalBandPercent from=0EA inside=30EA whole=40EA volume=300EUR rate=1% result=3EUR',
      '  marginalBandPercent from=30EA inside=10EA whole=40EA volume=100EUR rate=2% result=2EUR',
      'lastTier',
    ],
  ],
  [
    'an average that is mirrored, without shares of a negative qualifier',
    {
      formula: 'marginal',
      rows: '0 1%',
      tiers: { stepValuation: 'average' },
      qualifier: '-40',
      payout: '-400',
      negativeWindow: 'mirror',
    },
    [
      'tierNone volume=-40EUR boundary=boundary.atLeast from=0EUR',
      'negativeWindow policy=negativeWindow.mirror',
      'marginalAverage result=-4EUR',
      '  marginalBandPercent from=0EUR volume=-400EUR rate=1% result=-4EUR',
      'nextTier tier=1 from=0EUR rate=1% missing=40EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a weighted rate per unit',
    { formula: 'weightedMarginal', rows: '0 5, 100 10', on: UNITS, qualifier: '200', payout: '1' },
    [
      'tierReached tier=2 volume=200EUR boundary=boundary.atLeast from=100EUR rate=10EUR',
      'marginalAverage result=7.5EUR',
      '  marginalBandPerUnit from=0EUR inside=100EUR whole=200EUR volume=0.5EA rate=5EUR result=2.5EUR',
      '  marginalBandPerUnit from=100EUR inside=100EUR whole=200EUR volume=0.5EA rate=10EUR result=5EUR',
      'lastTier',
    ],
  ],
  [
    'line after line',
    {
      formula: 'marginal',
      rows: '10 10%, 30 20%',
      tiers: { stepValuation: 'sequence' },
      by: UNITS,
      qualifier: '35',
      payout: '170',
      sequence: ['25 100', '10 70'],
    },
    [
      'tierReached tier=2 volume=35EA boundary=boundary.atLeast from=30EA rate=20%',
      'marginalSequence result=16.5EUR',
      '  marginalBandPercent from=10EA volume=95EUR rate=10% result=9.5EUR',
      '  marginalBandPercent from=30EA volume=35EUR rate=20% result=7EUR',
      'lastTier',
    ],
  ],
  [
    'above a threshold',
    { formula: 'aboveThreshold', rows: '1000 5%', qualifier: '3000' },
    [
      'tierReached tier=1 volume=3000EUR boundary=boundary.atLeast from=1000EUR rate=5%',
      'aboveThreshold result=100EUR',
      '  marginalBandPercent from=1000EUR volume=2000EUR rate=5% result=100EUR',
      'lastTier',
    ],
  ],
  [
    'rolling',
    { formula: 'rolling', rows: '0 10%, 1000 25%', qualifier: '2000' },
    [
      'tierReached tier=2 volume=2000EUR boundary=boundary.atLeast from=1000EUR rate=25%',
      'rolling result=600EUR',
      '  tierPercent tier=1 volume=1000EUR rate=10% result=100EUR',
      '  tierPercent tier=2 volume=2000EUR rate=25% result=500EUR',
      'lastTier',
    ],
  ],
  [
    'total, of one tier so far',
    { formula: 'total', rows: '0 10%, 1000 25%', qualifier: '999' },
    [
      'tierReached tier=1 volume=999EUR boundary=boundary.atLeast from=0EUR rate=10%',
      'total result=99.9EUR',
      '  tierPercent tier=1 volume=999EUR rate=10% result=99.9EUR',
      'nextTier tier=2 from=1000EUR rate=25% missing=1EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a default tier until the window is over',
    {
      formula: 'defaultTier',
      rows: '10 1%, 20 2%',
      tiers: { defaultTier: 2 },
      qualifier: '10',
      isWindowOver: false,
    },
    [
      'tierReached tier=1 volume=10EUR boundary=boundary.atLeast from=10EUR rate=1%',
      'defaultTier tier=2 rate=2%',
      'wholePercent rate=2% payout=10EUR result=0.2EUR',
      'nextTier tier=2 from=20EUR rate=2% missing=10EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a default tier once it is over',
    { formula: 'defaultTier', rows: '10 1%', tiers: { defaultTier: 1 }, qualifier: '9' },
    [
      'tierNone volume=9EUR boundary=boundary.atLeast from=10EUR',
      'paysNothing result=0EUR',
      'nextTier tier=1 from=10EUR rate=1% missing=1EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a measure above its cap',
    { formula: 'cappedMeasure', rows: '0 1% max100', qualifier: '250' },
    [
      'tierReached tier=1 volume=250EUR boundary=boundary.atLeast from=0EUR rate=1%',
      'measureCapped payout=250EUR volume=100EUR',
      'wholePercent rate=1% payout=100EUR result=1EUR',
      'lastTier',
    ],
  ],
  [
    'a measure at its cap',
    { formula: 'cappedMeasure', rows: '0 1% max100', qualifier: '100' },
    [
      'tierReached tier=1 volume=100EUR boundary=boundary.atLeast from=0EUR rate=1%',
      'wholePercent rate=1% payout=100EUR result=1EUR',
      'lastTier',
    ],
  ],
  [
    'growth in percent',
    { formula: 'growthWhole', rows: '110 2%, 120 4%', qualifier: '115', baseline: '100' },
    [
      'growth growth=115%',
      'tierReached tier=1 volume=115% boundary=boundary.atLeast from=110% rate=2%',
      'wholePercent rate=2% payout=115EUR result=2.3EUR',
      'nextTier tier=2 from=120% rate=4% missing=5EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'growth as a difference, paid on the increment',
    {
      formula: 'growthIncrement',
      rows: '10 2%, 20 4%',
      qualifier: '115',
      baseline: '100',
      growthAs: 'difference',
    },
    [
      'growthDifference growth=15EUR',
      'tierReached tier=1 volume=15EUR boundary=boundary.atLeast from=10EUR rate=2%',
      'increment payout=115EUR base=100EUR volume=15EUR',
      'wholePercent rate=2% payout=15EUR result=0.3EUR',
      'nextTier tier=2 from=20EUR rate=4% missing=5EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'growth in bands',
    { formula: 'growthMarginal', rows: '110 2%, 115 3%', qualifier: '2350', baseline: '2000' },
    [
      'growth growth=117.5%',
      'tierReached tier=2 volume=117.5% boundary=boundary.atLeast from=115% rate=3%',
      'growthMarginal result=3.5EUR',
      '  marginalBandPercent from=110% volume=100EUR rate=2% result=2EUR',
      '  marginalBandPercent from=115% volume=50EUR rate=3% result=1.5EUR',
      'lastTier',
    ],
  ],
  [
    'growth over nothing',
    { formula: 'growthWhole', rows: '110 2%', qualifier: '115', baseline: '0' },
    ['growthWithoutBaseline policy=baseline.paysNothing tier=0', 'paysNothing result=0EUR'],
  ],
  [
    'growth over nothing, where a tier stands',
    {
      formula: 'growthWhole',
      rows: '110 2%, 120 4%',
      qualifier: '115',
      baseline: '-3',
      whenNotPositive: { policy: 'treatAsTier', tier: 1 },
    },
    [
      'growthWithoutBaseline policy=baseline.treatAsTier tier=1',
      'wholePercent rate=2% payout=115EUR result=2.3EUR',
    ],
  ],
  [
    'growth over a default',
    {
      formula: 'growthWhole',
      rows: '110 2%',
      qualifier: '55',
      baseline: '0',
      whenNotPositive: DEFAULT_BASE,
    },
    [
      'baselineDefault base=50EUR',
      'growth growth=110%',
      'tierReached tier=1 volume=110% boundary=boundary.atLeast from=110% rate=2%',
      'wholePercent rate=2% payout=55EUR result=1.1EUR',
      'lastTier',
    ],
  ],
  [
    'what lies above a base',
    { formula: 'aboveBase', rows: '0 1.35, 300 2', by: UNITS, on: UNITS, qualifier: '330', baseline: '100' },
    [
      'extra base=100EA extra=230EA',
      'tierReached tier=1 volume=230EA boundary=boundary.atLeast from=0EA rate=1.35EUR',
      'wholePerUnit rate=1.35EUR payout=230EA result=310.5EUR',
      'nextTier tier=2 from=300EA rate=2EUR missing=70EA boundary=boundary.atLeast',
    ],
  ],
  [
    'what lies above a default base',
    {
      formula: 'aboveBase',
      rows: '0 1.35',
      by: UNITS,
      on: UNITS,
      qualifier: '150',
      baseline: '0',
      whenNotPositive: DEFAULT_BASE,
    },
    [
      'baselineDefault base=50EA',
      'extra base=50EA extra=100EA',
      'tierReached tier=1 volume=100EA boundary=boundary.atLeast from=0EA rate=1.35EUR',
      'wholePerUnit rate=1.35EUR payout=100EA result=135EUR',
      'lastTier',
    ],
  ],
  [
    'a negative window that pays nothing',
    { formula: 'wholeVolume', rows: '0 1%', qualifier: '-5' },
    [
      'tierNone volume=-5EUR boundary=boundary.atLeast from=0EUR',
      'negativeWindow policy=negativeWindow.zero',
      'paysNothing result=0EUR',
      'nextTier tier=1 from=0EUR rate=1% missing=5EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a negative window, mirrored',
    { formula: 'marginal', rows: '0 1%, 10 2%', qualifier: '-15', negativeWindow: 'mirror' },
    [
      'tierNone volume=-15EUR boundary=boundary.atLeast from=0EUR',
      'negativeWindow policy=negativeWindow.mirror',
      'marginal result=-0.2EUR',
      '  marginalBandPercent from=0EUR volume=-10EUR rate=1% result=-0.1EUR',
      '  marginalBandPercent from=10EUR volume=-5EUR rate=2% result=-0.1EUR',
      'nextTier tier=1 from=0EUR rate=1% missing=15EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a negative window at the lowest tier',
    { formula: 'marginal', rows: '0 1%, 10 2%', qualifier: '-15', negativeWindow: 'lowestTier' },
    [
      'tierNone volume=-15EUR boundary=boundary.atLeast from=0EUR',
      'negativeWindow policy=negativeWindow.lowestTier',
      'wholePercent rate=1% payout=-15EUR result=-0.15EUR',
      'nextTier tier=1 from=0EUR rate=1% missing=15EUR boundary=boundary.atLeast',
    ],
  ],
  [
    'a negative window at the lowest tier, over a default',
    {
      formula: 'growthIncrement',
      rows: '110 1%',
      qualifier: '-15',
      baseline: '0',
      whenNotPositive: DEFAULT_BASE,
      negativeWindow: 'lowestTier',
    },
    [
      'baselineDefault base=50EUR',
      'growth growth=-30%',
      'tierNone volume=-30% boundary=boundary.atLeast from=110%',
      'negativeWindow policy=negativeWindow.lowestTier',
      'wholePercent rate=1% payout=-15EUR result=-0.15EUR',
      'nextTier tier=1 from=110% rate=1% missing=70EUR boundary=boundary.atLeast',
    ],
  ],
];

describe('the explanation of a formula', () => {
  it.each(CASES)('says of %s what it was', (_, given, said) => {
    expect(explained(given).flatMap((step) => written(step))).toEqual(said);
  });

  it.each(CASES)('works out for %s', (_, given) => {
    const steps = explained(given);
    expect(steps.filter(({ kind }) => AMOUNT_STEPS.includes(kind)).length).toBe(1);
    for (const step of steps.flatMap(everyStep)) {
      if (!('result' in step.operands)) continue;
      expect(numberOf(step, 'result')).toEqual(reworked(step));
    }
  });

  it.each(LANGUAGES)('is a sentence in %s for each step', (language) => {
    for (const [, given] of CASES) {
      for (const text of explained(given).flatMap((step) => sentences(renderStep(step, language)))) {
        expect(text).not.toMatch(/[{}[\]|]|undefined/);
        expect(text.replace(/\d…/g, '')).not.toContain('…');
        expect(text).toMatch(/[.。]$/);
      }
    }
  });
});

function sentences(step: RenderedStep): string[] {
  return [step.text, ...step.steps.flatMap(sentences)];
}

function everyStep(step: Step): Step[] {
  return [step, ...step.steps.flatMap(everyStep)];
}
