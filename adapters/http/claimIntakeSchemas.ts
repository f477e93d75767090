import { z } from 'zod';
import { CLAIM_REASONS } from '../../core/claim/claimReason.ts';
import { MATCHES } from '../../core/claim/matchClaim.ts';
import { SUPPORT_FAULTS } from '../../core/claim/supportLine.ts';
import { sentClaimSchema } from './claimSchemas.ts';
import { dayText, decimalText } from './plainTexts.ts';
import { refusalSchema } from './refusalJson.ts';

const submittedLineSchema = z.strictObject({
  line: z.int().min(1),
  match: z.enum(MATCHES),
  claimed: decimalText,
  found: decimalText.describe('what we find for it'),
  first: z
    .strictObject({ claim: z.string(), reference: z.string(), line: z.int().min(1) })
    .nullable()
    .describe('where it was claimed before; without a claim in this one'),
  faults: z.array(z.enum(SUPPORT_FAULTS)).describe('what its sale contradicts'),
  accepted: decimalText,
  objected: z.array(z.strictObject({ reason: z.enum(CLAIM_REASONS), amount: decimalText })),
  isDecided: z.boolean().describe('by the rules of the company; else a person decides'),
});

export const submittedClaimsSchema = z.strictObject({
  claims: z.array(
    sentClaimSchema.extend({ rows: z.array(z.int().min(1)), lines: z.array(submittedLineSchema) }),
  ),
  refused: z.int().min(0).describe('how many reasons there are against rows'),
  refusals: z.array(refusalSchema),
  message: z.uuid().nullable().describe('the message in which the rows wait that became no claim'),
});

export const passedDeadlinesSchema = z.strictObject({
  silent: z.array(sentClaimSchema),
  reminders: z.array(
    sentClaimSchema.extend({ reminder: z.int().min(1), open: decimalText, daysLate: z.int().min(1) }),
  ),
});

export const claimProofSchema = z.strictObject({
  id: z.uuid(),
  claim: z.uuid(),
  event: z.int().min(1),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
});

export const acceptanceSchema = z.strictObject({
  agreement: z.string(),
  version: z.int().min(1),
  acceptedOn: dayText,
  acceptedBy: z.string(),
  document: z.uuid(),
  recordedBy: z.string(),
  at: z.iso.datetime(),
  batch: z.int().min(0),
});

export const unrecognisedSchema = z.strictObject({
  agreement: z.string(),
  term: z.string(),
  partner: z.string(),
  firstDay: dayText,
  lastDay: dayText,
  currency: z.string(),
  amount: decimalText,
  missing: z.array(z.enum(['document', 'acceptance'])),
});
