import type { Decimal } from '../number/decimal.ts';
import type { ForecastAccrual } from './agreement.ts';
import { byField, key, list, object, oneOf, positive, says, threshold, wordOr } from './decoder.ts';

type FixedRate = { readonly percent: Decimal };
type Scenarios = {
  readonly scenarios: readonly { readonly percentOfForecast: Decimal; readonly probability: Decimal }[];
  readonly take: 'expectedValue' | 'mostLikely';
  readonly constraint: 'none' | { readonly confidence: Decimal };
};

/** What the books take for an amount before it is final. */
export const accrual = says(
  'What is accrued before: at the tier reached, at the tier expected, by a forecast of people, at a rate, or by scenarios.',
  wordOr(
    ['reachedTier', 'expectedTier'],
    byField<FixedRate | ForecastAccrual | Scenarios>({
      forecast: object({
        forecast: says(
          'The volume that is expected at the end of each window.',
          list(
            object({
              term: says('The term whose qualifier is expected to be so much.', key),
              partner: says('The partner that is expected to reach it.', key),
              volume: says(
                'So much, in the unit of the qualifier; what is there already is no less.',
                positive,
              ),
            }),
            1,
          ),
        ),
        others: says(
          'Of partners and terms that are not named: the tier expected by days, or the tier reached.',
          oneOf('expectedTier', 'reachedTier'),
        ),
      }),
      percent: object({ percent: says('The rate, in percent of the payout.', threshold) }),
      scenarios: object({
        scenarios: says(
          'How the window may end: each a share of the forecast, and how likely it is.',
          list(
            object({
              percentOfForecast: says('The volume at the end, in percent of the forecast.', threshold),
              probability: says('How likely that is, in percent; together they are 100.', threshold),
            }),
            1,
          ),
        ),
        take: says(
          'Their mean by probability, or the one that is most likely.',
          oneOf('expectedValue', 'mostLikely'),
        ),
        constraint: says(
          'How sure it must be that nothing recognised in our favour is taken back.',
          wordOr(['none'], object({ confidence: says('So sure, in percent.', threshold) })),
        ),
      }),
    }),
  ),
);
