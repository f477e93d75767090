import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { TenantAddress } from '../adapters/http/ownAddresses.ts';
import { parseKeys, type RingKey } from '../adapters/system/ringKey.ts';
import { parseKey } from '../app/access/keyText.ts';
import { RETENTION } from '../app/retention/retention.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../core/refusal/refusals.ts';

/** What the environment says, read once; everything else gets its part of it as an argument. */
export type Config = {
  /** Of the application role on a server of one's own; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Of the owner role on the same database, for migrations. */
  readonly migrationDatabaseUrl: string | undefined;
  /** Of the portal role on the same database, for persons of partners. */
  readonly portalDatabaseUrl: string | undefined;
  /** The state folder; undefined lets the embedded launcher choose. */
  readonly home: string | undefined;
  /** Where mails are given to; undefined keeps them as files. */
  readonly smtpUrl: string | undefined;
  /** Who they are from. */
  readonly mailFrom: string | undefined;
  /** Where a backup goes before the schema is changed; undefined means the state folder, if any. */
  readonly backups: string | undefined;
  /** Whom the embedded server runs as when we are root. */
  readonly databaseUser: string | undefined;
  /** The code of the tenant that commands speak of. */
  readonly tenant: string;
  /** The key of whoever works at the terminal; undefined where nobody in particular does. */
  readonly key: string | undefined;
  /** A loopback address, or any where the public address is known. */
  readonly host: string;
  readonly port: number;
  /** A port that nobody asked for may give way to the next free one. */
  readonly isPortChosen: boolean;
  /** Where people reach the server, without a slash at its end; undefined means host and port. */
  readonly publicUrl: string | undefined;
  /** Addresses of tenants’ own: there the portal is theirs, and nothing of others is shown. */
  readonly tenantAddresses: readonly TenantAddress[];
  /** Hosts of our own network that webhooks may be sent to. */
  readonly webhookPrivateHosts: readonly string[];
  /** Whose word about who asks is taken: the addresses of the proxies in front of the server. */
  readonly trustedProxies: readonly string[] | undefined;
  readonly logLevel: LogLevel;
  /** Keys instead of those in the state folder, the current one first. */
  readonly keys: readonly RingKey[] | undefined;
  /** How many days the answer to a request is given again that is sent again. */
  readonly idempotencyDays: number;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DATABASE_PROTOCOLS = ['postgres:', 'postgresql:'];

/** Ten years: whoever wants more wants an archive. */
const IDEMPOTENCY_DAYS_MAX = 3660;

const path = z.string().transform((text) => resolve(text));
const databaseUrl = z.string().refine((text) => DATABASE_PROTOCOLS.includes(parseUrl(text)?.protocol ?? ''));
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

/** The variables that mean something; docs/reference/config.md is held against them. */
export const ENVIRONMENT = z.object({
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  PORTAL_DATABASE_URL: databaseUrl.optional(),
  OPENREBATE_HOME: path.optional(),
  OPENREBATE_BACKUPS: path.optional(),
  OPENREBATE_DATABASE_USER: z.string().optional(),
  SMTP_URL: z.string().refine(isSmtpUrl).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\p{Cc}]{1,100} )?<?[^\s<>@]{1,64}@[^\s<>@]{1,189}>?$/u)
    .optional(),
  OPENREBATE_TENANT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .default('demo'),
  OPENREBATE_KEY: z
    .string()
    .refine((text) => parseKey(text) !== undefined)
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: portNumber.default(7070),
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl)
    .transform((text) => text.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  TENANT_ADDRESSES: z
    .string()
    .refine((text) => parseAddresses(text) !== undefined)
    .transform((text) => parseAddresses(text) ?? [])
    .optional(),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((hosts) => hosts.every(isHost))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((list) => list.every(isAddressOrNetwork))
    .optional(),
  OPENREBATE_KEY_RING: z
    .string()
    .refine((text) => parseKeys(text) !== undefined)
    .transform(parseKeys)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  OPENREBATE_IDEMPOTENCY_DAYS: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((days) => days >= RETENTION.answers.default && days <= IDEMPOTENCY_DAYS_MAX)
    .default(RETENTION.answers.default),
});

type Variable = keyof typeof ENVIRONMENT.shape;
type Environment = Readonly<Record<string, string | undefined>>;

/** What a value has to look like, in signs that need no translation. */
const EXPECTED: Readonly<Record<Variable, string>> = {
  DATABASE_URL: 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
  MIGRATION_DATABASE_URL: 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
  PORTAL_DATABASE_URL: 'postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
  OPENREBATE_HOME: '/var/lib/openrebate',
  OPENREBATE_BACKUPS: '/var/backups/openrebate',
  OPENREBATE_DATABASE_USER: 'postgres',
  SMTP_URL: 'smtps://USER:PASSWORD@HOST:PORT',
  MAIL_FROM: 'OpenRebate <rebates@example.com>',
  OPENREBATE_TENANT: 'a-z 0-9 -, 1…63',
  OPENREBATE_KEY: 'ork_…',
  HOST: '127.0.0.1, ::1, 0.0.0.0',
  PORT: '0…65535',
  PUBLIC_URL: 'https://rebates.example.com',
  TENANT_ADDRESSES: 'TENANT=https://partners.example.com, …',
  WEBHOOK_PRIVATE_HOSTS: 'erp.internal, 10.0.0.5:8443, [fd00::5]',
  TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, ::1',
  LOG_LEVEL: LOG_LEVELS.join(', '),
  OPENREBATE_KEY_RING: 'base64(32), …',
  OPENREBATE_IDEMPOTENCY_DAYS: `${RETENTION.answers.default}…${IDEMPOTENCY_DAYS_MAX}`,
};

/**
 * Reads the environment; an empty variable is one that is not set.
 * Refuses: configuration-invalid (variable, value, expected), configuration-incomplete (variable,
 * needed). No fact holds a password.
 */
export function readConfig(env: Environment): Result<Config> {
  const given: Environment = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = ENVIRONMENT.safeParse(given);
  const wrong = new Set((parsed.error?.issues ?? []).map((issue) => issue.path[0] as Variable));
  const refusals = [
    ...[...wrong].map((variable) => invalid(variable, given[variable] ?? '')),
    ...incomplete(given),
    ...strange(parsed.data),
  ];
  if (!parsed.success || refusals.length > 0) return refused(...refusals);
  const values = parsed.data;
  return accept({
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    portalDatabaseUrl: values.PORTAL_DATABASE_URL,
    home: values.OPENREBATE_HOME,
    backups: values.OPENREBATE_BACKUPS,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    databaseUser: values.OPENREBATE_DATABASE_USER,
    tenant: values.OPENREBATE_TENANT,
    key: values.OPENREBATE_KEY,
    host: values.HOST,
    port: values.PORT,
    isPortChosen: given.PORT !== undefined,
    publicUrl: values.PUBLIC_URL,
    tenantAddresses: values.TENANT_ADDRESSES ?? [],
    webhookPrivateHosts: values.WEBHOOK_PRIVATE_HOSTS ?? [],
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    keys: values.OPENREBATE_KEY_RING,
    idempotencyDays: values.OPENREBATE_IDEMPOTENCY_DAYS,
  });
}

/**
 * A URL as it may stand in a log: passwords become `***`, wherever a URL can carry them. What has
 * not the form of one is not shown at all, since nobody knows where its password stands.
 */
export function redactUrl(text: string): string {
  const url = parseUrl(text);
  // An unescaped sign in a password moves the rest of it behind the host.
  if (url === undefined || `${url.pathname}${url.search}${url.hash}`.includes('@')) return '***';
  if (url.password !== '') url.password = '***';
  for (const name of [...url.searchParams.keys()]) {
    if (/pass|secret|token|key/i.test(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}

function invalid(variable: Variable, value: string): Refusal {
  // The public address is told to everybody.
  const isSecret = variable.endsWith('_URL') && variable !== 'PUBLIC_URL';
  const mayHoldSecret = isSecret || value.includes('@');
  const shown = variable.startsWith('OPENREBATE_KEY') ? '***' : mayHoldSecret ? redactUrl(value) : value;
  return refuse('configuration-invalid', variable, { variable, value: shown, expected: EXPECTED[variable] });
}

/**
 * Migrations on one server and rows on another would be two half databases. Who can be reached
 * from outside must know under which name, or any name would do (DNS rebinding).
 */
function incomplete(given: Environment): Refusal[] {
  const needed = (variable: Variable, other: Variable) =>
    refuse('configuration-incomplete', variable, { variable, needed: other });
  const ofDatabase = (['MIGRATION_DATABASE_URL', 'PORTAL_DATABASE_URL'] as const).filter(
    (variable) => given[variable] !== undefined && given.DATABASE_URL === undefined,
  );
  return [
    ...ofDatabase.map((variable) => needed(variable, 'DATABASE_URL')),
    ...(given.SMTP_URL !== undefined && given.MAIL_FROM === undefined
      ? [needed('SMTP_URL', 'MAIL_FROM')]
      : []),
    ...(isLoopback(given.HOST) || given.PUBLIC_URL !== undefined ? [] : [needed('HOST', 'PUBLIC_URL')]),
  ];
}

/**
 * Addresses of tenants are reached as the public one is, since what a browser keeps of us hangs on it; and each is of one tenant, and
 * none of everybody.
 */
function strange(values: Partial<z.output<typeof ENVIRONMENT>> | undefined): Refusal[] {
  const { TENANT_ADDRESSES: addresses = [], PUBLIC_URL: publicUrl } = values ?? {};
  const { protocol, host } = new URL(publicUrl ?? 'http://localhost');
  const isStrange = ({ origin }: TenantAddress, at: number) => {
    const url = new URL(origin);
    const isKnown = addresses.findIndex((other) => other.origin === origin) < at;
    return isKnown || url.protocol !== protocol || url.host === host || isLoopback(url.hostname);
  };
  return addresses
    .filter(isStrange)
    .map(({ tenant, origin }) => invalid('TENANT_ADDRESSES', `${tenant}=${origin}`));
}

function parseAddresses(text: string): readonly TenantAddress[] | undefined {
  const found = text.split(',').map((one) => {
    const [, tenant, address] = /^([a-z0-9][a-z0-9-]{0,62})=(\S+)$/.exec(one.trim()) ?? [];
    if (tenant === undefined || address === undefined || !isPublicUrl(address)) return undefined;
    const { origin, pathname } = new URL(address);
    return pathname === '/' ? { tenant, origin } : undefined;
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** As an address says it, in small letters: a name or a number, with a port or for all of them. */
function isHost(text: string): boolean {
  const url = parseUrl(`http://${text}/`);
  return url !== undefined && (url.host === text || `${url.hostname}:80` === text);
}

function isLoopback(host = '127.0.0.1'): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether everybody on this machine may look at the demo without a key: only where nobody else
 * can get here.
 * Refuses: configuration-host-not-loopback (variable, value, expected).
 */
export function demoAccess({ host, publicUrl }: Config): Result<undefined> {
  const expected = '127.0.0.1, ::1, localhost';
  const no = (variable: Variable, value: string) =>
    refused(refuse('configuration-host-not-loopback', variable, { variable, value, expected }));
  if (!isLoopback(host)) return no('HOST', host);
  // A public name means that a proxy brings others here.
  const isOpen = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname.replaceAll(/[[\]]/g, ''));
  return isOpen ? no('PUBLIC_URL', publicUrl) : accept(undefined);
}

/** Names and "everybody" are none: whoever may say who asks is listed by address. */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function isPublicUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

function isSmtpUrl(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

function parseUrl(text: string): URL | undefined {
  return text.includes('://') && URL.canParse(text) ? new URL(text) : undefined;
}
