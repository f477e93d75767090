import { z } from 'zod';
import { PARTNER_ROLES, ROLES, type Role } from '../../../app/access/role.ts';
import type { SsoChange } from '../../../app/access/setSsoProvider.ts';
import type { Begun, SignInPlace } from '../../../app/accounts/beginSession.ts';
import type { SignOnBegun } from '../../../app/accounts/signOnAtProvider.ts';
import type { SsoProvider } from '../../../app/ports/signOn.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { answer, route } from '../route.ts';
import { begunAnswer, placeOf } from './signInRoutes.ts';

export type SignOnUseCases = {
  /** Refuses: sso-not-set-up, sso-not-answering. */
  readonly beginSignOn: (asked: {
    readonly tenant: string;
    readonly page: string;
  }) => Promise<Result<SignOnBegun>>;
  /** Refuses: sso-refused, sso-not-set-up, sso-nobody. */
  readonly finishSignOn: (
    shown: { readonly flow: string; readonly address: string },
    place: SignInPlace,
  ) => Promise<Result<Begun>>;
};

export type SsoUseCases = {
  readonly getSsoProvider: () => Promise<SsoProvider | undefined>;
  /** Refuses: version-differs, sso-secret-missing, key-ring-invalid. */
  readonly setSsoProvider: (change: SsoChange) => Promise<Result<SsoProvider>>;
};

const OUR_ROLES = ROLES.filter((role) => !PARTNER_ROLES.includes(role)) as [Role, ...Role[]];
const AT_DOOR = { isOfAccount: true, isPortal: true, scope: 'none' } as const;
const UNTIL = '2026-12-07T08:00:00.000Z';
const SECRET = '5e'.repeat(32);
const ISSUER = 'https://login.acme.example';

const issuer = z
  .url()
  .max(300)
  .refine(isIssuer, 'https://…')
  .describe('as the provider calls itself: https, or http on this machine');

const providerSchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  isOn: z.boolean(),
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.string()),
  role: z.enum(OUR_ROLES).nullable(),
});
const PROVIDER = {
  version: 1,
  isOn: true,
  issuer: ISSUER,
  clientId: 'openrebate',
  domains: ['acme.example'],
  role: 'auditor',
};
const { version: _, ...WANTED } = PROVIDER;

const defineDoor = route<SignOnUseCases>();
const define = route<SsoUseCases>();

export const signOnRoutes = [
  defineDoor({
    ...AT_DOOR,
    id: 'beginSignOn',
    method: 'POST',
    path: '/api/v1/sign-in/sso/address',
    summary: 'Where to sign in at the provider of a tenant; the browser comes back to the page /sso',
    isTry: true,
    body: z.strictObject({ tenant: z.string().min(1).max(63), in: z.enum(['office', 'portal']) }),
    answer: z.strictObject({ address: z.string(), flow: z.string() }),
    example: {
      body: { tenant: 'acme', in: 'office' },
      answer: { address: `${ISSUER}/auth?state=…`, flow: SECRET },
      refused: 'sso-not-set-up',
    },
    respond: async ({ body, from }, { beginSignOn }) => {
      const page = `${from.origin}${body.in === 'portal' ? '/portal' : ''}/sso`;
      const begun = await beginSignOn({ tenant: body.tenant, page });
      return begun.ok ? answer(begun.value) : begun;
    },
  }),
  defineDoor({
    ...AT_DOOR,
    id: 'finishSignOn',
    method: 'POST',
    path: '/api/v1/sign-in/sso',
    summary: 'Sign in with what the provider has answered; the session works in that tenant alone',
    body: z.strictObject({
      flow: z.string().max(100),
      address: z.string().max(8000).describe('to which the browser came back, whole'),
    }),
    answer: z.strictObject({ state: z.literal('signedIn'), expiresAt: z.iso.datetime() }),
    example: {
      body: { flow: SECRET, address: 'https://rebates.acme.example/sso?code=…&state=…' },
      answer: { state: 'signedIn', expiresAt: UNTIL },
      refused: 'sso-refused',
    },
    respond: async ({ body, from }, { finishSignOn }) => begunAnswer(await finishSignOn(body, placeOf(from))),
  }),
];

export const ssoRoutes = [
  define({
    id: 'getSsoProvider',
    method: 'GET',
    path: '/api/v1/sso-provider',
    summary: 'At which OpenID provider the tenant’s people sign in',
    scope: 'access:read',
    version: 'shown',
    answer: providerSchema,
    example: { answer: PROVIDER },
    respond: async (_asked, { getSsoProvider }) => providerAnswer(await getSsoProvider()),
  }),
  define({
    id: 'setSsoProvider',
    method: 'PUT',
    path: '/api/v1/sso-provider',
    summary: 'Say at which OpenID provider the tenant’s people sign in, and who becomes a person by it',
    scope: 'access:write',
    version: 'needed',
    isSecret: true,
    body: z.strictObject({
      isOn: z.boolean(),
      issuer,
      clientId: plainText(200),
      clientSecret: z
        .exactOptional(z.string().min(1).max(500))
        .describe('sealed, and never shown; left out: the one that is there stays'),
      domains: z
        .array(
          z
            .string()
            .max(189)
            .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
        )
        .max(100)
        .describe('whose owners become persons by themselves'),
      role: z.enum(OUR_ROLES).nullable().describe('which they get; null: only who was let in before'),
    }),
    answer: providerSchema,
    example: { body: { ...WANTED, clientSecret: 'as the provider gave it' }, answer: PROVIDER },
    respond: async ({ body: { role, ...wanted }, seenVersion: seen }, { setSsoProvider }) => {
      const set = await setSsoProvider({ ...wanted, ...(role !== null && { role }), seen });
      return set.ok ? providerAnswer(set.value) : set;
    },
  }),
];

const NOBODY = { version: 0, isOn: false, issuer: '', clientId: '', domains: [] };

function providerAnswer(provider: SsoProvider = NOBODY) {
  return answer({ ...provider, role: provider.role ?? null }, { version: String(provider.version) });
}

function isIssuer(text: string): boolean {
  const { protocol, hostname, username, search, hash } = new URL(text);
  if (username !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3})$/.test(hostname));
}
