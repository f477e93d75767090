import { z } from 'zod';
import { ROLES } from '../../../app/access/role.ts';
import type { Begun, SignInPlace } from '../../../app/accounts/beginSession.ts';
import { isTimeZone } from '../../../app/companies/isTimeZone.ts';
import type { ResetProgress } from '../../../app/ports/trial.ts';
import type { OwnCompany } from '../../../app/trial/beginOwnCompany.ts';
import type { Played } from '../../../app/trial/enterSandbox.ts';
import type { ShownTrial } from '../../../app/trial/showTrial.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { answer, route } from '../route.ts';
import { begunAnswer, placeOf } from './signInRoutes.ts';

export type TrialUseCases = {
  /** Undefined where nothing can be tried. */
  readonly showTrial: () => Promise<ShownTrial | undefined>;
  /** Refuses: trial-not-here, tenant-not-sandbox, person-not-found, partner-not-found, session-needed. */
  readonly enterSandbox: (played: Played, place: SignInPlace) => Promise<Result<Begun>>;
  /**
   * Refuses: trial-not-here, trial-company-exists, email-invalid, account-exists, password-too-short, password-too-common,
   * configuration-invalid.
   */
  readonly beginOwnCompany: (own: OwnCompany, place: SignInPlace) => Promise<Result<Begun>>;
  /** Refuses: trial-not-here, tenant-not-sandbox, scope-missing, configuration-invalid, sandbox-reset-under-way. */
  readonly beginReset: () => Promise<Result<ResetProgress>>;
};

const AT_DOOR = { isOfAccount: true, isPortal: true, scope: 'none' } as const;

const resetSchema = z.strictObject({
  state: z.enum(['running', 'done', 'failed']),
  step: z.enum(['facts', 'calculation', 'money', 'people']).describe('what is being made'),
  done: z.int().describe('rows, agreements or steps'),
  total: z.int().nullable().describe('of how many; null: nobody knows before'),
});

const personSchema = z.strictObject({
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  partners: z.array(z.string()).nullable().describe('codes of the partners of a partner’s person'),
});

const signedIn = z.strictObject({ state: z.literal('signedIn'), expiresAt: z.iso.datetime() });
const SIGNED_IN = { state: 'signedIn', expiresAt: '2026-12-07T08:00:00.000Z' };
const RESET = { state: 'running', step: 'facts', done: 12000, total: null };
const GUEST = { login: 'guest', name: 'Guest', roles: ['administrator', 'analyst'], partners: null };

const define = route<TrialUseCases>();

export const trialRoutes = [
  define({
    id: 'showTrial',
    method: 'GET',
    path: '/api/v1/trial',
    summary: 'Whether this server was begun to try out, and who can be played in its sandbox',
    isPortal: true,
    scope: 'none',
    answer: z.strictObject({
      isTrial: z.boolean(),
      sandbox: z
        .strictObject({ tenant: z.string().describe('its code'), people: z.array(personSchema) })
        .nullable(),
      hasOwn: z.boolean().describe('a company of somebody’s own was begun here'),
      reset: resetSchema.nullable().describe('how far the sandbox is that is made anew'),
    }),
    example: {
      answer: {
        isTrial: true,
        sandbox: { tenant: 'demo', people: [GUEST] },
        hasOwn: false,
        reset: RESET,
      },
    },
    respond: async (_asked, { showTrial }) => answer(trialJson(await showTrial())),
  }),
  define({
    ...AT_DOOR,
    id: 'enterSandbox',
    method: 'POST',
    path: '/api/v1/trial/sessions',
    summary: 'Be somebody in the sandbox of a server begun to try out, without a password',
    body: z.union([
      z.strictObject({ person: z.string().min(1).max(100).describe('a login') }),
      z.strictObject({ partner: codeField('partner') }),
    ]),
    answer: signedIn,
    example: { body: { person: 'guest' }, answer: SIGNED_IN, refused: 'trial-not-here' },
    respond: async ({ body, from }, { enterSandbox }) => begunAnswer(await enterSandbox(body, placeOf(from))),
  }),
  define({
    ...AT_DOOR,
    id: 'beginOwnCompany',
    method: 'POST',
    path: '/api/v1/trial/companies',
    summary: 'Begin a company of one’s own beside the sandbox, and sign in to it',
    body: z.strictObject({
      name: plainText(200),
      timeZone: z.string().max(100).refine(isTimeZone, 'Europe/Berlin, Asia/Shanghai, UTC, …'),
      email: z.string().min(1).max(254),
      password: z.string().min(1).max(200),
    }),
    answer: signedIn,
    example: {
      body: {
        name: 'Acme Trading',
        timeZone: 'Europe/Berlin',
        email: 'ann.lee@acme.example',
        password: 'four words of your own',
      },
      answer: SIGNED_IN,
      refused: 'trial-not-here',
    },
    respond: async ({ body, from, language }, { beginOwnCompany }) =>
      begunAnswer(await beginOwnCompany({ ...body, language }, placeOf(from))),
  }),
  define({
    isOfAccount: true,
    scope: 'session',
    id: 'resetSandbox',
    method: 'POST',
    path: '/api/v1/trial/reset',
    summary: 'Make the sandbox anew; the present one is open until the new one takes its place',
    status: 202,
    answer: resetSchema,
    example: { answer: RESET, refused: 'trial-not-here' },
    respond: async (_asked, { beginReset }) => {
      const begun = await beginReset();
      return begun.ok ? answer(resetJson(begun.value)) : begun;
    },
  }),
];

function trialJson(trial: ShownTrial | undefined) {
  const { sandbox, hasOwn = false, reset } = trial ?? {};
  return {
    isTrial: trial !== undefined,
    sandbox: sandbox
      ? {
          tenant: sandbox.code,
          people: sandbox.people.map(({ login, name, roles, partners }) => ({
            ...{ login, name, roles },
            partners: partners ?? null,
          })),
        }
      : null,
    hasOwn,
    reset: reset ? resetJson(reset) : null,
  };
}

function resetJson({ state, step, done, total }: ResetProgress) {
  return { state, step, done, total: total ?? null };
}
