import { describe, expect, it } from 'vitest';
import { agreementOf, type JsonObject, UNITS } from '../../../test/support/trade.ts';
import { LANGUAGES, type Language } from '../language.ts';
import { agreementTerms, termInWords } from './agreementTerms.ts';
import type { Clause } from './clause.ts';

/** All sentences, one below the other. */
function read(clause: Clause): string[] {
  return [clause.text.replaceAll('\u00a0', ' '), ...clause.parts.flatMap(read)];
}

function sentences(term: JsonObject, language: Language, differs: JsonObject = {}): string[] {
  return read(agreementTerms(agreementOf(term, differs), language));
}

function expectBoth(term: JsonObject, texts: Readonly<Record<Language, readonly string[]>>): void {
  for (const language of LANGUAGES) {
    expect(sentences(term, language)).toEqual(expect.arrayContaining([...texts[language]]));
  }
}

const HIGH = { of: 'value', basis: 'net', where: [{ attribute: 'product.group', in: ['H1', 'H2'] }] };
const LOW = { of: 'value', basis: 'net', where: [{ attribute: 'product.group', in: ['L'] }] };

describe('the terms of an agreement', () => {
  it('say the tiers with both bounds', () => {
    const rows = [
      { from: '1000', percent: '2' },
      { from: '2500', percent: '3.5' },
    ];
    const term = { qualifier: UNITS, tiers: { boundary: 'atLeast', rows } };
    expectBoth(term, {
      en: [
        'Tier 1, from 1,000 units to below 2,500 units: a rate of 2%.',
        'Tier 2, from 2,500 units: a rate of 3.5%.',
        'Below the first tier nothing is earned.',
      ],
      'zh-CN': [
        '第 1 档，不低于 1,000 件、不足 2,500 件：返 2%。',
        '第 2 档，不低于 2,500 件：返 3.5%。',
        '未达第一档的，不予返利。',
      ],
    });
    expect(sentences({ ...term, tiers: { boundary: 'moreThan', rows } }, 'en')).toContain(
      'Tier 1, above 1,000 units up to 2,500 units: a rate of 2%.',
    );
  });

  it('say an upsell with a limit that all partners share', () => {
    const term = {
      formula: 'aboveBase',
      qualifier: UNITS,
      payout: UNITS,
      baseline: {
        source: 'sameWindowPreviousYear',
        growthAs: 'difference',
        whenNotPositive: { policy: 'useDefault', value: '0' },
        likeForLike: 'no',
      },
      tiers: { boundary: 'atLeast', rows: [{ from: '0', perUnit: '1.35' }] },
      limits: [{ of: 'payout', scope: 'programme', max: '500', order: 'transactionDate' }],
    };
    expectBoth(term, {
      en: [
        'Tier 1, from 0 units: EUR 1.35 for each unit.',
        'For all partners together the payout measure of a window is at most 500 units.',
        'It is used up in the order of day, document and line.',
        'Where the baseline is zero, negative or missing, 0 units takes its place.',
      ],
      'zh-CN': [
        '第 1 档，不低于 0 件：每件 EUR 1.35。',
        '全部合作伙伴每个期间的计返计量合计上限为 500 件。',
        '该上限按日期、单据、行号的顺序占用。',
      ],
    });
  });

  it('say a cross-sell with its tests and the rates of its parts', () => {
    const term = {
      qualifier: HIGH,
      payout: {
        of: 'parts',
        parts: [
          { id: 'high', measure: HIGH },
          { id: 'low', measure: LOW },
        ],
      },
      tiers: {
        boundary: 'atLeast',
        rows: [
          {
            from: '0',
            parts: [
              { part: 'high', percent: '4' },
              { part: 'low', percent: '0.9' },
            ],
          },
        ],
      },
      gates: {
        need: 'all',
        within: 'window',
        tests: [{ measure: { of: 'count', what: 'product' }, boundary: 'atLeast', from: '2' }],
      },
    };
    expectBoth(term, {
      en: [
        'Payout measure “low”, with rates of its own: net value of the invoice line, only where the product’s “group” is “L”.',
        'Tier 1, from EUR 0.00: a rate of 4% on “high” and a rate of 0.9% on “low”.',
        'A window earns nothing unless every one of these tests is met:',
        'number of different products with a net value above zero: at least 2 products.',
      ],
      'zh-CN': [
        '计返计量“low”，适用其自身的返利标准：发票行净额，仅限产品的“group”为“L”的明细行。',
        '第 1 档，不低于 EUR 0.00：“high”部分返 4%和“low”部分返 0.9%。',
        '净额大于零的不同产品数：不低于 2 种产品。',
      ],
    });
  });

  it('say in one sentence what a term does without', () => {
    expectBoth(
      {},
      {
        en: [
          'This term has no precondition, limit, floor, minimum amount, guarantee, group target, exclusive choice, netting or supplement.',
        ],
        'zh-CN': [
          '本条款未约定前提条件、上限、保底、最低金额、保证金额、集团目标、互斥选择、先行扣除或补充协议。',
        ],
      },
    );
  });

  it('can be had of one term alone', () => {
    const agreement = agreementOf();
    for (const language of LANGUAGES) {
      const [term] = agreement.terms;
      const alone = term && termInWords(term, agreement.currency, language);
      expect(agreementTerms(agreement, language).parts).toContainEqual(alone);
    }
  });

  it('keep names that look alike apart', () => {
    const texts = ['a b', 'a\u00a0b', 'a  b', 'a”, “b', 'a\\”, “b'].map((name) =>
      sentences({}, 'en', { participants: [{ attribute: 'partner.code', in: [name] }] }).join('\n'),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});
