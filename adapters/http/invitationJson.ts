import { z } from 'zod';
import { ROLES } from '../../app/access/role.ts';
import type { Invitation } from '../../app/ports/invitationStore.ts';
import { moneyText } from '../../core/money/money.ts';

const instant = z.iso.datetime();

export const INVITATION_STATES = ['waiting', 'accepted', 'revoked', 'expired'] as const;

export const invitationSchema = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  partners: z.array(z.string()).nullable().describe('as of a person'),
  roles: z.array(
    z.strictObject({
      role: z.enum(ROLES),
      companies: z.array(z.string()).nullable(),
      limit: z.strictObject({ amount: z.string(), currency: z.string() }).nullable(),
    }),
  ),
  state: z.enum(INVITATION_STATES),
  invitedBy: z.string().describe('as in the audit trail'),
  invitedAt: instant,
  expiresAt: instant,
  person: z.uuid().nullable().describe('who they became; null before'),
});

export function invitationJson(invitation: Invitation, now: Date): z.output<typeof invitationSchema> {
  const { id, email, name, partners, roles, invitedBy, invitedAt, expiresAt, person } = invitation;
  return {
    ...{ id, email, name, partners: partners ? [...partners] : null },
    roles: roles.map(({ role, companies, limit }) => ({
      role,
      companies: companies ? [...companies] : null,
      limit: limit === undefined ? null : { amount: moneyText(limit), currency: limit.currency },
    })),
    state: stateOf(invitation, now),
    invitedBy: `${invitedBy.kind}:${invitedBy.id}`,
    invitedAt: invitedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    person: person ?? null,
  };
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Date) {
  if (acceptedAt !== undefined) return 'accepted';
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt > now ? 'waiting' : 'expired';
}
