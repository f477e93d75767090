import { z } from 'zod';

/** Amounts, quantities and percents travel as decimal text: a JSON number would become a float. */
export const decimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('decimal text');

export const exactNumberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?(\/\d+)?$/)
  .describe('decimal text, or "n/d" where the fraction does not end');

export const dayText = z.iso.date().describe('YYYY-MM-DD');

/** Both days belong to it. */
export const windowSchema = z.strictObject({ firstDay: dayText, lastDay: dayText });

export const bothLanguages = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
