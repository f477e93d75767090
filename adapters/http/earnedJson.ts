import { z } from 'zod';
import { formatDate } from '../../core/calendar/localDate.ts';
import { calculatedOf, type Earning } from '../../core/earning/earning.ts';
import { moneyText } from '../../core/money/money.ts';
import { decimalText, windowSchema } from './plainTexts.ts';

/** Amounts that were worked out for an answer and stand nowhere else. */
export const earnedSchema = z.strictObject({
  rows: z.array(
    z.strictObject({
      term: z.string(),
      partner: z.string(),
      window: windowSchema,
      tier: z.int().min(0),
      amount: decimalText,
      adjusted: decimalText.describe('of it: approved beside the terms'),
      currency: z.string(),
      blockedLines: z.int().min(0).describe('lines without which the amount is incomplete'),
    }),
  ),
});

export function earnedJson(earnings: readonly Earning[]): z.input<typeof earnedSchema> {
  return {
    rows: earnings.map((earning) => {
      const { term, partner, window, result, amount, blocked } = earning;
      return {
        term,
        partner,
        window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
        tier: result.reached.tier,
        amount: moneyText(amount),
        adjusted: moneyText({ ...amount, minor: amount.minor - calculatedOf(earning).minor }),
        currency: amount.currency,
        blockedLines: blocked.lines,
      };
    }),
  };
}
