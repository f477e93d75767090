import { escapeLiteral, Pool, type PoolClient } from 'pg';
import { Abandoned } from '../../app/abandoned.ts';
import { type Actor, actorText } from '../../app/actor.ts';
import type { AccountName, Accounts } from '../../app/ports/accounts.ts';
import type { Store, TenantId, Tx } from '../../app/ports.ts';
import { decodeApprovalRules } from '../../core/lifecycle/approvalRules.ts';
import { decodePaymentRules } from '../../core/payment/paymentRules.ts';
import { accessStore } from './accessStore.ts';
import { accountTables } from './accountStore.ts';
import { adjustmentStore } from './adjustmentStore.ts';
import { agreementStore } from './agreementStore.ts';
import { aliasStore } from './aliasStore.ts';
import { auditStore } from './auditStore.ts';
import { bankAccountStore } from './bankAccountStore.ts';
import { bankEntryStore } from './bankEntryStore.ts';
import { batchStore } from './batchStore.ts';
import { bookingStore } from './bookingStore.ts';
import { brandStore } from './brandStore.ts';
import { bulkStore } from './bulkStore.ts';
import { calendarStore } from './calendarStore.ts';
import { claimMessageStore } from './claimMessageStore.ts';
import { claimStore } from './claimStore.ts';
import { companyStore } from './companyStore.ts';
import { confirmationStore } from './confirmationStore.ts';
import { cutOverStore } from './cutOverStore.ts';
import { deductionStore } from './deductionStore.ts';
import { documentStore } from './documentStore.ts';
import { dossierStore } from './dossierStore.ts';
import { earningStore } from './earningStore.ts';
import { exportStore } from './exportStore.ts';
import { factStore } from './factStore.ts';
import { fundStore } from './fundStore.ts';
import { hierarchyStore } from './hierarchyStore.ts';
import { idempotencyStore } from './idempotencyStore.ts';
import { importStore } from './importStore.ts';
import { invitationStore } from './invitationStore.ts';
import { jobStore } from './jobStore.ts';
import { ledgerStore } from './ledgerStore.ts';
import { lineStore } from './lineStore.ts';
import { mailingStore } from './mailingStore.ts';
import { mappingStore } from './mappingStore.ts';
import { masterStore } from './masterStore.ts';
import { noticeStore } from './noticeStore.ts';
import { paymentStore } from './paymentStore.ts';
import { portalKeys } from './portalKeys.ts';
import { previewStore } from './previewStore.ts';
import { privacyStore } from './privacyStore.ts';
import { proposalStore } from './proposalStore.ts';
import { pushedStore } from './pushedStore.ts';
import { receivedStore } from './receivedStore.ts';
import { reportStore } from './reportStore.ts';
import { retentionStore } from './retentionStore.ts';
import { retryCode } from './retryCode.ts';
import { revisionStore } from './revisionStore.ts';
import { rulesStore } from './rulesStore.ts';
import { runStore } from './runStore.ts';
import { sealedStore } from './sealedStore.ts';
import { searchStore } from './searchStore.ts';
import { openSession, type Session } from './session.ts';
import { settlementStore } from './settlementStore.ts';
import { SQL_TYPES } from './sqlTypes.ts';
import { ssoStore } from './ssoStore.ts';
import { subscriptionStore } from './subscriptionStore.ts';
import { trustStore } from './trustStore.ts';
import { undoStore } from './undoStore.ts';
import { viewStore } from './viewStore.ts';
import { webhookStore } from './webhookStore.ts';

export type OpenStore = Store & {
  readonly accounts: Accounts;
  /** The same role behind the walls of these partners. */
  readonly naming: (partners: readonly string[], actor: Actor) => Store;
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** Of the application role; the owner and a superuser would see every tenant. */
  readonly url: string;
  readonly poolSize?: number;
  /** For how long the server waits for us between two statements: whoever stands still gives free what others wait for. */
  readonly idleMs?: number;
  /** Told each time a transaction is repeated, and why (SQLSTATE or name of the constraint). */
  readonly onRetry?: (code: string) => void;
  /** Told each time the server had no room left for what it was to write. */
  readonly onFull?: () => void;
};

/** Longer than any request thinks. */
const IDLE_MS = 60_000;

/** For who works out a lot between two statements, or gives as slowly as somebody takes. */
export const PATIENT_MS = 900_000;

/** A conflict that lasts longer than this is no conflict any more. */
const ATTEMPTS = 10;

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TENANT_CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The store of the use cases on PostgreSQL 15 to 18. */
export function openStore(options: StoreOptions): OpenStore {
  const pool = openPool(options);
  return {
    inTenant: async (tenant, work) => {
      if (!TENANT_ID.test(tenant)) throw new Error('Fault: a tenant id is a lower-case UUID');
      return repeated(options, () => once(options, pool, { tenant }, tablesOf, work));
    },
    findTenant: (code) => findTenant(options, pool, code),
    tenants: (which) => tenants(pool, which),
    naming: (partners, actor) => withPartners(options, pool, { partners, actor, tables: tablesOf }),
    accounts: {
      of: (who, work) =>
        repeated(options, () =>
          inTransaction(options, pool, { who }, async (client) => {
            const { session, end } = openSession(client, '');
            try {
              return await work(accountTables(session));
            } finally {
              end();
            }
          }),
        ),
      sweep: async (now, triesKeptMs) => {
        const triesBefore = new Date(now.getTime() - triesKeptMs);
        await pool.query('SELECT sweep_accounts($1, $2)', [now.toISOString(), triesBefore.toISOString()]);
      },
      sealed: async () => {
        const sql = 'SELECT account_id AS account, key FROM sealed_accounts()';
        return (await pool.query<{ account: string; key: string }>(sql)).rows;
      },
    },
    close: () => pool.end(),
  };
}

/**
 * The store of partners: nothing is seen but what belongs to those that are named, whatever is asked, and
 * nothing is written but messages in the name of whoever asks.
 */
export type PortalStore = {
  readonly of: (partners: readonly string[], actor: Actor) => Store;
  readonly close: () => Promise<void>;
};

/** On the portal role, which has no other right. */
export function openPortalStore(options: StoreOptions): PortalStore {
  const pool = openPool(options);
  return {
    of: (partners, actor) => withPartners(options, pool, { partners, actor, tables: portalTablesOf }),
    close: () => pool.end(),
  };
}

type Named = {
  readonly partners: readonly string[];
  readonly actor: Actor;
  readonly tables: (session: Session, actor: string) => Tx;
};

/** Whoever has partners to see looks into one tenant only. */
function withPartners(options: StoreOptions, pool: Pool, { partners, actor, tables }: Named): Store {
  const nobody = () => Promise.reject(new Error('Fault: a partner looks into one tenant only'));
  const by = actorText(actor);
  return {
    inTenant: async (tenant, work) => {
      if (!TENANT_ID.test(tenant)) throw new Error('Fault: a tenant id is a lower-case UUID');
      const within = { tenant, partners, actor: by };
      return repeated(options, () => once(options, pool, within, (session) => tables(session, by), work));
    },
    findTenant: nobody,
    tenants: nobody,
  };
}

function openPool(options: StoreOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? 4,
    types: SQL_TYPES,
    application_name: 'openrebate',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that is lost while nobody, or somebody, waits on it reports here as well; the
  // query under way fails by itself. Without listeners Node would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

type Within =
  | { readonly tenant: TenantId }
  | { readonly tenant: TenantId; readonly partners: readonly string[]; readonly actor: string };

/** What the walls of a transaction go by; what is not named is set to nothing. */
type Setting = Within | { readonly tenantCode: string } | { readonly who: AccountName };

/**
 * SET LOCAL takes no parameter, and only a literal reaches the nodes of a distributed server:
 * id and code were checked and stand in the text. Both are set, so that nothing which was left
 * on the connection counts. Date style and zone give texts of dates one meaning on every server.
 */
function begin(setting: Setting, idleMs: number): string {
  const tenant = 'tenant' in setting ? setting.tenant : '';
  const tenantCode = 'tenantCode' in setting ? setting.tenantCode : '';
  const partners = 'partners' in setting ? arrayLiteral(setting.partners) : '';
  const actor = 'actor' in setting ? setting.actor : '';
  const who = 'who' in setting ? setting.who : undefined;
  const named = (name: string, value: string | undefined) =>
    `SET LOCAL app.${name} = ${escapeLiteral(value ?? '')};`;
  return `BEGIN ISOLATION LEVEL READ COMMITTED;
    SET LOCAL app.tenant = '${tenant}'; SET LOCAL app.tenant_code = '${tenantCode}';
    SET LOCAL app.partners = ${escapeLiteral(partners)}; SET LOCAL app.actor = ${escapeLiteral(actor)};
    ${named('account', who && 'account' in who ? who.account : '')} ${named('email', who && 'email' in who ? who.email : '')}
    ${named('secret', who && 'secretSha256' in who ? who.secretSha256 : '')}
    SET LOCAL idle_in_transaction_session_timeout = ${idleMs}; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'`;
}

/** A text array as the database reads it: nothing in a code ends its place. */
function arrayLiteral(codes: readonly string[]): string {
  return `{${codes.map((code) => `"${code.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

async function once<T>(
  options: StoreOptions,
  pool: Pool,
  within: Within,
  tables: (session: Session) => Tx,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransaction(options, pool, within, async (client) => {
    const { session, end } = openSession(client, within.tenant);
    try {
      return await work(tables(session));
    } finally {
      end();
    }
  });
}

/** Whatever fails inside, the connection is closed: a pool would hand on its aborted transaction. One that was given up on purpose is sound. */
async function inTransaction<T>(
  { idleMs = IDLE_MS }: StoreOptions,
  pool: Pool,
  setting: Setting,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin(setting, idleMs));
    const value = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT')
      throw new Error('Fault: a failed statement was passed over; nothing is written');
    client.release();
    return value;
  } catch (error) {
    client.release(!(error instanceof Abandoned && (await isRolledBack(client))));
    throw error;
  }
}

async function isRolledBack(client: PoolClient): Promise<boolean> {
  try {
    return (await client.query('ROLLBACK')).command === 'ROLLBACK';
  } catch {
    return false;
  }
}

async function repeated<T>(options: StoreOptions, attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (isFull(error)) options.onFull?.();
      const code = retryCode(error);
      if (code === undefined || count === ATTEMPTS) throw error;
      options.onRetry?.(code);
      await new Promise((resolve) => setTimeout(resolve, 2 ** count));
    }
  }
}

/** SQLSTATE disk_full. */
function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '53100';
}

async function findTenant(options: StoreOptions, pool: Pool, code: string): Promise<TenantId | undefined> {
  if (!TENANT_CODE.test(code)) return undefined;
  return inTransaction(options, pool, { tenantCode: code }, async (client) => {
    const { rows } = await client.query<{ tenant_id: string }>(
      'SELECT tenant_id FROM tenant WHERE code = $1',
      [code],
    );
    return rows[0]?.tenant_id;
  });
}

/** The functions that look over the walls give ids of tenants, and nothing else. */
const TENANTS = {
  withJobs: 'tenants_with_jobs()',
  withDeeds: 'tenants_with_deeds()',
  all: 'tenants_of_worker()',
} as const;

async function tenants(pool: Pool, which: keyof typeof TENANTS): Promise<readonly TenantId[]> {
  const { rows } = await pool.query<{ tenant: TenantId }>(`SELECT t AS tenant FROM ${TENANTS[which]} t`);
  return rows.map(({ tenant }) => tenant);
}

function portalTablesOf(session: Session, actor: string): Tx {
  return { ...tablesOf(session), ...portalKeys(session, actor) };
}

function tablesOf(session: Session): Tx {
  return {
    company: companyStore(session),
    batches: batchStore(session),
    imports: importStore(session),
    received: receivedStore(session),
    undo: undoStore(session),
    aliases: aliasStore(session),
    mappings: mappingStore(session),
    revisions: revisionStore(session),
    exports: exportStore(session),
    lines: lineStore(session),
    pushed: pushedStore(session),
    master: masterStore(session),
    agreements: agreementStore(session),
    dossiers: dossierStore(session),
    documents: documentStore(session),
    proposals: proposalStore(session),
    approvalRules: rulesStore(session, 'approval_rules', decodeApprovalRules),
    paymentRules: rulesStore(session, 'payment_rules', decodePaymentRules),
    runs: runStore(session),
    bookings: bookingStore(session),
    earnings: earningStore(session),
    adjustments: adjustmentStore(session),
    claims: claimStore(session),
    messages: claimMessageStore(session),
    confirmations: confirmationStore(session),
    deductions: deductionStore(session),
    funds: fundStore(session),
    cutOvers: cutOverStore(session),
    bulks: bulkStore(session),
    idempotency: idempotencyStore(session),
    audit: auditStore(session),
    bankAccounts: bankAccountStore(session),
    ledger: ledgerStore(session),
    settlements: settlementStore(session),
    facts: factStore(session),
    payments: paymentStore(session),
    bankEntries: bankEntryStore(session),
    jobs: jobStore(session),
    previews: previewStore(session),
    privacy: privacyStore(session),
    retention: retentionStore(session),
    access: accessStore(session),
    search: searchStore(session),
    hierarchies: hierarchyStore(session),
    invitations: invitationStore(session),
    reports: reportStore(session),
    sso: ssoStore(session),
    brand: brandStore(session),
    calendars: calendarStore(session),
    mailing: mailingStore(session),
    notices: noticeStore(session),
    views: viewStore(session),
    subscriptions: subscriptionStore(session),
    webhooks: webhookStore(session),
    sealed: sealedStore(session),
    trust: trustStore(session),
  };
}
