import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../app/access/caller.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { sameVersion } from '../../app/sameVersion.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { answerBulk, BULK_STATUSES, bulkAnswer, bulkBody } from './bulk.ts';
import { pageOf } from './cursor.ts';
import { codeField, idField, plainText } from './jsonBody.ts';
import { codePart, idPart } from './parts.ts';
import { problemSchema } from './problem.ts';
import { answer, route } from './route.ts';
import { buildServer } from './server.ts';

// How writes behave, on a real database and with operations made up for the purpose: what they
// write is an audit row, so that its effects can be counted.

let database: TestDatabase;
let tenant: TenantId;
let other: TenantId;
let server: Awaited<ReturnType<typeof buildServer>>;

beforeAll(async () => {
  database = await testDatabase();
  [tenant, other] = await Promise.all([database.tenant(), database.tenant()]);
  server = await thingServer();
});

afterAll(async () => {
  await server.close();
  await database.drop();
});

type Things = {
  readonly make: (name: string) => Promise<Result<{ id: string }>>;
  readonly change: (id: string, seen: string) => Promise<Result<{ id: string }>>;
};

const things = (ports: Ports, caller: Caller): Things => {
  const make: Things['make'] = (name) =>
    ports.store.inTenant(caller.tenant, async (tx) => {
      if (name === 'refused') return refused(refuse('agreement-not-found', 'name', { agreement: name }));
      const id = ports.ids.next();
      const at = ports.clock.now();
      await tx.audit.write({
        id,
        at,
        actor: caller.actor,
        action: 'make',
        object: name,
        batch: 0,
        body: name,
      });
      if (name === 'broken') throw new Error('in the middle');
      // What is refused after a write takes the write back with it.
      if (name === 'late') return refused(refuse('agreement-not-found', 'name', { agreement: name }));
      return accept({ id });
    });
  return {
    make,
    change: async (id, seen) => {
      const same = sameVersion(seen, '7');
      return same.ok ? make(id) : same;
    },
  };
};

const define = route<Things>();
const thing = z.strictObject({ id: z.uuid() });
const body = z.strictObject({ name: plainText(20), partner: z.exactOptional(codeField('partner')) });

const routes = [
  define({
    id: 'make',
    method: 'POST',
    path: '/api/v1/things',
    summary: 'Make a thing',
    scope: 'facts:write',
    status: 201,
    body,
    answer: thing,
    respond: async ({ body: { name } }, { make }) => {
      const made = await make(name);
      return made.ok ? answer(made.value, { location: `/api/v1/things/${made.value.id}` }) : made;
    },
  }),
  define({
    id: 'list',
    method: 'GET',
    path: '/api/v1/things',
    summary: 'All things',
    scope: 'facts:read',
    answer: pageOf(thing),
    respond: async () => answer({ rows: [], next: null }),
  }),
  define({
    id: 'show',
    method: 'GET',
    path: '/api/v1/things/{id}',
    summary: 'A thing',
    scope: 'facts:read',
    parts: { id: idPart('thing', 'earning-not-found', 'its id') },
    version: 'shown',
    answer: thing,
    respond: async ({ path }) => answer({ id: path.id }, { version: '7' }),
  }),
  define({
    id: 'change',
    method: 'PUT',
    path: '/api/v1/things/{id}',
    summary: 'Change a thing',
    scope: 'facts:write',
    parts: { id: codePart('thing', 'agreement-not-found', 'its code', 'agreement') },
    version: 'needed',
    body: z.strictObject({ owner: z.exactOptional(idField('person')) }),
    answer: thing,
    respond: async ({ path, seenVersion }, { change }) => {
      const changed = await change(path.id as string, seenVersion);
      return changed.ok ? answer(changed.value, { version: '8' }) : changed;
    },
  }),
  define({
    id: 'makeMany',
    method: 'POST',
    path: '/api/v1/things/bulk',
    summary: 'Make many',
    scope: 'facts:write',
    body: bulkBody(z.strictObject({ name: plainText(20) }), 10),
    answer: bulkAnswer(thing),
    otherStatuses: BULK_STATUSES,
    respond: ({ body: given, language }, { make }) =>
      answerBulk(
        given,
        language,
        ({ name }) => make(name),
        (made) => made,
      ),
  }),
  define({
    id: 'send',
    method: 'POST',
    path: '/api/v1/things/file',
    summary: 'Send a file',
    scope: 'facts:write',
    upload: { mediaTypes: ['text/csv'], maxBytes: 1000 },
    answer: z.strictObject({ bytes: z.int(), sha256: z.string(), text: z.string() }),
    respond: async ({ upload: { path, bytes, sha256 } }) =>
      answer({ bytes, sha256, text: await readFile(path, 'utf8') }),
  }),
  define({
    id: 'fetch',
    method: 'GET',
    path: '/api/v1/things/file',
    summary: 'Fetch a file',
    scope: 'exports:read',
    files: ['text/csv'],
    respond: async () =>
      accept({
        download: { content: Readable.from(['a;b\n', '1;2\n']), mediaType: 'text/csv', name: '表.csv' },
      }),
  }),
  define({
    id: 'issue',
    method: 'POST',
    path: '/api/v1/secrets',
    summary: 'A secret, shown once',
    scope: 'access:write',
    isSecret: true,
    answer: z.strictObject({ secret: z.string() }),
    respond: async () => answer({ secret: `planted-${randomUUID()}` }),
  }),
];

function thingServer() {
  const ports: Ports = {
    store: database.store,
    clock: { now: () => new Date('2026-10-02T10:00:00Z') },
    ids: { next: randomUUID },
    sha256: (bytes) => bytes,
  };
  const callers: Record<string, Caller> = {
    ann: person('ann', tenant),
    bob: person('bob', tenant),
    cho: person('cho', other),
  };
  return buildServer({
    routes,
    isDatabaseUp: async () => true,
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
    workings: {
      useCases: (caller) => things(ports, caller),
      inOneTransaction: (caller, work) =>
        ports.store.inTenant(caller.tenant, (tx) =>
          work(things(joinedPorts(ports, caller.tenant, tx), caller), tx.idempotency),
        ),
      findTenant: async () => undefined,
      authenticateSession: async () => refused(refuse('session-ended', '')),
      authenticate: async (secret) => {
        const caller = callers[secret.split('-')[0] ?? ''];
        return caller ? accept(caller) : refused(refuse('key-invalid', 'Authorization'));
      },
      now: ports.clock.now,
    },
  });
}

function person(id: string, of: TenantId): Caller {
  const scopes = ['facts:read', 'facts:write', 'access:write', 'exports:read'] as const;
  return { tenant: of, actor: { kind: 'person', id }, scopes: new Set(scopes) };
}

type Sent = { readonly as?: string; readonly key?: string; readonly headers?: Record<string, string> };

function send(method: 'POST' | 'PUT' | 'GET', url: string, payload: unknown, sent: Sent = {}) {
  const { as = 'ann', key = randomUUID(), headers = {} } = sent;
  return server.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${as}`,
      ...(method !== 'GET' && { 'idempotency-key': key, 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && {
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    }),
  });
}

const make = (name: string, sent: Sent = {}) => send('POST', '/api/v1/things', { name }, sent);

async function effects(name: string, of = tenant): Promise<number> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query(
    'SELECT count(*)::int AS n FROM audit WHERE tenant_id = $1 AND object = $2',
    [of, name],
  );
  await client.end();
  return rows[0].n;
}

const codeOf = (response: { body: string }) => problemSchema.parse(JSON.parse(response.body)).code;

describe('an idempotency key', () => {
  it('makes fifty at once one effect with fifty equal answers', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => make('fifty', { key })));
    const told = new Set(
      answers.map(({ statusCode, headers, body: text }) => `${statusCode} ${headers.location} ${text}`),
    );
    expect([told.size, [...told][0]?.slice(0, 3)]).toEqual([1, '201']);
    expect(await effects('fifty')).toBe(1);
  });

  it('is refused with another body, address, method or version', async () => {
    const key = randomUUID();
    expect((await make('first', { key })).statusCode).toBe(201);
    const others = [
      await make('second', { key }),
      await send('POST', '/api/v1/things/bulk', { items: [{ name: 'first' }], allOrNothing: true }, { key }),
      await send('PUT', '/api/v1/things/first', {}, { key, headers: { 'if-match': '"7"' } }),
    ];
    expect(others.map((response) => [response.statusCode, codeOf(response)])).toEqual(
      others.map(() => [409, 'idempotency-key-reused']),
    );
    expect([await effects('first'), await effects('second')]).toEqual([1, 0]);
  });

  it('is each person’s and each tenant’s own', async () => {
    const key = randomUUID();
    for (const as of ['ann', 'bob', 'cho']) expect((await make('own', { as, key })).statusCode).toBe(201);
    expect([await effects('own'), await effects('own', other)]).toEqual([2, 1]);
  });

  it.each(['refused', 'late', 'broken'])(
    'is not taken by what was %s, which leaves nothing behind',
    async (name) => {
      const key = randomUUID();
      const first = await make(name, { key });
      expect(first.statusCode).toBe(name === 'broken' ? 500 : 404);
      expect(await effects(name)).toBe(0);
      expect((await make('after', { key })).statusCode).toBe(201);
    },
  );

  it.each([
    [{ 'idempotency-key': '' }, 'idempotency-key-missing'],
    [{ 'idempotency-key': 'x'.repeat(201) }, 'argument-invalid'],
    [{ 'idempotency-key': 'a b' }, 'argument-invalid'],
    [{ 'idempotency-key': 'é' }, 'argument-invalid'],
  ])('%o is refused', async (headers, code) => {
    const response = await make('none', { headers });
    expect([response.statusCode, codeOf(response)]).toEqual([400, code]);
    expect(await effects('none')).toBe(0);
  });

  it('gives a secret again to whoever had it, and keeps nothing that can be read', async () => {
    const key = randomUUID();
    const ask = (as: string) => send('POST', '/api/v1/secrets', undefined, { key, as });
    const [first, second] = [await ask('ann-1'), await ask('ann-1')];
    expect(first.json().secret).toMatch(/^planted-/);
    expect(second.json()).toEqual(first.json());
    expect(codeOf(await ask('ann-2'))).toBe('idempotency-key-reused');
    const client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query('SELECT answer::text FROM idempotency_key WHERE key LIKE $1', [
      `%${key}`,
    ]);
    await client.end();
    expect([rows.length, JSON.stringify(rows).includes('planted')]).toEqual([1, false]);
  });
});

describe('a version', () => {
  const change = (ifMatch?: string) =>
    send(
      'PUT',
      '/api/v1/things/versioned',
      {},
      { headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } },
    );

  it('must be named, and be the current one', async () => {
    const wrong = [
      await change(),
      await change('*'),
      await change('7'),
      await change('"6"'),
      await change('"7", "8"'),
    ];
    expect(wrong.map((response) => [response.statusCode, codeOf(response)])).toEqual([
      [428, 'if-match-missing'],
      [400, 'argument-invalid'],
      [400, 'argument-invalid'],
      [412, 'version-differs'],
      [400, 'argument-invalid'],
    ]);
    expect(await effects('versioned')).toBe(0);
    const right = await change('"7"');
    expect([right.statusCode, right.headers.etag]).toEqual([200, '"8"']);
  });

  it.each([
    ['"7"', 304],
    ['W/"7"', 304],
    ['"1", "7"', 304],
    ['*', 304],
    ['"8"', 200],
  ])('that a reader has (%s) is answered with %i', async (known, status) => {
    const url = `/api/v1/things/${randomUUID()}`;
    const response = await send('GET', url, undefined, { headers: { 'if-none-match': known } });
    expect([response.statusCode, response.headers.etag, response.body === '']).toEqual([
      status,
      '"7"',
      status === 304,
    ]);
  });
});

describe('many at once', () => {
  const many = (names: string[], allOrNothing: boolean) =>
    send('POST', '/api/v1/things/bulk', { items: names.map((name) => ({ name })), allOrNothing });

  it('are answered one by one', async () => {
    const response = await many(['m1', 'refused', 'm2'], false);
    expect(response.statusCode).toBe(207);
    expect(response.json()).toMatchObject({
      done: 2,
      refused: 1,
      items: [
        { index: 0, status: 200, value: { id: expect.any(String) } },
        { index: 1, status: 404, problem: { code: 'agreement-not-found' } },
        { index: 2, status: 200 },
      ],
    });
    expect([await effects('m1'), await effects('m2')]).toEqual([1, 1]);
    expect((await many(['m3'], true)).statusCode).toBe(200);
  });

  it('are all undone for one of them where that is asked', async () => {
    const response = await many(['n1', 'refused', 'n2'], true);
    expect([
      response.statusCode,
      response.json().items.map((item: { status: number }) => item.status),
    ]).toEqual([422, [424, 404, 424]]);
    expect([await effects('n1'), await effects('n2')]).toEqual([0, 0]);
  });

  it('are at least one and no more than allowed', async () => {
    for (const names of [[], Array.from({ length: 11 }, () => 'x')]) {
      expect(codeOf(await many(names, true))).toBe('body-field-invalid');
    }
  });
});

describe('a body', () => {
  it.each<[unknown, number, string, string]>([
    ['{', 400, 'body-not-json', 'body'],
    ['{"name":"a","__proto__":{}}', 400, 'body-not-json', 'body'],
    ['{"name":"\\ud800"}', 400, 'body-not-json', 'body'],
    ['{"name":"a","\\udc00":1}', 400, 'body-not-json', 'body'],
    ['', 400, 'body-not-json', 'body'],
    ['[]', 400, 'body-field-invalid', 'body'],
    ['{}', 400, 'body-field-missing', 'name'],
    ['{"name":null}', 400, 'body-field-invalid', 'name'],
    ['{"name":"a","id":"1"}', 400, 'body-field-unknown', 'id'],
    [`{"name":"${'x'.repeat(21)}"}`, 400, 'body-field-invalid', 'name'],
    ['{"name":"a\\u0000"}', 400, 'body-field-invalid', 'name'],
    [`{"name":"a"${' '.repeat(65_536)}}`, 413, 'body-too-large', 'body'],
  ])('%s is refused', async (payload, status, code, at) => {
    const response = await send('POST', '/api/v1/things', payload);
    const problem = problemSchema.parse(response.json());
    expect([response.statusCode, problem.code, problem.at]).toEqual([status, code, at]);
  });

  it('is JSON, and says so', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const response = await make('typed', { headers: { 'content-type': type } });
      expect([response.statusCode, codeOf(response)]).toEqual([415, 'media-type-not-allowed']);
    }
  });
});

describe('a file', () => {
  const upload = (content: string) =>
    send('POST', '/api/v1/things/file', content, { headers: { 'content-type': 'text/csv; charset=utf-8' } });

  it('comes in whole, bounded, and is gone when it was answered', async () => {
    // A place of its own: other test files send files at the same time.
    const place = await mkdtemp(join(tmpdir(), 'openrebate-uploads-'));
    vi.stubEnv('TMPDIR', place);
    const response = await upload('a;b\n1;2\n');
    expect(response.json()).toEqual({
      bytes: 8,
      sha256: '403bea5152c251c5bc7ef420d824d191605723f99392e83a0549ad58c6d46291',
      text: 'a;b\n1;2\n',
    });
    const large = await upload('x'.repeat(1001));
    expect([large.statusCode, codeOf(large)]).toEqual([413, 'body-too-large']);
    vi.unstubAllEnvs();
    expect(await readdir(place)).toEqual([]);
    await rmdir(place);
  });

  it('goes out as it is made', async () => {
    const { body: text, headers } = await send('GET', '/api/v1/things/file', undefined);
    expect(text).toBe('a;b\n1;2\n');
    expect(headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''%E8%A1%A8.csv`,
    });
  });
});

describe('whoever asks', () => {
  it.each([
    [undefined, 401, 'key-missing'],
    ['Basic YW5u', 401, 'key-invalid'],
    ['Bearer', 401, 'key-invalid'],
    ['Bearer eve', 401, 'key-invalid'],
    [`Bearer ${'x'.repeat(201)}`, 401, 'key-invalid'],
  ])('as %s is told who is asked for', async (authorization, status, code) => {
    const response = await server.inject({
      url: '/api/v1/things',
      ...(authorization && { headers: { authorization } }),
    });
    expect([response.statusCode, codeOf(response)]).toEqual([status, code]);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="openrebate"');
  });

  it('takes a method that the address has', async () => {
    const response = await server.inject({ method: 'DELETE', url: `/api/v1/things/${randomUUID()}` });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD, PUT']);
  });
});
