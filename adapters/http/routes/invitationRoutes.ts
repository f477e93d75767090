import { z } from 'zod';
import type { Page, Paged } from '../../../app/access/listAccess.ts';
import type { NewInvitation } from '../../../app/accounts/inviteMember.ts';
import type { Invitation } from '../../../app/ports/invitationStore.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { LANGUAGES } from '../../../core/wording/language.ts';
import { answerPage } from '../answerPage.ts';
import { cursorParameter, pageOf } from '../cursor.ts';
import { invitationJson, invitationSchema } from '../invitationJson.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { roleOf, wantedRole } from '../roleJson.ts';
import { answer, route } from '../route.ts';

type Told = Pick<NewInvitation, 'language' | 'origin'>;

export type InvitationUseCases = {
  readonly listInvitations: (page: Page) => Promise<Paged<Invitation>>;
  /** Refuses: email-invalid, role-not-for-person, company-not-found. */
  readonly inviteMember: (wanted: NewInvitation) => Promise<Result<Invitation>>;
  /** Refuses: invitation-not-found, and as inviteMember. */
  readonly inviteAgain: (id: string, told: Told) => Promise<Result<Invitation>>;
  /** Refuses: invitation-not-found. */
  readonly revokeInvitation: (id: string) => Promise<Result<undefined>>;
  readonly now: () => Date;
};

const ID = '0199b5a0-7c00-7000-8000-000000000011';
const ROLE = { role: 'approver', companies: ['AW'], limit: { amount: '10000.00', currency: 'EUR' } };
const INVITATION = {
  id: ID,
  email: 'ann.lee@acme.example',
  name: 'Ann Lee',
  partners: null,
  roles: [ROLE],
  state: 'waiting',
  invitedBy: 'person:0199b5a0-7c00-7000-8000-000000000001',
  invitedAt: '2026-11-30T08:00:00.000Z',
  expiresAt: '2026-12-07T08:00:00.000Z',
  person: null,
};
const PART = { id: idPart('invitation', 'invitation-not-found', 'the id of an invitation that waits') };

const language = z
  .exactOptional(z.enum(LANGUAGES))
  .describe('in which the mail is written; left out: that of the request');

const define = route<InvitationUseCases>();

export const invitationRoutes = [
  define({
    id: 'listInvitations',
    method: 'GET',
    path: '/api/v1/invitations',
    summary: 'Who was invited, the latest first',
    scope: 'access:read',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(invitationSchema),
    example: { answer: { rows: [INVITATION], next: null } },
    respond: ({ query }, { listInvitations, now }) =>
      answerPage(
        query,
        'invitations',
        listInvitations,
        ({ id }) => id,
        (row) => invitationJson(row, now()),
      ),
  }),
  define({
    id: 'inviteMember',
    method: 'POST',
    path: '/api/v1/invitations',
    summary: 'Invite somebody by mail to sign in with these roles; the link works once, for seven days',
    scope: 'access:write',
    status: 201,
    body: z.strictObject({
      email: z.string().min(3).max(254),
      name: plainText(200),
      partners: z
        .array(codeField('partner'))
        .min(1)
        .max(1000)
        .nullable()
        .describe('null for our own people; else the partners whose rows this person sees'),
      roles: z.array(wantedRole).min(1).max(20),
      language,
    }),
    answer: invitationSchema,
    example: {
      body: { email: INVITATION.email, name: INVITATION.name, partners: null, roles: [ROLE], language: 'en' },
      answer: INVITATION,
    },
    respond: async ({ body, language: spoken, from }, useCases) => {
      const { email, name, partners, roles } = body;
      const told = { language: body.language ?? spoken, origin: from.origin };
      const wanted = { email, name, roles: roles.map(roleOf), ...(partners && { partners }), ...told };
      return invited(await useCases.inviteMember(wanted), useCases);
    },
  }),
  define({
    id: 'inviteAgain',
    method: 'POST',
    path: '/api/v1/invitations/{id}/mail',
    summary: 'Write an invitation again, with another link; the one before works no more',
    scope: 'access:write',
    status: 201,
    parts: PART,
    body: z.strictObject({ language }),
    answer: invitationSchema,
    example: { path: { id: ID }, body: { language: 'en' }, answer: INVITATION },
    respond: async ({ path, body, language: spoken, from }, useCases) => {
      const told = { language: body.language ?? spoken, origin: from.origin };
      return invited(await useCases.inviteAgain(path.id as string, told), useCases);
    },
  }),
  define({
    id: 'revokeInvitation',
    method: 'DELETE',
    path: '/api/v1/invitations/{id}',
    summary: 'Take back an invitation that nobody has accepted',
    scope: 'access:write',
    status: 204,
    parts: PART,
    example: { path: { id: ID } },
    respond: async ({ path }, { revokeInvitation }) => {
      const revoked = await revokeInvitation(path.id as string);
      return revoked.ok ? accept({}) : revoked;
    },
  }),
];

function invited(invitation: Result<Invitation>, { now }: InvitationUseCases) {
  return invitation.ok ? answer(invitationJson(invitation.value, now())) : invitation;
}
