import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { argon2Passwords } from '../../../adapters/auth/argon2Passwords.ts';
import { oidcSignOn } from '../../../adapters/auth/oidcSignOn.ts';
import { timedCodes } from '../../../adapters/auth/timedCodes.ts';
import { webPasskeys } from '../../../adapters/auth/webPasskeys.ts';
import { type OpenStore, openPortalStore, openStore, type PortalStore } from '../../../adapters/db/store.ts';
import { apiRoutes } from '../../../adapters/http/apiRoutes.ts';
import type { TenantAddress } from '../../../adapters/http/ownAddresses.ts';
import type { LogOptions } from '../../../adapters/http/requestLog.ts';
import { buildServer } from '../../../adapters/http/server.ts';
import { authenticate } from '../../../app/access/authenticate.ts';
import { createPerson } from '../../../app/access/createPerson.ts';
import { createService } from '../../../app/access/createService.ts';
import { type AccessPorts, issueKey } from '../../../app/access/issueKey.ts';
import type { Role } from '../../../app/access/role.ts';
import { SCOPES, type Scope } from '../../../app/access/scope.ts';
import { setRoles } from '../../../app/access/setRoles.ts';
import type { AccountPorts } from '../../../app/accounts/accountPorts.ts';
import { addAccount } from '../../../app/accounts/addAccount.ts';
import { beginSession } from '../../../app/accounts/beginSession.ts';
import { systemActor } from '../../../app/actor.ts';
import type { CourierPorts } from '../../../app/ports/courier.ts';
import type { TenantId } from '../../../app/ports.ts';
import { type ExportPlaces, exportPlaces } from '../../../main/api/exportPlaces.ts';
import { workings } from '../../../main/api/workings.ts';
import type { TestDatabase } from '../database.ts';
import { taken } from '../scenario.ts';
import { testCourier } from '../testCourier.ts';
import { testKeys } from '../testKeys.ts';
import { type TestPostbox, testPostbox } from '../testPostbox.ts';

/** The real server on a test's database: keys are needed, time can be moved. */
export type ApiServer = {
  readonly server: Awaited<ReturnType<typeof buildServer>>;
  readonly ports: AccountPorts &
    CourierPorts & {
      readonly portal: PortalStore;
      readonly naming: OpenStore['naming'];
      readonly exports: ExportPlaces;
    };
  /** What was written to people. */
  readonly postbox: TestPostbox;
  readonly time: { now: Date };
  /** Addresses of tenants’ own; a test adds to them. */
  readonly tenantAddresses: TenantAddress[];
  /**
   * A call with a key, or with the secret of a session from a page of ours; writes get an idempotency key of their own where
   * none is given. Where only browsers are answered, the person of a key is signed in for it.
   */
  readonly call: (key: string | undefined, request: InjectOptions) => Promise<Answered>;
};

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about.
  readonly body: any;
};

/** What of a database the server needs. */
export type ServedDatabase = Pick<TestDatabase, 'store' | 'appUrl' | 'portalUrl'>;

export async function apiServer(
  database: ServedDatabase,
  log: LogOptions | false = false,
): Promise<ApiServer> {
  const tenantAddresses: TenantAddress[] = [];
  const postbox = testPostbox();
  const time = { now: new Date('2026-10-02T10:00:00Z') };
  const ports: ApiServer['ports'] = {
    store: database.store,
    portal: openPortalStore({ url: database.portalUrl }),
    naming: database.store.naming,
    exports: exportPlaces((poolSize) => openStore({ url: database.appUrl, poolSize })),
    clock: { now: () => time.now },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    random: randomBytes,
    accounts: database.store.accounts,
    passwords: argon2Passwords(),
    mails: postbox,
    totp: timedCodes(),
    passkeys: webPasskeys(),
    signOn: oidcSignOn(() => time.now),
    addresses: (code) => tenantAddresses.filter(({ tenant }) => tenant === code).map(({ origin }) => origin),
    keys: testKeys(1),
    courier: testCourier(),
  };
  const health = {
    isDatabaseUp: async () => true,
    look: async () => ({ causes: [], warnings: [], underWay: [] }),
  };
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(ports, health),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: import.meta.dirname,
    version: '1.2.3',
    tenantAddresses,
    log,
  });
  server.addHook('onClose', async () => {
    await Promise.all([ports.portal.close(), ports.exports.close()]);
  });
  const call: ApiServer['call'] = async (key, request) => {
    const isWrite = request.method !== undefined && request.method !== 'GET';
    const credentials = await credentialsFor(api, key, isForBrowsers(request));
    const response = await server.inject({
      ...request,
      headers: {
        ...credentialsOf(credentials),
        ...(isWrite && isOfAccount(request) && { 'x-openrebate': '1' }),
        ...(isWrite && { 'idempotency-key': randomUUID() }),
        ...request.headers,
      },
    });
    const isJson = /\bjson\b/.test(String(response.headers['content-type']));
    const body = isJson && response.body !== '' ? response.json() : response.body;
    return { status: response.statusCode, headers: response.headers, body };
  };
  const api = { server, ports, postbox, time, tenantAddresses, call };
  return api;
}

function routeOf({ method = 'GET', url }: InjectOptions) {
  const path = String(url).split('?')[0] ?? '';
  return apiRoutes.find(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

const isForBrowsers = (request: InjectOptions) =>
  ['session', 'account'].includes(routeOf(request)?.scope ?? '');
const isOfAccount = (request: InjectOptions) => routeOf(request)?.isOfAccount === true;

/** What a test calls somebody by who is signed in anew for each call. */
export function atBrowser(tenant: TenantId, person: string): string {
  return `browser:${tenant}:${person}`;
}

async function credentialsFor(
  api: ApiServer,
  key: string | undefined,
  isForBrowsers: boolean,
): Promise<string | undefined> {
  const [, tenant, person] = /^browser:(.*):(.*)$/.exec(key ?? '') ?? [];
  if (tenant !== undefined && person !== undefined) return signedIn(api, tenant, person);
  if (key === undefined || !isForBrowsers || !key.startsWith('ork_')) return key;
  const caller = await authenticate(api.ports, key);
  if (!caller.ok || caller.value.actor.kind !== 'person') return key;
  return signedIn(api, caller.value.tenant, caller.value.actor.id);
}

function credentialsOf(key: string | undefined): Record<string, string> {
  if (key === undefined) return {};
  if (key.startsWith('ork_')) return { authorization: `Bearer ${key}` };
  return { cookie: `openrebate=${key}`, 'x-openrebate': '1' };
}

export type Holder = { readonly id: string; readonly key: string };

/** A person with a key; all scopes where none are named. */
export async function personWith(
  { ports }: ApiServer,
  tenant: TenantId,
  options: { readonly scopes?: readonly Scope[]; readonly partners?: readonly string[] } = {},
): Promise<Holder> {
  const { scopes = SCOPES, partners } = options;
  const actor = systemActor('cli');
  const wanted = { login: `p-${randomUUID()}`, name: 'Somebody', ...(partners && { partners }) };
  const { id } = taken(await createPerson(ports, tenant, wanted, actor));
  return { id, key: await keyFor(ports, tenant, { kind: 'person', id }, scopes) };
}

/** A service with a key. */
export async function serviceWith(
  { ports }: ApiServer,
  tenant: TenantId,
  scopes: readonly Scope[],
): Promise<Holder> {
  const code = `s-${randomUUID().slice(0, 13)}`;
  const { id } = taken(await createService(ports, tenant, { code, name: code }, systemActor('cli')));
  return { id, key: await keyFor(ports, tenant, { kind: 'service', id }, scopes) };
}

async function keyFor(
  ports: AccessPorts,
  tenant: TenantId,
  holder: { readonly kind: 'person' | 'service'; readonly id: string },
  scopes: readonly Scope[],
): Promise<string> {
  const expiresAt = new Date(ports.clock.now().getTime() + 86_400_000);
  const wanted = { holder, label: 'test', scopes, expiresAt };
  return taken(await issueKey(ports, tenant, wanted, systemActor('cli'))).text;
}

/** Signs a person in at a browser: the secret of the session. */
export async function signedIn(
  { ports }: ApiServer,
  tenant: TenantId,
  person: string,
  options: { readonly roles?: readonly Role[]; readonly email?: string } = {},
): Promise<string> {
  const { roles, email = `${person}@example.com` } = options;
  const actor = systemActor('cli');
  if (roles !== undefined) {
    taken(await setRoles(ports, tenant, { person, roles: roles.map((role) => ({ role })) }, actor));
  }
  const known = await ports.store.inTenant(tenant, (tx) => tx.access.accountOf(person));
  const account = known ?? taken(await addAccount(ports, tenant, { person, email }, actor));
  return (await beginSession(ports, account, { method: 'password', isStrong: false }, { device: 'test' }))
    .secret;
}
