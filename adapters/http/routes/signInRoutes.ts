import { z } from 'zod';
import type { Begun, SignInPlace } from '../../../app/accounts/beginSession.ts';
import type { PasskeyFlow } from '../../../app/accounts/passkeys.ts';
import type { Credentials } from '../../../app/accounts/provenByPassword.ts';
import { FACTORS } from '../../../app/accounts/secondFactor.ts';
import type { SignedIn } from '../../../app/accounts/signIn.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { answer, route, type Sender } from '../route.ts';

export type SignInUseCases = {
  /** Refuses: sign-in-failed, too-many-requests. */
  readonly signIn: (credentials: Credentials, place: SignInPlace) => Promise<Result<SignedIn>>;
  /** Refuses: ticket-invalid, code-wrong, too-many-requests, key-not-in-ring, sealed-text-unreadable, key-ring-invalid. */
  readonly signInByCode: (
    shown: { readonly ticket: string; readonly code: string },
    place: SignInPlace,
  ) => Promise<Result<Begun>>;
  readonly askPasskey: (origin: string) => Promise<PasskeyFlow>;
  /** Refuses: passkey-refused. */
  readonly signInByPasskey: (
    shown: { readonly flow: string; readonly response: unknown; readonly origin: string },
    place: SignInPlace,
  ) => Promise<Result<Begun>>;
};

const instant = z.iso.datetime();
const json = z.record(z.string(), z.unknown());
const AT_DOOR = { isOfAccount: true, isPortal: true, scope: 'none' } as const;
const UNTIL = '2026-12-07T08:00:00.000Z';
const SECRET = '5e'.repeat(32);
const signedIn = z.strictObject({ state: z.literal('signedIn'), expiresAt: instant });
const SIGNED_IN = { state: 'signedIn', expiresAt: UNTIL };

const define = route<SignInUseCases>();

export const signInRoutes = [
  define({
    ...AT_DOOR,
    id: 'signIn',
    method: 'POST',
    path: '/api/v1/sign-in',
    summary:
      'Sign in with a password; the answer sets the cookie of the session, or asks for a second factor',
    body: z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) }),
    answer: z.strictObject({
      state: z.enum(['signedIn', 'secondFactor']),
      expiresAt: z.exactOptional(instant).describe('of the session'),
      ticket: z.exactOptional(z.string()).describe('for the second factor, ten minutes'),
      factors: z.exactOptional(z.array(z.enum(FACTORS))).describe('what the account has'),
    }),
    example: {
      body: { email: 'ann.lee@acme.example', password: 'four words of your own' },
      answer: SIGNED_IN,
      refused: 'sign-in-failed',
    },
    respond: async ({ body, from }, { signIn }) => {
      const done = await signIn(body, placeOf(from));
      if (!done.ok) return done;
      if ('asked' in done.value) return answer({ state: 'secondFactor', ...done.value.asked });
      return begunAnswer({ ok: true, value: done.value.begun });
    },
  }),
  define({
    ...AT_DOOR,
    id: 'signInByCode',
    method: 'POST',
    path: '/api/v1/sign-in/code',
    summary: 'Show the second factor: a code by time, or a recovery code',
    body: z.strictObject({ ticket: z.string().max(100), code: z.string().min(1).max(40) }),
    answer: signedIn,
    example: { body: { ticket: SECRET, code: '123456' }, answer: SIGNED_IN, refused: 'ticket-invalid' },
    respond: async ({ body, from }, { signInByCode }) => begunAnswer(await signInByCode(body, placeOf(from))),
  }),
  define({
    ...AT_DOOR,
    id: 'askPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkey/options',
    summary: 'What a browser is asked to show a passkey',
    answer: z.strictObject({ flow: z.string(), options: json }),
    example: { answer: { flow: SECRET, options: { challenge: 'bm9uY2U', userVerification: 'required' } } },
    respond: async ({ from }, { askPasskey }) => answer(await askPasskey(from.origin)),
  }),
  define({
    ...AT_DOOR,
    id: 'signInByPasskey',
    method: 'POST',
    path: '/api/v1/sign-in/passkey',
    summary: 'Sign in with a passkey, without a password',
    body: z.strictObject({ flow: z.string().max(100), response: json }),
    answer: signedIn,
    example: {
      body: { flow: SECRET, response: { id: 'AQID', type: 'public-key' } },
      answer: SIGNED_IN,
      refused: 'passkey-refused',
    },
    respond: async ({ body, from }, { signInByPasskey }) =>
      begunAnswer(await signInByPasskey({ ...body, origin: from.origin }, placeOf(from))),
  }),
];

export function placeOf({ device, session, at }: Sender): SignInPlace {
  return { device, ...(session !== undefined && { before: session }), ...(at !== undefined && { at }) };
}

export function begunAnswer(begun: Result<Begun>) {
  if (!begun.ok) return begun;
  const expiresAt = begun.value.expiresAt.toISOString();
  return answer({ state: 'signedIn', expiresAt }, { session: begun.value });
}
