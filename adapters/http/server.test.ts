import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EARNING_ID, served, useCases } from '../../test/support/httpAnswers.ts';
import { problemSchema } from './problem.ts';
import { buildServer, type ServerOptions } from './server.ts';
import type { HttpUseCases } from './useCases.ts';

let webFolder: string;

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'openrebate-web-'));
  const files = {
    'office/index.html': '<!doctype html><title>Office</title>',
    'portal/index.html': '<!doctype html><title>Portal</title>',
    'assets/page-1a2b.js': 'export const page = 1;',
    'assets/page-1a2b.js.gz': 'compressed',
    'page.js': 'export const page = 1;',
    'notes.md': 'not for a browser',
    'page.test.ts': 'not for a browser',
    '.secret.js': 'not for a browser',
  };
  for (const folder of ['office', 'portal', 'assets']) await mkdir(join(webFolder, folder));
  for (const [name, text] of Object.entries(files)) await writeFile(join(webFolder, name), text);
});

afterAll(() => rm(webFolder, { recursive: true }));

function serverOf(options: Partial<ServerOptions<HttpUseCases>> = {}) {
  return buildServer({ ...served(), webFolder, version: '1.2.3', log: false, ...options });
}

const shared = new Map<string | undefined, ReturnType<typeof serverOf>>();
afterAll(async () => {
  for (const server of shared.values()) await (await server).close();
});

/** Asks a server that only answers, one for each address: to build it takes longer than to ask. */
async function ask(request: InjectOptions, { publicUrl }: { readonly publicUrl?: string } = {}) {
  const server = shared.get(publicUrl) ?? serverOf(publicUrl === undefined ? {} : { publicUrl });
  shared.set(publicUrl, server);
  return (await server).inject(request);
}

/** Asks a server of its own. */
async function askAnew(request: InjectOptions, options: Partial<ServerOptions<HttpUseCases>>) {
  const server = await serverOf(options);
  const response = await server.inject(request);
  await server.close();
  return response;
}

/** One of each sort: the page, a file, answers, and every sort of "no". */
const SORTS: readonly InjectOptions[] = [
  { url: '/' },
  { url: '/page.js' },
  { url: '/api/v1/earnings' },
  { url: '/api/v1/health' },
  { url: '/api/v1/openapi.json' },
  { url: '/api/v1/earnings?limit=x' },
  { url: '/api/v1/earnings/1' },
  { url: '/nothing' },
  { url: '/%E0%A4%A' },
  { url: '/', method: 'POST' },
  { url: '/', headers: { host: 'evil.example' } },
];

describe('headers', () => {
  it.each(SORTS)(
    'of %o let a browser load from here only, and tell nothing of the server',
    async (request) => {
      const { headers } = await ask(request);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';" +
          "connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';" +
          "require-trusted-types-for 'script';trusted-types 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      const told = ['server', 'x-powered-by', 'access-control-allow-origin', 'strict-transport-security'];
      expect(told.filter((name) => name in headers)).toEqual([]);
    },
  );

  it('speak of https where the public address does', async () => {
    const { headers } = await ask({ url: '/' }, { publicUrl: 'https://rebates.example.com' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    const plain = await ask({ url: '/' }, { publicUrl: 'http://rebates.example.com' });
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
  });

  it.each(SORTS.slice(2))('of %o keep the answer out of caches', async (request) => {
    expect((await ask(request)).headers['cache-control']).toBe('no-store');
  });

  it('answer no question of another origin', async () => {
    const { headers, statusCode } = await ask({
      url: '/api/v1/earnings',
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    });
    expect(statusCode).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the Host header', () => {
  const publicUrl = 'https://rebates.example.com';

  it.each([
    ['localhost', undefined],
    ['localhost:7070', undefined],
    ['LOCALHOST:7070', undefined],
    ['127.0.0.1:7070', undefined],
    ['127.0.0.5:7070', undefined],
    ['[::1]:7070', undefined],
    ['localhost', publicUrl],
    ['rebates.example.com', publicUrl],
    ['REBATES.example.com:443', publicUrl],
    ['rebates.example.com:8443', 'https://rebates.example.com:8443'],
    ['rebates.example.com', 'http://rebates.example.com'],
  ])('%s is ours with the public address %s', async (host, ours) => {
    const response = await ask({ url: '/api/v1/health', headers: { host } }, ours ? { publicUrl: ours } : {});
    expect(response.statusCode).toBe(200);
  });

  it.each([
    ['evil.example', undefined],
    ['rebates.example.com', undefined],
    ['localhost.evil.example', undefined],
    ['localhost.', undefined],
    ['evil.example#localhost', undefined],
    ['evil.example@localhost', undefined],
    ['localhost@evil.example', undefined],
    ['localhost/evil', undefined],
    ['127.0.0.1.evil.example', undefined],
    ['0.0.0.0', undefined],
    ['[::2]', undefined],
    ['128.0.0.1', undefined],
    ['10.0.0.1', undefined],
    [' ', undefined],
    ['localhost:port', undefined],
    ['rebates.example.com:7070', publicUrl],
    ['rebates.example.com:80', publicUrl],
    ['x.rebates.example.com', publicUrl],
    ['rebates.example.com.', publicUrl],
    ['rebates.example.com', 'https://rebates.example.com:8443'],
  ])('%s is not ours with the public address %s', async (host, ours) => {
    for (const url of ['/', '/api/v1/earnings', '/nothing', '/%E0%A4%A']) {
      const response = await ask({ url, headers: { host } }, ours ? { publicUrl: ours } : {});
      expect(response.statusCode).toBe(421);
      expect(problemSchema.parse(response.json())).toMatchObject({ code: 'host-not-allowed', at: 'Host' });
    }
  });

  it('is looked at before any use case', async () => {
    const asked: string[] = [];
    const listEarnings: HttpUseCases['listEarnings'] = (filter) => {
      asked.push('list');
      return useCases().listEarnings(filter);
    };
    await askAnew({ url: '/api/v1/earnings', headers: { host: 'evil.example' } }, served({ listEarnings }));
    expect(asked).toEqual([]);
  });
});

describe('methods', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is not taken',
    async (method) => {
      for (const url of ['/', '/page.js', '/api/v1/earnings', '/nothing']) {
        const response = await ask({ url, method: method as 'POST', payload: 'x'.repeat(5000) });
        expect(response.statusCode).toBe(405);
        expect(response.headers.allow).toBe('GET, HEAD');
        expect(problemSchema.parse(response.json()).code).toBe('method-not-allowed');
      }
    },
  );
});

describe('the page', () => {
  const html = { accept: 'text/html,application/xhtml+xml' };

  it.each([
    ['/', 'Office'],
    ['/earnings', 'Office'],
    ['/agreements/AW-1/history?x=1', 'Office'],
    ['/portal', 'Portal'],
    ['/portal/claims', 'Portal'],
    ['/portalx', 'Office'],
  ])('a browser that goes to %s gets the %s', async (url, title) => {
    const response = await ask({ url, headers: html });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('public, max-age=0');
    expect(response.body).toContain(`<title>${title}</title>`);
  });

  it('a program that asks for / gets the office, and at another address of none nothing', async () => {
    expect((await ask({ url: '/' })).body).toContain('<title>Office</title>');
    expect((await ask({ url: '/earnings' })).statusCode).toBe(404);
  });

  it.each(['/api', '/api/v1/nothing', '/assets/gone.js', '/gone.css'])(
    'a browser gets no page at %s',
    async (url) => {
      expect((await ask({ url, headers: html })).statusCode).toBe(404);
    },
  );

  it('what has a name of its content is kept for good', async () => {
    const { headers } = await ask({ url: '/assets/page-1a2b.js' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('comes compressed, as it was built, to whoever can read it', async () => {
    const headers = { 'accept-encoding': 'gzip, deflate' };
    const asked = await ask({ url: '/assets/page-1a2b.js', headers });
    expect(asked.headers['content-encoding']).toBe('gzip');
    expect(asked.headers['content-type']).toContain('javascript');
    expect(asked.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(String(asked.headers.vary).toLowerCase()).toBe('accept-encoding');
    expect(asked.body).toBe('compressed');
    const plain = await ask({ url: '/assets/page-1a2b.js' });
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'export const page = 1;']);
    expect((await ask({ url: '/assets/page-1a2b.js.gz' })).statusCode).toBe(404);
  });

  it('brings its files, asks whether they have changed, and serves HEAD', async () => {
    const server = await serverOf();
    const file = await server.inject({ url: '/page.js' });
    expect(file.headers['content-type']).toContain('javascript');
    expect(file.headers['cache-control']).toBe('public, max-age=0');
    const again = await server.inject({
      url: '/page.js',
      headers: { 'if-none-match': String(file.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    const head = await server.inject({ url: '/page.js', method: 'HEAD' });
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '22']);
    await server.close();
  });

  it.each([
    '/notes.md',
    '/page.test.ts',
    '/.secret.js',
    '/missing.js',
    '/page.js/',
    '//page.js',
    '/..%2fpage.js',
    '/page.js%00',
    '/page%2Ejs%2F',
  ])('%s is nothing', async (url) => {
    const response = await ask({ url });
    expect(response.statusCode).toBe(404);
    expect(problemSchema.parse(response.json()).code).toBe('address-not-found');
  });
});

describe('faults and outages', () => {
  const url = `/api/v1/earnings/${EARNING_ID}`;
  const failing = (error: unknown, others: Partial<HttpUseCases> = {}) => {
    const getEarning = () => Promise.reject(error);
    return served({ getEarning, ...others });
  };
  const coded = (code: string, message = 'secret 4711') => Object.assign(new Error(message), { code });

  it.each([
    ['an error', new Error('secret 4711')],
    ['an error of the database', coded('22021')],
    ['an error that claims a status', Object.assign(new Error('secret 4711'), { statusCode: 599 })],
    ['what is no error', 'secret 4711'],
  ])('%s is answered with 500 and no more', async (_, error) => {
    const response = await askAnew({ url }, failing(error));
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'fault',
      at: '',
      requestId: expect.stringMatching(/./),
      errors: [],
    });
  });

  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a server that shuts down', coded('57P01')],
    ['a server that starts', coded('57P03')],
    ['a broken connection', new Error('Connection terminated unexpectedly')],
    ['a cause of those', new Error('Fault', { cause: coded('08006') })],
  ])('%s is an outage', async (_, error) => {
    const response = await askAnew({ url, headers: { 'accept-language': 'zh-CN' } }, failing(error));
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    const problem = problemSchema.parse(response.json());
    expect(problem).toMatchObject({ code: 'database-not-answering', status: 503 });
    expect(problem.title).toMatch(/\p{Script=Han}/u);
    expect(response.body).not.toContain('4711');
  });

  it.each<[string, HttpUseCases['isDatabaseUp']]>([
    ['is down', async () => false],
    ['cannot be asked', () => Promise.reject(new Error('gone'))],
  ])('any error is an outage while the database %s', async (_, isDatabaseUp) => {
    const response = await askAnew({ url }, failing(new Error('odd'), { isDatabaseUp }));
    expect(response.statusCode).toBe(503);
  });

  it('are told by the health', async () => {
    const up = await ask({ url: '/api/v1/health' });
    expect([up.statusCode, up.json()]).toEqual([200, { database: 'up' }]);
    const down = await askAnew({ url: '/api/v1/health' }, served({ isDatabaseUp: async () => false }));
    expect([down.statusCode, down.headers['retry-after']]).toEqual([503, '5']);
    expect(problemSchema.parse(down.json()).code).toBe('database-not-answering');
  });
});

describe('the log', () => {
  async function logOf(request: InjectOptions, cases: Partial<HttpUseCases> = {}) {
    const lines: string[] = [];
    const log = { level: 'info', stream: { write: (line: string) => void lines.push(line) } };
    await askAnew(request, { log, ...served(cases) });
    return lines.map((line) => JSON.parse(line));
  }

  it('has one line per answer: method, route, status and time', async () => {
    const lines = await logOf({ url: '/api/v1/earnings?partner=P1' });
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'answered', method: 'GET', route: '/api/v1/earnings', status: 200 }),
    ]);
    expect(lines[0].milliseconds).toBeTypeOf('number');
  });

  it.each([
    '/api/v1/earnings?partner=TOPSECRET',
    '/api/v1/earnings?TOPSECRET=1',
    '/api/v1/earnings/TOPSECRET',
    '/api/v1/lines/erp/TOPSECRET/1',
    '/TOPSECRET',
    '/TOPSECRET%ZZ',
    '/TOPSECRET.js',
  ])('has nothing of %s but its route', async (url) => {
    const headers = { authorization: 'Bearer TOPSECRET', cookie: 'a=TOPSECRET', 'user-agent': 'TOPSECRET' };
    const lines = await logOf({ url, headers });
    expect(lines.at(-1)?.msg).toBe('answered');
    expect(JSON.stringify(lines)).not.toContain('TOPSECRET');
  });

  it('has a fault with its stack, and without the rows that the database tells with it', async () => {
    const error = Object.assign(new Error('broken'), { code: '23505', detail: 'Key (partner)=(TOPSECRET)' });
    const lines = await logOf(
      { url: `/api/v1/earnings/${EARNING_ID}` },
      { getEarning: () => Promise.reject(error) },
    );
    expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
      ['fault', 50],
      ['answered', 30],
    ]);
    expect(lines[0].err).toMatchObject({ type: 'Error', message: 'broken', code: '23505' });
    expect(lines[0].err.stack).toContain('server.test.ts');
    expect(JSON.stringify(lines)).not.toContain('TOPSECRET');
  });

  it('has an outage as a warning', async () => {
    const error = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const lines = await logOf({ url: '/api/v1/earnings' }, { listEarnings: () => Promise.reject(error) });
    expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
      ['outage', 40],
      ['answered', 30],
    ]);
  });
});

describe('on a socket', () => {
  /** What the server writes until it hangs up. */
  async function exchange(...parts: readonly string[]): Promise<string> {
    const server = await serverOf();
    await server.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    for (const part of parts) socket.write(part);
    await once(socket, 'close');
    await server.close();
    return answer;
  }

  const health = 'GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';

  it('answers and closes', async () => {
    const answer = await exchange(`${health}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('{"database":"up"}');
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
    ['an empty Host', 'GET /api/v1/health HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', 421],
    ['no Host in HTTP/1.0', 'GET /api/v1/health HTTP/1.0\r\n\r\n', 421],
    [
      'the address of another server',
      `GET http://evil.example/api/v1/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      421,
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['very long headers', `${health}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a body that is never sent',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n',
      405,
    ],
    ['a body with a GET', `${health}Content-Length: 2\r\n\r\n{}`, 200],
  ])('%s ends well', async (_, request, status) => {
    const answer = await exchange(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain('fastify');
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    expect(answer.toLowerCase()).toContain(`content-type: ${type}`);
  });

  it.each([
    '/./page.js',
    '/x/../page.js',
    '/../page.js',
    '/%2e%2e/page.js',
    '/\\page.js',
    '/..',
    '*',
    '/page.js#',
  ])('GET %s is nothing', async (path) => {
    const answer = await exchange(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('export const page');
    expect(answer).not.toContain('fastify');
  });

  it('answers what was asked before it closed, and refuses what comes after on a line that is kept open', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const isDatabaseUp = async () => {
      arrived();
      await gate;
      return true;
    };
    const server = await serverOf(served({ isDatabaseUp }));
    await server.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    const request = 'GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n';
    socket.write(request);
    await arrival;
    const closed = server.close();
    socket.write(request);
    await new Promise((resolve) => setImmediate(resolve));
    release();
    await closed;
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
    expect(answer).toContain('server-stopping');
  });

  it('waits for a request only so long', async () => {
    const server = await serverOf();
    const { headersTimeout, requestTimeout, timeout } = server.server;
    expect([headersTimeout, requestTimeout, timeout]).toEqual([10_000, 300_000, 60_000]);
    await server.close();
  });
});
