import { z } from 'zod';
import { FORMULAS, PAYS } from '../../core/agreement/agreement.ts';
import type { Progress } from '../../core/earning/progress.ts';
import { decimalText, exactNumberText } from './plainTexts.ts';

const scaleSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('money') }),
  z.strictObject({ of: z.literal('percent') }),
  z.strictObject({ of: z.literal('quantity'), unit: z.string() }),
]);

const rateSchema = z.strictObject({
  payout: z.string().describe('the id of what is paid on'),
  pays: z.enum(PAYS),
  rate: decimalText,
  give: z.exactOptional(decimalText.describe('free goods: so many for each full per')),
  per: z.exactOptional(decimalText),
});

/** Where a partner stands on the ladder of a term: a `Progress` as it is stored. */
export const progressSchema = z.strictObject({
  formula: z.enum(FORMULAS),
  boundary: z.enum(['atLeast', 'moreThan']),
  volume: exactNumberText.describe('what is held against the tiers'),
  scale: scaleSchema,
  tiers: z.array(
    z.strictObject({
      from: exactNumberText,
      rates: z.array(rateSchema),
      words: z.exactOptional(z.string()),
    }),
  ),
  missing: z.exactOptional(exactNumberText.describe('to the next tier, in the unit of missingScale')),
  missingScale: scaleSchema,
  worth: z.exactOptional(decimalText.describe('more than now, on the next tier, by the tier table alone')),
  qualifier: exactNumberText,
  payouts: z.array(z.strictObject({ payout: z.string(), value: exactNumberText, scale: scaleSchema })),
  baseline: z.exactOptional(exactNumberText),
}) satisfies z.ZodType<Progress>;
