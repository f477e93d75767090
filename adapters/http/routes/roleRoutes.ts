import { z } from 'zod';
import { PARTNER_ROLES, ROLES, scopesOf } from '../../../app/access/role.ts';
import { SCOPES } from '../../../app/access/scope.ts';
import type { WantedRole } from '../../../app/access/setRoles.ts';
import type { RoleGrant, SignInPolicy } from '../../../app/ports/accessStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { idPart } from '../parts.ts';
import { grantJson, grantSchema, roleOf, wantedRole } from '../roleJson.ts';
import { answer, route } from '../route.ts';

export type RoleUseCases = {
  readonly getSignInPolicy: () => Promise<SignInPolicy>;
  /** Refuses: version-differs, second-factor-needed. */
  readonly setSignInPolicy: (wanted: {
    readonly seen: string;
    readonly needsSecondFactor: boolean;
  }) => Promise<Result<SignInPolicy>>;
  /** Refuses: person-not-found. */
  readonly getRoles: (person: string) => Promise<Result<readonly RoleGrant[]>>;
  /** Refuses: person-not-found, role-not-for-person, company-not-found, scope-not-own. */
  readonly setRoles: (person: string, roles: readonly WantedRole[]) => Promise<Result<readonly RoleGrant[]>>;
};

const PERSON = { id: idPart('person', 'person-not-found', 'the id of a person') };
const GRANT = {
  role: 'approver',
  companies: ['AW'],
  limit: { amount: '10000.00', currency: 'EUR' },
  grantedAt: '2026-11-30T08:00:00.000Z',
};
const { grantedAt: _, ...WANTED } = GRANT;
const PERSON_ID = '0199b5a0-7c00-7000-8000-000000000001';
const listed = z.strictObject({ rows: z.array(grantSchema) });

const policySchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  needsSecondFactor: z.boolean(),
});

const define = route<RoleUseCases>();

export const roleRoutes = [
  define({
    id: 'listRoles',
    method: 'GET',
    path: '/api/v1/roles',
    summary: 'The roles that there are, and what each of them may',
    scope: 'any',
    isPortal: true,
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          role: z.enum(ROLES),
          isForPartners: z.boolean(),
          scopes: z.array(z.enum(SCOPES)),
        }),
      ),
    }),
    example: { answer: { rows: ROLES.map(roleJson) } },
    respond: async () => answer({ rows: ROLES.map(roleJson) }),
  }),
  define({
    id: 'getPersonRoles',
    method: 'GET',
    path: '/api/v1/persons/{id}/roles',
    summary: 'The roles that a person has',
    scope: 'access:read',
    parts: PERSON,
    answer: listed,
    example: { path: { id: PERSON_ID }, answer: { rows: [] } },
    respond: async ({ path }, { getRoles }) => rolesAnswer(await getRoles(path.id as string)),
  }),
  define({
    id: 'setPersonRoles',
    method: 'PUT',
    path: '/api/v1/persons/{id}/roles',
    summary: 'Give a person these roles and no others; what they may changes with their next request',
    scope: 'access:write',
    parts: PERSON,
    body: z.strictObject({ roles: z.array(wantedRole).max(20) }),
    answer: listed,
    example: {
      path: { id: PERSON_ID },
      body: { roles: [WANTED] },
      answer: { rows: [GRANT] },
    },
    respond: async ({ path, body }, { setRoles }) =>
      rolesAnswer(await setRoles(path.id as string, body.roles.map(roleOf))),
  }),
  define({
    id: 'getSignInPolicy',
    method: 'GET',
    path: '/api/v1/sign-in-policy',
    summary: 'What somebody has to show to be let in',
    scope: 'access:read',
    version: 'shown',
    answer: policySchema,
    example: { answer: { version: 1, needsSecondFactor: true } },
    respond: async (_asked, { getSignInPolicy }) => policyAnswer(await getSignInPolicy()),
  }),
  define({
    id: 'setSignInPolicy',
    method: 'PUT',
    path: '/api/v1/sign-in-policy',
    summary:
      'Say what somebody has to show to be let in; from the next call of everybody on. Keys stay as they are',
    scope: 'access:write',
    version: 'needed',
    body: z.strictObject({ needsSecondFactor: z.boolean() }),
    answer: policySchema,
    example: { body: { needsSecondFactor: false }, answer: { version: 1, needsSecondFactor: false } },
    respond: async ({ body, seenVersion: seen }, { setSignInPolicy }) => {
      const set = await setSignInPolicy({ ...body, seen });
      return set.ok ? policyAnswer(set.value) : set;
    },
  }),
];

function policyAnswer(policy: SignInPolicy) {
  return answer(policy, { version: String(policy.version) });
}

function roleJson(role: (typeof ROLES)[number]) {
  return { role, isForPartners: PARTNER_ROLES.includes(role), scopes: scopesOf(role) };
}

function rolesAnswer(grants: Result<readonly RoleGrant[]>) {
  return grants.ok ? answer({ rows: grants.value.map(grantJson) }) : grants;
}
