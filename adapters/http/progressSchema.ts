import { z } from 'zod';
import { FORMULAS, PAYS, VALUE_BASES } from '../../core/agreement/agreement.ts';
import type { Progress } from '../../core/earning/progress.ts';
import { decimalText, exactNumberText } from './plainTexts.ts';

const measureSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('quantity'),
    basis: z.enum(['invoiced', 'ordered', 'received', 'stocked']),
    unit: z.string(),
  }),
  z.strictObject({ of: z.literal('value'), basis: z.enum(VALUE_BASES) }),
]);

/** Where a partner stands on the ladder of a term: a `Progress` as it is stored. */
export const progressSchema = z.strictObject({
  formula: z.enum(FORMULAS),
  measure: measureSchema,
  boundary: z.enum(['atLeast', 'moreThan']),
  pays: z.enum(PAYS),
  volume: exactNumberText.describe('what is held against the tiers'),
  isPercentOfBaseline: z.boolean(),
  tiers: z.array(
    z.strictObject({ from: decimalText, rate: decimalText, words: z.exactOptional(z.string()) }),
  ),
  missing: z.exactOptional(exactNumberText.describe('to the next tier, in the unit of the measure')),
  qualifier: exactNumberText,
  payout: exactNumberText,
  baseline: z.exactOptional(exactNumberText),
}) satisfies z.ZodType<Progress>;
