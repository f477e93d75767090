import {
  type Attempt,
  attempts,
  DENIED,
  FORBIDDEN,
  NONE,
  PARTNERS,
  row,
  settings,
  TENANT_A,
} from './attempt.ts';
import { type Sent, sentMessage } from './sentMessage.ts';

const SENDER = `${PARTNERS}; SET LOCAL app.actor = 'person:own'`;
const SENDS = (said: Sent = {}) => sentMessage({ tenant: '@A', ...said });

/** What a person of a partner could try who runs statements of their own as the portal. */
export const PORTAL_ATTEMPTS: readonly Attempt[] = [
  ...attempts(PARTNERS, DENIED, FORBIDDEN),
  ...settings('SELECT partner_id FROM line', NONE, {
    'nothing set': '',
    'a tenant without partners': TENANT_A,
    'partners without a tenant': `SET LOCAL app.partners = '{OWN-P1}'`,
    'partners set to nothing': `${TENANT_A}; SET LOCAL app.partners = ''`,
    'no partners': `${TENANT_A}; SET LOCAL app.partners = '{}'`,
    'NULL for a partner': `${TENANT_A}; SET LOCAL app.partners = '{NULL}'`,
    'a pattern for a partner': `${TENANT_A}; SET LOCAL app.partners = '{%,*,OWN-P_}'`,
    'another case': `${TENANT_A}; SET LOCAL app.partners = '{own-p1}'`,
    'the partner of another tenant': `${TENANT_A}; SET LOCAL app.partners = '{VICTIM-P1}'`,
  }),
  row('no list', `${TENANT_A}; SET LOCAL app.partners = 'OWN-P1'`, 'SELECT partner_id FROM line', '22P02'),
  ...['line', 'booking_account', 'booking', 'booking_cause', 'earning'].flatMap((table) => [
    row(`${table}: mine`, PARTNERS, `SELECT partner_id FROM ${table}`, '1 rows'),
    row(
      `${table}: not the other partner's`,
      PARTNERS,
      `SELECT partner_id FROM ${table} WHERE partner_id <> 'OWN-P1'`,
      NONE,
    ),
    row(`${table}: nothing is written`, PARTNERS, `DELETE FROM ${table}`, DENIED),
  ]),
  row(
    'two partners',
    `${TENANT_A}; SET LOCAL app.partners = '{OWN-P1,OWN-P2}'`,
    'SELECT partner_id FROM line',
    '2 rows',
  ),
  ...[
    'dossier',
    'proposal',
    'proposal_revision',
    'proposal_part',
    'agreement_deed',
    'agreement_document',
    'agreement_version',
  ].map((table) => row(`${table}: a text may name others`, PARTNERS, `SELECT * FROM ${table}`, DENIED)),
  ...attempts(PARTNERS, DENIED, {
    'free attributes': 'SELECT attributes FROM line',
    'what a unit cost us': 'SELECT unit_cost FROM line',
    'everything of a line': 'SELECT * FROM line',
    'a line as a whole': 'SELECT x FROM line x',
  }),
  row(
    'prices, discounts and days',
    PARTNERS,
    'SELECT list_price, discounts, payment_date FROM line',
    '1 rows',
  ),
  ...[
    'agreement_version',
    'audit',
    'batch',
    'idempotency_key',
    'received_row',
    'run_state',
    'schema_migration',
    'source_document',
    'tenant',
  ].map((table) => row(`${table} is internal`, PARTNERS, `SELECT FROM ${table}`, DENIED)),
  // Of what earnings name, only that, and only of the partners that are set.
  ...attempts(PARTNERS, '1 rows', {
    'the agreements of their earnings': 'SELECT code FROM agreement',
    'the runs of their earnings': 'SELECT number FROM run',
    'their own names': 'SELECT name FROM master_version',
    'the last batch': 'SELECT series FROM counter',
  }),
  ...attempts(PARTNERS, DENIED, {
    'everything of an agreement': 'SELECT * FROM agreement',
    'when a run ended': 'SELECT finished_at FROM run',
    'attributes of master data': 'SELECT attributes FROM master_version',
    'the application': 'SET ROLE openrebate_app',
    'a temporary table': 'CREATE TEMP TABLE t (x int)',
    'the jobs': 'SELECT * FROM job',
    'whose jobs there are': 'SELECT * FROM tenants_with_jobs()',
    'whose deeds wait': 'SELECT * FROM tenants_with_deeds()',
    'whose keys are sealed': 'SELECT * FROM sealed_accounts()',
    'all tenants': 'SELECT * FROM tenants_of_worker()',
  }),
  row('companies, and which day it is there', PARTNERS, 'SELECT * FROM company', '2 rows'),
  row(
    'the walls switched off',
    `${PARTNERS}; SET LOCAL row_security = off`,
    'SELECT partner_id FROM line',
    DENIED,
  ),
  // What they send: in their own name, for a partner of theirs, on a claim of that partner
  ...attempts(SENDER, '1 rows', {
    'a message': SENDS(),
    'a message on their claim': SENDS({ claim: `(SELECT id FROM claim LIMIT 1)` }),
  }),
  ...attempts(SENDER, DENIED, {
    'a message for another partner': SENDS({ partner: `'OWN-P2'` }),
    'a message for a partner of another tenant': SENDS({ partner: `'VICTIM-P1'` }),
    'a message for nobody': SENDS({ partner: 'NULL' }),
    'a message in another tenant': SENDS({ tenant: '@B' }),
    'a message in the name of somebody else': SENDS({ by: `'person:other'` }),
    'a message without a key': SENDS({ key: 'NULL' }),
    'a message on a claim that is none of theirs': SENDS({ claim: 'gen_random_uuid()' }),
    'what became of a message': `INSERT INTO claim_message_deed SELECT * FROM claim_message_deed`,
    'a message changed': `UPDATE claim_message SET kind = 'proof'`,
    'a message taken back': 'DELETE FROM claim_message',
    'a move of a claim': `INSERT INTO claim_move SELECT * FROM claim_move`,
    'a line of a claim': `INSERT INTO claim_line SELECT * FROM claim_line`,
    'a claim': `UPDATE claim SET last_event = 1`,
  }),
  ...attempts(PARTNERS, DENIED, { 'a message in nobody’s name': SENDS() }),
  // Another tenant, with whichever partners
  row(
    'the partners of two tenants',
    `${TENANT_A}; SET LOCAL app.partners = '{OWN-P1,VICTIM-P1}'`,
    `SELECT partner_id FROM line WHERE tenant_id <> '@A'`,
    NONE,
  ),
  ...attempts(PARTNERS, NONE, {
    'totals over all': `SELECT FROM earning HAVING count(DISTINCT partner_id) > 1`,
    'a join past the wall':
      'SELECT x.partner_id FROM earning x JOIN booking y ON x.partner_id <> y.partner_id',
    'its rows as XML': `SELECT FROM (SELECT table_to_xml('earning', true, false, '')::text AS x) y WHERE x LIKE '%P2%'`,
    'names of others': `SELECT name FROM master_version WHERE code <> 'OWN-P1'`,
    'agreements of others': `SELECT code FROM agreement WHERE code LIKE '%P2'`,
    'runs of others': `SELECT r.number FROM run r JOIN agreement a ON a.id <> r.agreement_id`,
  }),
  ...attempts(PARTNERS, '1 rows', {
    'a union of what is seen': `SELECT partner_id FROM line UNION SELECT partner_id FROM earning`,
    'a failing cast as a sign': `SELECT 1 / (partner_id <> 'OWN-P2')::int FROM line`,
    'an anonymous block': `DO $$ BEGIN IF EXISTS (SELECT FROM line WHERE partner_id = 'OWN-P2') THEN RAISE EXCEPTION 'leak'; END IF; END $$; SELECT 1`,
  }),
  row(
    'an array in an array',
    `${TENANT_A}; SET LOCAL app.partners = '{{OWN-P2}}'`,
    `SELECT partner_id FROM line WHERE partner_id <> 'OWN-P2'`,
    NONE,
  ),
  row(
    'a quote that ends the list',
    `${TENANT_A}; SET LOCAL app.partners = '{"OWN-P1\\",\\"OWN-P2"}'`,
    `SELECT partner_id FROM line WHERE partner_id = 'OWN-P2'`,
    NONE,
  ),
  row(
    'partners reset',
    `${TENANT_A}; SET app.partners = '{OWN-P1}'`,
    'RESET app.partners; SELECT partner_id FROM line',
    NONE,
  ),
  // What is not a table
  ...attempts(PARTNERS, DENIED, {
    'a sandbox': `SELECT make_sandbox(gen_random_uuid(), 'x', 'x', 'X', 'UTC', '2026-01-01')`,
    'a function': `CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'a view': 'CREATE VIEW public.v AS SELECT partner_id FROM line',
    'a temporary function': `CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'a schema': 'CREATE SCHEMA s',
    'a program': `COPY (SELECT 1) TO PROGRAM 'cat'`,
    'a row locked': 'SELECT partner_id FROM earning FOR UPDATE',
    'a row written': `UPDATE earning SET partner_id = 'OWN-P1'`,
    'a row made': `INSERT INTO booking_account (tenant_id, partner_id) VALUES ('@A', 'OWN-P1')`,
  }),
  ...attempts(PARTNERS, NONE, {
    statistics: `SELECT * FROM pg_stats WHERE schemaname = 'public'`,
    'what others ask at this moment': `SELECT query FROM pg_stat_activity WHERE usename <> current_user AND query NOT LIKE '<%'`,
  }),
];
