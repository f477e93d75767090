import { z } from 'zod';
import type { ShownInvitation } from '../../../app/accounts/acceptInvitation.ts';
import type { Begun, SignInPlace } from '../../../app/accounts/beginSession.ts';
import type { ResetAsked } from '../../../app/accounts/passwordReset.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { Language } from '../../../core/wording/language.ts';
import { answer, route } from '../route.ts';
import { placeOf } from './signInRoutes.ts';

/** What links of mails open. */
export type AccountLinkUseCases = {
  /** Refuses: invitation-invalid. */
  readonly showInvitation: (text: string) => Promise<Result<ShownInvitation>>;
  /** Refuses: invitation-invalid, member-exists, password-too-short, password-too-common, role-not-for-person, company-not-found. */
  readonly acceptInvitation: (
    accepted: { readonly text: string; readonly password?: string },
    place: SignInPlace,
  ) => Promise<Result<Begun | undefined>>;
  readonly askReset: (asked: ResetAsked) => Promise<void>;
  /** Refuses: reset-invalid, password-too-short, password-too-common. */
  readonly resetByMail: (reset: {
    readonly ticket: string;
    readonly password: string;
    readonly language: Language;
  }) => Promise<Result<undefined>>;
};

const password = z.string().min(1).max(200);
const secret = z.string().max(200).describe('what the link carries behind #');
const invitation = secret;
const OF_ACCOUNT = { isOfAccount: true, isPortal: true, scope: 'none' } as const;
const UNTIL = '2026-12-07T08:00:00.000Z';
const LINK = `ori_acme_${'5e'.repeat(32)}`;

const define = route<AccountLinkUseCases>();

export const accountLinkRoutes = [
  define({
    ...OF_ACCOUNT,
    id: 'showInvitation',
    method: 'POST',
    path: '/api/v1/invitation',
    isRead: true,
    summary: 'Who is invited by a link, and to where',
    body: z.strictObject({ invitation }),
    answer: z.strictObject({
      tenant: z.string(),
      email: z.string(),
      name: z.string(),
      isForPartner: z.boolean(),
      expiresAt: z.iso.datetime(),
      hasPassword: z.boolean().describe('the address signs in already; its password stays'),
    }),
    example: {
      body: { invitation: LINK },
      answer: {
        ...{ tenant: 'Acme Trading', email: 'ann.lee@acme.example', name: 'Ann Lee', isForPartner: false },
        ...{ expiresAt: UNTIL, hasPassword: false },
      },
      refused: 'invitation-invalid',
    },
    respond: async ({ body }, { showInvitation }) => {
      const shown = await showInvitation(body.invitation);
      return shown.ok ? answer({ ...shown.value, expiresAt: shown.value.expiresAt.toISOString() }) : shown;
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/v1/invitation/acceptance',
    summary: 'Accept an invitation once; who is new sets a password and is signed in',
    body: z.strictObject({
      invitation,
      password: z.exactOptional(password).describe('left out where the address has one'),
    }),
    answer: z.strictObject({
      state: z.enum(['signedIn', 'accepted']).describe('accepted: sign in with the password that there is'),
    }),
    example: {
      body: { invitation: LINK, password: 'four words of your own' },
      answer: { state: 'signedIn' },
      refused: 'invitation-invalid',
    },
    respond: async ({ body, from }, { acceptInvitation }) => {
      const { invitation: text, password: chosen } = body;
      const done = await acceptInvitation(
        { text, ...(chosen !== undefined && { password: chosen }) },
        placeOf(from),
      );
      if (!done.ok) return done;
      if (done.value === undefined) return answer({ state: 'accepted' });
      return answer({ state: 'signedIn' }, { session: done.value });
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'askPasswordReset',
    method: 'POST',
    path: '/api/v1/password-reset',
    summary:
      'Have a link written that sets a new password; the answer is the same whether there is an account or not',
    status: 202,
    isTry: true,
    body: z.strictObject({
      email: z.string().min(1).max(254),
      in: z.enum(['office', 'portal']).describe('whose page the link leads to'),
    }),
    answer: z.strictObject({ state: z.literal('asked') }),
    example: { body: { email: 'ann.lee@acme.example', in: 'office' }, answer: { state: 'asked' } },
    respond: async ({ body, from, language }, { askReset }) => {
      const page = `${from.origin}${body.in === 'portal' ? '/portal' : ''}/password`;
      const { at } = from;
      await askReset({ email: body.email, language, page, ...(at !== undefined && { at }) });
      return answer({ state: 'asked' });
    },
  }),
  define({
    ...OF_ACCOUNT,
    id: 'resetPassword',
    method: 'PUT',
    path: '/api/v1/password-reset',
    summary: 'Set a new password by the link of a mail, once; every session of the account ends',
    status: 204,
    body: z.strictObject({ ticket: secret, password }),
    example: {
      body: { ticket: '5e'.repeat(32), password: 'four other words now' },
      refused: 'reset-invalid',
    },
    respond: async ({ body, language }, { resetByMail }) => {
      const reset = await resetByMail({ ...body, language });
      return reset.ok ? accept({}) : reset;
    },
  }),
];
