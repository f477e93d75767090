import { ROLES, type Role, scopesOf } from '../../app/access/role.ts';
import type { Scope } from '../../app/access/scope.ts';
import type {
  AccessStore,
  ApiKey,
  Person,
  RoleGrant,
  SandboxRow,
  Service,
  SignInPolicy,
} from '../../app/ports/accessStore.ts';
import type { Session } from './session.ts';

const PERSON = 'SELECT id, login, name, partners, is_active, version FROM person WHERE tenant_id = $1';
const SERVICE = 'SELECT id, code, name FROM service WHERE tenant_id = $1';
const KEY = `
  SELECT id, person_id, service_id, label, secret_sha256, scopes, issued_at, expires_at, last_used_at, revoked_at
  FROM api_key WHERE tenant_id = $1`;

export function accessStore(session: Session): AccessStore {
  return {
    makeSandbox: (sandbox, persons) => makeSandbox(session, sandbox, persons),
    tenantCode: async () => (await directory(session)).code,
    tenantName: async () => (await directory(session)).name,
    isSandbox: () => isSandbox(session),
    ...policyStore(session),
    ...memberStore(session),
    ...personStore(session),
    ...serviceStore(session),
    ...keyStore(session),
  };
}

/** The rows of the new tenant are written under its own wall, and then this one's stands again. */
async function makeSandbox(
  session: Session,
  { id, code, name, company, timeZone, day }: SandboxRow,
  persons: Parameters<AccessStore['makeSandbox']>[1],
): Promise<boolean> {
  const [made] = await session.query<{ made: boolean }>(
    'SELECT make_sandbox($1, $2, $3, $4, $5, $6) AS made',
    [id, code, name, company, timeZone, day],
  );
  if (made?.made !== true) return false;
  const within = { ...session, tenant: id };
  await session.query(`SELECT set_config('app.tenant', $1, true)`, [id]);
  for (const { person, key, secretSha256 } of persons) {
    await personStore(within).addPerson(person);
    await keyStore(within).addKey(key, secretSha256);
  }
  await session.query(`SELECT set_config('app.tenant', $1, true)`, [session.tenant]);
  return true;
}

async function directory({
  tenant,
  query,
}: Session): Promise<{ readonly code: string; readonly name: string }> {
  const sql = 'SELECT code, name FROM tenant WHERE tenant_id = $1';
  const [row] = await query<{ code: string; name: string }>(sql, [tenant]);
  if (row === undefined) throw new Error('Fault: there is no such tenant');
  return row;
}

/** The mark alone is not enough: a company on the real day has come to it since. */
async function isSandbox({ tenant, query }: Session): Promise<boolean> {
  const [row] = await query<{ is: boolean }>(
    `SELECT is_sandbox AND NOT EXISTS (
       SELECT FROM company WHERE tenant_id = $1 AND business_day IS NULL
     ) AS is FROM tenant WHERE tenant_id = $1`,
    [tenant],
  );
  return row?.is === true;
}

function policyStore({ tenant, query }: Session): Pick<AccessStore, 'signInPolicy' | 'setSignInPolicy'> {
  return {
    signInPolicy: async () => {
      const [row] = await query<SignInPolicy>(
        `SELECT version, needs_second_factor AS "needsSecondFactor" FROM sign_in_policy
         WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
        [tenant],
      );
      return row ?? { version: 0, needsSecondFactor: false };
    },
    setSignInPolicy: async ({ version, needsSecondFactor }, by, at) => {
      await query(
        `INSERT INTO sign_in_policy (tenant_id, version, needs_second_factor, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, version, needsSecondFactor, by, at],
      );
    },
  };
}

type MemberStore = Pick<
  AccessStore,
  'member' | 'accountOf' | 'addMember' | 'grants' | 'addGrant' | 'endGrant'
>;

function memberStore({ tenant, query, write }: Session): MemberStore {
  return {
    member: async (account) => {
      const [row] = await query<PersonRow>(
        `${PERSON} AND id = (SELECT person_id FROM membership WHERE tenant_id = $1 AND account_id = $2)`,
        [tenant, account],
      );
      return row && toPerson(row);
    },
    accountOf: async (person) => {
      const sql = 'SELECT account_id AS account FROM membership WHERE tenant_id = $1 AND person_id = $2';
      return (await query<{ account: string }>(sql, [tenant, person]))[0]?.account;
    },
    addMember: async (person, account, at) => {
      const added = await write(
        `INSERT INTO membership (tenant_id, person_id, account_id, joined_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [tenant, person, account, at],
      );
      return added > 0;
    },
    grants: async (person) => {
      const rows = await query<GrantRow>(
        `SELECT id, person_id, role, companies, limit_minor::text, limit_currency, granted_at FROM person_role
         WHERE tenant_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR person_id = $2)
         ORDER BY person_id, role, granted_at, id`,
        [tenant, person ?? null],
      );
      return rows.map(toGrant);
    },
    addGrant: async ({ id, person, role, companies, limit, grantedAt }) => {
      await query(
        `INSERT INTO person_role (tenant_id, id, person_id, role, companies, limit_minor, limit_currency, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          tenant,
          id,
          person,
          role,
          companies ?? null,
          limit?.minor ?? null,
          limit?.currency ?? null,
          grantedAt,
        ],
      );
    },
    endGrant: async (id, at) => {
      await query('UPDATE person_role SET ended_at = $3 WHERE tenant_id = $1 AND id = $2', [tenant, id, at]);
    },
  };
}

type GrantRow = {
  readonly id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly companies: readonly string[] | null;
  readonly limit_minor: string | null;
  readonly limit_currency: string | null;
  readonly granted_at: Date;
};

function toGrant(row: GrantRow): RoleGrant {
  const { limit_minor: minor, limit_currency: currency } = row;
  return {
    id: row.id,
    person: row.person_id,
    role: row.role,
    grantedAt: row.granted_at,
    ...(row.companies !== null && { companies: row.companies }),
    ...(minor !== null && currency !== null && { limit: { minor: BigInt(minor), currency } }),
  };
}

type PersonStore = Pick<
  AccessStore,
  'addPerson' | 'person' | 'lockPerson' | 'changePerson' | 'persons' | 'colleagues' | 'personsCalled'
>;

function personStore(session: Session): PersonStore {
  const { tenant } = session;
  const one = async (id: string, suffix: string) => {
    const [row] = await session.query<PersonRow>(`${PERSON} AND id = $2 ${suffix}`, [tenant, id]);
    return row && toPerson(row);
  };
  const many = async ({ after, limit }: Parameters<AccessStore['persons']>[0], which: string) => {
    const page = `${which} AND ($2::text IS NULL OR login > $2) ORDER BY login LIMIT $3`;
    return (await session.query<PersonRow>(`${PERSON} ${page}`, [tenant, after ?? null, limit])).map(
      toPerson,
    );
  };
  return {
    addPerson: async ({ id, login, name, partners, isActive, version }) => {
      const added = await session.query(
        `INSERT INTO person (tenant_id, id, login, name, partners, is_active, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, login) DO NOTHING RETURNING id`,
        [tenant, id, login, name, partners ?? null, isActive, version],
      );
      return added.length > 0;
    },
    person: (id) => one(id, ''),
    lockPerson: (id) => one(id, 'FOR UPDATE'),
    changePerson: async ({ id, name, partners, isActive, version }) => {
      await session.query(
        `UPDATE person SET name = $3, partners = $4, is_active = $5, version = $6
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, id, name, partners ?? null, isActive, version],
      );
    },
    personsCalled: async (logins) => {
      const called = 'AND login = ANY ($2) ORDER BY login';
      return (await session.query<PersonRow>(`${PERSON} ${called}`, [tenant, logins])).map(toPerson);
    },
    persons: (page) => many(page, ''),
    colleagues: (page) => many(page, 'AND partners IS NULL'),
  };
}

function serviceStore(session: Session): Pick<AccessStore, 'addService' | 'service' | 'services'> {
  const { tenant } = session;
  return {
    addService: async ({ id, code, name }) => {
      const added = await session.query(
        `INSERT INTO service (tenant_id, id, code, name) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant_id, code) DO NOTHING RETURNING id`,
        [tenant, id, code, name],
      );
      return added.length > 0;
    },
    service: async (id) => (await session.query<Service>(`${SERVICE} AND id = $2`, [tenant, id]))[0],
    services: ({ after, limit }) => {
      const page = 'AND ($2::text IS NULL OR code > $2) ORDER BY code LIMIT $3';
      return session.query<Service>(`${SERVICE} ${page}`, [tenant, after ?? null, limit]);
    },
  };
}

type KeyStore = Pick<
  AccessStore,
  'addKey' | 'keyForUse' | 'lockKey' | 'keys' | 'validKeys' | 'holders' | 'isHeld' | 'revokeKey' | 'usedKey'
>;

function keyStore(session: Session): KeyStore {
  const { tenant } = session;
  return {
    addKey: async (key, secretSha256) => {
      const { id, holder, label, scopes, issuedAt, expiresAt } = key;
      const of = (kind: string) => (holder.kind === kind ? holder.id : null);
      await session.query(
        `INSERT INTO api_key (tenant_id, id, person_id, service_id, label, secret_sha256, scopes, issued_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tenant, id, of('person'), of('service'), label, secretSha256, scopes, issuedAt, expiresAt],
      );
    },
    keyForUse: async (id) => {
      const [row] = await session.query<KeyRow>(`${KEY} AND id = $2`, [tenant, id]);
      if (row === undefined) return undefined;
      const found = { key: toKey(row), secretSha256: row.secret_sha256 };
      if (row.person_id === null) return found;
      const [person] = await session.query<PersonRow>(`${PERSON} AND id = $2`, [tenant, row.person_id]);
      if (person === undefined) throw new Error(`Fault: the key ${id} is nobody's`);
      return { ...found, person: toPerson(person) };
    },
    lockKey: async (id) => {
      const [row] = await session.query<KeyRow>(`${KEY} AND id = $2 FOR UPDATE`, [tenant, id]);
      return row && toKey(row);
    },
    keys: async ({ after, limit }) => {
      const page = 'AND ($2::text IS NULL OR id > $2) ORDER BY id LIMIT $3';
      return (await session.query<KeyRow>(`${KEY} ${page}`, [tenant, after ?? null, limit])).map(toKey);
    },
    validKeys: async (person, at) => {
      const valid = 'AND person_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY id';
      return (await session.query<KeyRow>(`${KEY} ${valid}`, [tenant, person, at])).map(toKey);
    },
    holders: async (at) => {
      const rows = await session.query<PersonRow & HeldRow>(
        `SELECT p.id, p.login, p.name, p.partners, p.is_active, p.version, held.scopes, given.roles
         FROM person p LEFT JOIN (
           SELECT k.person_id, array_agg(DISTINCT s) AS scopes
           FROM api_key k CROSS JOIN unnest(k.scopes) s
           WHERE k.tenant_id = $1 AND k.revoked_at IS NULL AND k.expires_at > $2
           GROUP BY k.person_id
         ) held ON held.person_id = p.id
         LEFT JOIN (
           SELECT g.person_id, array_agg(g.role) AS roles FROM person_role g
           WHERE g.tenant_id = $1 AND g.ended_at IS NULL GROUP BY g.person_id
         ) given ON given.person_id = p.id
         WHERE p.tenant_id = $1 AND p.is_active AND (held.scopes IS NOT NULL OR given.roles IS NOT NULL)
         ORDER BY p.login`,
        [tenant, at],
      );
      return rows.map(({ scopes, roles, ...row }) => {
        const held = new Set([...(scopes ?? []), ...(roles ?? []).flatMap(scopesOf)]);
        return { person: toPerson(row), scopes: [...held] };
      });
    },
    isHeld: async (scope, at) => {
      const roles = ROLES.filter((role) => scopesOf(role).includes(scope));
      const held = await session.query(
        `SELECT FROM person p WHERE p.tenant_id = $1 AND p.is_active AND (
           EXISTS (
             SELECT FROM api_key k WHERE k.tenant_id = $1 AND k.person_id = p.id
               AND $2 = ANY (k.scopes) AND k.revoked_at IS NULL AND k.expires_at > $3
           ) OR EXISTS (
             SELECT FROM person_role g WHERE g.tenant_id = $1 AND g.person_id = p.id
               AND g.role = ANY ($4) AND g.ended_at IS NULL
           )
         ) LIMIT 1`,
        [tenant, scope, at, roles],
      );
      return held.length > 0;
    },
    revokeKey: async (id, at) => {
      await session.query('UPDATE api_key SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2', [
        tenant,
        id,
        at,
      ]);
    },
    usedKey: async (id, at) => {
      await session.query('UPDATE api_key SET last_used_at = $3 WHERE tenant_id = $1 AND id = $2', [
        tenant,
        id,
        at,
      ]);
    },
  };
}

type HeldRow = { readonly scopes: readonly Scope[] | null; readonly roles: readonly Role[] | null };

type PersonRow = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly partners: readonly string[] | null;
  readonly is_active: boolean;
  readonly version: number;
};

function toPerson({ is_active: isActive, partners, ...person }: PersonRow): Person {
  return { ...person, isActive, ...(partners !== null && { partners }) };
}

type KeyRow = {
  readonly id: string;
  readonly person_id: string | null;
  readonly service_id: string | null;
  readonly label: string;
  readonly secret_sha256: string;
  readonly scopes: readonly Scope[];
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
};

function toKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    holder:
      row.person_id === null
        ? { kind: 'service', id: row.service_id as string }
        : { kind: 'person', id: row.person_id },
    label: row.label,
    scopes: row.scopes,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  };
}
