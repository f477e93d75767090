import { z } from 'zod';
import { PARTNER_ROLES, type Role } from '../../../app/access/role.ts';
import type { NewInvitation } from '../../../app/accounts/inviteMember.ts';
import type { PartnerUser, PartnerUsers } from '../../../app/portal/partnerUsers.ts';
import type { Invitation } from '../../../app/ports/invitationStore.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

/** Each refuses person-of-partner-needed, and what the use case of its name does. */
export type PartnerUserUseCases = {
  readonly listPartnerUsers: () => Promise<Result<PartnerUsers>>;
  readonly invitePartnerUser: (
    wanted: Pick<NewInvitation, 'email' | 'name' | 'language' | 'origin'> & { readonly role: Role },
  ) => Promise<Result<Invitation>>;
  readonly changePartnerUser: (change: {
    readonly id: string;
    readonly role: Role;
    readonly isActive: boolean;
  }) => Promise<Result<PartnerUser>>;
};

const define = route<PartnerUserUseCases>();
const FOR_PARTNERS = { isPortal: true, isServedByUs: true, scope: 'users:write' } as const;
const NOT_OURS = { refused: 'person-of-partner-needed' } as const;
const role = z.enum(PARTNER_ROLES as readonly ['partnerAdministrator', 'partnerUser']);

const userSchema = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  partners: z.array(z.string()),
  role: role.nullable(),
  isActive: z.boolean(),
  isSelf: z.boolean().describe('who asks'),
});
const invitedSchema = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  expiresAt: z.iso.datetime(),
});

const ID = '0199b5a0-7c00-7000-8000-000000000001';
const USER = {
  ...{ id: ID, login: 'fay@nordwind.example', name: 'Fay Grant', partners: ['P1'] },
  ...{ role: 'partnerUser', isActive: true, isSelf: false },
};
const INVITED = {
  ...{ id: ID, email: 'gil@nordwind.example', name: 'Gil Hart' },
  expiresAt: '2026-12-07T08:00:00.000Z',
};

export const partnerUserRoutes = [
  define({
    ...FOR_PARTNERS,
    id: 'listPartnerUsers',
    method: 'GET',
    path: '/api/v1/portal/users',
    summary: 'The persons of one’s own partners, and who is invited to become one',
    answer: z.strictObject({ users: z.array(userSchema), invitations: z.array(invitedSchema) }),
    example: { answer: { users: [USER], invitations: [INVITED] }, ...NOT_OURS },
    respond: async (_asked, { listPartnerUsers }) => {
      const found = await listPartnerUsers();
      if (!found.ok) return found;
      const { users, invitations } = found.value;
      return answer({ users: users.map(userJson), invitations: invitations.map(invitedJson) });
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'invitePartnerUser',
    method: 'POST',
    path: '/api/v1/portal/users/invitations',
    summary: 'Invite somebody by mail to become a person of one’s own partners',
    status: 201,
    body: z.strictObject({ email: z.string().min(3).max(254), name: plainText(200), role }),
    answer: invitedSchema,
    example: {
      body: { email: INVITED.email, name: INVITED.name, role: 'partnerUser' },
      answer: INVITED,
      ...NOT_OURS,
    },
    respond: async ({ body, language, from: { origin } }, { invitePartnerUser }) => {
      const done = await invitePartnerUser({ ...body, language, origin });
      return done.ok ? answer(invitedJson(done.value)) : done;
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'changePartnerUser',
    method: 'PUT',
    path: '/api/v1/portal/users/{id}',
    summary: 'Give a person of one’s own partners another role, let them leave or come back',
    parts: { id: idPart('partnerUser', 'person-not-found', 'the id of a person') },
    body: z.strictObject({ role, isActive: z.boolean() }),
    answer: userSchema,
    example: {
      path: { id: ID },
      body: { role: 'partnerUser', isActive: false },
      answer: { ...USER, isActive: false },
      ...NOT_OURS,
    },
    respond: async ({ path, body }, { changePartnerUser }) => {
      const done = await changePartnerUser({ id: path.id as string, ...body });
      return done.ok ? accept({ value: userJson(done.value) }) : done;
    },
  }),
];

function userJson({ person, role: own, isSelf }: PartnerUser) {
  const { id, login, name, partners = [], isActive } = person;
  return { id, login, name, partners, role: own ?? null, isActive, isSelf };
}

function invitedJson({ id, email, name, expiresAt }: Invitation) {
  return { id, email, name, expiresAt: expiresAt.toISOString() };
}
