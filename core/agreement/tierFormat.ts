import type { Baseline } from './agreement.ts';
import {
  byField,
  decimal,
  key,
  list,
  named,
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

/** Months that a rolling window or an average may reach back. */
export const MONTHS_BACK_MAX = 1200;

export const boundary = says(
  '`atLeast`: who meets the threshold has reached it; `moreThan`: who exceeds it.',
  oneOf('atLeast', 'moreThan'),
);

const percent = says('Percent of a payout that is money: "2.5" is 2.5 %.', optional(decimal));
const perUnit = says('Money for each unit of a payout that is a quantity.', optional(decimal));
const amount = says('A fixed amount of money.', optional(decimal));
const ordinal = wholeNumber(1, 1000);

/** A row names its lower bound and exactly one of `percent`, `perUnit`, `amount`, `free`, `parts`. */
const tierRow = named(
  'Tier',
  object({
    from: says(
      'The lower bound, in the unit of the qualifier; in percent for growth and shares. The upper one follows from the next tier.',
      threshold,
    ),
    percent,
    perUnit,
    amount,
    free: says(
      'Free goods: so many for each full so many.',
      optional(
        object({
          give: says('How many are given.', positive),
          per: says('For each full so many of the payout.', positive),
          unitValue: says('What one given unit is worth in money.', threshold),
        }),
      ),
    ),
    parts: says(
      'Rates of the parts of the payout, each part at most once.',
      optional(list(object({ part: says('The part that is paid on.', key), percent, perUnit, amount }), 1)),
    ),
    measureCap: says(
      'With `cappedMeasure`: at most so much of the payout is paid at this tier.',
      optional(threshold),
    ),
    words: says("The contract's own words for this tier.", optional(prose)),
  }),
);

export const tiers = named(
  'Tiers',
  object({
    boundary,
    reachingUnit: says(
      'Only marginal tables by quantity: the unit that reaches a threshold is paid at the `oldRate` or the `newRate`; `notWhole` for units that are divided, such as kilograms, where no unit reaches it.',
      optional(oneOf('oldRate', 'newRate', 'notWhole')),
    ),
    stepValuation: says(
      'Only marginal tables that pay on something else than they are tiered by: a band takes its share of the whole (`average`), or the lines fill the bands one after the other (`sequence`).',
      optional(oneOf('average', 'sequence')),
    ),
    defaultTier: says(
      'With `defaultTier`: the tier that stands until the window has ended, from 1.',
      optional(ordinal),
    ),
    rows: says('The tiers, lowest first.', list(tierRow, 1)),
  }),
);

const POLICY =
  '`paysNothing`, `treatAsTier` (a named tier stands), `useDefault` (a number stands for the baseline).';

export const baseline = named(
  'Baseline',
  object({
    source: says(
      'What growth is measured against: the same window a year before; the average of the n months before; one number for every partner; a number entered for each partner (for groups, by the name of the group).',
      wordOr(
        ['sameWindowPreviousYear'],
        byField<Exclude<Baseline['source'], string>>({
          averageOfMonths: object({
            averageOfMonths: says('How many months before the window.', wholeNumber(1, MONTHS_BACK_MAX)),
          }),
          fixed: object({ fixed: says('The number, for every partner and window.', decimal) }),
          entered: object({
            entered: says(
              'The numbers; who is not listed has none.',
              list(
                object({
                  partner: says('The code of a partner, once.', key),
                  value: says('Its baseline in each payout window.', decimal),
                }),
                1,
              ),
            ),
          }),
        }),
      ),
    ),
    growthAs: says(
      'Thresholds are `percent` of the baseline (110 is a tenth more), or the `difference` to it.',
      oneOf('percent', 'difference'),
    ),
    whenNotPositive: says(
      'What holds where the baseline is zero, negative or missing.',
      variants<Baseline['whenNotPositive']>('policy', {
        paysNothing: object({ policy: says(POLICY, oneOf('paysNothing')) }),
        treatAsTier: object({
          policy: says(POLICY, oneOf('treatAsTier')),
          tier: says('The tier that then stands, from 1.', ordinal),
        }),
        useDefault: object({
          policy: says(POLICY, oneOf('useDefault')),
          value: says('The number that then stands for the baseline.', threshold),
        }),
      }),
    ),
    likeForLike: says(
      '`products`: only products that the baseline has, too, are compared and paid.',
      oneOf('no', 'products'),
    ),
  }),
);
