import { z } from 'zod';
import type { FactorsView } from '../../../app/accounts/factors.ts';
import type { PasskeyFlow } from '../../../app/accounts/passkeys.ts';
import type { NewTotp } from '../../../app/accounts/timedCode.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { codePart } from '../parts.ts';
import { answer, route } from '../route.ts';

type Codes = { readonly recoveryCodes?: readonly string[] };

/** What an account has beside its password: of whoever is signed in. */
export type FactorUseCases = {
  readonly showFactors: () => Promise<FactorsView>;
  /** Refuses: password-wrong, too-many-requests, totp-exists, key-ring-invalid. */
  readonly beginTotp: (present: string) => Promise<Result<NewTotp>>;
  /** Refuses: code-wrong, key-not-in-ring, sealed-text-unreadable, key-ring-invalid. */
  readonly confirmTotp: (code: string) => Promise<Result<Codes>>;
  /** Refuses: password-wrong, too-many-requests. */
  readonly removeTotp: (present: string) => Promise<Result<undefined>>;
  /** Refuses: password-wrong, too-many-requests, factor-missing. */
  readonly renewRecoveryCodes: (present: string) => Promise<Result<readonly string[]>>;
  /** Refuses: password-wrong, too-many-requests, passkey-too-many. */
  readonly beginPasskey: (asked: { present: string; origin: string }) => Promise<Result<PasskeyFlow>>;
  /** Refuses: passkey-refused. */
  readonly addPasskey: (made: {
    flow: string;
    name: string;
    response: unknown;
    origin: string;
  }) => Promise<Result<Codes>>;
  /** Refuses: password-wrong, too-many-requests, passkey-not-found. */
  readonly removePasskey: (which: { id: string; present: string }) => Promise<Result<undefined>>;
};

const present = z.string().min(1).max(200).describe('the password that one signs in with');
const proof = z.strictObject({ present });
const codes = z
  .array(z.string())
  .describe('each works once, for the day when the others are lost; shown this once');
const codesIfNew = z.strictObject({
  recoveryCodes: codes.nullable().describe('null where there are some already'),
});
const json = z.record(z.string(), z.unknown());
const OF_OWN = { isOfAccount: true, isPortal: true, scope: 'account' } as const;
const ID = '0199b5a0-7c00-7000-8000-000000000012';
const AT = '2026-11-30T08:00:00.000Z';
const PASSWORD = { present: 'four words of your own' };
const NEW_CODES = ['x7k2m-9qp4r', 'b3nht-5wzc8'];

const define = route<FactorUseCases>();

export const factorRoutes = [
  define({
    ...OF_OWN,
    id: 'showFactors',
    method: 'GET',
    path: '/api/v1/account/factors',
    summary: 'What the account has beside its password',
    answer: z.strictObject({
      hasTotp: z.boolean(),
      passkeys: z.array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          madeAt: z.iso.datetime(),
          usedAt: z.iso.datetime().nullable(),
        }),
      ),
      recoveryCodes: z.int().describe('how many are left'),
    }),
    example: {
      answer: {
        hasTotp: true,
        passkeys: [{ id: ID, name: 'Laptop', madeAt: AT, usedAt: null }],
        recoveryCodes: 10,
      },
    },
    respond: async (_asked, { showFactors }) => {
      const { passkeys, ...view } = await showFactors();
      const rows = passkeys.map(({ madeAt, usedAt, ...passkey }) => ({
        ...passkey,
        madeAt: madeAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      }));
      return answer({ ...view, passkeys: rows });
    },
  }),
  define({
    ...OF_OWN,
    id: 'beginTotp',
    method: 'POST',
    path: '/api/v1/account/totp',
    summary:
      'Begin codes by time: a key for a program that makes them, shown this once; they count when one was typed',
    isSecret: true,
    body: proof,
    answer: z.strictObject({
      key: z.string().describe('base32, to be typed'),
      address: z.string().describe('otpauth://…'),
      square: z
        .strictObject({ size: z.int(), path: z.string() })
        .describe('the address as a QR code: how many to a side, and the dark ones as an SVG path'),
    }),
    example: {
      body: PASSWORD,
      answer: {
        key: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        address: 'otpauth://totp/OpenRebate:ann.lee%40acme.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        square: { size: 49, path: 'M2 2h1v1h-1z' },
      },
      refused: 'password-wrong',
    },
    respond: async ({ body }, { beginTotp }) => {
      const begun = await beginTotp(body.present);
      return begun.ok ? answer(begun.value) : begun;
    },
  }),
  define({
    ...OF_OWN,
    id: 'confirmTotp',
    method: 'PUT',
    path: '/api/v1/account/totp',
    summary: 'Confirm codes by time with one of them',
    isSecret: true,
    body: z.strictObject({ code: z.string().max(20) }),
    answer: codesIfNew,
    example: { body: { code: '123456' }, answer: { recoveryCodes: NEW_CODES }, refused: 'code-wrong' },
    respond: async ({ body }, { confirmTotp }) => codesAnswer(await confirmTotp(body.code)),
  }),
  define({
    ...OF_OWN,
    id: 'removeTotp',
    method: 'POST',
    path: '/api/v1/account/totp/removal',
    summary: 'End codes by time',
    status: 204,
    body: proof,
    example: { body: PASSWORD, refused: 'password-wrong' },
    respond: async ({ body }, { removeTotp }) => done(await removeTotp(body.present)),
  }),
  define({
    ...OF_OWN,
    id: 'renewRecoveryCodes',
    method: 'POST',
    path: '/api/v1/account/recovery-codes',
    summary: 'Make the recovery codes anew; those before work no more',
    isSecret: true,
    body: proof,
    answer: z.strictObject({ recoveryCodes: codes }),
    example: { body: PASSWORD, answer: { recoveryCodes: NEW_CODES }, refused: 'password-wrong' },
    respond: async ({ body }, { renewRecoveryCodes }) => {
      const made = await renewRecoveryCodes(body.present);
      return made.ok ? answer({ recoveryCodes: made.value }) : made;
    },
  }),
  define({
    ...OF_OWN,
    id: 'beginPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys/options',
    summary: 'What a browser is asked to make a passkey',
    body: proof,
    answer: z.strictObject({ flow: z.string(), options: json }),
    example: {
      body: PASSWORD,
      answer: { flow: '5e'.repeat(32), options: { challenge: 'bm9uY2U', rp: { name: 'OpenRebate' } } },
      refused: 'password-wrong',
    },
    respond: async ({ body, from }, { beginPasskey }) => {
      const begun = await beginPasskey({ present: body.present, origin: from.origin });
      return begun.ok ? answer(begun.value) : begun;
    },
  }),
  define({
    ...OF_OWN,
    id: 'addPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys',
    summary: 'Keep a passkey that the browser has made',
    isSecret: true,
    body: z.strictObject({ flow: z.string().max(100), name: plainText(100), response: json }),
    answer: codesIfNew,
    example: {
      body: { flow: '5e'.repeat(32), name: 'Laptop', response: { id: 'AQID', type: 'public-key' } },
      answer: { recoveryCodes: NEW_CODES },
      refused: 'passkey-refused',
    },
    respond: async ({ body, from }, { addPasskey }) =>
      codesAnswer(await addPasskey({ ...body, origin: from.origin })),
  }),
  define({
    ...OF_OWN,
    id: 'removePasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys/{id}/removal',
    summary: 'Take a passkey away',
    status: 204,
    parts: { id: codePart('passkey', 'passkey-not-found', 'the id of a passkey', 'id') },
    body: proof,
    example: { path: { id: ID }, body: PASSWORD, refused: 'password-wrong' },
    respond: async ({ path, body }, { removePasskey }) =>
      done(await removePasskey({ id: path.id as string, present: body.present })),
  }),
];

function codesAnswer(added: Result<Codes>) {
  return added.ok ? answer({ recoveryCodes: added.value.recoveryCodes ?? null }) : added;
}

function done(result: Result<undefined>) {
  return result.ok ? accept({}) : result;
}
