import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { dumpSchema } from '../../test/support/dumpSchema.ts';
import { grantsOf } from '../../test/support/walls/grants.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Tables that are not behind the wall of a tenant, and why. */
const NO_TENANT: Readonly<Record<string, string>> = {
  account:
    'one human may be a person in several tenants, and signs in before any is named; shown by id or address only',
  account_flow:
    'what a browser was asked before anybody knows whose account it is; shown by the hash of its secret',
  account_passkey: 'the public half of what an account signs in with; shown to its account',
  account_recovery_code: 'hashes of codes for the day when another factor is lost; shown to their account',
  account_session:
    'a browser is signed in before it works in a tenant; shown to its account, or by the hash of its secret',
  account_ticket:
    'what opens one thing of an account once; shown to its account, or by the hash of its secret',
  account_totp: 'the sealed key of codes by time of an account; shown to its account',
  account_tries: 'counts also at addresses that have no account; shown by the address only',
  backup: 'which backups were made: of the database, not of a tenant',
  schema_migration: 'which migrations were applied: of the database, not of a tenant',
};

/** Where the partners that are named stand beside the tenant, in the role of the application. */
const NAMED_PARTNERS: readonly string[] = [
  'agreement_acceptance',
  'balance_confirmation',
  'claim',
  'earning',
  'ledger_transfer',
  'notice',
  'notice_choice',
  'payment_instruction',
  'person',
  'place_comment',
  'place_mention',
  'trust_arrival',
  'trust_arrival_event',
  'trust_back_test',
  'trust_case',
  'trust_case_event',
  'trust_case_finding',
  'trust_finding',
  'trust_parameter',
  'trust_policy',
  'trust_run',
  'trust_sighting',
];

/** What accounts have instead of the wall of a tenant: nothing is shown that is not named. */
const ACCOUNT_TABLES = Object.keys(NO_TENANT).filter((name) => name.startsWith('account'));

/** Indexes that do not begin with the tenant and keep nothing unique, and why. */
const OTHER_WAYS: Readonly<Record<string, string>> = {
  'membership.membership_by_account': 'leads from an account to its tenants',
};

/** Unique indexes that do not begin with the tenant, and why. */
const OTHER_INDEXES: Readonly<Record<string, string>> = {
  'tenant.tenant_code_once': 'the directory of tenants leads from a code to an id; a reference table',
};

/** Nothing but this may be done to a table by the application; INSERT never comes alone. */
const APP_GRANTS: Readonly<Record<string, string>> = {
  account: 'INSERT, SELECT, UPDATE (email, password)',
  account_flow: 'DELETE, INSERT, SELECT',
  account_passkey: 'DELETE, INSERT, SELECT, UPDATE (counter, used_at)',
  account_recovery_code: 'DELETE, INSERT, SELECT, UPDATE (used_at)',
  account_rules: 'INSERT, SELECT',
  account_session: 'DELETE, INSERT, SELECT, UPDATE (works_in, seen_at, ended_at, is_strong)',
  account_ticket: 'DELETE, INSERT, SELECT',
  account_totp: 'DELETE, INSERT, SELECT, UPDATE (key, sealed, confirmed_at, used_step)',
  account_tries: 'DELETE, INSERT, SELECT, UPDATE (tries, since)',
  adjustment: 'INSERT, SELECT',
  adjustment_decision: 'INSERT, SELECT',
  adjustment_part: 'INSERT, SELECT',
  agreement: 'INSERT, SELECT',
  agreement_acceptance: 'INSERT, SELECT',
  agreement_bulk: 'INSERT, SELECT, UPDATE (submitted_at)',
  agreement_bulk_row: 'INSERT, SELECT',
  agreement_deed: 'INSERT, SELECT',
  agreement_document: 'INSERT, SELECT',
  agreement_version: 'INSERT, SELECT',
  alias: 'INSERT, SELECT',
  api_key: 'INSERT, SELECT, UPDATE (label, last_used_at, revoked_at)',
  approval_rules: 'INSERT, SELECT',
  approval_rules_confirmed: 'INSERT, SELECT',
  audit: 'INSERT, SELECT, UPDATE (body, salt)',
  audit_link: 'INSERT, SELECT',
  audit_unlinked: 'DELETE, INSERT, SELECT',
  backup: 'SELECT',
  balance_answer: 'INSERT, SELECT',
  balance_confirmation: 'INSERT, SELECT, UPDATE (last_event)',
  bank_account: 'INSERT, SELECT, UPDATE (key, sealed)',
  bank_account_decision: 'INSERT, SELECT',
  batch: 'INSERT, SELECT',
  booking: 'INSERT, SELECT',
  booking_account: 'INSERT, SELECT, UPDATE (last_number)',
  booking_cause: 'INSERT, SELECT',
  brand: 'INSERT, SELECT',
  brand_logo: 'INSERT, SELECT',
  books_policy: 'INSERT, SELECT',
  company_party: 'INSERT, SELECT',
  document_number: 'INSERT, SELECT, UPDATE (last_number)',
  document_series: 'INSERT, SELECT, UPDATE (series, numbered_by, version, author, approver)',
  document_setting_change: 'INSERT, SELECT, UPDATE (decision, decided_by, decided_at, reason)',
  settlement:
    'INSERT, SELECT, UPDATE (state, series, year, legal_number, issued_on, due_on, issued_at, issued_batch, document, approver, approvers, brand_version)',
  settlement_line: 'INSERT, SELECT',
  settlement_offset: 'INSERT, SELECT',
  settlement_outcome: 'INSERT, SELECT',
  settlement_part: 'INSERT, SELECT',
  settlement_run: 'INSERT, SELECT',
  settlement_tax: 'INSERT, SELECT',
  claim: 'INSERT, SELECT, UPDATE (last_event)',
  claim_event: 'INSERT, SELECT',
  claim_line: 'INSERT, SELECT',
  claim_message: 'INSERT, SELECT',
  claim_message_deed: 'INSERT, SELECT',
  claim_move: 'INSERT, SELECT',
  claim_left_out: 'INSERT, SELECT',
  claim_proof: 'INSERT, SELECT',
  claim_rule: 'INSERT, SELECT',
  calendar: 'INSERT, SELECT',
  mailing: 'INSERT, SELECT',
  company: 'INSERT, SELECT, UPDATE (name, business_day)',
  counter: 'SELECT, UPDATE (last_number)',
  cut_over: 'INSERT, SELECT, UPDATE (opened_at)',
  cut_over_agreement: 'INSERT, SELECT',
  cut_over_load: 'INSERT, SELECT',
  cut_over_part: 'INSERT, SELECT',
  cut_over_signature: 'INSERT, SELECT',
  deduction: 'INSERT, SELECT, UPDATE (last_event)',
  deduction_event: 'INSERT, SELECT',
  dossier: 'INSERT, SELECT, UPDATE (last_deed)',
  earning: 'DELETE, INSERT, SELECT',
  entry_receipt: 'INSERT, SELECT',
  fund: 'INSERT, SELECT, UPDATE (reserved_minor, used_minor)',
  fund_activity: 'INSERT, SELECT',
  fund_event: 'INSERT, SELECT',
  help_contact: 'INSERT, SELECT',
  historic_total: 'INSERT, SELECT',
  idempotency_key: 'DELETE, INSERT, SELECT, UPDATE (answer)',
  import_undo: 'INSERT, SELECT',
  invitation: 'DELETE, INSERT, SELECT, UPDATE (accepted_at, person_id, revoked_at)',
  job: 'DELETE, INSERT, SELECT, UPDATE (state, attempts, requested_by, due_at, started_at, ended_at, claim, lease_until, progress_done, progress_total, error)',
  ledger_head: 'INSERT, SELECT, UPDATE (last_number, open_from)',
  ledger_period: 'INSERT, SELECT',
  ledger_transfer: 'INSERT, SELECT',
  line: 'INSERT, SELECT',
  mapping: 'INSERT, SELECT',
  master_version: 'INSERT, SELECT',
  notice: 'DELETE, INSERT, SELECT, UPDATE (read_at, mail_id)',
  notice_choice: 'DELETE, INSERT, SELECT, UPDATE (language, mail, changed_at)',
  notice_link: 'DELETE, INSERT, SELECT',
  notice_mail: 'DELETE, INSERT, SELECT, UPDATE (sent_at)',
  notice_place: 'INSERT, SELECT, UPDATE (position)',
  old_figure: 'INSERT, SELECT',
  membership: 'DELETE, INSERT, SELECT',
  opening_balance: 'INSERT, SELECT',
  paying_account: 'INSERT, SELECT, UPDATE (key, sealed)',
  payment_event: 'INSERT, SELECT',
  payment_instruction: 'INSERT, SELECT, UPDATE (returned, state)',
  payment_item: 'INSERT, SELECT',
  payment_run: 'INSERT, SELECT, UPDATE (state, sender, sent_at, message_id, file_sha256, key, sealed)',
  payment_run_approval: 'INSERT, SELECT',
  bank_statement: 'INSERT, SELECT',
  bank_entry: 'INSERT, SELECT, UPDATE (state, reason)',
  bank_entry_deed: 'INSERT, SELECT',
  payment: 'INSERT, SELECT',
  payment_rules: 'INSERT, SELECT',
  payment_rules_confirmed: 'INSERT, SELECT',
  person: 'INSERT, SELECT, UPDATE (login, name, partners, is_active, version)',
  person_role: 'INSERT, SELECT, UPDATE (ended_at)',
  place_comment: 'INSERT, SELECT',
  place_mention: 'INSERT, SELECT',
  preview: 'INSERT, SELECT, UPDATE (result, finished_at)',
  proposal: 'INSERT, SELECT, UPDATE (base_version, state, revision, submission, version)',
  proposal_part: 'INSERT, SELECT',
  proposal_revision: 'INSERT, SELECT',
  proposal_submission: 'INSERT, SELECT',
  quarantine_end: 'INSERT, SELECT',
  received_row: 'INSERT, SELECT',
  report_sending: 'INSERT, SELECT',
  report_subscription: 'INSERT, SELECT, UPDATE (next_at, ended_at)',
  retention: 'INSERT, SELECT',
  run: 'INSERT, SELECT',
  run_state:
    'INSERT, SELECT, UPDATE (last_number, batch, effective_on, calculation, clear_batch, reach_run, reach_companies, reach_sides, reach_partners, reach_from, reach_until)',
  sandbox: 'SELECT',
  saved_view: 'DELETE, INSERT, SELECT, UPDATE (name, filter, is_default, saved_at)',
  schema_migration: 'SELECT',
  service: 'INSERT, SELECT',
  sign_in_policy: 'INSERT, SELECT',
  source_document: 'INSERT, SELECT',
  sso_provider: 'INSERT, SELECT, UPDATE (key, sealed)',
  sso_subject: 'DELETE, INSERT, SELECT',
  stock_count: 'INSERT, SELECT',
  supplier_acceptance: 'INSERT, SELECT',
  tenant: 'SELECT',
  trust_arrival: 'INSERT, SELECT',
  trust_arrival_event: 'INSERT, SELECT',
  trust_back_test: 'INSERT, SELECT',
  trust_case: 'INSERT, SELECT',
  trust_case_event: 'INSERT, SELECT',
  trust_case_finding: 'INSERT, SELECT',
  trust_finding: 'INSERT, SELECT',
  trust_parameter: 'INSERT, SELECT',
  trust_policy: 'INSERT, SELECT',
  trust_run: 'INSERT, SELECT',
  trust_sighting: 'INSERT, SELECT',
  webhook:
    'INSERT, SELECT, UPDATE (version, name, url, kinds, state, changed_at, failing_since, silences, held_until)',
  webhook_attempt: 'DELETE, INSERT, SELECT',
  webhook_delivery: 'DELETE, INSERT, SELECT, UPDATE (state, attempts, attempts_ever, due_at, ended_at)',
  webhook_event: 'DELETE, INSERT, SELECT',
  webhook_secret: 'INSERT, SELECT, UPDATE (key, sealed, ends_at)',
};

/** What the owner sees of all tenants, through the functions of the worker alone. */
const WORKER_VIEWS = ['audit_unlinked', 'job', 'tenant'];

/** The application may do something with every table, so that the list above is the list of tables. */
const TABLE_COUNT = Object.keys(APP_GRANTS).length;
const TENANT_TABLE_COUNT = TABLE_COUNT - Object.keys(NO_TENANT).length;
/** Of a partner, and never shown to it by the database: what is paid where changes hands by persons of ours. */
const WITHHELD_TABLES = [
  'agreement_acceptance',
  'adjustment',
  'adjustment_decision',
  'adjustment_part',
  'bank_account',
  'bank_account_decision',
  'ledger_transfer',
  'balance_confirmation',
  'deduction',
  'notice',
  'payment_instruction',
  'settlement_line',
  'settlement_offset',
  'settlement_outcome',
  'settlement_tax',
  'stock_count',
];

/** What a partner may read; everything else is not there for the portal. */
const PORTAL_TABLES = [
  'booking',
  'booking_account',
  'booking_cause',
  'claim',
  'claim_line',
  'claim_message',
  'claim_message_deed',
  'claim_move',
  'earning',
  'line',
  'settlement',
];

/** What the portal looks up beside them: these columns of rows that belong to earnings it may see, and of what everybody is shown. */
const PORTAL_LOOKUPS: Readonly<Record<string, string>> = {
  agreement: 'SELECT (tenant_id, id, code)',
  brand: 'SELECT (tenant_id, version, name_en, name_zh, accent_light, accent_dark, logo)',
  brand_logo: 'SELECT (tenant_id, sha256, width, height, content)',
  company: 'SELECT (tenant_id, code, name, time_zone, business_day)',
  counter: 'SELECT (tenant_id, series, last_number)',
  master_version: 'SELECT (tenant_id, kind, code, valid_from, batch, name, withdrawn)',
  run: 'SELECT (tenant_id, agreement_id, number, batch, effective_on, calculation)',
};

const TENANT_CONDITION = `(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`;

async function ask<Row>(sql: string): Promise<Row[]> {
  return (await client.query(sql)).rows as Row[];
}

const column = async (sql: string): Promise<string[]> =>
  (await ask<{ name: string }>(sql)).map(({ name }) => name);

const TABLES = `
  SELECT c.oid, c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm', 'v')`;
const TENANT_TABLES = `
  SELECT t.oid, t.name FROM (${TABLES}) t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnum > 0`;

test('every table has a tenant, first of its columns, or a reason not to', async () => {
  const all = await column(TABLES);
  const withTenant = await column(TENANT_TABLES);
  expect(all).toHaveLength(TABLE_COUNT);
  expect(withTenant).toHaveLength(TENANT_TABLE_COUNT);
  expect(all.filter((name) => !withTenant.includes(name)).sort()).toEqual(Object.keys(NO_TENANT));
  const first = await column(
    `SELECT t.name FROM (${TENANT_TABLES}) t
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnum = 1 AND a.attnotnull`,
  );
  expect(first.sort()).toEqual(withTenant.sort());
});

test('tables of a partner name the partner right after the tenant', async () => {
  const tables = await ask<{ name: string; attnum: number }>(
    `SELECT t.name, a.attnum FROM (${TENANT_TABLES}) t
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'partner_id'`,
  );
  expect(tables.map(({ name }) => name).sort()).toEqual([...PORTAL_TABLES, ...WITHHELD_TABLES].sort());
  expect(tables.map(({ attnum }) => attnum)).toEqual(tables.map(() => 2));
});

test('the tenant is first in every key, every unique index and on both sides of every reference', async () => {
  const indexes = await ask<{ name: string; first: string }>(
    `SELECT t.name || '.' || x.relname AS name, a.attname AS first
     FROM (${TENANT_TABLES}) t
     JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
     JOIN pg_class x ON x.oid = i.indexrelid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]`,
  );
  expect(indexes.length).toBeGreaterThan(TENANT_TABLE_COUNT);
  const odd = indexes.filter(({ first }) => first !== 'tenant_id').map(({ name }) => name);
  expect(odd).toEqual(Object.keys(OTHER_INDEXES));
  const references = await ask<{ name: string; ours: string; theirs: string }>(
    `SELECT k.conname AS name, a.attname AS ours, b.attname AS theirs
     FROM pg_constraint k
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
       AND k.conrelid::regclass::text <> ALL ('{${ACCOUNT_TABLES}}')`,
  );
  expect(references.length).toBeGreaterThan(TENANT_TABLE_COUNT);
  const outside = ({ ours, theirs }: { ours: string; theirs: string }) =>
    ours !== 'tenant_id' || theirs !== 'tenant_id';
  expect(references.filter(outside)).toEqual([]);
  const withKey = await column(
    `SELECT t.name FROM (${TENANT_TABLES}) t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary`,
  );
  expect(withKey).toHaveLength(TENANT_TABLE_COUNT);
});

test('every index begins with the tenant', async () => {
  const odd = await column(
    `SELECT t.name || '.' || x.relname AS name FROM (${TENANT_TABLES}) t
     JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] AND a.attname <> 'tenant_id'`,
  );
  expect(odd.sort()).toEqual([...Object.keys(OTHER_WAYS), ...Object.keys(OTHER_INDEXES)].sort());
});

test('an account is shown where it is named, by id, by address or by the hash of a secret, and nowhere else', async () => {
  const walls = await ask<{ tablename: string; roles: string; cmd: string; qual: string; check: string }>(
    `SELECT tablename, array_to_string(roles, ',') AS roles, cmd, qual, with_check AS check FROM pg_policies
     WHERE policyname = 'account_wall' ORDER BY tablename`,
  );
  expect(walls.map(({ tablename }) => tablename)).toEqual(ACCOUNT_TABLES);
  const named = (one: string) => `NULLIF(current_setting('app.${one}'::text, true), ''::text)`;
  const [id, address, secret] = [`(${named('account')})::uuid`, named('email'), named('secret')];
  const hashed = `(email_sha256 = encode(sha256(convert_to(${address}, 'UTF8'::name)), 'hex'::text))`;
  const shown: Readonly<Record<string, readonly [string, string]>> = {
    account: [`((id = ${id}) OR (email = ${address}))`, `(id = ${id})`],
    account_flow: [`(secret_sha256 = ${secret})`, `(secret_sha256 = ${secret})`],
    account_passkey: [`(account_id = ${id})`, `(account_id = ${id})`],
    account_recovery_code: [`(account_id = ${id})`, `(account_id = ${id})`],
    account_session: [`((account_id = ${id}) OR (secret_sha256 = ${secret}))`, `(account_id = ${id})`],
    account_ticket: [`((account_id = ${id}) OR (secret_sha256 = ${secret}))`, `(account_id = ${id})`],
    account_totp: [`(account_id = ${id})`, `(account_id = ${id})`],
    account_tries: [hashed, hashed],
  };
  for (const { tablename, roles, cmd, qual, check } of walls) {
    expect([tablename, roles, cmd]).toEqual([tablename, 'openrebate_app', 'ALL']);
    expect([qual, check]).toEqual(shown[tablename]);
  }
  const open = `SELECT c.relname AS name FROM pg_class c WHERE c.relname = ANY ('{${ACCOUNT_TABLES}}') AND NOT c.relrowsecurity`;
  expect(await column(open)).toEqual([]);
});

test('every table of a tenant has walls that bind its owner too, and policies that name the tenant', async () => {
  const walls = await column(
    `SELECT t.name FROM (${TENANT_TABLES}) t
     JOIN pg_class c ON c.oid = t.oid AND c.relrowsecurity AND c.relforcerowsecurity`,
  );
  expect(walls).toHaveLength(TENANT_TABLE_COUNT);
  const policies = await ask<{
    tablename: string;
    policyname: string;
    roles: string;
    qual: string;
    check: string | null;
    cmd: string;
  }>(
    `SELECT tablename, policyname, array_to_string(roles, ',') AS roles, qual, with_check AS check, cmd
     FROM pg_policies WHERE schemaname = 'public' AND policyname <> 'account_wall' ORDER BY tablename, policyname`,
  );
  const portal = PORTAL_TABLES.length + Object.keys(PORTAL_LOOKUPS).length;
  expect(policies).toHaveLength(
    TENANT_TABLE_COUNT + portal + WORKER_VIEWS.length + NAMED_PARTNERS.length + 4,
  );
  const views = policies.filter(({ policyname }) => policyname === 'worker_view');
  expect(views).toEqual(
    WORKER_VIEWS.map((tablename) => ({
      tablename,
      policyname: 'worker_view',
      roles: 'openrebate_owner',
      qual: '(SESSION_USER <> CURRENT_USER)',
      check: null,
      cmd: 'SELECT',
    })),
  );
  for (const { tablename, policyname, roles, qual, check, cmd } of policies.filter(
    (policy) => !views.includes(policy),
  )) {
    if (policyname === 'directory') {
      // The owner lists tenants, where it says that it wants to.
      expect([tablename, roles, cmd]).toEqual(['tenant', 'openrebate_owner', 'SELECT']);
      expect(qual).toBe(`(current_setting('app.directory'::text, true) = 'open'::text)`);
      continue;
    }
    if (policyname === 'account_view') {
      // An account looks where it is a member; who else is one it sees only inside of a tenant.
      expect([tablename, roles, cmd, check]).toEqual(['membership', 'openrebate_app', 'SELECT', null]);
      expect(qual).toBe(
        `(account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)`,
      );
      continue;
    }
    if (policyname === 'erased_only') {
      // It takes away from what the wall lets through: an entry of the trail is erased, never rewritten.
      expect([tablename, roles, cmd]).toEqual(['audit', 'openrebate_app', 'UPDATE']);
      expect(check).toBe('((body IS NULL) AND (salt IS NULL))');
      const [kind] = await ask(`SELECT polpermissive FROM pg_policy WHERE polname = 'erased_only'`);
      expect(kind).toEqual({ polpermissive: false });
      continue;
    }
    if (policyname === 'named_partners') {
      expect([NAMED_PARTNERS.includes(tablename), roles, cmd]).toEqual([true, 'openrebate_app', 'ALL']);
      expect(qual).toContain(`(NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)`);
      expect(check).toBeNull();
      const kinds = await ask(
        `SELECT DISTINCT polpermissive FROM pg_policy WHERE polname = 'named_partners'`,
      );
      expect(kinds).toEqual([{ polpermissive: false }]);
      continue;
    }
    if (policyname === 'partner_sends') {
      // The one table that the portal writes: in the sender's own name, for a partner of theirs.
      expect([tablename, roles, cmd, qual]).toEqual(['claim_message', 'openrebate_portal', 'INSERT', null]);
      expect(check).toContain(`(partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true)`);
      expect(check).toContain(`(sent_by = NULLIF(current_setting('app.actor'::text, true), ''::text))`);
      expect(check).toContain(TENANT_CONDITION.slice(1, -1));
      continue;
    }
    expect(qual).toContain(`(NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid`);
    // What may be written is what may be read, and nothing is written through any other policy.
    const written = tablename === 'tenant' ? TENANT_CONDITION : qual;
    expect(check).toBe(policyname === 'tenant_wall' ? written : null);
    if (policyname === 'tenant_wall') expect(roles).not.toContain('portal');
    else {
      expect(policyname).toMatch(/^partner_(wall|lookup)$/);
      expect([roles, cmd]).toEqual(['openrebate_portal', 'SELECT']);
    }
  }
  const bound = (name: string) => policies.filter((policy) => policy.policyname === name);
  expect(bound('tenant_wall')).toHaveLength(TENANT_TABLE_COUNT);
  expect(bound('partner_wall').map(({ tablename }) => tablename)).toEqual(PORTAL_TABLES);
  expect(bound('partner_lookup').map(({ tablename }) => tablename)).toEqual(Object.keys(PORTAL_LOOKUPS));
});

test('the functions that look over the walls run as the owner, on a fixed path, and give ids, or which key sealed something', async () => {
  const functions = await ask<Record<string, string>>(
    `SELECT proname AS name, pg_get_function_result(oid) AS gives, pg_get_userbyid(proowner) AS owner,
       prosecdef::text AS definer, array_to_string(proconfig, ';') AS config, proacl::text AS rights
     FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname`,
  );
  const fixed = {
    owner: 'openrebate_owner',
    definer: 'true',
    config: 'search_path=pg_catalog, pg_temp',
    rights: '{openrebate_owner=X/openrebate_owner,openrebate_app=X/openrebate_owner}',
  };
  const gives = {
    make_sandbox: 'boolean',
    sealed_accounts: 'TABLE(account_id uuid, key text)',
    sweep_accounts: 'void',
    tenants_of_worker: 'SETOF uuid',
    tenants_with_deeds: 'SETOF uuid',
    tenants_with_jobs: 'SETOF uuid',
  };
  expect(functions).toEqual(Object.entries(gives).map(([name, what]) => ({ name, gives: what, ...fixed })));
});

test('nothing happens by itself: no triggers, rules, sequences or views of ours', async () => {
  expect(await column(`SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
  const others = `SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('S', 'v', 'm', 'f')`;
  expect(await column(others)).toEqual([]);
  expect(await column(`SELECT rulename AS name FROM pg_rules WHERE schemaname = 'public'`)).toEqual([]);
});

test('the application may do exactly this', async () => {
  expect(await grantsOf(client, 'openrebate_app')).toEqual(APP_GRANTS);
});

test('the portal reads its tables; of lines neither free attributes nor what a unit cost us, of claims not who wrote them, of settlements the documents', async () => {
  const grants = await grantsOf(client, 'openrebate_portal');
  expect(grants).toMatchObject(PORTAL_LOOKUPS);
  expect(Object.keys(grants)).toEqual([...PORTAL_TABLES, ...Object.keys(PORTAL_LOOKUPS)].sort());
  const { line, claim, claim_message: messages, settlement, ...others } = grants;
  expect(messages).toBe('INSERT, SELECT');
  const whole = Object.entries(others).filter(([name]) => !(name in PORTAL_LOOKUPS));
  expect(new Set(whole.map(([, rights]) => rights))).toEqual(new Set(['SELECT']));
  expect(line).toMatch(/^SELECT \(tenant_id, /);
  expect(line).not.toMatch(/attributes|content_sha256|document_id|row_number|unit_cost/);
  expect(claim).toMatch(/^SELECT \(tenant_id, /);
  expect(claim).not.toMatch(/sent_by|recorded_at|agreement_id/);
  expect(settlement).toBe(
    'SELECT (tenant_id, partner_id, id, company, state, legal_number, issued_on, document, brand_version)',
  );
});

test('the page of the database names every table, and every column that partners read', async () => {
  const page = await readFile(new URL('../../docs/reference/database.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, name = '']) => name);
  const tables = await column(TABLES);
  expect(tables.filter((name) => !listed.includes(name))).toEqual([]);
  const said = page.slice(page.indexOf('### What partners read')).split('\n## ')[0] ?? '';
  const grants = await grantsOf(client, 'openrebate_portal');
  for (const [name, rights] of Object.entries(grants)) {
    const columns = /^SELECT \((.*)\)$/.exec(rights)?.[1]?.split(', ') ?? [];
    const names = [name, ...columns.filter((one) => one !== 'tenant_id')];
    expect([name, names.filter((one) => !said.includes(`\`${one}\``))]).toEqual([name, []]);
  }
});

test('nobody else may do anything', async () => {
  const grantees = await column(
    `SELECT DISTINCT coalesce(r.rolname, 'PUBLIC') AS name
     FROM pg_class c
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL,
     aclexplode(coalesce(a.attacl, c.relacl)) x LEFT JOIN pg_roles r ON r.oid = x.grantee
     WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(grantees).toEqual(['openrebate_app', 'openrebate_owner', 'openrebate_portal']);
  const [rights] = await ask<Record<string, boolean>>(
    `SELECT has_schema_privilege('openrebate_app', 'public', 'CREATE') AS app_creates,
       has_schema_privilege('openrebate_portal', 'public', 'CREATE') AS portal_creates,
       has_database_privilege('openrebate_portal', current_database(), 'TEMPORARY') AS portal_temporary,
       has_database_privilege('openrebate_app', current_database(), 'TEMPORARY') AS app_temporary,
       has_database_privilege('public', current_database(), 'CONNECT') AS anybody_connects`,
  );
  expect(rights).toEqual({
    app_creates: false,
    portal_creates: false,
    portal_temporary: false,
    app_temporary: true,
    anybody_connects: false,
  });
});

test('the schema is the one in schema.sql (npm run golden makes it anew)', async () => {
  await expect(await dumpSchema(client)).toMatchFileSnapshot('./schema.sql');
});
