import { type Decoder, key, list, object, oneOf, optional, prose } from '../../core/agreement/decoder.ts';
import { ADJUSTMENT_KINDS } from '../../core/earning/adjustment.ts';
import type { AdjustmentTexts } from '../../core/earning/adjustmentTexts.ts';

/** Adjustments as files and proofs hold them; days and amounts are read with the currency of their agreement. */
export const ADJUSTMENT_LIST: Decoder<readonly AdjustmentTexts[]> = list(
  object({
    ...{ id: key, term: key, partner: key, kind: oneOf(...ADJUSTMENT_KINDS) },
    ...{ wording: optional(prose), expiresOn: optional(key), withdraws: optional(key) },
    parts: list(object({ firstDay: key, lastDay: key, countsFrom: key, amount: key }), 1),
  }),
  0,
);
