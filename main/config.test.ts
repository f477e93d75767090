import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../core/refusal/refusals.ts';
import { type Config, demoAccess, ENVIRONMENT, readConfig, redactUrl } from './config.ts';

const OWN = 'postgresql://app:geheim@db.example.com:5432/rebates';

function read(env: Record<string, string>): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function refusalsOf(env: Record<string, string>): { code: string; at: string; facts: object }[] {
  const result = readConfig(env);
  return result.ok ? [] : result.refusals.map(({ code, at, facts }) => ({ code, at, facts }));
}

describe('readConfig', () => {
  it.each(['true', '*', 'proxy.example.com', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.1/', '10.0.0.1,', '::/129'])(
    'believes no proxy that is called %s',
    (text) => {
      expect(refusalsOf({ TRUSTED_PROXIES: text })).toMatchObject([
        { code: 'configuration-invalid', at: 'TRUSTED_PROXIES' },
      ]);
    },
  );

  it('needs nothing', () => {
    expect(read({})).toEqual({
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      portalDatabaseUrl: undefined,
      home: undefined,
      databaseUser: undefined,
      tenant: 'demo',
      host: '127.0.0.1',
      port: 7070,
      isPortChosen: false,
      publicUrl: undefined,
      tenantAddresses: [],
      webhookPrivateHosts: [],
      logLevel: 'info',
      idempotencyDays: 30,
    });
  });

  it('reads every variable', () => {
    const config = read({
      DATABASE_URL: OWN,
      MIGRATION_DATABASE_URL: 'postgres://owner:x@db.example.com/rebates',
      OPENREBATE_HOME: 'state',
      OPENREBATE_DATABASE_USER: 'alice',
      OPENREBATE_TENANT: 'north-2',
      HOST: '::1',
      PORT: '0',
      PUBLIC_URL: 'https://rebates.example.com/app/',
      TENANT_ADDRESSES: 'north-2=https://partners.north.example, south=https://south.example:8443/',
      WEBHOOK_PRIVATE_HOSTS: 'erp.internal, 10.0.0.5:8443, [fd00::5]',
      TRUSTED_PROXIES: '10.0.0.1, fd00::/8',
      LOG_LEVEL: 'warn',
      OPENREBATE_IDEMPOTENCY_DAYS: '90',
    });
    expect(config).toEqual({
      databaseUrl: OWN,
      migrationDatabaseUrl: 'postgres://owner:x@db.example.com/rebates',
      home: resolve('state'),
      databaseUser: 'alice',
      tenant: 'north-2',
      host: '::1',
      port: 0,
      isPortChosen: true,
      publicUrl: 'https://rebates.example.com/app',
      tenantAddresses: [
        { tenant: 'north-2', origin: 'https://partners.north.example' },
        { tenant: 'south', origin: 'https://south.example:8443' },
      ],
      webhookPrivateHosts: ['erp.internal', '10.0.0.5:8443', '[fd00::5]'],
      trustedProxies: ['10.0.0.1', 'fd00::/8'],
      logLevel: 'warn',
      idempotencyDays: 90,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(read({ DATABASE_URL: '', HOST: '', PORT: '' })).toEqual(read({}));
  });

  it('has the port 7070 given when somebody gives it', () => {
    expect(read({ PORT: '7070' }).isPortChosen).toBe(true);
  });

  it.each([
    ['DATABASE_URL', 'mysql://app@db/x'],
    ['DATABASE_URL', 'db.example.com'],
    ['OPENREBATE_IDEMPOTENCY_DAYS', '29'],
    ['OPENREBATE_IDEMPOTENCY_DAYS', '3661'],
    ['WEBHOOK_PRIVATE_HOSTS', 'https://erp.internal'],
    ['WEBHOOK_PRIVATE_HOSTS', 'ERP.internal'],
    ['WEBHOOK_PRIVATE_HOSTS', '10.0.0.0/8'],
    ['WEBHOOK_PRIVATE_HOSTS', 'erp.internal,'],
    ['OPENREBATE_TENANT', 'Demo'],
    ['OPENREBATE_TENANT', '-demo'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', 'rebates.example.com'],
    ['PUBLIC_URL', 'https://rebates.example.com/#top'],
    ['PUBLIC_URL', 'ftp://rebates.example.com'],
    ['PUBLIC_URL', 'https://rebates.example.com/?a=b'],
    ['LOG_LEVEL', 'loud'],
    ['TENANT_ADDRESSES', 'https://partners.example.com'],
    ['TENANT_ADDRESSES', 'north=https://partners.example.com/portal'],
    ['TENANT_ADDRESSES', 'north=https://partners.example.com'],
    ['TENANT_ADDRESSES', 'north=http://localhost:7071'],
  ])('refuses %s=%s with the variable, the value and what is expected', (variable, value) => {
    const shown = value === 'db.example.com' ? '***' : value;
    const expected = expect.stringMatching(/.+/);
    expect(refusalsOf({ [variable]: value })).toEqual([
      { code: 'configuration-invalid', at: variable, facts: { variable, value: shown, expected } },
    ]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'rebates.example.com', '127.0.0.1.example.com'])(
    'listens on %s only under a public name, and never with demo access',
    (HOST) => {
      expect(refusalsOf({ HOST })).toEqual([
        {
          code: 'configuration-incomplete',
          at: 'HOST',
          facts: { variable: 'HOST', needed: 'PUBLIC_URL' },
        },
      ]);
      const config = read({ HOST, PUBLIC_URL: 'https://rebates.example.com' });
      const open = demoAccess(config);
      expect(open.ok ? [] : open.refusals.map(({ code }) => code)).toEqual([
        'configuration-host-not-loopback',
      ]);
    },
  );

  it.each(['127.0.0.1', '127.8.9.1', '::1', 'localhost'])('shows the demo on %s', (HOST) => {
    expect(demoAccess(read({ HOST })).ok).toBe(true);
  });

  it('refuses an owner without an application role', () => {
    expect(refusalsOf({ MIGRATION_DATABASE_URL: OWN })).toEqual([
      {
        code: 'configuration-incomplete',
        at: 'MIGRATION_DATABASE_URL',
        facts: { variable: 'MIGRATION_DATABASE_URL', needed: 'DATABASE_URL' },
      },
    ]);
  });

  it('says everything that is wrong at once, and no password', () => {
    const refusals = refusalsOf({
      MIGRATION_DATABASE_URL: 'mysql://a:geheim@h/x?password=geheim',
      HOST: '0.0.0.0',
      PORT: 'x',
    });
    expect(refusals.map(({ at }) => at).sort()).toEqual([
      'HOST',
      'MIGRATION_DATABASE_URL',
      'MIGRATION_DATABASE_URL',
      'PORT',
    ]);
    expect(JSON.stringify(refusals)).not.toContain('geheim');
  });
});

describe('redactUrl', () => {
  it.each([
    [OWN, 'postgresql://app:***@db.example.com:5432/rebates'],
    ['postgres://app@h/x', 'postgres://app@h/x'],
    ['postgresql://h/x?password=geheim&sslmode=require', 'postgresql://h/x?password=***&sslmode=require'],
    ['postgresql:///x?host=h&password=geheim', 'postgresql:///x?host=h&password=***'],
    ['postgres://app:ge@heim@h/x', 'postgres://app:***@h/x'],
    ['postgres://app:ge/heim@h/x', '***'],
    ['postgres://app:12/geheim@h/x', '***'],
    ['postgres://app:12?geheim@h/x', '***'],
    ['postgres://app:12#geheim@h/x', '***'],
    ['app:geheim@h/x', '***'],
    ['geheim', '***'],
  ])('%s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });
});

describe('docs/reference/config.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/reference/config.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const cells = new Map(
    rows.map((row) => {
      const [, variable, , , without] = row.split('|').map((cell) => cell.trim());
      return [(variable ?? '').replaceAll('`', ''), without ?? ''];
    }),
  );

  it('has a row for every variable, and for no other', () => {
    expect([...cells.keys()]).toEqual(Object.keys(ENVIRONMENT.shape));
  });

  it('names the defaults', () => {
    const defaults = Object.entries(ENVIRONMENT.parse({}));
    expect(defaults.map(([variable]) => variable)).toEqual([
      'OPENREBATE_TENANT',
      'HOST',
      'PORT',
      'LOG_LEVEL',
      'OPENREBATE_IDEMPOTENCY_DAYS',
    ]);
    for (const [variable, value] of defaults) expect(cells.get(variable), variable).toContain(`\`${value}\``);
  });

  it('names refusals that exist', () => {
    const named = [...page.matchAll(/`(configuration-[a-z-]+)`/g)].map(([, code]) => code as string);
    expect(new Set(named)).toEqual(
      new Set(Object.keys(REFUSALS).filter((code) => /^configuration-/.test(code))),
    );
  });
});
