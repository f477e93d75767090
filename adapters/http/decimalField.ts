import { z } from 'zod';
import { parseDecimal } from '../../core/number/decimal.ts';

/** A decimal as text in a body, exact: at most 30 digits before the point and nine behind it. */
export const decimalField = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,9})?$/)
  .transform((text, context) => {
    const decimal = parseDecimal(text);
    if (decimal !== undefined) return decimal;
    context.addIssue('not a decimal');
    return z.NEVER;
  });
