import { z } from 'zod';
import { JOB_STATES } from '../../app/ports/jobStore.ts';
import type { KeptPreview } from '../../app/preview/getPreview.ts';
import type { Preview } from '../../app/preview/preview.ts';
import { previewJson as previewJsonOf } from '../../app/preview/previewJson.ts';
import { DIRECTIONS } from '../../core/agreement/agreement.ts';
import { CAUSES } from '../../core/booking/cause.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { bothLanguages, dayText, decimalText, windowSchema } from './plainTexts.ts';

/** Never added across directions or currencies. */
const sum = {
  direction: z.enum(DIRECTIONS),
  currency: z.string(),
  before: decimalText.describe('under the terms that stand'),
  after: decimalText.describe('under the terms proposed'),
  difference: decimalText,
};

const partner = { partner: z.string(), partnerName: z.string() };

export const previewRowSchema = z.strictObject({
  term: z.string(),
  ...partner,
  window: windowSchema,
  ...sum,
  tierBefore: z.int().nullable().describe('0 is none; null where the terms do not know the window'),
  tierAfter: z.int().nullable(),
  blockedLines: z.int().describe('lines that should count under the terms proposed and cannot be computed'),
  booking: z
    .strictObject({
      booked: decimalText,
      delta: decimalText.describe('what the next calculation would book'),
      causes: z.array(z.strictObject({ cause: z.enum(CAUSES), delta: decimalText })),
    })
    .nullable()
    .describe('null where the preview is seen from other days'),
});

export const effectSchema = z.strictObject({
  name: bothLanguages,
  version: z
    .int()
    .nullable()
    .describe('the version that stands; null for an agreement that is not known yet'),
  isSame: z.boolean().describe('the text proposed is the one that stands'),
  isNow: z.boolean().describe('seen as the next calculation would see it'),
  batch: z.int(),
  effective: dayText,
  totals: z.array(z.strictObject(sum)),
  partners: z.array(z.strictObject({ ...partner, ...sum })).describe('the largest change first'),
  months: z.array(z.strictObject({ month: z.string().describe('YYYY-MM'), ...sum })),
  rows: z.int().describe('how many amounts there are before, after or booked'),
  empty: z.int().describe('accounts with nothing before and nothing after'),
});

export const previewSchema = z.strictObject({
  id: z.uuid(),
  agreement: z.string(),
  proposal: z.uuid().nullable(),
  state: z.enum(JOB_STATES).describe('of the job that works it out'),
  job: z.uuid(),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  effective: dayText.nullable().describe('the day that was asked for'),
  known: dayText.nullable().describe('the day that was asked for'),
  result: effectSchema.nullable(),
});

export function previewJson(kept: KeptPreview): z.input<typeof previewSchema> {
  const { id, agreement, proposal, state, jobId, requestedBy, requestedAt, finishedAt, result } = kept;
  return {
    id,
    agreement,
    proposal: proposal ?? null,
    state,
    job: jobId,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    effective: kept.effective === undefined ? null : formatDate(kept.effective),
    known: kept.known === undefined ? null : formatDate(kept.known),
    result: result === undefined ? null : resultJson(result),
  };
}

function resultJson(result: NonNullable<KeptPreview['result']>): z.input<typeof effectSchema> {
  const { agreement: _, rows, ...rest } = result;
  return { ...rest, rows: rows.length };
}

/** The same of a preview that nobody keeps. */
export function effectJson(preview: Preview): z.input<typeof effectSchema> {
  return resultJson(previewJsonOf(preview));
}
