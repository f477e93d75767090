import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { openPortalStore, openStore, type PortalStore } from '../../../adapters/db/store.ts';
import { apiRoutes } from '../../../adapters/http/apiRoutes.ts';
import type { LogOptions } from '../../../adapters/http/requestLog.ts';
import { buildServer } from '../../../adapters/http/server.ts';
import { createPerson } from '../../../app/access/createPerson.ts';
import { createService } from '../../../app/access/createService.ts';
import { type AccessPorts, issueKey } from '../../../app/access/issueKey.ts';
import { SCOPES, type Scope } from '../../../app/access/scope.ts';
import { systemActor } from '../../../app/actor.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import type { TenantId } from '../../../app/ports.ts';
import { type ExportPlaces, exportPlaces } from '../../../main/api/exportPlaces.ts';
import { workings } from '../../../main/api/workings.ts';
import type { TestDatabase } from '../database.ts';
import { taken } from '../scenario.ts';
import { testKeys } from '../testKeys.ts';

/** The real server on a test's database: keys are needed, time can be moved. */
export type ApiServer = {
  readonly server: Awaited<ReturnType<typeof buildServer>>;
  readonly ports: AccessPorts & KeyPorts & { readonly portal: PortalStore; readonly exports: ExportPlaces };
  readonly time: { now: Date };
  /** A call with a key; writes get an idempotency key of their own where none is given. */
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
  const time = { now: new Date('2026-10-02T10:00:00Z') };
  const ports: ApiServer['ports'] = {
    store: database.store,
    portal: openPortalStore({ url: database.portalUrl }),
    exports: exportPlaces((poolSize) => openStore({ url: database.appUrl, poolSize })),
    clock: { now: () => time.now },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    random: randomBytes,
    keys: testKeys(1),
  };
  const health = { isDatabaseUp: async () => true, look: async () => ({ causes: [], warnings: [] }) };
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(ports, health, undefined),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log,
  });
  server.addHook('onClose', async () => {
    await Promise.all([ports.portal.close(), ports.exports.close()]);
  });
  const call: ApiServer['call'] = async (key, request) => {
    const isWrite = request.method !== undefined && request.method !== 'GET';
    const response = await server.inject({
      ...request,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(isWrite && { 'idempotency-key': randomUUID() }),
        ...request.headers,
      },
    });
    const isJson = /\bjson\b/.test(String(response.headers['content-type']));
    const body = isJson && response.body !== '' ? response.json() : response.body;
    return { status: response.statusCode, headers: response.headers, body };
  };
  return { server, ports, time, call };
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
