import { z } from 'zod';
import { ROLES } from '../../app/access/role.ts';
import type { WantedRole } from '../../app/access/setRoles.ts';
import type { RoleGrant } from '../../app/ports/accessStore.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { moneyText } from '../../core/money/money.ts';
import { decimalField } from './decimalField.ts';
import { codeField } from './jsonBody.ts';

export const grantSchema = z.strictObject({
  role: z.enum(ROLES),
  companies: z
    .array(z.string())
    .nullable()
    .describe('the companies of ours that it is for; null: all of them'),
  limit: z
    .strictObject({ amount: z.string(), currency: z.string() })
    .nullable()
    .describe('the most that it approves at once; null: without end'),
  grantedAt: z.iso.datetime(),
});

export const wantedRole = z.strictObject({
  role: z.enum(ROLES),
  companies: z
    .exactOptional(z.array(codeField('company')).min(1).max(1000))
    .describe('left out: all of them'),
  limit: z
    .exactOptional(
      z
        .strictObject({ amount: decimalField, currency: z.string().regex(/^[A-Z]{3}$/) })
        .transform(({ amount, currency }, context) => {
          const minor = minorOf(amount, currency);
          if (minor !== undefined && minor >= 0n) return { minor, currency };
          context.addIssue('not an amount of the currency');
          return z.NEVER;
        }),
    )
    .describe('left out: without end'),
});

export function grantJson({ role, companies, limit, grantedAt }: RoleGrant) {
  return {
    role,
    companies: companies ?? null,
    limit: limit === undefined ? null : { amount: moneyText(limit), currency: limit.currency },
    grantedAt: grantedAt.toISOString(),
  };
}

export function roleOf({ role, companies, limit }: z.output<typeof wantedRole>): WantedRole {
  return { role, ...(companies && { companies: [...new Set(companies)] }), ...(limit && { limit }) };
}
