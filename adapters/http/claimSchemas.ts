import { z } from 'zod';
import { CLAIM_DUTIES } from '../../app/ports/claimStore.ts';
import { AGE_BUCKETS } from '../../core/claim/ageing.ts';
import { CLAIMANTS } from '../../core/claim/claim.ts';
import { CLAIM_EVENTS } from '../../core/claim/claimEvent.ts';
import { CLAIM_REASONS, SHORTFALL_REASONS } from '../../core/claim/claimReason.ts';
import { POSITIONS } from '../../core/claim/standing.ts';
import { QUANTITY_KINDS } from '../../core/fact/line.ts';
import { dayField } from './dayField.ts';
import { decimalField } from './decimalField.ts';
import { plainText } from './jsonBody.ts';
import { dayText, decimalText } from './plainTexts.ts';
import { refusalSchema } from './refusalJson.ts';

const amountsByPosition = z
  .record(z.enum(POSITIONS), decimalText)
  .describe('what was claimed is the sum of these, always');
const amountsByReason = z.partialRecord(z.enum(CLAIM_REASONS), decimalText);

export const sentClaimSchema = z.strictObject({
  id: z.uuid(),
  reference: z.string().describe('ours, or what the partner calls it'),
  claimant: z.enum(CLAIMANTS),
  company: z.string(),
  partner: z.string(),
  agreement: z.string(),
  currency: z.string(),
  sentOn: dayText,
  dueOn: dayText,
  answerBy: dayText.nullable(),
  silence: z
    .enum(['accepts', 'rejects'])
    .nullable()
    .describe('what it means after the last day for an answer'),
  changes: z.uuid().nullable().describe('the claim that this one changes'),
  claimed: decimalText,
});

const positions = { positions: amountsByPosition, disputes: amountsByReason };

export const leftOutSchema = z.strictObject({
  agreement: z.string(),
  since: dayText,
  why: refusalSchema.describe('by which account, and what would do'),
});

export const claimRowSchema = sentClaimSchema.extend({
  ...positions,
  open: decimalText,
  daysLate: z.int().min(0),
  age: z.enum(AGE_BUCKETS),
});

export const shownClaimSchema = claimRowSchema.extend({
  day: dayText.describe('as it stood at the end of this day'),
  lines: z.array(
    z.strictObject({
      line: z.int().min(1),
      term: z.string(),
      participant: z.string(),
      firstDay: dayText,
      lastDay: dayText,
      claimed: decimalText,
      transaction: z.strictObject({ source: z.string(), document: z.string(), line: z.string() }).nullable(),
      product: z.string().nullable(),
      customer: z.string().nullable(),
      contract: z.string().nullable(),
      day: dayText.nullable(),
      quantity: decimalText.nullable(),
      unit: z.string().nullable(),
      unitAmount: decimalText.nullable(),
      ...positions,
      refusedFor: amountsByReason,
    }),
  ),
  steps: z
    .array(z.strictObject({ day: dayText, to: z.enum(POSITIONS), amount: decimalText }))
    .describe('what was brought where, in the order in which it happened'),
  documents: z
    .array(z.strictObject({ settlement: z.uuid(), number: z.string(), issuedOn: dayText, dueOn: dayText }))
    .describe('issued since for the same terms and windows'),
});

export const claimEventSchema = z.strictObject({
  event: z.int().min(1),
  kind: z.enum(CLAIM_EVENTS),
  day: dayText,
  actor: z.string(),
  at: z.iso.datetime(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  asked: decimalText.nullable().describe('of a write-off that was asked for'),
  missing: z
    .array(z.string())
    .nullable()
    .describe('levels of approval that a write-off still needs; null of anything else'),
  moves: z.array(
    z.strictObject({
      line: z.int().min(1),
      from: z.enum(POSITIONS),
      fromReason: z.enum(CLAIM_REASONS).nullable(),
      to: z.enum(POSITIONS),
      toReason: z.enum(CLAIM_REASONS).nullable(),
      amount: decimalText,
    }),
  ),
});

export const claimStateSchema = z.strictObject({
  claim: z.uuid(),
  event: z.int().min(0).describe('the number of what happened'),
  ...positions,
});

export const claimRuleSchema = z.strictObject({
  company: z.string(),
  currency: z.string(),
  version: z.int().min(1),
  tolerance: z.strictObject({ amount: decimalText, percent: decimalText }),
  writeOffLimit: decimalText,
  remindAfterDays: z.array(z.int().min(0)),
  answerDays: z.int().min(0).nullable(),
  byItself: z.array(z.enum(CLAIM_DUTIES)),
  setBy: z.string(),
  at: z.iso.datetime(),
});

const LINES_MAX = 10_000;
const when = {
  day: z.exactOptional(dayField).describe('when it holds; without it the business day'),
  note: z.exactOptional(plainText(1000)),
};
const objectedSchema = z
  .array(z.strictObject({ reason: z.enum(CLAIM_REASONS), amount: decimalField }))
  .max(CLAIM_REASONS.length);

/** What the other side says, line by line. */
export const claimAnswerBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(1_000_000),
        accepted: decimalField,
        objected: objectedSchema,
      }),
    )
    .min(1)
    .max(LINES_MAX),
  ...when,
});

/** What the other side says of transactions. */
export const claimObjectionsBody = z.strictObject({
  objections: z
    .array(
      z.strictObject({
        transaction: z.strictObject({
          source: plainText(200),
          document: plainText(200),
          line: plainText(200),
        }),
        reason: z.enum(SHORTFALL_REASONS),
        unitPrice: z.exactOptional(decimalField),
        netValue: z.exactOptional(decimalField),
        quantity: z.exactOptional(z.strictObject({ kind: z.enum(QUANTITY_KINDS), value: decimalField })),
      }),
    )
    .min(1)
    .max(LINES_MAX),
  ...when,
});

const days = z.int().min(0).max(36_500);
const notNegative = decimalField.refine(({ digits }) => digits >= 0n, '≥ 0');

/** What a company decides by itself, beside its code and currency. */
export const claimRuleBody = z.strictObject({
  tolerance: z
    .strictObject({ amount: notNegative, percent: notNegative })
    .describe('what a claim may be beyond what we find, and still be granted by itself: both hold'),
  writeOffLimit: notNegative.describe('the most that a second person may approve to be given up'),
  remindAfterDays: z.array(days).max(20).describe('days late, rising'),
  answerDays: z.exactOptional(days).describe('without it silence means nothing'),
  byItself: z
    .exactOptional(z.array(z.enum(CLAIM_DUTIES)).max(CLAIM_DUTIES.length))
    .describe('what a worker does on its day without being asked; without it nothing'),
});
