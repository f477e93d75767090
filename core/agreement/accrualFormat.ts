import type { Decimal } from '../number/decimal.ts';
import { byField, list, object, oneOf, says, threshold, wordOr } from './decoder.ts';

type FixedRate = { readonly percent: Decimal };
type Scenarios = {
  readonly scenarios: readonly { readonly percentOfForecast: Decimal; readonly probability: Decimal }[];
  readonly take: 'expectedValue' | 'mostLikely';
  readonly constraint: 'none' | { readonly confidence: Decimal };
};

/** What the books take for an amount before it is final. */
export const accrual = says(
  'What is accrued before: at the tier reached, at the tier expected, at a rate, or by scenarios.',
  wordOr(
    ['reachedTier', 'expectedTier'],
    byField<FixedRate | Scenarios>({
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
