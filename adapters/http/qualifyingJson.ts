import { z } from 'zod';
import type { QualifyingList, QualifyingRow } from '../../app/earnings/whoQualifies.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import { QUALIFYING_STATES } from '../../core/qualifying/qualifying.ts';
import type { Language } from '../../core/wording/language.ts';
import { gapText, qualifyingStateText, reasonText } from '../../core/wording/qualifyingText.ts';
import { dayText } from './plainTexts.ts';

const decimalText = z.string().describe('an exact decimal, or n/d where it does not end');

export const qualifyingSchema = z.strictObject({
  agreement: z.string(),
  effective: dayText.describe('facts up to this day count'),
  rows: z.array(
    z.strictObject({
      partner: z.string(),
      partnerName: z.string(),
      term: z.string(),
      window: z.strictObject({ firstDay: dayText, lastDay: dayText }),
      state: z.enum(QUALIFYING_STATES),
      stateText: z.string(),
      amount: z.string().describe('earned so far'),
      currency: z.string(),
      tier: z.int().min(0),
      by: dayText.describe('the last day on which business still counts'),
      gap: z
        .strictObject({
          tier: z.int().min(1).describe('the next tier'),
          missing: decimalText,
          unit: z.string().nullable().describe('null: money of the agreement, or percent'),
          worth: z.string().nullable().describe('more than now, by the tier table alone'),
          text: z.string(),
        })
        .nullable(),
      reasons: z.array(
        z.strictObject({
          of: z.enum(['step', 'lines', 'notice']),
          code: z.string().describe('the kind of step, the reason against the lines, or the notice'),
          lines: z.int().min(0).describe('how many lines it is about'),
          line: z
            .strictObject({ source: z.string(), document: z.string(), line: z.string() })
            .nullable()
            .describe('the first of these lines, to be explained by itself'),
          text: z.string(),
        }),
      ),
    }),
  ),
});

export function qualifyingJson(
  { agreement, effective, rows }: QualifyingList,
  language: Language,
): z.input<typeof qualifyingSchema> {
  return {
    agreement: agreement.id,
    effective: formatDate(effective),
    rows: rows.map((row) => rowJson(row, language)),
  };
}

function rowJson(row: QualifyingRow, language: Language) {
  const { partner, partnerName, term, window, state, amount, tier, by, reasons } = row;
  return {
    partner,
    partnerName,
    term,
    window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
    state,
    stateText: qualifyingStateText(state, language),
    amount: moneyText(amount),
    currency: amount.currency,
    tier,
    by: formatDate(by),
    gap: gapJson(row, language),
    reasons: reasons.map((reason) => ({
      of: reason.of,
      code: codeOf(reason),
      lines: reason.of === 'lines' ? reason.lines : 0,
      line: lineOf(reason),
      text: reasonText(reason, language),
    })),
  };
}

function lineOf(reason: QualifyingRow['reasons'][number]) {
  if (reason.of !== 'lines') return null;
  const { source, document, line } = reason.example;
  return { source, document, line };
}

function codeOf(reason: QualifyingRow['reasons'][number]): string {
  if (reason.of === 'step') return reason.step.kind;
  return reason.of === 'lines' ? reason.match.reason : reason.notice;
}

function gapJson({ gap, by, amount }: QualifyingRow, language: Language) {
  if (gap === undefined) return null;
  const { tier, missing, scale, worth } = gap;
  return {
    tier,
    missing: exactText(missing),
    unit: scale.of === 'quantity' ? scale.unit : null,
    worth: worth === undefined ? null : moneyText(worth),
    text: gapText(gap, by, amount.currency, language),
  };
}
