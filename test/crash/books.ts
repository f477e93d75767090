import { createHash, randomUUID } from 'node:crypto';
import { Client, type ClientBase } from 'pg';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { openStore } from '../../adapters/db/store.ts';
import { collectLines } from '../../adapters/files/readLines.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import {
  type CalculatedLines,
  calculateLines,
  type LineFileRows,
} from '../../app/calculation/calculateLines.ts';
import type { Ports, Store, TenantId } from '../../app/ports.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { progressOf } from '../../core/earning/progress.ts';
import type { Line } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { importMaster } from '../support/importMaster.ts';
import { dayOf, taken } from '../support/scenario.ts';
import { brokenIndexes } from './brokenIndexes.ts';
import { AGREEMENTS, type Delivery, LAST_DAY, MASTER, pathOf } from './deliveries.ts';
import type { Acknowledgement } from './worker.ts';

export type BookUrls = { readonly ownerUrl: string; readonly appUrl: string; readonly adminUrl: string };

export function portsOn(store: Store, day: string): Ports {
  const clock = { now: () => new Date(`${day}T12:00:00Z`) };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  return { store, clock, ids: uuidV7(clock), sha256 };
}

/** For tests that kill no PostgreSQL: commits of later connections do not wait for the disk. */
export async function quickCommits(admin: Client): Promise<void> {
  const name = admin.escapeIdentifier(admin.database ?? '');
  await admin.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
}

/** A tenant of the company EU, without anything. */
export function openLedger(owner: string | ClientBase): Promise<TenantId> {
  const companies = [{ code: 'EU', name: 'Europe', timeZone: 'UTC' }];
  const code = `t-${randomUUID().slice(0, 8)}`;
  return createTenant(owner, { id: randomUUID(), code, name: code, companies });
}

/** A tenant with master data and agreements, and no lines. */
export async function openBooks({ ownerUrl }: Pick<BookUrls, 'ownerUrl'>, store: Store): Promise<TenantId> {
  const tenant = await openLedger(ownerUrl);
  const ports = portsOn(store, '2026-01-01');
  taken(await importMaster(ports, tenant, MASTER, systemActor('demo')));
  for (const text of AGREEMENTS) {
    taken(await recordAgreement(ports, tenant, text, { actor: systemActor('demo'), asNewVersion: false }));
  }
  return tenant;
}

/** What was done, as far as the outside was told, and what it was done with. */
export type Story = {
  readonly tenant: TenantId;
  readonly folder: string;
  readonly deliveries: readonly Delivery[];
  readonly acknowledged: readonly Acknowledgement[];
};

export type Figures = {
  readonly acknowledgements: number;
  /** Runs that were written while whoever asked was not told so any more. */
  readonly unheardRuns: number;
  readonly lines: number;
  readonly rows: CalculatedLines['rows'];
  readonly bookings: number;
  readonly causes: readonly string[];
  readonly indexesChecked: number;
};

/** Each fault in words; a clean book has none. */
export type Audit = { readonly faults: readonly string[]; readonly figures: Figures };

/**
 * Compares a tenant's books with what was acknowledged outside and with a calculation of the same
 * files without a database, and calculates again, which must book nothing.
 */
export async function auditBooks(urls: BookUrls, story: Story): Promise<Audit> {
  const store = openStore({ url: urls.appUrl });
  const admin = new Client({ connectionString: urls.adminUrl });
  await admin.connect();
  try {
    const faults: string[] = [];
    const context: Context = { store, admin, story, say: (fault) => faults.push(fault) };
    await calculateDue(portsOn(store, LAST_DAY), story.tenant);
    const files = await checkImports(context);
    const { lines, rows } = await checkLines(context, files);
    const unheardRuns = await checkRuns(context);
    await checkEarnings(context, files);
    await checkAccounts(context);
    await checkLedger(context);
    await checkNothingMore(context).catch((error: Error) => faults.push(error.message));
    const { bookings, causes } = await booked(context);
    const indexes = await brokenIndexes(admin);
    faults.push(...indexes.faults);
    const indexesChecked = indexes.checked;
    const acknowledgements = story.acknowledged.filter(({ done }) => done !== 'start').length;
    return {
      faults,
      figures: { acknowledgements, unheardRuns, lines, rows, bookings, causes, indexesChecked },
    };
  } finally {
    await admin.end();
    await store.close();
  }
}

type Context = {
  readonly store: Store;
  readonly admin: Client;
  readonly story: Story;
  readonly say: (fault: string) => void;
};

type Files = readonly LineFileRows[];

async function rowsOf<Row>({ admin, story }: Context, sql: string): Promise<Row[]> {
  return (await admin.query(sql, [story.tenant])).rows as Row[];
}

/** Every delivery is in once, in the batch that was acknowledged; gives the files by batch. */
async function checkImports(context: Context): Promise<Files> {
  const { story, say } = context;
  const documents = await rowsOf<{ name: string; batch: number; rows: number; answered: number | null }>(
    context,
    `SELECT d.name, d.batch::int, (k.answer ->> 'batch')::int AS answered,
       (SELECT count(*)::int FROM received_row r WHERE r.tenant_id = d.tenant_id AND r.document_id = d.id) AS rows
     FROM source_document d
     LEFT JOIN idempotency_key k ON k.tenant_id = d.tenant_id AND k.key || '.csv' = d.name
     WHERE d.tenant_id = $1 ORDER BY d.batch`,
  );
  for (const { key } of story.deliveries) {
    const found = documents.filter(({ name }) => name === `${key}.csv`);
    if (found.length !== 1) say(`${key} is there ${found.length} times`);
    if (found[0]?.answered !== found[0]?.batch) say(`${key} has another answer than batch`);
  }
  for (const entry of story.acknowledged) {
    if (entry.done !== 'import') continue;
    const found = documents.find(({ name }) => name === `${entry.key}.csv`);
    if (found?.batch !== entry.batch || found.rows !== entry.rows) {
      say(`${entry.key} was acknowledged as ${JSON.stringify(entry)}, but is ${JSON.stringify(found)}`);
    }
  }
  const batches = await rowsOf<{ count: number; last: number; counted: number }>(
    context,
    `SELECT count(*)::int, max(number)::int AS last,
       (SELECT last_number::int FROM counter WHERE tenant_id = $1 AND series = 'batch') AS counted
     FROM batch WHERE tenant_id = $1`,
  );
  const [series] = batches;
  if (series?.count !== series?.last || series?.last !== series?.counted) {
    say(`batch numbers have a gap: ${JSON.stringify(series)}`);
  }
  const ordered = documents.map(({ name }) => ({ key: name.replace('.csv', '') }));
  return Promise.all(
    ordered.map(async (delivery) => {
      const { document, rows } = taken(await collectLines(pathOf(story.folder, delivery)));
      return { sha256: document.sha256, rows };
    }),
  );
}

/** Every line is known once, as the files alone say; every row ended somewhere. */
async function checkLines(context: Context, files: Files): Promise<Pick<Figures, 'lines' | 'rows'>> {
  const { store, story, say } = context;
  const lines = await store.inTenant(story.tenant, async (tx) =>
    tx.lines.knownAt(await tx.batches.last(), {}),
  );
  const expected = fileCalculation(AGREEMENTS[0], files);
  sameTexts(say, 'line', lines.map(lineText), expected.lines.map(lineText));
  const ended = await rowsOf<{ disposition: keyof CalculatedLines['rows']; rows: number }>(
    context,
    `SELECT disposition, count(*)::int AS rows FROM received_row WHERE tenant_id = $1 GROUP BY disposition`,
  );
  for (const [disposition, rows] of Object.entries(expected.rows)) {
    const found = ended.find((entry) => entry.disposition === disposition)?.rows ?? 0;
    if (found !== rows) say(`${found} rows ended ${disposition}, the files alone give ${rows}`);
  }
  return { lines: lines.length, rows: expected.rows };
}

function lineText(line: Line): string {
  return `${line.revision ?? 1} ${lineContent(line)}`;
}

function sameTexts(
  say: Context['say'],
  what: string,
  found: readonly string[],
  wanted: readonly string[],
): void {
  const left = [...wanted];
  for (const text of found) {
    const at = left.indexOf(text);
    if (at < 0) say(`${what} too many: ${text}`);
    else left.splice(at, 1);
  }
  for (const text of left) say(`${what} missing: ${text}`);
}

function fileCalculation(text: unknown, files: Files): CalculatedLines {
  const agreement = taken(decodeAgreement(text));
  return calculateLines({ agreement, files, effective: dayOf(LAST_DAY) });
}

/** Every acknowledged run is there, with as many bookings as it said; none was acknowledged twice. */
async function checkRuns(context: Context): Promise<number> {
  const { story, say } = context;
  const runs = await rowsOf<{ agreement: string; number: number; by_worker: boolean; bookings: number }>(
    context,
    `SELECT a.code AS agreement, r.number, r.effective_on < '${LAST_DAY}' AS by_worker,
       count(k.id)::int AS bookings
     FROM run r
     JOIN agreement a ON a.tenant_id = r.tenant_id AND a.id = r.agreement_id
     LEFT JOIN booking k
       ON k.tenant_id = r.tenant_id AND k.agreement_id = r.agreement_id AND k.run_number = r.number
       AND k.kind = 'earned'
     WHERE r.tenant_id = $1 GROUP BY a.code, r.number, r.effective_on`,
  );
  const seen = new Set<string>();
  for (const entry of story.acknowledged) {
    if (entry.done !== 'run') continue;
    const name = `run ${entry.number} of ${entry.agreement}`;
    if (seen.has(name)) say(`${name} was acknowledged twice`);
    seen.add(name);
    const found = runs.find(
      ({ agreement, number }) => agreement === entry.agreement && number === entry.number,
    );
    if (found?.bookings !== entry.bookings) {
      say(`${name} was acknowledged with ${entry.bookings} bookings and has ${found?.bookings ?? 'no row'}`);
    }
  }
  return runs.filter((run) => run.by_worker).length - seen.size;
}

/** What stands as earned, and what is booked, is what the files alone give. */
async function checkEarnings(context: Context, files: Files): Promise<void> {
  const rows = await rowsOf<{ text: string }>(
    context,
    `SELECT concat_ws(' ', a.code, e.term, e.partner_id, e.window_from - date '1970-01-01',
       e.window_until - date '1970-01-01', e.currency, e.earned_minor, e.tier, e.blocked_lines, e.progress,
       (SELECT sum(k.delta_minor) FROM booking k
        WHERE k.tenant_id = e.tenant_id AND k.agreement_id = e.agreement_id AND k.term = e.term
          AND k.partner_id = e.partner_id AND k.window_from = e.window_from
          AND k.window_until = e.window_until AND k.currency = e.currency AND k.kind = 'earned')) AS text
     FROM earning e JOIN agreement a ON a.tenant_id = e.tenant_id AND a.id = e.agreement_id
     WHERE e.tenant_id = $1`,
  );
  const wanted = AGREEMENTS.flatMap((text) => {
    const agreement = taken(decodeAgreement(text));
    return fileCalculation(text, files).earnings.map(({ earning }) => {
      const { term, partner, window, amount, result, blocked } = earning;
      const terms = agreement.terms.find(({ id }) => id === term);
      if (terms === undefined) throw new Error(`no term ${term}`);
      const parts = [agreement.id, term, partner, window.from, window.until, amount.currency, amount.minor];
      const progress = JSON.stringify(progressOf(earning, terms));
      const booked = amount.minor === 0n ? [] : [amount.minor];
      return [...parts, result.reached.tier, blocked.lines, progress, ...booked].join(' ');
    });
  });
  // What was booked and taken back again sums to 0, what was never booked to nothing.
  // What the next tier is worth follows from the rest, which is compared.
  const found = rows.map(({ text }) => text.replace(/,"worth":"[^"]*"/, '').replace(/(?<=\}) 0$/, ''));
  sameTexts(context.say, 'earning', found, wanted);
  const unsupported = await rowsOf(
    context,
    `SELECT FROM booking k
     WHERE k.tenant_id = $1 AND NOT EXISTS (
       SELECT FROM earning e
       WHERE e.tenant_id = k.tenant_id AND e.agreement_id = k.agreement_id AND e.term = k.term
         AND e.partner_id = k.partner_id AND e.window_from = k.window_from
         AND e.window_until = k.window_until AND e.currency = k.currency)
     GROUP BY agreement_id, term, partner_id, window_from, window_until, currency, kind
     HAVING sum(delta_minor) <> 0`,
  );
  if (unsupported.length > 0) context.say(`${unsupported.length} accounts are booked and not earned`);
}

/** What the books of the companies hold is what was recognised, account by account; numbers have no gap. */
async function checkLedger(context: Context): Promise<void> {
  const apart = await rowsOf<object>(
    context,
    `SELECT coalesce(k.agreement_id, t.agreement_id) AS agreement, k.minor AS recognised, t.minor AS posted
     FROM (
       SELECT agreement_id, term, partner_id, window_from, currency, company, sum(delta_minor) AS minor
       FROM booking WHERE tenant_id = $1 AND kind = 'recognised' GROUP BY 1, 2, 3, 4, 5, 6
     ) k
     FULL JOIN (
       SELECT agreement_id, term, partner_id, window_from, currency, company,
         sum(CASE debit_role WHEN 'rebateExpense' THEN minor ELSE -minor END) AS minor
       FROM ledger_transfer WHERE tenant_id = $1 AND event = 'accrue' GROUP BY 1, 2, 3, 4, 5, 6
     ) t USING (agreement_id, term, partner_id, window_from, currency, company)
     WHERE k.minor IS DISTINCT FROM t.minor`,
  );
  for (const row of apart) context.say(`the ledger does not hold what is recognised: ${JSON.stringify(row)}`);
  const estimated = await rowsOf<object>(
    context,
    `SELECT agreement_id FROM booking WHERE tenant_id = $1
     GROUP BY agreement_id, term, partner_id, window_from, currency
     HAVING sum(delta_minor) FILTER (WHERE kind = 'earned') IS DISTINCT FROM
       sum(delta_minor) FILTER (WHERE kind = 'recognised')`,
  );
  for (const row of estimated) context.say(`recognised is not earned: ${JSON.stringify(row)}`);
  const gaps = await rowsOf<object>(
    context,
    `SELECT h.company, h.last_number, count(t.number) AS transfers FROM ledger_head h
     LEFT JOIN ledger_transfer t USING (tenant_id, company)
     WHERE h.tenant_id = $1 GROUP BY h.company, h.last_number
     HAVING count(t.number) <> h.last_number OR coalesce(max(t.number), 0) <> h.last_number`,
  );
  for (const gap of gaps) context.say(`numbers of the ledger have a gap: ${JSON.stringify(gap)}`);
}

/** Booking numbers run from 1 without a gap, and every booking's causes add up to it. */
async function checkAccounts(context: Context): Promise<void> {
  const gaps = await rowsOf<object>(
    context,
    `SELECT b.term, b.partner_id, b.window_from, b.last_number,
       array_agg(k.number ORDER BY k.number) AS numbers
     FROM booking_account b
     LEFT JOIN booking k USING
       (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company)
     WHERE b.tenant_id = $1
     GROUP BY b.agreement_id, b.term, b.partner_id, b.window_from, b.window_until, b.kind, b.currency,
       b.company, b.last_number
     HAVING coalesce(max(k.number), 0) <> b.last_number OR count(k.number) <> b.last_number`,
  );
  for (const gap of gaps) context.say(`booking numbers have a gap: ${JSON.stringify(gap)}`);
  const unexplained = await rowsOf<object>(
    context,
    `SELECT k.id, k.delta_minor, sum(c.minor) AS causes
     FROM booking k
     LEFT JOIN booking_cause c ON c.tenant_id = k.tenant_id AND c.booking_id = k.id
     WHERE k.tenant_id = $1
     GROUP BY k.id, k.delta_minor HAVING sum(c.minor) IS DISTINCT FROM k.delta_minor`,
  );
  for (const booking of unexplained) context.say(`causes do not add up: ${JSON.stringify(booking)}`);
}

/** A day later everything is due again, and nothing has changed. */
async function checkNothingMore(context: Context): Promise<void> {
  const { store, story, say } = context;
  const again = await calculateDue(portsOn(store, '2027-01-01'), story.tenant);
  if (again.length !== AGREEMENTS.length) say(`${again.length} agreements were calculated again`);
  for (const { agreement, bookings, recognised } of again) {
    const count = bookings.length + recognised.length;
    if (count > 0) say(`running ${agreement} again booked ${count} differences`);
  }
}

async function booked(context: Context): Promise<Pick<Figures, 'bookings' | 'causes'>> {
  const rows = await rowsOf<{ cause: string; bookings: number }>(
    context,
    `SELECT cause, (SELECT count(*)::int FROM booking WHERE tenant_id = $1 AND kind = 'earned') AS bookings
     FROM booking_cause WHERE tenant_id = $1 GROUP BY cause ORDER BY cause`,
  );
  return { bookings: rows[0]?.bookings ?? 0, causes: rows.map(({ cause }) => cause) };
}
