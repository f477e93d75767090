import { z } from 'zod';
import { ACTIVITY_EVENTS, ACTIVITY_STATES } from '../../core/fund/activityStanding.ts';
import { dayField } from './dayField.ts';
import { decimalField } from './decimalField.ts';
import { plainText } from './jsonBody.ts';
import { dayText, decimalText } from './plainTexts.ts';

/** What a fund is, beside whose. */
export const fundBody = z.strictObject({
  currency: plainText(3),
  budget: decimalField,
  firstDay: dayField,
  lastDay: dayField,
  claimDays: z.int().min(0).max(3660).describe('so many days after an activity its cost can be claimed'),
  percent: decimalField.describe('which part of a cost is paid'),
});

export const fundSchema = z.strictObject({
  code: z.string(),
  company: z.string(),
  currency: z.string(),
  partner: z.string().nullable(),
  firstDay: dayText,
  lastDay: dayText,
  claimDays: z.int().min(0),
  percent: decimalText,
  budget: decimalText.describe('what is free, reserved and used together'),
  free: decimalText,
  reserved: decimalText,
  used: decimalText,
});

export const activitySchema = z.strictObject({
  id: z.uuid(),
  fund: z.string(),
  partner: z.string(),
  reference: z.string(),
  title: z.string(),
  firstDay: dayText,
  lastDay: dayText,
  requested: decimalText,
  requestedBy: z.string(),
  state: z.enum(ACTIVITY_STATES),
  approved: decimalText.describe('what is settled, released and reserved together'),
  granted: decimalText,
  settled: decimalText,
  released: decimalText,
  reserved: decimalText,
  events: z.array(
    z.strictObject({
      event: z.int().min(1),
      kind: z.enum(ACTIVITY_EVENTS),
      day: dayText,
      amount: decimalText,
      cost: decimalText.nullable(),
      reference: z.string().nullable(),
      actor: z.string(),
      at: z.iso.datetime(),
      note: z.string().nullable(),
    }),
  ),
});

export const shownFundSchema = fundSchema.extend({
  activities: z.array(activitySchema.extend({ claimUntil: dayText })),
});
