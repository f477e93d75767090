import { z } from 'zod';
import { ADJUSTMENT_KINDS } from '../../core/earning/adjustment.ts';
import { dayField } from './dayField.ts';
import { decimalField } from './decimalField.ts';
import { codeField, idField, plainText } from './jsonBody.ts';
import { dayText, decimalText, windowSchema } from './plainTexts.ts';

export const adjustmentBody = z.strictObject({
  agreement: codeField('agreement'),
  term: plainText(200),
  partner: codeField('partner'),
  kind: z.enum(ADJUSTMENT_KINDS),
  parts: z
    .array(
      z.strictObject({
        firstDay: dayField.describe('of the payout window that it is earned in'),
        countsFrom: dayField,
        amount: decimalField.describe('in major units; below zero it takes off'),
      }),
    )
    .max(120),
  reason: plainText(1000).describe('ours alone'),
  wording: z.exactOptional(plainText(1000)).describe('what the partner may read of the reason'),
  document: idField('document').describe('the document of the agreement that shows it'),
  expiresOn: z
    .exactOptional(dayField)
    .describe('what is on no document of ours by the end of this day lapses; without it nothing does'),
});

const partsSchema = z.array(
  z.strictObject({ window: windowSchema, countsFrom: dayText, amount: decimalText }),
);

export const ADJUSTMENT_STATES = ['proposed', 'approved', 'rejected'] as const;

export const adjustmentSchema = z.strictObject({
  id: z.uuid(),
  agreement: z.string(),
  term: z.string(),
  partner: z.string(),
  kind: z.enum(ADJUSTMENT_KINDS),
  currency: z.string(),
  reason: z.string(),
  wording: z.string().nullable(),
  document: z.uuid(),
  amount: decimalText.describe('all parts together'),
  parts: partsSchema,
  expiresOn: dayText.nullable(),
  withdraws: z.uuid().nullable().describe('the adjustment that it takes back'),
  author: z.string(),
  proposedAt: z.iso.datetime(),
  state: z.enum(ADJUSTMENT_STATES),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionReason: z.string().nullable(),
  batch: z.int().nullable().describe('from which on an approved one is known'),
});

const beforeAndAfter = z.strictObject({ before: decimalText, after: decimalText });

export const adjustmentPreviewSchema = z.strictObject({
  adjustment: z.strictObject({ amount: decimalText, currency: z.string(), parts: partsSchema }),
  effective: dayText,
  batch: z.int().min(0),
  accounts: z
    .array(
      z.strictObject({
        term: z.string(),
        partner: z.string(),
        currency: z.string(),
        window: windowSchema,
        earned: beforeAndAfter,
        recognised: beforeAndAfter.describe('what the books take for it'),
      }),
    )
    .describe('what changes today; parts that count from a later day change nothing yet'),
});
