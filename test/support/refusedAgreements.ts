import type { Json } from '../../core/text/canonicalJson.ts';
import { agreementText, type JsonObject, UNITS, windowsText } from './trade.ts';

/** A text without sense: what differs from the plain agreement, why it is refused, and what would be accepted. */
export type RefusedAgreement = {
  readonly what: string;
  readonly text: JsonObject;
  /** "code at {facts}" of each refusal; facts are left out where there are none. */
  readonly refused: readonly string[];
  readonly accepted: JsonObject;
};

const NET: JsonObject = { of: 'value', basis: 'net' };
const GROSS: JsonObject = { of: 'value', basis: 'gross' };
const CASES: JsonObject = { ...UNITS, unit: 'CS' };
const COUNT: JsonObject = { of: 'count', what: 'product' };
const SHARE: JsonObject = { of: 'share', part: NET, whole: GROSS };
const PARTS: JsonObject = {
  of: 'parts',
  parts: [
    { id: 'a', measure: NET },
    { id: 'b', measure: GROSS },
  ],
};
const PAID: JsonObject = { from: '10', percent: '1' };
const BASELINE: JsonObject = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};
const GROUP: JsonObject = {
  by: 'partner.buyingGroup',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};
const TAX_INCLUSIVE: JsonObject = {
  treatment: 'priceReduction',
  rate: { percent: '19' },
  amounts: 'taxInclusive',
  withholding: 'none',
};
const companies = (differs: JsonObject): JsonObject => ({
  company: { settling: 'HQ', trading: ['DE', 'FR'], withoutLines: 'HQ', ...differs },
});
const GUARANTEE: JsonObject = { amount: '100', cumulative: false, paid: 'atEnd', unearned: 'kept' };
const GATES: JsonObject = {
  need: 'all',
  within: 'window',
  tests: [{ measure: NET, boundary: 'atLeast', from: '1' }],
};
const BY_DOCUMENT: JsonObject = { ...GATES, within: 'document' };

function tiers(...rows: readonly JsonObject[]): JsonObject {
  return { boundary: 'atLeast', rows };
}

function growth(differs: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return { formula: 'growthWhole', baseline: { ...BASELINE, ...differs }, ...more };
}

function returns(differs: JsonObject): JsonObject {
  return { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'zero', ...differs };
}

function rounding(differs: JsonObject): JsonObject {
  return { grain: 'partnerWindow', mode: 'halfEven', unitRate: 'none', ...differs };
}

function limits(...given: readonly JsonObject[]): JsonObject {
  return { limits: given };
}
const BY_LINE = (of: string): JsonObject => ({ of, scope: 'line', max: '5' });
const BY_PARTNER = (of: string): JsonObject => ({ of, scope: 'partner', max: '5' });
const SHARED = (of: string, scope = 'programme'): JsonObject => ({
  of,
  scope,
  max: '5',
  order: 'transactionDate',
});

function forecast(...entries: readonly JsonObject[]): JsonObject {
  return {
    forecast: entries.map((entry) => ({ term: 'volume', partner: 'P1', volume: '100', ...entry })),
    others: 'reachedTier',
  };
}

function scenarios(...probabilities: readonly string[]): JsonObject {
  const all = probabilities.map((probability) => ({ percentOfForecast: '100', probability }));
  return { scenarios: all, take: 'mostLikely', constraint: 'none' };
}

const CUMULATIVE = {
  payout: 'quarter',
  qualifier: { toDate: 'year' },
  pays: 'cumulative',
  cut: 'fullThreshold',
  targets: 'same',
};

function settlement(differs: JsonObject, direction = 'customerRebate'): JsonObject {
  const { settlement: given } = agreementText({}, { direction });
  return { settlement: { ...(given as JsonObject), ...differs } };
}

/** Terms by what differs in each; the first is named a, the second b, and so on. */
function terms(...differs: readonly JsonObject[]): JsonObject {
  return {
    terms: differs.flatMap(
      (one, index) => agreementText({ id: 'abc'.charAt(index), ...one }).terms as Json[],
    ),
  };
}

function supplement(differs: JsonObject): JsonObject {
  return {
    id: 's',
    firstDay: '2026-07-01',
    tiers: tiers({ from: '500', percent: '3' }),
    carryVolume: true,
    touches: 'linesFrom',
    ...differs,
  };
}

function cap(differs: JsonObject): JsonObject {
  return {
    sharedCaps: [{ id: 'cap', terms: ['a', 'b'], scope: 'partner', max: '9', spread: 'proRata', ...differs }],
  };
}

const LUMP_SUM = { formula: 'lumpSum', tiers: { boundary: 'atLeast', rows: [{ from: '10', amount: '5' }] } };

function exclusive(differs: JsonObject): JsonObject {
  return { exclusive: { set: 'x', choice: 'rank', rank: 1, loserQualifier: 'keeps', ...differs } };
}

function netting(of: readonly string[], lowers = 'payout'): JsonObject {
  return { netting: { of, lowers } };
}

function share(part: JsonObject, whole: JsonObject): JsonObject {
  return { formula: 'mixShare', qualifier: { of: 'share', part, whole } };
}

function weeks(...years: readonly (readonly [string, number])[]): JsonObject {
  const listed = years.map(([firstDay, count]) => ({ firstDay, weeks: count }));
  return { calendar: { weeks: { pattern: '4-4-5', years: listed } } };
}

function agreed(...products: readonly string[]): JsonObject {
  const prices = products.map((product) => ({ product, price: '1' }));
  return { ...UNITS, of: 'atPrice', price: { source: 'agreed', prices, times: '1' } };
}

const toDate = windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' });
const yearly = windowsText('month', { qualifier: { within: 'year' } });

const T = 'terms[0].';

/** One row: what is wrong; what differs in the term; the refusals; what differs in the accepted neighbour. */
type Row = readonly [what: string, wrong: JsonObject, refused: string | readonly string[], right: JsonObject];

const OF_AGREEMENT: readonly Row[] = [
  [
    'the last day before the first',
    { validity: { firstDay: '2026-01-02', lastDay: '2026-01-01' } },
    'agreement-validity-empty validity',
    { validity: { firstDay: '2026-01-02', lastDay: '2026-01-02' } },
  ],
  [
    'a currency that is none',
    { currency: 'EURO' },
    'agreement-currency-unknown currency {"value":"EURO"}',
    { currency: 'EUR' },
  ],
  ['gold', { currency: 'XAU' }, 'agreement-currency-unknown currency {"value":"XAU"}', { currency: 'CNY' }],
  [
    'a company of ours twice',
    companies({ trading: ['DE', 'FR', 'DE'] }),
    'agreement-entry-repeated company.trading[2] {"value":"DE"}',
    companies({ trading: ['DE', 'FR'] }),
  ],
  [
    'what no line earns borne by a company that has no part in it',
    companies({ withoutLines: 'IT' }),
    'agreement-company-unknown company.withoutLines {"company":"IT"}',
    companies({ withoutLines: 'FR' }),
  ],
  [
    'amounts with tax borne by several companies',
    { ...companies({}), ...settlement({ tax: TAX_INCLUSIVE }) },
    'agreement-company-tax-inclusive settlement.tax.amounts',
    {
      ...companies({ settling: 'DE', trading: ['DE'], withoutLines: 'DE' }),
      ...settlement({ tax: TAX_INCLUSIVE }),
    },
  ],
  [
    'settled in gold',
    settlement({ currency: 'XAU' }),
    'agreement-currency-unknown settlement.currency {"value":"XAU"}',
    settlement({ currency: 'USD' }),
  ],
  [
    'a rate of its own currency',
    settlement({ exchange: { fixed: '1.08' } }),
    'agreement-settlement-mismatch settlement.exchange {"direction":"customerRebate","value":"EUR"}',
    settlement({ currency: 'USD', exchange: { fixed: '1.08' } }),
  ],
  [
    'a rate of goods',
    settlement({ currency: 'USD', method: 'goods', exchange: { fixed: '1.08' } }),
    'agreement-settlement-mismatch settlement.exchange {"direction":"customerRebate","value":"goods"}',
    settlement({ currency: 'USD', method: 'payment', exchange: { fixed: '1.08' } }),
  ],
  [
    'two terms of one name',
    terms({}, { id: 'a' }),
    'agreement-id-repeated terms[1].id {"id":"a"}',
    terms({}, {}),
  ],
  [
    'ended after its end',
    { termination: { lastDay: '2026-12-31', openWindows: 'forfeit' } },
    'agreement-termination-outside termination.lastDay',
    { termination: { lastDay: '2026-12-30', openWindows: 'forfeit' } },
  ],
  [
    'ended before its start',
    { termination: { lastDay: '2025-12-31', openWindows: 'forfeit' } },
    'agreement-termination-outside termination.lastDay',
    { termination: { lastDay: '2026-01-01', openWindows: 'settleToDate' } },
  ],
  [
    'years that leave days out',
    weeks(['2025-12-28', 52], ['2026-12-28', 52]),
    'agreement-calendar-year-misplaced calendar.weeks.years[1].firstDay {"day":"2026-12-28"}',
    weeks(['2025-12-28', 52], ['2026-12-27', 52]),
  ],
  [
    'years that end too early',
    weeks(['2025-12-28', 52]),
    'agreement-calendar-gap calendar {"day":"2026-12-27"}',
    weeks(['2025-12-28', 53]),
  ],
  [
    'a set of one',
    terms(exclusive({}), {}),
    'agreement-exclusive-alone terms[0].exclusive.set {"set":"x"}',
    terms(exclusive({}), exclusive({ rank: 2 })),
  ],
  [
    'one rank for two',
    terms(exclusive({}), exclusive({})),
    [
      'agreement-exclusive-differs terms[0].exclusive {"set":"x"}',
      'agreement-exclusive-differs terms[1].exclusive {"set":"x"}',
    ],
    terms(exclusive({ rank: 3 }), exclusive({})),
  ],
  [
    'a set that chooses in two ways',
    terms(exclusive({}), exclusive({ rank: 2, choice: 'bestForPayee' })),
    [
      'agreement-exclusive-differs terms[0].exclusive {"set":"x"}',
      'agreement-exclusive-differs terms[1].exclusive {"set":"x"}',
    ],
    terms(exclusive({ choice: 'bestForPayee' }), exclusive({ rank: 2, choice: 'bestForPayee' })),
  ],
  [
    'a set of different windows',
    terms(exclusive({}), { ...exclusive({ rank: 2 }), windows: windowsText('quarter') }),
    [
      'agreement-exclusive-differs terms[0].exclusive {"set":"x"}',
      'agreement-exclusive-differs terms[1].exclusive {"set":"x"}',
    ],
    terms(exclusive({}), exclusive({ rank: 2, loserQualifier: 'loses' })),
  ],
  [
    'a set whose loser would be paid a lump sum all the same',
    terms(exclusive({}), { ...exclusive({ rank: 2 }), ...LUMP_SUM }),
    'agreement-exclusive-refused terms[1].exclusive {"set":"x"}',
    terms(exclusive({}), { ...exclusive({ rank: 2, loserQualifier: 'loses' }), ...LUMP_SUM }),
  ],
  [
    'a set whose loser has a floor that always holds',
    terms(exclusive({}), { ...exclusive({ rank: 2 }), floor: { amount: '5', when: 'always' } }),
    'agreement-exclusive-refused terms[1].exclusive {"set":"x"}',
    terms(exclusive({}), { ...exclusive({ rank: 2 }), floor: { amount: '5', when: 'tierReached' } }),
  ],
  [
    'a set whose windows a supplement cuts for one',
    terms({ ...exclusive({}), supplements: [supplement({})] }, exclusive({ rank: 2 })),
    [
      'agreement-exclusive-differs terms[0].exclusive {"set":"x"}',
      'agreement-exclusive-differs terms[1].exclusive {"set":"x"}',
    ],
    terms(
      { ...exclusive({}), supplements: [supplement({ touches: 'wholeWindow' })] },
      exclusive({ rank: 2 }),
    ),
  ],
  [
    'net of what is not there',
    terms(netting(['z'])),
    'agreement-netting-unknown terms[0].netting.of[0] {"term":"z"}',
    terms(netting(['b']), {}),
  ],
  [
    'net of one term twice',
    terms(netting(['b', 'b']), {}),
    'agreement-entry-repeated terms[0].netting.of[1] {"value":"b"}',
    terms(netting(['b', 'c']), {}, {}),
  ],
  [
    'net of itself',
    terms(netting(['a'])),
    'agreement-netting-cycle terms[0].netting.of {"cycle":"a → a"}',
    terms({}, netting(['a'])),
  ],
  [
    'net of each other',
    terms(netting(['b']), netting(['c']), netting(['a'])),
    [
      'agreement-netting-cycle terms[0].netting.of {"cycle":"a → b → c → a"}',
      'agreement-netting-cycle terms[1].netting.of {"cycle":"b → c → a → b"}',
      'agreement-netting-cycle terms[2].netting.of {"cycle":"c → a → b → c"}',
    ],
    terms(netting(['b']), netting(['c']), {}),
  ],
  [
    'the original rate of lines less what others earned',
    terms({ ...netting(['b']), returns: returns({ linked: 'currentAtOriginalRate' }) }, {}),
    'agreement-fields-clash terms[0].returns.linked {"field":"returns.linked","other":"netting"}',
    terms({ ...netting(['b']), returns: returns({ linked: 'currentAtCurrentRate' }) }, {}),
  ],
  [
    'pieces less money',
    terms({ ...netting(['b']), payout: UNITS, tiers: tiers({ from: '1', perUnit: '1' }) }, {}),
    'agreement-netting-not-value terms[0].netting',
    terms({ ...netting(['b']), payout: GROSS }, {}),
  ],
  [
    'a tier by pieces less money',
    terms({ ...netting(['b'], 'payoutAndQualifier'), qualifier: UNITS }, {}),
    'agreement-netting-not-value terms[0].netting.lowers',
    terms({ ...netting(['b']), qualifier: UNITS }, {}),
  ],
  [
    'a share of pieces less money',
    terms({ ...netting(['b'], 'payoutAndQualifier'), ...share(UNITS, UNITS) }, {}),
    'agreement-netting-not-value terms[0].netting.lowers',
    terms({ ...netting(['b'], 'payoutAndQualifier'), ...share(NET, GROSS) }, {}),
  ],
  [
    'a cap over what is not there',
    { ...terms({}, {}), ...cap({ terms: ['a', 'z'] }) },
    'agreement-shared-cap-unknown sharedCaps[0].terms[1] {"term":"z"}',
    { ...terms({}, {}), ...cap({}) },
  ],
  [
    'a cap over one term twice',
    { ...terms({}, {}), ...cap({ terms: ['a', 'a'] }) },
    'agreement-shared-cap-unknown sharedCaps[0].terms[1] {"term":"a"}',
    { ...terms({}, {}), ...cap({ terms: ['a'] }) },
  ],
  [
    'a cap over different windows',
    { ...terms({}, { windows: windowsText('quarter') }), ...cap({}) },
    'agreement-shared-cap-windows-differ sharedCaps[0].terms',
    { ...terms({ windows: windowsText('quarter') }, { windows: windowsText('quarter') }), ...cap({}) },
  ],
  [
    'a cap over windows that a supplement cuts for one',
    { ...terms({ supplements: [supplement({})] }, {}), ...cap({}) },
    'agreement-shared-cap-windows-differ sharedCaps[0].terms',
    { ...terms({ supplements: [supplement({})] }, { supplements: [supplement({ id: 't' })] }), ...cap({}) },
  ],
  [
    'a cap over sums since different days',
    {
      ...terms(
        { windows: windowsText('month', { qualifier: { toDate: 'quarter' }, pays: 'cumulative' }) },
        { windows: toDate },
      ),
      ...cap({}),
    },
    'agreement-shared-cap-windows-differ sharedCaps[0].terms',
    {
      ...terms(
        { windows: windowsText('month', { qualifier: { toDate: 'quarter' } }) },
        { windows: windowsText('month', { qualifier: { toDate: 'year' } }) },
      ),
      ...cap({}),
    },
  ],
  [
    'two caps of one name',
    { ...terms({}, {}), sharedCaps: [cap({}), cap({})].flatMap(({ sharedCaps }) => sharedCaps as Json[]) },
    'agreement-id-repeated sharedCaps[1].id {"id":"cap"}',
    {
      ...terms({}, {}),
      sharedCaps: [cap({}), cap({ id: 'd' })].flatMap(({ sharedCaps }) => sharedCaps as Json[]),
    },
  ],
  [
    'what we owe, claimed by us',
    settlement({
      claim: { rule: 'weClaim', deadlineDays: 'none', afterDeadline: 'lapses', silence: 'accepts' },
    }),
    'agreement-settlement-mismatch settlement.claim.rule {"direction":"customerRebate","value":"weClaim"}',
    settlement({
      claim: { rule: 'partnerClaims', deadlineDays: 9, afterDeadline: 'lapses', silence: 'rejects' },
    }),
  ],
  [
    'what we owe, by debit note',
    settlement({ method: 'debitNote' }),
    'agreement-settlement-mismatch settlement.method {"direction":"customerRebate","value":"debitNote"}',
    settlement({ method: 'payment' }),
  ],
  [
    'tax on what is outside its scope',
    settlement({
      tax: { treatment: 'outsideScope', rate: 'perLineRate', amounts: 'net', withholding: 'none' },
    }),
    'agreement-settlement-mismatch settlement.tax.rate {"direction":"customerRebate","value":"outsideScope"}',
    settlement({ tax: { treatment: 'outsideScope', rate: 'none', amounts: 'net', withholding: 'none' } }),
  ],
  [
    'what we owe, once somebody has accepted it',
    settlement({ recognition: 'onAcceptance' }),
    'agreement-settlement-mismatch settlement.recognition {"direction":"customerRebate","value":"onAcceptance"}',
    {},
  ],
  [
    'what we are owed, by credit note',
    {
      direction: 'supplierRebate',
      ...terms({ transactions: 'purchase' }),
      ...settlement({ method: 'creditNote' }, 'supplierRebate'),
    },
    'agreement-settlement-mismatch settlement.method {"direction":"supplierRebate","value":"creditNote"}',
    {
      direction: 'supplierRebate',
      ...terms({ transactions: 'purchase' }),
      ...settlement({ method: 'deduction' }, 'supplierRebate'),
    },
  ],
  [
    'scenarios that are not all that can happen',
    settlement({ accrual: scenarios('60', '39.9') }),
    'agreement-accrual-probabilities settlement.accrual.scenarios',
    settlement({ accrual: scenarios('60', '40.0') }),
  ],
  [
    'a certainty above everything',
    settlement({ accrual: { ...scenarios('60', '40'), constraint: { confidence: '101' } } }),
    'agreement-value-not-allowed settlement.accrual.constraint.confidence {"value":"101","allowed":"0–100"}',
    settlement({ accrual: { ...scenarios('60', '40'), constraint: { confidence: '100' } } }),
  ],
  [
    'a volume expected of no term',
    settlement({ accrual: forecast({ term: 'b' }) }),
    'agreement-accrual-forecast-refused settlement.accrual.forecast[0].term {"term":"b"}',
    settlement({ accrual: forecast({ term: 'volume' }) }),
  ],
  [
    'two volumes expected of one partner',
    settlement({ accrual: forecast({ term: 'volume' }, { term: 'volume' }) }),
    'agreement-entry-repeated settlement.accrual.forecast[1].partner {"value":"P1"}',
    settlement({ accrual: forecast({ term: 'volume' }, { term: 'volume', partner: 'P2' }) }),
  ],
  [
    'a rate of accrual above everything',
    settlement({ accrual: { percent: '100.1' } }),
    'agreement-value-not-allowed settlement.accrual.percent {"value":"100.1","allowed":"0–100"}',
    settlement({ accrual: { percent: '100' } }),
  ],
  [
    'a rate of accrual where windows add up',
    { ...terms({ windows: CUMULATIVE }), ...settlement({ accrual: { percent: '2' } }) },
    'agreement-accrual-rate-refused settlement.accrual.percent {"term":"a"}',
    { ...terms({ windows: CUMULATIVE }), ...settlement({ accrual: 'expectedTier' }) },
  ],
  [
    'more than everything before the end',
    settlement({ interimPercent: '100.01' }),
    'agreement-value-not-allowed settlement.interimPercent {"value":"100.01","allowed":"0–100"}',
    settlement({ interimPercent: '100.00' }),
  ],
  [
    'set off against one thing twice',
    settlement({ nettingWith: ['invoices', 'invoices'] }),
    'agreement-entry-repeated settlement.nettingWith[1] {"value":"invoices"}',
    settlement({ nettingWith: ['invoices', 'claims'] }),
  ],
  [
    'purchases that we owe a rebate for',
    terms({ transactions: 'purchase' }),
    'agreement-side-mismatch terms[0].transactions {"direction":"customerRebate","side":"purchase"}',
    { direction: 'neither', ...terms({ transactions: 'purchase' }, {}) },
  ],
  [
    'sales that a supplier owes a rebate for',
    { direction: 'supplierRebate', ...settlement({}, 'supplierRebate') },
    'agreement-side-mismatch terms[0].transactions {"direction":"supplierRebate","side":"sale"}',
    {
      direction: 'supplierRebate',
      ...settlement({}, 'supplierRebate'),
      ...terms({ transactions: 'purchase' }),
    },
  ],
  [
    'a window for each day of a thousand years',
    {
      validity: { firstDay: '1026-01-01', lastDay: '2026-12-31' },
      ...terms({ windows: windowsText('day') }),
    },
    'agreement-windows-too-many terms[0].windows.payout {"max":"150000"}',
    {
      validity: { firstDay: '2026-01-01', lastDay: '9999-12-31' },
      ...terms({ windows: windowsText('month') }),
    },
  ],
  [
    'weeks within months',
    terms({ windows: windowsText('week', { qualifier: { within: 'month' } }) }),
    'agreement-windows-not-nested terms[0].windows.qualifier {"inner":"week","outer":"month"}',
    {
      ...weeks(['2025-12-28', 53]),
      ...terms({ windows: windowsText('week', { qualifier: { within: 'month' } }) }),
    },
  ],
];

const OF_TERM: readonly Row[] = [
  [
    'falling thresholds',
    { tiers: tiers(PAID, { from: '9', percent: '2' }) },
    'agreement-tiers-not-rising terms[0].tiers.rows[1].from',
    { tiers: tiers(PAID, { from: '11', percent: '2' }) },
  ],
  [
    'equal thresholds',
    { tiers: tiers(PAID, { from: '10.00', percent: '2' }) },
    'agreement-tiers-not-rising terms[0].tiers.rows[1].from',
    { tiers: tiers(PAID, { from: '10.01', percent: '2' }) },
  ],
  [
    'thresholds that rise as text only',
    { tiers: tiers(PAID, { from: '9.5', percent: '2' }) },
    'agreement-tiers-not-rising terms[0].tiers.rows[1].from',
    { tiers: tiers({ from: '9.5', percent: '2' }, PAID) },
  ],
  [
    'a tier without a rate',
    { tiers: tiers({ from: '10' }) },
    'agreement-tier-pay-mixed terms[0].tiers.rows[0]',
    { tiers: tiers({ from: '10', percent: '0' }) },
  ],
  [
    'a tier with two rates',
    { tiers: tiers({ ...PAID, amount: '5' }) },
    'agreement-tier-pay-mixed terms[0].tiers.rows[0]',
    { tiers: tiers(PAID, { from: '20', amount: '5' }) },
  ],
  [
    'a part with two rates',
    { payout: PARTS, tiers: tiers({ from: '1', parts: [{ part: 'a', percent: '1', amount: '1' }] }) },
    'agreement-tier-pay-mixed terms[0].tiers.rows[0].parts[0]',
    {
      payout: PARTS,
      tiers: tiers({
        from: '1',
        parts: [
          { part: 'a', percent: '1' },
          { part: 'b', amount: '1' },
        ],
      }),
    },
  ],
  [
    'a part that is not there',
    { payout: PARTS, tiers: tiers({ from: '1', parts: [{ part: 'c', percent: '1' }] }) },
    'agreement-part-unknown terms[0].tiers.rows[0].parts[0].part {"part":"c","parts":"a, b"}',
    { payout: PARTS, tiers: tiers({ from: '1', parts: [{ part: 'b', percent: '1' }] }) },
  ],
  [
    'a part that is paid twice',
    {
      payout: PARTS,
      tiers: tiers({
        from: '1',
        parts: [
          { part: 'a', percent: '1' },
          { part: 'a', percent: '2' },
        ],
      }),
    },
    'agreement-part-unknown terms[0].tiers.rows[0].parts[1].part {"part":"a","parts":"a, b"}',
    {
      payout: PARTS,
      tiers: tiers({
        from: '1',
        parts: [
          { part: 'a', percent: '1' },
          { part: 'b', percent: '2' },
        ],
      }),
    },
  ],
  [
    'a rate of several parts',
    { payout: PARTS },
    'agreement-part-unknown terms[0].tiers.rows[0] {"part":"","parts":"a, b"}',
    { payout: PARTS, tiers: tiers({ from: '1', amount: '1' }) },
  ],
  [
    'two parts of one name',
    {
      payout: {
        of: 'parts',
        parts: [
          { id: 'a', measure: NET },
          { id: 'a', measure: GROSS },
        ],
      },
      tiers: tiers({ from: '1', amount: '1' }),
    },
    'agreement-id-repeated terms[0].payout.parts[1].id {"id":"a"}',
    { payout: PARTS, tiers: tiers({ from: '1', amount: '1' }) },
  ],
  [
    'a lump sum in percent',
    { formula: 'lumpSum' },
    'agreement-formula-pay-mismatch terms[0].tiers.rows[0] {"formula":"lumpSum","pays":"percent"}',
    { formula: 'lumpSum', tiers: tiers({ from: '1', amount: '5' }) },
  ],
  [
    'a marginal table in amounts',
    { formula: 'marginal', tiers: tiers({ from: '1', amount: '5' }) },
    'agreement-formula-pay-mismatch terms[0].tiers.rows[0] {"formula":"marginal","pays":"amount"}',
    { formula: 'marginal' },
  ],
  [
    'free goods in percent',
    { formula: 'freeGoods', payout: UNITS, tiers: tiers(PAID) },
    [
      'agreement-formula-pay-mismatch terms[0].tiers.rows[0] {"formula":"freeGoods","pays":"percent"}',
      'agreement-pay-measure-mismatch terms[0].tiers.rows[0] {"pays":"percent","needed":"value"}',
    ],
    {
      formula: 'freeGoods',
      payout: UNITS,
      tiers: tiers({ from: '1', free: { give: '1', per: '10', unitValue: '2.50' } }),
    },
  ],
  [
    'goods for a whole volume',
    { payout: UNITS, tiers: tiers({ from: '1', free: { give: '1', per: '10', unitValue: '2.50' } }) },
    'agreement-formula-pay-mismatch terms[0].tiers.rows[0] {"formula":"wholeVolume","pays":"free"}',
    { payout: UNITS, tiers: tiers({ from: '1', perUnit: '1' }, { from: '2', amount: '3' }) },
  ],
  [
    'percent of a quantity',
    { payout: UNITS },
    'agreement-pay-measure-mismatch terms[0].tiers.rows[0] {"pays":"percent","needed":"value"}',
    { payout: UNITS, tiers: tiers({ from: '1', perUnit: '1' }) },
  ],
  [
    'money per unit of money',
    { tiers: tiers({ from: '1', perUnit: '5' }) },
    'agreement-pay-measure-mismatch terms[0].tiers.rows[0] {"pays":"perUnit","needed":"quantity"}',
    { payout: COUNT, tiers: tiers({ from: '1', perUnit: '5' }) },
  ],
  [
    'a lump sum from zero, which whoever has a line would get',
    { formula: 'lumpSum', tiers: tiers({ from: '0.00', amount: '5' }) },
    'agreement-value-not-allowed terms[0].tiers.rows[0].from {"value":"0.00","allowed":"> 0"}',
    { formula: 'lumpSum', tiers: { ...tiers({ from: '0', amount: '5' }), boundary: 'moreThan' } },
  ],
  [
    'a fixed amount from something on',
    { formula: 'fixed', tiers: tiers({ from: '1', amount: '5' }) },
    'agreement-value-not-allowed terms[0].tiers.rows[0].from {"value":"1","allowed":"0"}',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }) },
  ],
  [
    'a fixed amount in two tiers',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }, { from: '1', amount: '6' }) },
    'agreement-one-tier-needed terms[0].tiers.rows {"formula":"fixed"}',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '6' }) },
  ],
  [
    'above two thresholds',
    { formula: 'aboveThreshold', tiers: tiers(PAID, { from: '20', percent: '2' }) },
    'agreement-one-tier-needed terms[0].tiers.rows {"formula":"aboveThreshold"}',
    { formula: 'aboveThreshold', tiers: tiers(PAID) },
  ],
  [
    'no cap where each tier is capped',
    { formula: 'cappedMeasure', tiers: tiers({ ...PAID, measureCap: '5' }, { from: '20', percent: '2' }) },
    'agreement-measure-cap-missing terms[0].tiers.rows[1].measureCap',
    {
      formula: 'cappedMeasure',
      tiers: tiers({ ...PAID, measureCap: '5' }, { from: '20', percent: '2', measureCap: '0' }),
    },
  ],
  [
    'a cap that nothing looks at',
    { tiers: tiers({ ...PAID, measureCap: '5' }) },
    'agreement-measure-cap-refused terms[0].tiers.rows[0].measureCap',
    { tiers: tiers(PAID) },
  ],
  [
    'no default tier',
    { formula: 'defaultTier' },
    'agreement-default-tier-missing terms[0].tiers.defaultTier {"tiers":"1"}',
    { formula: 'defaultTier', tiers: { ...tiers(PAID), defaultTier: 1 } },
  ],
  [
    'a default tier beyond the table',
    { formula: 'defaultTier', tiers: { ...tiers(PAID), defaultTier: 2 } },
    'agreement-default-tier-refused terms[0].tiers.defaultTier {"tiers":"1"}',
    { formula: 'defaultTier', tiers: { ...tiers(PAID, { from: '20', percent: '2' }), defaultTier: 2 } },
  ],
  [
    'a default tier that nothing looks at',
    { tiers: { ...tiers(PAID), defaultTier: 1 } },
    'agreement-default-tier-refused terms[0].tiers.defaultTier {"tiers":"1"}',
    { tiers: tiers(PAID) },
  ],
  [
    'a marginal table by units that does not name the reaching unit',
    { formula: 'marginal', qualifier: UNITS, payout: UNITS, tiers: tiers({ from: '0', perUnit: '1' }) },
    'agreement-reaching-unit-missing terms[0].tiers.reachingUnit',
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...tiers({ from: '0', perUnit: '1' }), reachingUnit: 'oldRate' },
    },
  ],
  [
    'a marginal table by products that does not name the reaching one',
    { formula: 'marginal', qualifier: COUNT, payout: COUNT, tiers: tiers({ from: '0', perUnit: '1' }) },
    'agreement-reaching-unit-missing terms[0].tiers.reachingUnit',
    {
      formula: 'marginal',
      qualifier: COUNT,
      payout: COUNT,
      tiers: { ...tiers({ from: '0', perUnit: '1' }), reachingUnit: 'newRate' },
    },
  ],
  [
    'a reaching unit of money',
    { formula: 'marginal', tiers: { ...tiers(PAID), reachingUnit: 'oldRate' } },
    'agreement-reaching-unit-refused terms[0].tiers.reachingUnit',
    { formula: 'marginal', tiers: tiers(PAID) },
  ],
  [
    'a reaching unit of a whole volume',
    { payout: UNITS, tiers: { ...tiers({ from: '0', perUnit: '1' }), reachingUnit: 'notWhole' } },
    'agreement-reaching-unit-refused terms[0].tiers.reachingUnit',
    { payout: UNITS, tiers: tiers({ from: '0', perUnit: '1' }) },
  ],
  [
    'a threshold that no single unit reaches',
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...tiers({ from: '2.5', perUnit: '1' }), reachingUnit: 'newRate' },
    },
    'agreement-reaching-unit-refused terms[0].tiers.reachingUnit',
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...tiers({ from: '2.5', perUnit: '1' }), reachingUnit: 'notWhole' },
    },
  ],
  [
    'a unit that reaches what asks for more',
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...tiers({ from: '2', perUnit: '1' }), boundary: 'moreThan', reachingUnit: 'newRate' },
    },
    'agreement-reaching-unit-refused terms[0].tiers.reachingUnit',
    {
      formula: 'marginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: { ...tiers({ from: '2.0', perUnit: '1' }), reachingUnit: 'newRate' },
    },
  ],
  ...(
    [
      ['another measure', { qualifier: UNITS }],
      ['another unit', { qualifier: CASES, payout: UNITS, tiers: tiers({ from: '1', perUnit: '1' }) }],
      ['other lines', { windows: yearly }],
      ['other documents', { gates: BY_DOCUMENT }],
      ['a cap of the qualifier', limits(BY_PARTNER('qualifier'))],
      [
        'volume before joining',
        { group: { ...GROUP, joiners: { qualifier: 'wholeWindow', payout: 'fromJoining' } } },
      ],
    ] as const
  ).map(
    ([what, differs]): Row => [
      `a marginal table over ${what}, without a way to value a step`,
      { formula: 'marginal', ...differs },
      'agreement-step-valuation-missing terms[0].tiers.stepValuation',
      {
        formula: 'marginal',
        ...differs,
        tiers: {
          ...('tiers' in differs ? (differs.tiers as JsonObject) : tiers(PAID)),
          stepValuation: 'average',
        },
      },
    ],
  ),
  [
    'a step valuation that nothing needs',
    { formula: 'marginal', tiers: { ...tiers(PAID), stepValuation: 'average' } },
    'agreement-step-valuation-refused terms[0].tiers.stepValuation',
    { formula: 'marginal', payout: GROSS, tiers: { ...tiers(PAID), stepValuation: 'average' } },
  ],
  [
    'a step valuation of a whole volume',
    { payout: GROSS, tiers: { ...tiers(PAID), stepValuation: 'sequence' } },
    'agreement-step-valuation-refused terms[0].tiers.stepValuation',
    { formula: 'marginal', payout: GROSS, tiers: { ...tiers(PAID), stepValuation: 'sequence' } },
  ],
  [
    'counted products in sequence',
    { formula: 'marginal', qualifier: COUNT, tiers: { ...tiers(PAID), stepValuation: 'sequence' } },
    'agreement-step-valuation-refused terms[0].tiers.stepValuation',
    { formula: 'marginal', qualifier: COUNT, tiers: { ...tiers(PAID), stepValuation: 'average' } },
  ],
  ...(['rolling', 'total', 'aboveThreshold'] as const).flatMap((formula): Row[] => [
    [
      `${formula} over another measure`,
      { formula, payout: GROSS },
      `agreement-measures-differ ${T}payout {"formula":"${formula}"}`,
      { formula, qualifier: GROSS, payout: { basis: 'gross', of: 'value' } },
    ],
    [
      `${formula} over other lines`,
      { formula, windows: yearly },
      `agreement-measures-differ ${T}windows.qualifier {"formula":"${formula}"}`,
      { formula, windows: toDate },
    ],
    [
      `${formula} with a cap of the qualifier alone`,
      { formula, ...limits(BY_LINE('qualifier')) },
      `agreement-measures-differ ${T}limits {"formula":"${formula}"}`,
      { formula, ...limits(BY_LINE('qualifier'), { ...BY_LINE('payout'), max: '5.00' }) },
    ],
  ]),
  [
    'rolling, less what others pay, with tiers before that',
    { formula: 'rolling', ...netting(['z']) },
    [
      'agreement-netting-unknown terms[0].netting.of[0] {"term":"z"}',
      `agreement-measures-differ ${T}netting.lowers {"formula":"rolling"}`,
    ],
    { formula: 'rolling' },
  ],
  [
    'pieces that weigh pieces',
    {
      formula: 'weightedMarginal',
      qualifier: UNITS,
      payout: UNITS,
      tiers: tiers({ from: '1', perUnit: '1' }),
    },
    `agreement-qualifier-not-value ${T}qualifier {"formula":"weightedMarginal"}`,
    { formula: 'weightedMarginal', payout: UNITS, tiers: tiers({ from: '1', perUnit: '1' }) },
  ],
  ['no share in a mix', { formula: 'mixShare' }, `agreement-share-missing ${T}qualifier`, share(NET, GROSS)],
  [
    'a share elsewhere',
    { qualifier: SHARE },
    `agreement-share-refused ${T}qualifier {"formula":"wholeVolume"}`,
    { formula: 'mixShare', qualifier: SHARE },
  ],
  [
    'pieces of money',
    share(UNITS, NET),
    `agreement-share-kinds-differ ${T}qualifier.whole {"part":"EA","whole":"value"}`,
    share(UNITS, { ...UNITS, where: [{ attribute: 'product.code', in: ['A'] }] }),
  ],
  [
    'cases of pieces, in a gate',
    {
      gates: {
        ...GATES,
        tests: [{ share: { part: CASES, whole: UNITS }, boundary: 'atLeast', percent: '5' }],
      },
    },
    `agreement-share-kinds-differ ${T}gates.tests[0].share.whole {"part":"CS","whole":"EA"}`,
    {
      gates: {
        ...GATES,
        tests: [{ share: { part: CASES, whole: CASES }, boundary: 'atLeast', percent: '5' }],
      },
    },
  ],
  [
    'one product at two prices',
    { payout: agreed('A', 'A') },
    `agreement-entry-repeated ${T}payout.price.prices[1].product {"value":"A"}`,
    { payout: agreed('A', 'B') },
  ],
  [
    'one product at two prices, in a part of the payout',
    {
      payout: { of: 'parts', parts: [{ id: 'a', measure: agreed('A', 'A') }] },
      tiers: tiers({ from: '1', parts: [{ part: 'a', percent: '1' }] }),
    },
    `agreement-entry-repeated ${T}payout.parts[0].measure.price.prices[1].product {"value":"A"}`,
    {
      payout: { of: 'parts', parts: [{ id: 'a', measure: agreed('A') }] },
      tiers: tiers({ from: '1', parts: [{ part: 'a', percent: '1' }] }),
    },
  ],
  [
    'a shorter window around a longer one',
    { windows: windowsText('quarter', { qualifier: { within: 'month' } }) },
    `agreement-windows-not-nested ${T}windows.qualifier {"inner":"quarter","outer":"month"}`,
    { windows: windowsText('quarter', { qualifier: { within: 'halfYear' } }) },
  ],
  [
    'a window within itself',
    { windows: windowsText('quarter', { qualifier: { toDate: 'quarter' } }) },
    `agreement-windows-not-nested ${T}windows.qualifier {"inner":"quarter","outer":"quarter"}`,
    { windows: windowsText('quarter', { qualifier: { toDate: 'term' } }) },
  ],
  [
    'months that end with a week',
    { windows: windowsText('week', { qualifier: { rollingMonths: 3 } }) },
    `agreement-windows-not-nested ${T}windows.qualifier {"inner":"week","outer":"month"}`,
    { windows: windowsText('month', { qualifier: { rollingMonths: 3 } }) },
  ],
  [
    'cumulated over nothing',
    { windows: windowsText('month', { pays: 'cumulative' }) },
    `agreement-cumulation-refused ${T}windows.pays`,
    { windows: toDate },
  ],
  [
    'weeks cut by months',
    { windows: windowsText('week', { cut: 'byMonths' }) },
    `agreement-cumulation-refused ${T}windows.cut`,
    { windows: windowsText('week', { cut: 'byDays' }) },
  ],
  [
    'three targets for four quarters',
    { windows: windowsText('quarter', { targets: { percentOfTable: ['20', '30', '50'] } }) },
    `agreement-targets-count ${T}windows.targets.percentOfTable {"needed":"4","given":"3"}`,
    { windows: windowsText('quarter', { targets: { percentOfTable: ['20', '30', '40', '10'] } }) },
  ],
  [
    'a target for the whole term',
    { windows: windowsText('term', { targets: { percentOfTable: ['20'] } }) },
    `agreement-targets-count ${T}windows.targets.percentOfTable {"needed":"1","given":"1"}`,
    { windows: windowsText('year', { targets: { percentOfTable: ['20'] } }) },
  ],
  ['growth over nothing', { formula: 'growthWhole' }, `agreement-baseline-missing ${T}baseline`, growth()],
  [
    'upsell over nothing',
    { formula: 'aboveBase' },
    `agreement-baseline-missing ${T}baseline`,
    growth({}, { formula: 'aboveBase' }),
  ],
  [
    'a baseline that nothing is compared with',
    { baseline: BASELINE },
    `agreement-baseline-refused ${T}baseline`,
    growth({ growthAs: 'difference' }),
  ],
  [
    'a tier that is not there',
    growth({ whenNotPositive: { policy: 'treatAsTier', tier: 2 } }),
    `agreement-baseline-tier-unknown ${T}baseline.whenNotPositive.tier`,
    growth({ whenNotPositive: { policy: 'treatAsTier', tier: 1 } }),
  ],
  [
    'a tier that a supplement does not have',
    growth(
      { whenNotPositive: { policy: 'treatAsTier', tier: 2 } },
      { tiers: tiers(PAID, { from: '20', percent: '2' }), supplements: [supplement({})] },
    ),
    `agreement-baseline-tier-unknown ${T}baseline.whenNotPositive.tier`,
    growth(
      { whenNotPositive: { policy: 'treatAsTier', tier: 2 } },
      { tiers: tiers(PAID, { from: '20', percent: '2' }) },
    ),
  ],
  ...(['growthIncrement', 'growthMarginal'] as const).map(
    (formula): Row => [
      `a tier instead of growth, with ${formula}`,
      growth({ whenNotPositive: { policy: 'treatAsTier', tier: 1 } }, { formula }),
      `agreement-baseline-policy-refused ${T}baseline.whenNotPositive.policy {"formula":"${formula}","policy":"treatAsTier"}`,
      growth({ whenNotPositive: { policy: 'useDefault', value: '1' } }, { formula }),
    ],
  ),
  [
    'growth over an entered number of another measure',
    growth({ source: { fixed: '100' } }, { formula: 'growthIncrement', payout: GROSS }),
    `agreement-measures-differ ${T}baseline.source {"formula":"growthIncrement"}`,
    growth({ source: { fixed: '100' } }, { payout: GROSS }),
  ],
  [
    'a partner with two baselines',
    growth({
      source: {
        entered: [
          { partner: 'P1', value: '1' },
          { partner: 'P1', value: '2' },
        ],
      },
    }),
    `agreement-entry-repeated ${T}baseline.source.entered[1].partner {"value":"P1"}`,
    growth({
      source: {
        entered: [
          { partner: 'P1', value: '1' },
          { partner: 'P2', value: '2' },
        ],
      },
    }),
  ],
  [
    'an average of the months before a day',
    growth({ source: { averageOfMonths: 3 } }, { windows: windowsText('day') }),
    `agreement-windows-not-nested ${T}baseline.source {"inner":"day","outer":"month"}`,
    growth({ source: { averageOfMonths: 3 } }, { windows: windowsText('month') }),
  ],
  [
    'like for like with an entered number',
    growth({ source: { fixed: '100' }, likeForLike: 'products' }),
    `agreement-like-for-like-refused ${T}baseline.likeForLike`,
    growth({ source: { averageOfMonths: 2 }, likeForLike: 'products' }),
  ],
  [
    'like for like of counted products',
    growth({ likeForLike: 'products' }, { qualifier: COUNT }),
    `agreement-like-for-like-refused ${T}baseline.likeForLike`,
    growth({ likeForLike: 'products' }, { qualifier: UNITS }),
  ],
  [
    'two of one test',
    { gates: { ...GATES, need: 2 } },
    `agreement-gate-need-too-many ${T}gates.need {"tests":"1"}`,
    { gates: { ...GATES, need: 1 } },
  ],
  [
    'two caps of one amount',
    limits(BY_PARTNER('amount'), BY_PARTNER('amount')),
    `agreement-limit-repeated ${T}limits[1]`,
    limits(BY_PARTNER('amount'), SHARED('amount')),
  ],
  [
    'a limit by group without groups',
    limits(SHARED('amount', 'group')),
    `agreement-limit-group-missing ${T}limits[0].scope`,
    { ...limits(SHARED('amount', 'group')), group: GROUP },
  ],
  [
    'a cap of several parts',
    { payout: PARTS, tiers: tiers({ from: '1', amount: '1' }), ...limits(BY_PARTNER('payout')) },
    `agreement-limit-parts-refused ${T}limits[0].of`,
    { payout: PARTS, tiers: tiers({ from: '1', amount: '1' }), ...limits(BY_PARTNER('amount')) },
  ],
  [
    'a cap of a share',
    { ...share(NET, NET), ...limits(BY_PARTNER('qualifier')) },
    `agreement-limit-parts-refused ${T}limits[0].of`,
    { ...share(NET, NET), ...limits(BY_PARTNER('payout')) },
  ],
  [
    'a cap by line of what is counted',
    { qualifier: COUNT, ...limits(BY_LINE('qualifier')) },
    `agreement-limit-parts-refused ${T}limits[0].scope`,
    { qualifier: COUNT, ...limits(BY_PARTNER('qualifier')) },
  ],
  [
    'a group that keeps more than everything',
    { group: { ...GROUP, keptPercent: '101' } },
    `agreement-value-not-allowed ${T}group.keptPercent {"value":"101","allowed":"0–100"}`,
    { group: { ...GROUP, keptPercent: '100' } },
  ],
  [
    'through a currency that is none',
    {
      conversion: {
        units: 'none',
        currency: { rateOn: 'invoice', rateType: 'closing', path: { through: 'XYZ' }, fallback: 'blocked' },
      },
    },
    `agreement-currency-unknown ${T}conversion.currency.path.through {"value":"XYZ"}`,
    {
      conversion: {
        units: 'none',
        currency: { rateOn: 'invoice', rateType: 'closing', path: { through: 'USD' }, fallback: 'blocked' },
      },
    },
  ],
  [
    'a supplement from the first day on',
    { supplements: [supplement({ firstDay: '2026-01-01' })] },
    `agreement-supplement-outside ${T}supplements[0].firstDay`,
    { supplements: [supplement({ firstDay: '2026-01-02' })] },
  ],
  [
    'a supplement after the end',
    { supplements: [supplement({ firstDay: '2027-01-01' })] },
    `agreement-supplement-outside ${T}supplements[0].firstDay`,
    { supplements: [supplement({ firstDay: '2026-12-31' })] },
  ],
  [
    'two supplements of one day',
    { supplements: [supplement({}), supplement({ id: 't' })] },
    `agreement-supplement-order ${T}supplements[1].firstDay`,
    { supplements: [supplement({}), supplement({ id: 't', firstDay: '2026-07-02' })] },
  ],
  [
    'two supplements of one name',
    { supplements: [supplement({}), supplement({ firstDay: '2026-08-01' })] },
    `agreement-id-repeated ${T}supplements[1].id {"id":"s"}`,
    { supplements: [supplement({}), supplement({ id: 't', firstDay: '2026-08-01' })] },
  ],
  [
    'a supplement whose thresholds fall',
    { supplements: [supplement({ tiers: tiers(PAID, PAID) })] },
    `agreement-tiers-not-rising ${T}supplements[0].tiers.rows[1].from`,
    { supplements: [supplement({ tiers: tiers(PAID, { from: '20', percent: '5' }) })] },
  ],
  [
    'spread in a sequence that there is not',
    { apportionment: { by: 'sequence', residual: 'largestRemainder' } },
    `agreement-apportionment-refused ${T}apportionment.by`,
    {
      formula: 'marginal',
      payout: GROSS,
      tiers: { ...tiers(PAID), stepValuation: 'sequence' },
      apportionment: { by: 'sequence', residual: 'largestRemainder' },
    },
  ],
  [
    'a group in sequence',
    {
      formula: 'marginal',
      payout: GROSS,
      tiers: { ...tiers(PAID), stepValuation: 'sequence' },
      group: GROUP,
    },
    `agreement-apportionment-refused ${T}tiers.stepValuation`,
    { formula: 'marginal', payout: GROSS, tiers: { ...tiers(PAID), stepValuation: 'average' }, group: GROUP },
  ],
  [
    'a group rounded by line',
    { group: GROUP, rounding: rounding({ grain: 'line' }) },
    `agreement-apportionment-refused ${T}rounding.grain`,
    { rounding: rounding({ grain: 'line' }) },
  ],
];

const sequenced = {
  formula: 'marginal',
  payout: GROSS,
  tiers: { ...tiers(PAID), stepValuation: 'sequence' },
};

/** Two fields that contradict each other; the first is where the refusal stands. */
const CLASHES: readonly (readonly [
  what: string,
  at: string,
  other: string,
  wrong: JsonObject,
  right: JsonObject,
])[] = [
  [
    'documents that fail, in sequence',
    'tiers.stepValuation',
    'gates.within',
    { ...sequenced, gates: BY_DOCUMENT },
    { ...sequenced, gates: GATES },
  ],
  [
    'lines that are cut, in sequence',
    'tiers.stepValuation',
    'limits',
    { ...sequenced, ...limits(BY_LINE('payout')) },
    { ...sequenced, ...limits(BY_PARTNER('payout')) },
  ],
  [
    'members that are capped before the group is',
    'limits[0].scope',
    'group',
    { group: GROUP, ...limits(BY_PARTNER('payout')) },
    { group: GROUP, ...limits(BY_PARTNER('amount')) },
  ],
  [
    'a programme limit over groups',
    'limits[0].scope',
    'group',
    { group: GROUP, ...limits(SHARED('payout')) },
    { group: GROUP, ...limits(SHARED('amount')) },
  ],
  [
    'a shared limit and one of each partner',
    'limits[1]',
    'limits',
    limits(BY_PARTNER('payout'), SHARED('payout')),
    limits(BY_PARTNER('amount'), SHARED('payout')),
  ],
  [
    'a shared limit of documents that may fail',
    'limits[0]',
    'gates.within',
    { gates: BY_DOCUMENT, ...limits(SHARED('payout')) },
    { gates: GATES, ...limits(SHARED('payout')) },
  ],
  [
    'a shared limit of products that may be left out',
    'limits[0]',
    'baseline.likeForLike',
    growth({ likeForLike: 'products' }, limits(SHARED('payout'))),
    growth({ likeForLike: 'products' }, limits(SHARED('amount'))),
  ],
  [
    'a guarantee of windows that add up',
    'guarantee',
    'windows.pays',
    { guarantee: GUARANTEE, windows: toDate },
    { guarantee: GUARANTEE, windows: yearly },
  ],
  [
    'a guarantee of each day',
    'guarantee',
    'windows.payout',
    { guarantee: GUARANTEE, windows: windowsText('day') },
    { guarantee: GUARANTEE, windows: windowsText('week') },
  ],
  [
    'a fixed amount of a group',
    'formula',
    'group',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }), group: GROUP },
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }) },
  ],
  [
    'a fixed amount of a capped volume',
    'formula',
    'limits[0]',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }), ...limits(BY_PARTNER('qualifier')) },
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }), ...limits(SHARED('amount')) },
  ],
  [
    'a fixed amount that adds up to itself',
    'formula',
    'windows.pays',
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }), windows: toDate },
    { formula: 'fixed', tiers: tiers({ from: '0', amount: '5' }), windows: yearly },
  ],
  [
    'one original rate of several parts',
    'returns.linked',
    'payout',
    {
      payout: PARTS,
      tiers: tiers({ from: '1', amount: '1' }),
      returns: returns({ linked: 'currentAtOriginalRate' }),
    },
    {
      payout: PARTS,
      tiers: tiers({ from: '1', amount: '1' }),
      returns: returns({ linked: 'currentAtCurrentRate' }),
    },
  ],
  [
    "the original rate of a group's member",
    'returns.linked',
    'group',
    { group: GROUP, returns: returns({ linked: 'currentAtOriginalRate' }) },
    { group: GROUP, returns: returns({ linked: 'returnWindow' }) },
  ],
  [
    'the original rate of windows that add up',
    'returns.linked',
    'windows.pays',
    { windows: toDate, returns: returns({ linked: 'currentAtOriginalRate' }) },
    { windows: yearly, returns: returns({ linked: 'currentAtOriginalRate' }) },
  ],
  [
    'a limit on what members are paid on before their group has passed its gate',
    'limits[0]',
    'gates',
    { group: GROUP, gates: GATES, ...limits(SHARED('payout', 'group')) },
    { group: GROUP, gates: GATES, ...limits(SHARED('amount', 'group')) },
  ],
  [
    'the original rate of what a limit has left',
    'returns.linked',
    'limits',
    { ...limits(SHARED('amount')), returns: returns({ linked: 'currentAtOriginalRate' }) },
    { ...limits(BY_PARTNER('amount')), returns: returns({ linked: 'currentAtOriginalRate' }) },
  ],
  [
    'documents that fail, of products that are counted over all of them',
    'gates.within',
    'payout',
    {
      payout: { of: 'count', what: 'product' },
      tiers: tiers({ from: '1', perUnit: '1' }),
      gates: BY_DOCUMENT,
    },
    {
      payout: { of: 'count', what: 'document' },
      tiers: tiers({ from: '1', perUnit: '1' }),
      gates: BY_DOCUMENT,
    },
  ],
  [
    'documents that fail, like for like',
    'baseline.likeForLike',
    'gates.within',
    growth({ likeForLike: 'products' }, { gates: BY_DOCUMENT }),
    growth({ likeForLike: 'products' }, { gates: GATES }),
  ],
  [
    'lines that are cut, like for like',
    'baseline.likeForLike',
    'limits',
    growth({ likeForLike: 'products' }, limits(BY_LINE('payout'))),
    growth({ likeForLike: 'products' }, limits(BY_PARTNER('payout'))),
  ],
  [
    'one rate per unit of several parts',
    'rounding.unitRate',
    'payout',
    {
      payout: PARTS,
      tiers: tiers({ from: '1', amount: '1' }),
      rounding: rounding({ unitRate: { places: 2, mode: 'halfUp' } }),
    },
    {
      payout: UNITS,
      tiers: tiers({ from: '1', amount: '1' }),
      rounding: rounding({ unitRate: { places: 2, mode: 'halfUp' } }),
    },
  ],
];

function caseOf(
  [what, wrong, refused, right]: Row,
  text: (differs: JsonObject) => JsonObject,
): RefusedAgreement {
  return { what, text: text(wrong), refused: [refused].flat(), accepted: text(right) };
}

/** Every rule over several fields of an agreement: the text that breaks it, and its accepted neighbour. */
export const REFUSED_AGREEMENTS: readonly RefusedAgreement[] = [
  ...OF_AGREEMENT.map((row) => caseOf(row, (differs) => agreementText({}, differs))),
  ...OF_TERM.map((row) => caseOf(row, (differs) => agreementText(differs))),
  ...CLASHES.map(([what, at, other, wrong, right]) => {
    const refused = `agreement-fields-clash ${T}${at} {"field":"${at}","other":"${other}"}`;
    return caseOf([what, wrong, refused, right], (differs) => agreementText(differs));
  }),
];
