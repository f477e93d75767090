import { describe, expect, it } from 'vitest';
import { everyStep } from '../../test/support/everyStep.ts';
import { agreementOf, earningsOf, type JsonObject, lineOf, UNITS } from '../../test/support/trade.ts';
import { STEP_KINDS, type Step } from '../explanation/explanation.ts';
import type { Line } from '../fact/line.ts';
import { LANGUAGES, type Language } from './language.ts';
import { type RenderedStep, renderStep } from './renderStep.ts';

const TIERS: JsonObject = {
  boundary: 'atLeast',
  rows: [
    { from: '1000', percent: '2' },
    { from: '2500', percent: '3.5' },
  ],
};
const PER_UNIT: JsonObject = {
  boundary: 'moreThan',
  rows: [
    { from: '100', perUnit: '0.25' },
    { from: '500', perUnit: '0.4' },
  ],
};
const GROWTH: JsonObject = {
  formula: 'growthWhole',
  tiers: {
    boundary: 'moreThan',
    rows: [
      { from: '100', percent: '1' },
      { from: '150', percent: '2' },
    ],
  },
  baseline: {
    source: 'sameWindowPreviousYear',
    growthAs: 'percent',
    whenNotPositive: { policy: 'treatAsTier', tier: 1 },
    likeForLike: 'no',
  },
};

/** A sale of so many units for so much, in 2026 unless said otherwise. */
function sale(quantity: string, netValue: string, invoiceDate = '2026-02-03', unit = 'EA'): Line {
  return lineOf({ document: `D${quantity}${netValue}${unit}`, quantity, netValue, invoiceDate, unit });
}

function explained(term: JsonObject, ...lines: readonly Line[]): Step {
  const [earning] = earningsOf(agreementOf(term), lines);
  if (earning === undefined) throw new Error('nothing was earned');
  return earning.explanation;
}

/** Real explanations in which every kind of step is found. */
const EXPLANATIONS: readonly Step[] = [
  explained({ qualifier: UNITS, tiers: TIERS }, sale('2380', '30746.8'), sale('7', '50', '2026-05-01', 'CS')),
  explained({ tiers: TIERS }, sale('1', '999.99')),
  explained({ tiers: TIERS }, sale('1', '3000')),
  explained({ formula: 'marginal', tiers: TIERS }, sale('1', '3333.33')),
  explained(
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...PER_UNIT, boundary: 'atLeast', reachingUnit: 'oldRate' },
    },
    sale('578', '10'),
  ),
  explained({ qualifier: UNITS, payout: UNITS, tiers: PER_UNIT }, sale('101', '10')),
  explained(
    { formula: 'lumpSum', tiers: { boundary: 'atLeast', rows: [{ from: '1000', amount: '500' }] } },
    sale('1', '1000'),
  ),
  explained(GROWTH, sale('1', '362.8', '2025-02-03'), sale('2', '404.8')),
  explained(GROWTH, sale('2', '404.8')),
  ...everyStep(),
];

function sentences(step: RenderedStep, depth = 0): string[] {
  const own = `${'  '.repeat(depth)}${step.text}`.replaceAll('\u00a0', ' ');
  return [own, ...step.steps.flatMap((inner) => sentences(inner, depth + 1))];
}

function kinds(step: Step): string[] {
  return [step.kind, ...step.steps.flatMap(kinds)];
}

describe('every step', () => {
  it('is found in these explanations', () => {
    expect([...new Set(EXPLANATIONS.flatMap(kinds))].sort()).toEqual([...STEP_KINDS].sort());
  });

  it.each(LANGUAGES)('has a sentence in %s that leaves nothing open', (language) => {
    for (const text of EXPLANATIONS.flatMap((step) => sentences(renderStep(step, language)))) {
      expect(text).not.toMatch(/[{}[\]|]|undefined/);
      // An ellipsis stands for cut digits only, never for an operand that the step does not have.
      expect(text.replace(/\d…/g, '')).not.toContain('…');
      expect(text).toMatch(/[.。]$/);
    }
  });

  it('keeps its kind and its place', () => {
    const [first] = EXPLANATIONS;
    if (first === undefined) throw new Error('no explanation');
    const shape = (step: Step | RenderedStep): unknown => [step.kind, step.steps.map(shape)];
    expect(shape(renderStep(first, 'en'))).toEqual(shape(first));
  });
});

describe('the worked solution', () => {
  const worked = (index: number, language: Language) =>
    sentences(renderStep(EXPLANATIONS[index] as Step, language));

  it('of a whole-volume rebate', () => {
    expect(worked(0, 'en')).toEqual([
      'P1, 1 Jan 2026 to 31 Dec 2026: a rebate of EUR 614.94.',
      '  Qualifier, which finds the tier: 2,380 units (quantity invoiced, 1 line).',
      '  Payout measure, which the rate applies to: EUR 30,746.80 (net value, 1 line).',
      '  Tier 1 is reached: 2,380 units is at least 1,000 units. It pays 2%.',
      '  Amount: 2% of EUR 30,746.80 is EUR 614.936.',
      '  Rounded once, the sum of the partner and window, half away from zero: EUR 614.936 becomes EUR 614.94.',
      '  Incomplete: 1 line worth EUR 50.00 should count and cannot be calculated yet.',
      '  Next is tier 2: at least 2,500 units, paying 3.5%. Still missing: at least 120 units.',
    ]);
    expect(worked(0, 'zh-CN')).toEqual([
      'P1，2026年1月1日至2026年12月31日：返利 EUR 614.94。',
      '  达标计量（用于确定档位）：2,380 件（开票数量，共 1 行明细）。',
      '  计返计量（返利标准的计算基数）：EUR 30,746.80（净额，共 1 行明细）。',
      '  达成第 1 档：2,380 件，不低于 1,000 件，返利标准为 2%。',
      '  返利金额：EUR 30,746.80 × 2% = EUR 614.936。',
      '  仅舍入一次（按合作伙伴和计算期间的合计，四舍五入）：EUR 614.936 → EUR 614.94。',
      '  金额不完整：有 1 行明细（价值 EUR 50.00）应计入，但暂时无法计算。',
      '  下一档为第 2 档：不低于 2,500 件，返利标准为 3.5%；还需不低于 120 件。',
    ]);
  });

  it('of a marginal rebate, band by band', () => {
    expect(worked(4, 'en').slice(3, 8)).toEqual([
      '  Tier 2 is reached: 578 units is at least 500 units. It pays EUR 0.40.',
      '  Amount: each band at its own rate, together EUR 131.20.',
      '    Band from 100 units: EUR 0.25 for each unit of 400 units is EUR 100.00.',
      '    Band from 500 units: EUR 0.40 for each unit of 78 units is EUR 31.20.',
      '  Rounded once, the sum of the partner and window, half away from zero: EUR 131.20 becomes EUR 131.20.',
    ]);
  });

  it('of growth, with a fraction that does not end', () => {
    expect(worked(7, 'en').slice(3)).toEqual([
      '  Baseline, which is compared with: EUR 362.80 (net value, 1 line).',
      '  The qualifier is 111.576626…% of the baseline.',
      '  Tier 1 is reached: 111.576626…% is more than 100%. It pays 1%.',
      '  Amount: 1% of EUR 404.80 is EUR 4.048.',
      '  Rounded once, the sum of the partner and window, half away from zero: EUR 4.048 becomes EUR 4.05.',
      '  Next is tier 2: more than 150%, paying 2%. Still missing: more than EUR 139.40.',
    ]);
    expect(worked(8, 'zh-CN')[4]).toBe(
      '  基期不大于零，无从计算增长。协议约定：视同达成约定档位（第 1 档）。',
    );
  });
});
