import { FREQUENCIES } from '../calendar/window.ts';
import { DATE_KINDS, SIDES } from '../fact/line.ts';
import type { Decimal } from '../number/decimal.ts';
import { ROUNDING_MODES } from '../number/round.ts';
import {
  APPORTIONMENTS,
  ATTRIBUTE_DAYS,
  CONSUMPTION_ORDERS,
  FORMULAS,
  GRAINS,
  type Limit,
  type Measure,
  type QualifierWindow,
} from './agreement.ts';
import {
  byField,
  type Decoder,
  date,
  key,
  list,
  named,
  nameIn,
  object,
  oneOf,
  optional,
  positive,
  prose,
  says,
  threshold,
  variants,
  wholeNumber,
  wordOr,
} from './decoder.ts';
import { condition, measure, payout, qualifier, share } from './measureFormat.ts';
import { baseline, boundary, MONTHS_BACK_MAX, tiers } from './tierFormat.ts';

/** A hundred years: more days than any promise waits. */
export const DAYS_MAX = 36_525;
const days = wholeNumber(0, DAYS_MAX);
const dateKind = oneOf(...DATE_KINDS);
const frequency = oneOf(...FREQUENCIES);
const mode = says(
  'Which way halves and rests go; each says what it does below zero.',
  oneOf(...ROUNDING_MODES),
);

/** Which rates of master data count; `fallback` says what happens without one. */
export function rateSource(fallback: string) {
  return {
    rateType: says('The kind of rate in master data, such as "closing".', key),
    path: says(
      'The rate of the pair, that of the opposite pair inverted, or through a currency.',
      wordOr(['direct', 'inverse'], object({ through: says('The currency between.', key) })),
    ),
    fallback: says(
      fallback,
      wordOr(
        ['blocked'],
        object({ previousDays: says('At most so many days old.', wholeNumber(1, DAYS_MAX)) }),
      ),
    ),
  };
}

const eligibility = named(
  'Eligibility',
  object({
    include: says('A line must meet every one of them.', list(condition, 0)),
    exclude: says('A line that meets one of them is out; exclusion wins.', list(condition, 0)),
    attributesAsOf: says(
      "Which state of master data decides: on the line's day (`transaction`), at the `windowEnd`, or as it stands now (`current`).",
      oneOf(...ATTRIBUTE_DAYS),
    ),
    payment: says(
      '`paid`: the line has a payment day, not after the effective one; or it was paid in time.',
      wordOr(
        ['any', 'paid'],
        object({
          withinDays: says('Paid at most so many days after.', days),
          from: says('The date of the line from which they are counted.', dateKind),
        }),
      ),
    ),
    submission: says(
      'Until when a line must have been submitted.',
      wordOr(['any'], object({ graceDays: says('At most so many days after the end of its window.', days) })),
    ),
  }),
);

const windows = named(
  'Windows',
  object({
    payout: says('The slices of time that are paid; they never overlap.', frequency),
    qualifier: says(
      'The lines that the tier is found by: those of the payout window, or of a longer time.',
      wordOr(
        ['payoutWindow'],
        byField<Exclude<QualifierWindow, string>>({
          within: object({
            within: says('The longer window that the payout window lies in.', frequency),
          }),
          toDate: object({
            toDate: says('From the start of this longer window to the end of the payout window.', frequency),
          }),
          rollingMonths: object({
            rollingMonths: says(
              'The n months that end with the payout window.',
              wholeNumber(1, MONTHS_BACK_MAX),
            ),
          }),
        }),
      ),
    ),
    pays: says(
      '`own`: a window pays on its own lines; `cumulative`: on all lines since the start of `toDate`, less what earlier windows in there earned.',
      oneOf('own', 'cumulative'),
    ),
    cut: says(
      'Thresholds of a window that start, end or supplement cut short: whole, or in proportion of its days or months.',
      oneOf('fullThreshold', 'byDays', 'byMonths'),
    ),
    targets: says(
      '`same` thresholds in every window, or of their own in each window of a year.',
      wordOr(
        ['same'],
        object({
          percentOfTable: says(
            'For each window of a year, thresholds in percent of the table.',
            list(positive, 1),
          ),
        }),
      ),
    ),
  }),
);

type GateTest =
  | { measure: Measure; boundary: 'atLeast' | 'moreThan'; from: Decimal }
  | { share: { part: Measure; whole: Measure }; boundary: 'atLeast' | 'moreThan'; percent: Decimal };

const gates = named(
  'Gates',
  object({
    need: says('How many of the tests must be met.', wordOr(['all'], wholeNumber(1, 1000))),
    within: says(
      'Tested over the whole `window`, or for each `document`: those that fail are not paid on.',
      oneOf('window', 'document'),
    ),
    tests: says(
      'The tests, each of a measure or of a share.',
      list(
        byField<GateTest>({
          measure: object({
            measure: says('What is tested.', measure),
            boundary,
            from: says('The bound that the measure has to reach.', threshold),
          }),
          share: object({
            share: says('What is tested: a part in percent of a whole.', share),
            boundary,
            percent: says('The bound that the share has to reach.', threshold),
          }),
        }),
        1,
      ),
    ),
  }),
);

const max = says('No more than this counts or is paid.', threshold);
const OF =
  'What is capped: the `qualifier` (before the tier is found), the `payout` measure (after it), or the `amount`.';
const SCOPE =
  'Each `line`, each `partner` and window, or what all partners of a `group` or of the `programme` share.';

/** A limit that partners share names who uses it up first. */
const limit: Decoder<Limit> = named(
  'Limit',
  variants<Limit>('of', {
    qualifier: object({
      of: says(OF, oneOf('qualifier')),
      scope: says(SCOPE, oneOf('line', 'partner')),
      max,
    }),
    payout: variants<Limit>('scope', {
      line: object({ of: says(OF, oneOf('payout')), scope: says(SCOPE, oneOf('line')), max }),
      partner: object({ of: says(OF, oneOf('payout')), scope: says(SCOPE, oneOf('partner')), max }),
      group: sharedLimit('payout', 'group'),
      programme: sharedLimit('payout', 'programme'),
    }),
    amount: variants<Limit>('scope', {
      partner: object({ of: says(OF, oneOf('amount')), scope: says(SCOPE, oneOf('partner')), max }),
      group: sharedLimit('amount', 'group'),
      programme: sharedLimit('amount', 'programme'),
    }),
  }),
);

function sharedLimit<const O extends 'payout' | 'amount', const S extends 'group' | 'programme'>(
  of: O,
  scope: S,
) {
  return object({
    of: says(OF, oneOf(of)),
    scope: says(SCOPE, oneOf(scope)),
    max,
    order: says(
      'Who uses a shared limit up first: by date, document and line; by arrival; or everybody in proportion.',
      oneOf(...CONSUMPTION_ORDERS),
    ),
  });
}

const guarantee = named(
  'Guarantee',
  object({
    amount: says('At least so much in each payout window.', threshold),
    cumulative: says('Whether an earlier surplus counts towards a later window.', oneOf(true, false)),
    paid: says('From the first day of the window on, or once it has ended.', oneOf('atBeginning', 'atEnd')),
    unearned: says(
      'A top-up is `kept`, taken out of later surplus, or taken back in the last window.',
      oneOf('kept', 'recoveredLater', 'repaidAtEnd'),
    ),
  }),
);

const group = named(
  'Group',
  object({
    by: says(
      'The attribute of the partner that names its group; its versions are joining and leaving.',
      nameIn('partner'),
    ),
    target: says(
      "The `group`'s measures find the tier, or the `higher` of the group's result and the partner's own is paid.",
      oneOf('group', 'higher'),
    ),
    joiners: says(
      'Which lines of a joiner count.',
      object({
        qualifier: says('To find the tier.', oneOf('fromJoining', 'wholeWindow')),
        payout: says('To be paid on.', oneOf('fromJoining', 'wholeWindow')),
      }),
    ),
    leavers: says(
      'What a leaver gets: at the final tier, at the tier on leaving, or nothing.',
      wordOr(
        ['finalTier', 'tierAtLeaving'],
        object({
          nothing: says('Its part lapses, or is spread over the others.', oneOf('lapses', 'isSpread')),
        }),
      ),
    ),
    spreadBy: says('How the amount is spread over the members.', oneOf('payoutMeasure', 'qualifierMeasure')),
    keptPercent: says('Percent of each amount that the group keeps; "0" for nothing.', threshold),
  }),
);

const exclusive = named(
  'Exclusive',
  object({
    set: says('The name of the set; of its terms one is paid per partner and window.', key),
    choice: says(
      'The best for who is paid, the best for who pays, or the first by rank.',
      oneOf('bestForPayee', 'bestForPayer', 'rank'),
    ),
    rank: says('1 wins; it also breaks a tie.', wholeNumber(1, 1000)),
    loserQualifier: says(
      'Whether contested lines stay in the qualifier of the loser.',
      oneOf('keeps', 'loses'),
    ),
  }),
);

const netting = named(
  'Netting',
  object({
    of: says('The terms whose earnings are taken off the value of the same lines first.', list(key, 1)),
    lowers: says('What they lower.', oneOf('payout', 'payoutAndQualifier')),
  }),
);

const returns = named(
  'Returns',
  object({
    linked: says(
      'A return that names its sale counts in the window of the sale, in its own, or now at the rate that the sale earned or at the current one.',
      oneOf('originalWindow', 'returnWindow', 'currentAtOriginalRate', 'currentAtCurrentRate'),
    ),
    unlinked: says(
      'Any other one counts in its own window, in that of the oldest or newest sale with as much left, or waits.',
      oneOf('returnWindow', 'oldestSale', 'newestSale', 'blocked'),
    ),
    negativeWindow: says(
      'A window below zero: nothing, the rate of the lowest tier, or as if positive, negated.',
      oneOf('zero', 'lowestTier', 'mirror'),
    ),
  }),
);

const conversion = named(
  'Conversion',
  object({
    units: says(
      'Lines in another unit are blocked, or converted by factors of master data.',
      wordOr(
        ['none'],
        object({
          factorsAsOf: says(
            'As of a date of the line, or as they stand now.',
            oneOf(...DATE_KINDS, 'current'),
          ),
        }),
      ),
    ),
    currency: says(
      'Lines in another currency are blocked, or converted by rates of master data.',
      wordOr(
        ['none'],
        object({
          rateOn: says(
            'The day whose rate counts: a date of the line, the last day of the payout window, or the first day of the agreement.',
            oneOf(...DATE_KINDS, 'windowEnd', 'agreementStart'),
          ),
          ...rateSource('Without a rate of the day the line is blocked, or the last earlier rate counts.'),
        }),
      ),
    ),
  }),
);

const supplement = named(
  'Supplement',
  object({
    id: says('The name of the supplement, unique in the term.', key),
    firstDay: says('The day from which on its tiers hold.', date),
    words: says("The contract's own words.", optional(prose)),
    tiers: says('The tiers that then hold.', tiers),
    carryVolume: says(
      'Whether earlier volume of the window counts towards the new tiers.',
      oneOf(true, false),
    ),
    touches: says(
      'The lines from its day on, or the whole window that it falls into.',
      oneOf('linesFrom', 'wholeWindow'),
    ),
  }),
);

const rounding = named(
  'Rounding',
  object({
    grain: says(
      "What is rounded, once: each line's share, the amount of a partner and window, or the sum over all partners.",
      oneOf(...GRAINS),
    ),
    mode,
    unitRate: says(
      'Rounds amount ÷ payout measure first, and multiplies again.',
      wordOr(['none'], object({ places: says('How many places it keeps.', wholeNumber(0, 20)), mode })),
    ),
  }),
);

const apportionment = named(
  'Apportionment',
  object({
    by: says(
      'In proportion of the payout, of the qualifier, at the rate that each line earned, or in sequence.',
      oneOf(...APPORTIONMENTS),
    ),
    residual: says(
      'Who gets the cents that are left over: the largest fractions of a cent, equal ones by their keys.',
      oneOf('largestRemainder'),
    ),
  }),
);

const amounts = object({ amount: says('The amount, in the currency of the agreement.', threshold) });

/** One promise, as it stands in a file. */
export const term = named(
  'Term',
  object({
    id: says('The name of the term, unique in the agreement.', key),
    words: says("The contract's own words; shown, never interpreted.", optional(prose)),
    transactions: says(
      'Which lines: sales of ours, purchases of ours, or what partners report to have sold on.',
      oneOf(...SIDES),
    ),
    date: says('The date of a line that places it in a window.', dateKind),
    eligibility: says('What counts.', eligibility),
    qualifier: says('What the tier is found by.', qualifier),
    payout: says('What the rate is applied to.', payout),
    windows: says('The slices of time.', windows),
    formula: says('How money follows from tier and payout.', oneOf(...FORMULAS)),
    tiers: says('Thresholds and rates.', tiers),
    baseline: says(
      'What growth is measured against; only with formulas that look at it.',
      optional(baseline),
    ),
    gates: says('Nothing is paid unless these are met.', wordOr(['none'], gates)),
    limits: says('Caps of measures and amounts.', wordOr(['none'], list(limit, 1))),
    floor: says(
      'At least so much is earned.',
      wordOr(
        ['none'],
        object({
          amount: says('The least amount of a window.', threshold),
          when: says('Once a tier is reached, or always.', oneOf('tierReached', 'always')),
        }),
      ),
    ),
    minimum: says('A smaller amount is not earned at all.', wordOr(['none'], amounts)),
    guarantee: says('An amount that each window is topped up to.', wordOr(['none'], guarantee)),
    group: says('Partners that reach targets together.', wordOr(['none'], group)),
    exclusive: says('Of several terms one is paid.', wordOr(['none'], exclusive)),
    netting: says('Earnings of other terms come off first.', wordOr(['none'], netting)),
    returns: says('Where returns count.', returns),
    conversion: says('Units and currencies.', conversion),
    supplements: says('Tiers that hold from a day on.', wordOr(['none'], list(supplement, 1))),
    rounding: says('Where and how money is rounded.', rounding),
    apportionment: says('How an amount is spread over its lines.', apportionment),
  }),
);
