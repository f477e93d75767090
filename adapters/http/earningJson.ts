import { z } from 'zod';
import type { EarningList } from '../../app/earnings/listEarnings.ts';
import type { EarningRow, MoneyMoved, OwnStanding, Run } from '../../app/ports.ts';
import { DIRECTIONS } from '../../core/agreement/agreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { ADJUSTMENT_KINDS } from '../../core/earning/adjustment.ts';
import type { Progress } from '../../core/earning/progress.ts';
import { moneyText } from '../../core/money/money.ts';
import { nextSchema } from './cursor.ts';
import { bothLanguages, dayText, decimalText, windowSchema } from './plainTexts.ts';
import { progressSchema } from './progressSchema.ts';
import { windowJson } from './windowJson.ts';

const count = z.int().min(0);

export const runSchema = z
  .strictObject({ number: count, batch: count, effective: dayText, calculation: z.string() })
  .describe('the calculation that the amount is from: known up to the batch, facts up to the day');

export const earningSchema = z.strictObject({
  id: z.uuid(),
  agreement: z.string(),
  agreementName: bothLanguages,
  term: z.string(),
  direction: z.enum(DIRECTIONS),
  partner: z.string(),
  partnerName: z.string(),
  window: windowSchema,
  currency: z.string(),
  amount: decimalText.describe('earned in the window so far, in major units of the currency'),
  adjusted: decimalText.describe('of it: approved beside the terms'),
  adjustments: z
    .array(
      z.strictObject({
        kind: z.enum(ADJUSTMENT_KINDS),
        countsFrom: dayText,
        amount: decimalText,
        wording: z.string().nullable(),
        expiresOn: dayText.nullable(),
        isWithdrawal: z.boolean().describe('it takes another one back'),
      }),
    )
    .nullable()
    .describe('what was approved, part by part; null until the next calculation where it is not known'),
  tier: count.describe('the tier reached, from 1; 0 is none'),
  progress: progressSchema,
  blockedLines: count.describe('lines that should count and cannot be computed: the amount lacks them'),
  run: runSchema,
  own: z
    .exactOptional(
      z.strictObject({
        settled: decimalText.describe('of the amount, on documents'),
        paid: decimalText.describe('of the amount, paid'),
        isOver: z.boolean().describe('the window has ended: no estimate any more'),
        isWithheld: z.boolean().describe('how it is worked out goes by what is not shown to partners'),
      }),
    )
    .describe('to persons of a partner only'),
});

export const earningListSchema = z.strictObject({
  rows: z.array(earningSchema),
  total: count.describe('how many rows the selection has on all pages'),
  next: nextSchema,
  totals: z.array(
    z.strictObject({
      direction: z.enum(DIRECTIONS),
      currency: z.string(),
      amount: decimalText,
      rows: count,
      own: z
        .exactOptional(z.strictObject({ settled: decimalText, paid: decimalText }))
        .describe('to persons of a partner only'),
    }),
  ),
  asOf: z.strictObject({ batch: count, effective: dayText, knownOn: dayText }),
  due: count
    .nullable()
    .describe('agreements that newer facts may touch and that are calculated again; null for partners'),
});

export type EarningJson = z.infer<typeof earningSchema>;
export type EarningListJson = z.infer<typeof earningListSchema>;

export function earningJson(row: EarningRow): EarningJson {
  const { account } = row;
  return {
    id: row.id,
    agreement: account.agreement,
    agreementName: row.agreementName,
    term: account.term,
    direction: row.direction,
    partner: account.partner,
    partnerName: row.partnerName,
    window: windowJson(account.window),
    currency: account.currency,
    amount: moneyText({ minor: row.earnedMinor, currency: account.currency }),
    adjusted: moneyText({ minor: row.adjustedMinor, currency: account.currency }),
    adjustments:
      row.adjustments?.map(({ wording = null, expiresOn = null, ...part }) => ({
        ...part,
        wording,
        expiresOn,
      })) ?? null,
    tier: row.tier,
    // The store keeps it as JSON; progressOf wrote it.
    progress: row.progress as unknown as EarningJson['progress'] & Progress,
    blockedLines: row.blockedLines,
    run: runJson(row.run),
    ...(row.own && { own: ownJson(row.own, account.currency) }),
  };
}

function ownJson({ isOver, isWithheld, ...moved }: OwnStanding, currency: string) {
  return { ...movedJson(moved, currency), isOver, isWithheld };
}

function movedJson({ settledMinor, paidMinor }: MoneyMoved, currency: string) {
  const text = (minor: bigint) => moneyText({ minor, currency });
  return { settled: text(settledMinor), paid: text(paidMinor) };
}

export function earningListJson(list: EarningList, next: string | null): EarningListJson {
  const { batch, effective, knownOn } = list.asOf;
  return {
    rows: list.rows.map(earningJson),
    total: list.total,
    next,
    totals: list.totals.map(({ direction, currency, earnedMinor, rows, own }) => ({
      direction,
      currency,
      amount: moneyText({ minor: earnedMinor, currency }),
      rows,
      ...(own && { own: movedJson(own, currency) }),
    })),
    asOf: { batch, effective: formatDate(effective), knownOn: formatDate(knownOn) },
    due: list.due ?? null,
  };
}

function runJson({ number, batch, effective, calculation }: Run): EarningJson['run'] {
  return { number, batch, effective: formatDate(effective), calculation };
}
