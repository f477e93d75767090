import { describe, expect, it } from 'vitest';
import { agreementOf, type JsonObject, UNITS, windowsText } from '../../test/support/trade.ts';
import { findingText } from '../wording/findingText.ts';
import { LANGUAGES } from '../wording/language.ts';
import { FINDINGS, type Finding, type FindingCode } from './finding.ts';
import { lintAgreement } from './lintAgreement.ts';

/** An agreement in which nothing is to be said. */
const QUIET: JsonObject = {
  words: '1 % of all purchases',
  formula: 'marginal',
  tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '1' }] },
};
const SOMEBODY: JsonObject = { participants: [{ attribute: 'partner.country', in: ['DE'] }] };

function lint(term: JsonObject = {}, differs: JsonObject = {}): Finding[] {
  return lintAgreement(agreementOf({ ...QUIET, ...term }, { ...SOMEBODY, ...differs }));
}

function table(...rows: JsonObject[]): JsonObject {
  return { tiers: { boundary: 'atLeast', rows } };
}

const WHOLE = { formula: 'wholeVolume' };
const RETURNS = { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'zero' };
const ROUNDING = { grain: 'partnerWindow', mode: 'halfAwayFromZero', unitRate: 'none' };
const NET = { of: 'value', basis: 'net' };
const SHARE = { part: { ...NET, where: [{ attribute: 'product.class', in: ['high'] }] }, whole: NET };
const BASELINE = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};

function gate(test: JsonObject): JsonObject {
  return { gates: { need: 'all', within: 'window', tests: [test] } };
}

/** One case for each finding: the term, the agreement, the field, and what is near and not found. */
const CASES: readonly {
  readonly code: FindingCode;
  readonly at: string;
  readonly term?: JsonObject;
  readonly differs?: JsonObject;
  readonly near?: JsonObject;
  readonly nearDiffers?: JsonObject;
}[] = [
  { code: 'words-missing', at: 'terms[0].words', term: { words: undefined as never } },
  { code: 'everybody', at: 'participants', differs: { participants: [] } },
  {
    code: 'floor-for-everybody',
    at: 'terms[0].floor.when',
    term: { floor: { amount: '100', when: 'always' } },
    differs: { participants: [] },
    near: { floor: { amount: '100', when: 'tierReached' } },
    nearDiffers: { participants: [] },
  },
  {
    code: 'attributes-current',
    at: 'terms[0].eligibility.attributesAsOf',
    term: {
      eligibility: { include: [], exclude: [], attributesAsOf: 'current', payment: 'any', submission: 'any' },
    },
  },
  {
    code: 'supplier-not-stocked',
    at: 'terms[0].qualifier',
    term: { transactions: 'purchase' },
    differs: { direction: 'supplierRebate' },
    near: {
      transactions: 'purchase',
      qualifier: { of: 'value', basis: 'stockedAtPrice' },
      payout: { of: 'value', basis: 'stockedAtPrice' },
    },
    nearDiffers: { direction: 'supplierRebate' },
  },
  {
    code: 'window-cut',
    at: 'terms[0].windows.cut',
    term: { ...table({ from: '0', percent: '1' }, { from: '9', percent: '2' }) },
    differs: { validity: { firstDay: '2026-01-02', lastDay: '2026-12-31' } },
    near: {
      ...table({ from: '0', percent: '1' }, { from: '9', percent: '2' }),
      windows: windowsText('year', { cut: 'byDays' }),
    },
    nearDiffers: { validity: { firstDay: '2026-01-02', lastDay: '2026-12-31' } },
  },
  {
    code: 'first-tier-unspoken',
    at: 'terms[0].tiers.rows[0].from',
    term: table({ from: '1', percent: '1' }),
    near: table({ from: '1', percent: '1', words: 'from the first' }),
  },
  {
    code: 'rate-above-hundred',
    at: 'terms[0].tiers.rows[0]',
    term: table({ from: '0', percent: '100.01' }),
    near: table({ from: '0', percent: '100' }),
  },
  {
    code: 'rate-above-half',
    at: 'terms[0].tiers.rows[0]',
    term: table({ from: '0', percent: '50.01' }),
    near: table({ from: '0', percent: '50' }),
  },
  {
    code: 'rate-falls',
    at: 'terms[0].tiers.rows[1]',
    term: table({ from: '0', percent: '2' }, { from: '10', percent: '1.99' }),
    near: table({ from: '0', percent: '2' }, { from: '10', percent: '2' }),
  },
  {
    code: 'rate-jumps',
    at: 'terms[0].tiers.rows[1]',
    term: table({ from: '0', percent: '2' }, { from: '10', percent: '20' }),
    near: table({ from: '0', percent: '2' }, { from: '10', percent: '19.9' }),
  },
  {
    code: 'rate-zero',
    at: 'terms[0].tiers.rows[1]',
    term: table({ from: '0', percent: '0' }, { from: '10', percent: '0' }),
    near: table({ from: '0', percent: '0' }, { from: '10', percent: '0.1' }),
  },
  {
    code: 'cliff',
    at: 'terms[0].tiers.rows[1].from',
    term: { ...WHOLE, ...table({ from: '0', percent: '1' }, { from: '500', percent: '2' }) },
    near: table({ from: '0', percent: '1' }, { from: '500', percent: '2' }),
  },
  {
    code: 'cliff-rate',
    at: 'terms[0].tiers.rows[1].from',
    term: {
      ...WHOLE,
      qualifier: UNITS,
      ...table({ from: '0', percent: '1' }, { from: '500', percent: '2' }),
    },
  },
  {
    code: 'growth-uncapped',
    at: 'terms[0].limits',
    term: { formula: 'growthWhole', baseline: BASELINE, ...table({ from: '0', percent: '1' }) },
    near: {
      formula: 'growthWhole',
      baseline: BASELINE,
      limits: [{ of: 'amount', scope: 'partner', max: '5000' }],
      ...table({ from: '0', percent: '1' }),
    },
  },
  {
    code: 'gate-always-met',
    at: 'terms[0].gates.tests[0].percent',
    term: gate({ share: SHARE, boundary: 'atLeast', percent: '0' }),
    near: gate({ share: SHARE, boundary: 'moreThan', percent: '0' }),
  },
  {
    code: 'gate-never-met',
    at: 'terms[0].gates.tests[0].percent',
    term: gate({ share: SHARE, boundary: 'moreThan', percent: '100' }),
    near: gate({ share: SHARE, boundary: 'atLeast', percent: '100' }),
  },
  {
    code: 'tier-unreachable',
    at: 'terms[0].limits[0].max',
    term: {
      ...WHOLE,
      ...table({ from: '0', percent: '1' }, { from: '500', percent: '2' }),
      limits: [{ of: 'qualifier', scope: 'partner', max: '499.99' }],
    },
    near: {
      ...WHOLE,
      ...table({ from: '0', percent: '1' }, { from: '500', percent: '2' }),
      limits: [{ of: 'qualifier', scope: 'partner', max: '500' }],
    },
  },
  {
    code: 'minimum-above-cap',
    at: 'terms[0].limits[0].max',
    term: { minimum: { amount: '50.01' }, limits: [{ of: 'amount', scope: 'partner', max: '50' }] },
    near: { minimum: { amount: '50' }, limits: [{ of: 'amount', scope: 'partner', max: '50' }] },
  },
  {
    code: 'floor-above-cap',
    at: 'terms[0].limits[0].max',
    term: {
      floor: { amount: '50.01', when: 'tierReached' },
      limits: [{ of: 'amount', scope: 'partner', max: '50' }],
    },
    near: {
      floor: { amount: '50', when: 'tierReached' },
      limits: [{ of: 'amount', scope: 'partner', max: '50' }],
    },
  },
  {
    code: 'limit-by-arrival',
    at: 'terms[0].limits[0].order',
    term: { limits: [{ of: 'amount', scope: 'programme', max: '50', order: 'arrival' }] },
    near: { limits: [{ of: 'amount', scope: 'programme', max: '50', order: 'proRata' }] },
  },
  {
    code: 'returns-below-zero',
    at: 'terms[0].returns',
    term: { returns: { ...RETURNS, negativeWindow: 'mirror' } },
    near: { returns: RETURNS },
  },
  {
    code: 'rounding-unusual',
    at: 'terms[0].rounding.mode',
    term: { rounding: { ...ROUNDING, mode: 'ceiling' } },
    near: { rounding: { ...ROUNDING, mode: 'halfEven' } },
  },
  {
    code: 'rounding-each-line',
    at: 'terms[0].rounding.grain',
    term: { rounding: { ...ROUNDING, grain: 'line' } },
    near: { rounding: { ...ROUNDING, grain: 'programmeWindow' } },
  },
];

describe('lintAgreement', () => {
  it('says nothing of a plain agreement', () => {
    expect(lint()).toEqual([]);
  });

  it.each(CASES)('finds $code', ({ code, at, term, differs, near, nearDiffers }) => {
    const found = lint(term, differs).filter((finding) => finding.code === code);
    expect(found.map((finding) => [finding.at, finding.severity])).toEqual([[at, FINDINGS[code]]]);
    expect(lint(near, nearDiffers).map((finding) => finding.code)).not.toContain(code);
  });

  it('finds a settlement in another currency', () => {
    const { settlement } = agreementOf();
    const agreement = { ...agreementOf(QUIET, SOMEBODY), settlement: { ...settlement, currency: 'USD' } };
    expect(lintAgreement(agreement).map(({ code }) => code)).toEqual(['settlement-currency']);
  });

  it('finds a company that settles and does not trade', () => {
    const company = (...trading: string[]) => ({ company: { settling: 'HQ', trading, withoutLines: 'HQ' } });
    expect(lint({}, company('DE', 'HQ'))).toEqual([]);
    const [found] = lint({}, company('DE', 'FR'));
    expect([found?.code, found?.at]).toEqual(['settling-not-trading', 'company.trading']);
  });

  it.each([
    ['a threshold that all volume reaches', {}],
    [
      'percent of a baseline as short',
      { formula: 'growthWhole', baseline: BASELINE, ...table({ from: '110', percent: '1' }) },
    ],
  ])('does not mind a cut window with %s', (_, term) => {
    const validity = { firstDay: '2026-01-02', lastDay: '2026-12-31' };
    expect(lint(term, { validity }).map(({ code }) => code)).not.toContain('window-cut');
  });

  it('does not mind that all of a margin is paid', () => {
    const margin = { of: 'value', basis: 'margin' };
    const term = { qualifier: margin, payout: margin, ...table({ from: '0', percent: '100' }) };
    expect(lint(term)).toEqual([]);
  });

  it('says of a cut window how much of its days is left, once for each length', () => {
    const validity = { firstDay: '2026-07-02', lastDay: '2027-06-30' };
    const within = { windows: windowsText('month', { qualifier: { within: 'year' } }) };
    const found = lint(
      { ...WHOLE, ...within, ...table({ from: '0', percent: '1' }, { from: '9', percent: '2' }) },
      { validity },
    );
    const cut = found.filter(({ code }) => code === 'window-cut');
    expect(cut.map(({ facts }) => facts.share)).toEqual([
      { kind: 'percent', value: '3660/73' },
      { kind: 'percent', value: '3620/73' },
    ]);
    expect(cut.map((finding) => findingText(finding, 'en'))).toEqual([
      'For 2 Jul 2026 to 31 Jul 2026 the tier is found in 50.136986…% of the days of a whole window, and the thresholds stay whole: they are harder to reach there.',
      'For 1 Jan 2027 to 31 Jan 2027 the tier is found in 49.589041…% of the days of a whole window, and the thresholds stay whole: they are harder to reach there.',
    ]);
  });

  it('has a case for every finding', () => {
    const tried = new Set<string>([
      ...CASES.map(({ code }) => code),
      'settlement-currency',
      'settling-not-trading',
    ]);
    expect(Object.keys(FINDINGS).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('says in both languages what it has found, with every value in its place', () => {
    for (const { code, term, differs } of CASES) {
      const [found] = lint(term, differs).filter((finding) => finding.code === code);
      for (const language of LANGUAGES) {
        const text = findingText(found as Finding, language);
        expect([code, text]).not.toContainEqual(expect.stringMatching(/[{}]|(?<!\d)…/));
      }
    }
  });
});

describe('the cliff at a threshold', () => {
  const rows = [
    { from: '1000', percent: '2' },
    { from: '5000', percent: '4' },
  ];

  it.each([
    ['wholeVolume', ['20', '100']],
    ['total', ['20', '200']],
    // The lower tier now pays on 5,000 besides: 4 % of 5,000.
    ['rolling', ['20', '200']],
  ])('under %s', (formula, worth) => {
    const found = lint({ formula, ...table(...rows) }).filter(({ code }) => code === 'cliff');
    expect(found.map(({ facts }) => facts.worth)).toEqual(
      worth.map((value) => ({ kind: 'money', value, currency: 'EUR' })),
    );
  });

  it('reads as a sentence', () => {
    const found = lint({ formula: 'wholeVolume', ...table(...rows) }).filter(({ code }) => code === 'cliff');
    const texts = LANGUAGES.map((language) =>
      findingText(found[1] as Finding, language).replaceAll('\u00a0', ' '),
    );
    expect(texts).toEqual([
      'The step to tier 2 at EUR 5,000.00 is worth EUR 100.00 at once, and a single return can take it back.',
      '在 EUR 5,000.00 升至第 2 档，一步即多得 EUR 100.00；一次退货就可能将其收回。',
    ]);
  });
});
