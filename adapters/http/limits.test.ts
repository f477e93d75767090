import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import { served } from '../../test/support/httpAnswers.ts';
import { problemSchema } from './problem.ts';
import { redacted } from './redacted.ts';
import { buildServer, type ServerOptions } from './server.ts';
import type { HttpUseCases } from './useCases.ts';

// What comes in is bounded, and what goes into the log is clean.

function serverWith(options: Partial<ServerOptions<HttpUseCases>> = {}) {
  return buildServer({ ...served(), webFolder: import.meta.dirname, version: '1', log: false, ...options });
}

const ID = '5b1e9c07d2a4';
const keyOf = (id: string, digit = '0') => `ork_acme_${id}_${digit.repeat(64)}`;

describe('requests', () => {
  it('are counted by key, and too many are told when to come back', async () => {
    const { workings, ...rest } = served();
    const caller = workings.demo?.();
    if (caller === undefined) throw new Error('no caller');
    const server = await serverWith({
      ...rest,
      workings: { ...workings, authenticate: async () => accept(caller) },
      limits: { requestsPerMinute: 3, requestsAtOnce: 100, delayMs: 60_000 },
    });
    const ask = (id: string, digit?: string, scheme = 'Bearer') =>
      server.inject({
        url: '/api/v1/earnings',
        headers: { authorization: `${scheme} ${keyOf(id, digit)}` },
      });
    // Whoever names the key without its secret counts for themselves.
    for (let times = 0; times < 4; times += 1) await ask(ID, 'f');
    const answers = [await ask(ID), await ask(ID), await ask(ID), await ask(ID, '0', 'bearer')];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
    expect(problemSchema.parse(answers[3]?.json()).code).toBe('too-many-requests');
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('000000000000')).statusCode).toBe(200);
    await server.close();
  });

  it('are not counted of the parts that pages are made of', async () => {
    const server = await serverWith({
      limits: { requestsPerMinute: 3, requestsAtOnce: 100, delayMs: 60_000 },
    });
    const statuses = new Set<number>();
    for (let part = 0; part < 30; part += 1)
      statuses.add((await server.inject({ url: `/assets/part-${part}.js` })).statusCode);
    expect(statuses).toEqual(new Set([404]));
    await server.close();
  });

  it('are counted by address as well, whatever keys are made up there', async () => {
    const server = await serverWith({
      limits: { requestsPerMinute: 3, requestsAtOnce: 100, delayMs: 60_000 },
    });
    const ask = (number: number, remoteAddress: string) => {
      const authorization = `Bearer ${keyOf(String(number).padStart(12, '0'))}`;
      return server.inject({ url: '/api/v1/health', headers: { authorization }, remoteAddress });
    };
    const statuses: number[] = [];
    for (let number = 0; number < 15; number += 1) statuses.push((await ask(number, '192.0.2.1')).statusCode);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refusedOne = await ask(15, '192.0.2.1');
    expect([refusedOne.statusCode, refusedOne.json().code]).toEqual([429, 'too-many-requests']);
    expect(Number(refusedOne.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(16, '192.0.2.2')).statusCode).toBe(200);
    await server.close();
  });

  it('are refused, with when to come back, while the process is behind', async () => {
    const server = await serverWith({ limits: { requestsPerMinute: 1000, requestsAtOnce: 100, delayMs: 1 } });
    await server.ready();
    const end = performance.now() + 1500;
    let status = 200;
    while (status === 200 && performance.now() < end) {
      const block = performance.now() + 50;
      while (performance.now() < block);
      await new Promise((resolve) => setTimeout(resolve, 1));
      const response = await server.inject('/api/v1/health');
      status = response.statusCode;
      if (status !== 503) continue;
      expect(response.headers['retry-after']).toBe('5');
      expect(response.json().code).toBe('server-busy');
    }
    expect(status).toBe(503);
    await server.close();
  });
});

describe('who asks through a proxy', () => {
  /** What is answered to four requests that name others as those who ask; three a minute are let pass. */
  async function answersOf(trustedProxies: readonly string[] | undefined, names: (n: number) => string) {
    const server = await serverWith({
      ...(trustedProxies && { trustedProxies }),
      limits: { requestsPerMinute: 3, requestsAtOnce: 100, delayMs: 60_000 },
    });
    const statuses: number[] = [];
    for (let n = 1; n <= 4; n += 1) {
      const headers = { 'x-forwarded-for': names(n) };
      const answer = await server.inject({ url: '/api/v1/health', headers, remoteAddress: '10.0.0.1' });
      statuses.push(answer.statusCode);
    }
    await server.close();
    return statuses;
  }

  it('is the one that connects, whatever is said, where no proxy is listed or it is another one', async () => {
    const spoofed = (n: number) => `192.0.2.${n}`;
    expect(await answersOf(undefined, spoofed)).toEqual([200, 200, 200, 429]);
    expect(await answersOf(['10.0.0.2'], spoofed)).toEqual([200, 200, 200, 429]);
  });

  it('is who the listed proxy says, and not what stands before that', async () => {
    expect(await answersOf(['10.0.0.1'], (n) => `192.0.2.${n}`)).toEqual([200, 200, 200, 200]);
    expect(await answersOf(['10.0.0.0/8'], (n) => `198.51.100.${n}, 192.0.2.7`)).toEqual([
      200, 200, 200, 429,
    ]);
  });
});

describe('wrong keys', () => {
  it('are looked at twenty times a minute each, and no more', async () => {
    let looked = 0;
    let now = new Date('2026-10-02T10:00:00Z');
    const { workings, ...rest } = served();
    const server = await serverWith({
      ...rest,
      workings: {
        ...workings,
        now: () => now,
        authenticate: async () => {
          looked += 1;
          return refused(refuse('key-invalid', 'Authorization'));
        },
      },
    });
    const ask = async (id = ID) =>
      (await server.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${keyOf(id)}` } }))
        .statusCode;
    const first = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(new Set(first)).toEqual(new Set([401]));
    expect([await ask(), looked]).toEqual([429, 20]);
    expect(await ask('000000000000')).toBe(401);
    now = new Date(now.getTime() + 60_000);
    expect(await ask()).toBe(401);
    await server.close();
  });
});

describe('a request', () => {
  it.each([
    ['known-1', 'known-1'],
    ['a b', undefined],
    ['x'.repeat(65), undefined],
    ['<script>', undefined],
  ])('with the id %s is known by it where it is short and plain', async (given, expected) => {
    const server = await serverWith();
    const response = await server.inject({ url: '/nothing', headers: { 'x-request-id': given } });
    const id = response.headers['x-request-id'];
    if (expected === undefined) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    else expect(id).toBe(expected);
    expect(response.json().requestId).toBe(id);
    await server.close();
  });

  it('finds a place where its caller has one left, and is sent away with when to come back where not', async () => {
    const { workings, ...rest } = served();
    const caller = workings.demo?.();
    if (caller === undefined) throw new Error('no caller');
    const held: (() => void)[] = [];
    const server = await serverWith({
      ...rest,
      workings: {
        ...workings,
        authenticate: () => new Promise((resolve) => held.push(() => resolve(accept(caller)))),
      },
      limits: { requestsPerMinute: 1000, requestsAtOnce: 2, delayMs: 60_000 },
    });
    const ask = (id: string, digit?: string) =>
      server.inject({
        url: '/api/v1/earnings',
        headers: { authorization: `Bearer ${keyOf(id, digit)}` },
      });
    // Whoever names the key without its secret takes places of their own.
    const strangers = [ask(ID, 'f'), ask(ID, 'f')];
    await expect.poll(() => held.length).toBe(2);
    const waiting = [ask(ID), ask(ID)];
    await expect.poll(() => held.length).toBe(4);
    const away = await ask(ID);
    expect([away.statusCode, away.headers['retry-after'], away.json().code]).toEqual([
      503,
      '5',
      'server-busy',
    ]);
    const other = ask('000000000000');
    await expect.poll(() => held.length).toBe(5);
    for (const go of held) go();
    const answers = await Promise.all([...strangers, ...waiting, other]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const again = ask(ID);
    await expect.poll(() => held.length).toBe(6);
    held[5]?.();
    expect((await again).statusCode).toBe(200);
    await server.close();
  });

  it('finds no place with a key that is made up where its address has none left', async () => {
    const { workings, ...rest } = served();
    const held: (() => void)[] = [];
    const invalid = refused(refuse('key-invalid', 'Authorization'));
    const server = await serverWith({
      ...rest,
      workings: {
        ...workings,
        authenticate: () => new Promise((resolve) => held.push(() => resolve(invalid))),
      },
      limits: { requestsPerMinute: 1000, requestsAtOnce: 2, delayMs: 60_000 },
    });
    const ask = (number: number, remoteAddress: string) =>
      server.inject({
        url: '/api/v1/earnings',
        headers: { authorization: `Bearer ${keyOf(String(number).padStart(12, '0'))}` },
        remoteAddress,
      });
    const waiting = Array.from({ length: 10 }, (_, number) => ask(number, '192.0.2.1'));
    await expect.poll(() => held.length).toBe(10);
    expect((await ask(10, '192.0.2.1')).statusCode).toBe(503);
    const other = ask(11, '192.0.2.2');
    await expect.poll(() => held.length).toBe(11);
    for (const go of held) go();
    const answers = await Promise.all([...waiting, other]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
    await server.close();
  });

  it('that comes in drop by drop does not keep others waiting, and ends', async () => {
    const server = await serverWith();
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    for (let round = 0; round < 20; round += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/health`);
      expect(response.status).toBe(200);
    }
    for (const socket of slow) socket.destroy();
    await server.close();
  });
});

describe('the log', () => {
  it.each([
    [`ork_acme_${ID}_0123456789abcdef`, `ork_acme_${ID}_***`],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['postgresql://app:geheim@db/x', 'postgresql://app:***@db/x'],
    ['{"password":"geheim"}', '{"password":***}'],
    ['password=geheim&x=1', 'password=***&x=1'],
    ['to DE89 3704 0044 0532 0130 00 today', 'to *** today'],
    ['to DE89370400440532013000', 'to ***'],
    ['card 4111111111111111', 'card ***'],
    ['order 4711, batch 12', 'order 4711, batch 12'],
  ])('has %s as %s', (text, safe) => {
    expect(redacted(text)).toBe(safe);
  });

  it('holds no secret of a whole run, whatever goes wrong', async () => {
    const lines: string[] = [];
    const secrets = ['f'.repeat(64), 'geheim-4711', 'DE89370400440532013000', 'topsecret-query'];
    const [key, password, iban, query] = secrets as [string, string, string, string];
    const { workings, ...rest } = served({
      listEarnings: () =>
        Promise.reject(new Error(`could not reach postgresql://app:${password}@db for ${iban}`)),
    });
    const server = await serverWith({
      ...rest,
      workings,
      log: { level: 'trace', stream: { write: (line) => void lines.push(line) } },
    });
    const headers = { authorization: `Bearer ork_acme_${ID}_${key}`, cookie: password };
    for (const url of [
      '/api/v1/earnings',
      `/api/v1/me?x=${query}`,
      `/${query}`,
      `/api/v1/earnings/${iban}`,
    ]) {
      await server.inject({ url, headers });
      await server.inject({ url });
    }
    await server.inject({ method: 'POST', url: '/api/v1/keys', headers, payload: { iban, password } });
    await server.close();
    expect(lines.length).toBeGreaterThan(9);
    expect(secrets.filter((secret) => lines.join('').includes(secret))).toEqual([]);
    expect(lines.join('')).toContain(`ork_acme_${ID}`);
    expect(lines.every((line) => JSON.parse(line).reqId !== undefined)).toBe(true);
  });
});
