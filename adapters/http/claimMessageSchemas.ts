import { z } from 'zod';
import { CLAIM_COLUMNS } from '../../core/claim/claimFile.ts';
import { MESSAGE_KINDS, MESSAGE_STATES } from '../../core/claim/claimMessage.ts';
import { CLAIM_REASONS } from '../../core/claim/claimReason.ts';
import { decimalField } from './decimalField.ts';
import { idField, plainText } from './jsonBody.ts';
import { decimalText } from './plainTexts.ts';
import { refusalSchema } from './refusalJson.ts';
import { saidText } from './saidText.ts';

const ROWS_MAX = 10_000;
const cells = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, z.exactOptional(saidText(200))]));

/** The columns of a file of claims, but for whose they are: that is said once. */
export const sentRowsField = z
  .array(z.strictObject(cells(CLAIM_COLUMNS.filter((column) => column !== 'partner'))))
  .min(1)
  .max(ROWS_MAX)
  .describe('a row is a line, with the columns of a file; rows with one reference are one claim');

export const disputeMessageBody = z.strictObject({
  claim: idField('claim'),
  reason: z.enum(CLAIM_REASONS),
  line: z.exactOptional(z.int().min(1).max(1_000_000)).describe('without it all lines'),
  amount: z.exactOptional(decimalField).describe('without it all that is not received'),
  note: z.exactOptional(plainText(1000)),
});

export const repairMessageBody = z.strictObject({
  rows: z
    .array(z.strictObject({ row: z.int().min(1).max(2_000_000), set: z.strictObject(cells(CLAIM_COLUMNS)) }))
    .max(ROWS_MAX)
    .describe('what rows that wait are to say instead; rows that are not named are sent again as they are'),
});

export const sentMessageSchema = z.strictObject({ id: z.uuid() });

export const claimMessageSchema = z.strictObject({
  id: z.uuid(),
  partner: z.string().nullable().describe('null where one of us sent claims of several partners'),
  kind: z.enum(MESSAGE_KINDS),
  claim: z.uuid().nullable().describe('the claim that something was said to'),
  at: z.iso.datetime(),
  state: z.enum(MESSAGE_STATES),
  claims: z.array(z.uuid()).describe('the claims that it became'),
  refusals: z.array(refusalSchema).describe('why the rest of it did not, row by row, and what would do'),
  waiting: z.array(z.int().min(1)).describe('the rows that wait to be repaired'),
  repairs: z.uuid().nullable().describe('the message whose rows it sends again'),
  repairedBy: z.uuid().nullable(),
  reason: z.string().nullable().describe('why what waited was dismissed'),
  isFromPartner: z.boolean().describe('false: one of us said it'),
  text: z.string().nullable().describe('of a comment, the note of a dispute, the name of a proof'),
  disputed: z
    .strictObject({
      reason: z.enum(CLAIM_REASONS),
      line: z.int().min(1).nullable().describe('null: all lines'),
      amount: decimalText.nullable().describe('null: all that is not received'),
    })
    .nullable(),
});

export const shownMessageSchema = claimMessageSchema.extend({
  rows: z.array(z.strictObject({ row: z.int().min(1), texts: z.record(z.string(), z.string()) })),
});
