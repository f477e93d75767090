import { adjusted } from '../../core/earning/adjusted.ts';
import { mirroredParts } from '../../core/earning/adjustment.ts';
import { earn } from '../../core/earning/earn.ts';
import { NOBODY_ELSE } from '../../core/earning/others.ts';
import { NOTHING } from '../../core/earning/sums.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { execute } from '../../engine/simple/execute.ts';
import {
  agreementOf,
  agreementText,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
  windowsText,
} from './trade.ts';

const NET: JsonObject = { of: 'value', basis: 'net' };

type Case = {
  /** What is different in each of the terms. */
  readonly terms: readonly JsonObject[];
  readonly lines: readonly Texts[];
  readonly agreement?: JsonObject;
  readonly effective?: string;
  readonly master?: Master;
};

function rows(...texts: readonly JsonObject[]): JsonObject {
  return { boundary: 'atLeast', rows: texts };
}

function percents(...texts: readonly (readonly [from: string, percent: string])[]): JsonObject {
  return rows(...texts.map(([from, percent]) => ({ from, percent })));
}

function baseline(differs: JsonObject = {}): JsonObject {
  return {
    source: 'sameWindowPreviousYear',
    growthAs: 'percent',
    whenNotPositive: { policy: 'paysNothing' },
    likeForLike: 'no',
    ...differs,
  };
}

const TEN_PERCENT = percents(['0', '10']);
const DIFFERENCE = baseline({
  growthAs: 'difference',
  whenNotPositive: { policy: 'useDefault', value: '100' },
});
const LAST_YEAR = { document: 'D0', invoiceDate: '2025-05-05', netValue: '100' };
const HIGH = [{ attribute: 'product.code', in: ['H'] }];
const PARTS: JsonObject = {
  of: 'parts',
  parts: [
    { id: 'low', measure: { ...NET, where: [{ attribute: 'product.code', in: ['L'] }] } },
    { id: 'high', measure: { ...NET, where: HIGH } },
  ],
};
const PART_RATES = rows({
  from: '0',
  parts: [
    { part: 'low', amount: '1' },
    { part: 'high', percent: '4' },
  ],
});

function gates(need: string | number, ...tests: readonly JsonObject[]): JsonObject {
  return { gates: { need, within: 'window', tests } };
}

function share(percent: string, whole: JsonObject = NET): JsonObject {
  return { share: { part: { ...NET, where: HIGH }, whole }, boundary: 'atLeast', percent };
}

/** Partners of one buying group; P2 leaves it in July. */
const GROUPS = masterOfTexts({
  partners: {
    P1: { club: 'North' },
    P2: [{ club: 'North' }, { from: '2026-07-01', club: '' }],
  },
});

function grouped(leavers: Json, differs: JsonObject = {}): JsonObject {
  return {
    tiers: TEN_PERCENT,
    group: {
      by: 'partner.club',
      target: 'group',
      joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
      leavers,
      spreadBy: 'payoutMeasure',
      keptPercent: '0',
      ...differs,
    },
  };
}

const TWO_PARTNERS: readonly Texts[] = [
  { document: 'D1', netValue: '100' },
  { document: 'D2', netValue: '60', partner: 'P2' },
];

function exclusive(rank: number): JsonObject {
  return { exclusive: { set: 'one', choice: 'bestForPayee', rank, loserQualifier: 'keeps' } };
}

const CASES: readonly Case[] = [
  {
    terms: [{ formula: 'marginal', qualifier: UNITS, tiers: { ...TEN_PERCENT, stepValuation: 'average' } }],
    lines: [{ quantity: '3', netValue: '100' }],
  },
  {
    terms: [{ formula: 'marginal', qualifier: UNITS, tiers: { ...TEN_PERCENT, stepValuation: 'sequence' } }],
    lines: [{ quantity: '3', netValue: '100' }],
  },
  { terms: [{ formula: 'aboveThreshold', tiers: percents(['50', '10']) }], lines: [{ netValue: '100' }] },
  { terms: [{ formula: 'rolling', tiers: percents(['0', '1'], ['50', '2']) }], lines: [{ netValue: '100' }] },
  { terms: [{ formula: 'total', tiers: percents(['0', '1'], ['50', '2']) }], lines: [{ netValue: '100' }] },
  {
    terms: [
      {
        formula: 'total',
        qualifier: UNITS,
        payout: UNITS,
        tiers: rows({ from: '0', perUnit: '0.5' }),
      },
    ],
    lines: [{ quantity: '3' }],
  },
  {
    terms: [{ formula: 'growthMarginal', baseline: baseline(), tiers: percents(['110', '2']) }],
    lines: [LAST_YEAR, { netValue: '120' }],
  },
  {
    terms: [{ formula: 'growthIncrement', baseline: DIFFERENCE, tiers: percents(['10', '2']) }],
    lines: [{ netValue: '120' }],
  },
  {
    terms: [{ formula: 'aboveBase', baseline: baseline(), tiers: percents(['0', '2']) }],
    lines: [LAST_YEAR, { netValue: '120' }],
  },
  {
    terms: [{ formula: 'defaultTier', tiers: { ...percents(['10', '1'], ['500', '2']), defaultTier: 2 } }],
    lines: [{ netValue: '120' }],
    effective: '2026-06-30',
  },
  {
    terms: [{ formula: 'cappedMeasure', tiers: rows({ from: '0', percent: '1', measureCap: '50' }) }],
    lines: [{ netValue: '120' }],
  },
  {
    terms: [
      {
        formula: 'freeGoods',
        qualifier: UNITS,
        payout: UNITS,
        tiers: rows({ from: '10', free: { give: '1', per: '10', unitValue: '7' } }),
      },
    ],
    lines: [{ quantity: '25' }],
  },
  { terms: [{ formula: 'fixed', tiers: rows({ from: '0', amount: '250' }) }], lines: [{}] },
  { terms: [{ tiers: TEN_PERCENT }], lines: [{ quantity: '-1', netValue: '-120' }] },
  {
    terms: [
      {
        payout: PARTS,
        tiers: PART_RATES,
        ...gates('all', share('20'), {
          measure: { of: 'count', what: 'product' },
          boundary: 'atLeast',
          from: '2',
        }),
      },
    ],
    lines: [
      { document: 'D1', product: 'L', netValue: '80' },
      { document: 'D2', product: 'H', netValue: '20' },
    ],
  },
  {
    terms: [
      { tiers: TEN_PERCENT, ...gates(1, share('20'), share('100'), share('20', { ...NET, where: HIGH })) },
    ],
    lines: [{ product: 'L', netValue: '80' }],
  },
  {
    terms: [
      {
        payout: UNITS,
        tiers: rows({ from: '0', perUnit: '0.333' }),
        rounding: { grain: 'partnerWindow', mode: 'floor', unitRate: { places: 1, mode: 'floor' } },
      },
    ],
    lines: [{ quantity: '3' }],
  },
  {
    terms: [{ tiers: TEN_PERCENT, limits: [{ of: 'amount', scope: 'partner', max: '5' }] }],
    lines: [{ netValue: '100' }],
  },
  { terms: [{ tiers: TEN_PERCENT, minimum: { amount: '50' } }], lines: [{ netValue: '100' }] },
  {
    terms: [{ tiers: TEN_PERCENT, floor: { amount: '50', when: 'tierReached' } }],
    lines: [{ netValue: '100' }],
  },
  {
    terms: [{ tiers: TEN_PERCENT }],
    lines: [{ netValue: '100' }],
    agreement: { termination: { lastDay: '2026-06-15', openWindows: 'forfeit' } },
  },
  {
    terms: [
      {
        tiers: TEN_PERCENT,
        windows: windowsText('quarter'),
        returns: { linked: 'currentAtOriginalRate', unlinked: 'returnWindow', negativeWindow: 'zero' },
      },
    ],
    lines: [
      { document: 'D1', netValue: '100', knownOn: '2026-02-04' },
      { document: 'D2', netValue: '100', invoiceDate: '2026-05-05', knownOn: '2026-05-05' },
      {
        document: 'R1',
        quantity: '-1',
        netValue: '-50',
        invoiceDate: '2026-05-06',
        returnOfDocument: 'D1',
        returnOfLine: '1',
        knownOn: '2026-05-06',
      },
    ],
  },
  {
    terms: [
      {
        tiers: TEN_PERCENT,
        limits: [{ of: 'payout', scope: 'programme', max: '150', order: 'transactionDate' }],
      },
    ],
    lines: TWO_PARTNERS,
  },
  {
    terms: [
      { id: 'a', tiers: TEN_PERCENT },
      { id: 'b', tiers: TEN_PERCENT },
    ],
    lines: [{ netValue: '100' }],
    agreement: {
      sharedCaps: [{ id: 'both', terms: ['a', 'b'], scope: 'partner', max: '15', spread: 'proRata' }],
    },
  },
  {
    terms: [
      {
        tiers: TEN_PERCENT,
        windows: windowsText('halfYear'),
        guarantee: { amount: '50', cumulative: true, paid: 'atEnd', unearned: 'recoveredLater' },
      },
    ],
    lines: [{ netValue: '100' }, { document: 'D2', netValue: '2000', invoiceDate: '2026-08-08' }],
  },
  {
    terms: [
      { id: 'a', tiers: TEN_PERCENT, ...exclusive(1) },
      { id: 'b', tiers: percents(['0', '1']), ...exclusive(2) },
    ],
    lines: [{ netValue: '100' }],
  },
  {
    terms: [
      { id: 'a', tiers: TEN_PERCENT },
      { id: 'b', tiers: percents(['0', '1']), netting: { of: ['a'], lowers: 'payout' } },
    ],
    lines: [{ netValue: '100' }],
  },
  { terms: [grouped('tierAtLeaving', { keptPercent: '10' })], lines: TWO_PARTNERS, master: GROUPS },
  {
    terms: [{ ...grouped('finalTier', { target: 'higher' }), tiers: percents(['0', '10'], ['150', '1']) }],
    lines: TWO_PARTNERS,
    master: GROUPS,
  },
  { terms: [grouped({ nothing: 'lapses' })], lines: TWO_PARTNERS, master: GROUPS },
  {
    terms: [
      {
        tiers: TEN_PERCENT,
        windows: windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' }),
      },
    ],
    lines: [{ netValue: '100' }, { document: 'D2', netValue: '60', invoiceDate: '2026-03-03' }],
  },
  { terms: [{ tiers: TEN_PERCENT }], lines: [{ netValue: '100', takenOverFrom: '2026-01-01' }] },
];

/** Real explanations of what formulas and stages do to an amount, many kinds of steps among them. */
export function everyStep(): Step[] {
  return CASES.flatMap(({ terms, lines, agreement = {}, effective, master }) => {
    const texts = terms.map((term) => (agreementText(term).terms as JsonObject[])[0] as JsonObject);
    const facts = lines.map((line, row) => ({ file: 0, document: '', row, line: lineOf(line) }));
    const earnings = earningsOf(
      agreementOf({}, { ...agreement, terms: texts }),
      knownLines(facts, dayOf('9999-12-30')).lines,
      effective ?? '9999-12-30',
      master ?? NO_MASTER,
    );
    return earnings.map(({ explanation }) => explanation);
  }).concat(takenOver(), besideTerms());
}

/** What was approved beside the terms, and taken back, of a partner that bought nothing. */
function besideTerms(): Step[] {
  const plan = compilePlan(agreementOf(), NO_MASTER);
  const [window] = plan.terms.flatMap(({ windows }) => windows.map((entry) => entry.window));
  if (window === undefined) throw new Error('The agreement has no window');
  const parts = [{ window, countsFrom: dayOf('2026-02-01'), minor: 5_00n }];
  const given = { id: '1', term: 'volume', partner: 'P1', kind: 'goodwill' as const, parts };
  const adjustments = [
    { ...given, wording: 'For late deliveries', expiresOn: dayOf('2026-06-30') },
    { ...given, id: '2', withdraws: '1', parts: mirroredParts(parts) },
  ];
  const context = { master: NO_MASTER, effective: dayOf('2026-12-31') };
  return adjusted(plan, [], adjustments, context).map(({ explanation }) => explanation);
}

/** A window that was over at the cut-over. */
function takenOver(): Step[] {
  const plan = compilePlan(agreementOf(), NO_MASTER);
  const [window] = plan.terms.flatMap(({ windows }) => windows.map((entry) => entry.window));
  if (window === undefined) throw new Error('The agreement has no window');
  const amount = { term: 'volume', partner: 'P1', window, minor: 7_00n, late: NOTHING };
  const context = { master: NO_MASTER, effective: dayOf('2026-12-31') };
  return earn(plan, execute(plan, [], context), context, NOBODY_ELSE, [amount]).map(
    ({ explanation }) => explanation,
  );
}
