import { Client } from 'pg';
import { brokenIndexes } from '../brokenIndexes.ts';
import type { ExpectedBooks, ExpectedLine } from './expectedBooks.ts';
import { answeredOtherwise, type Told } from './loadClient.ts';

/** What of a tenant is not as its clients were told; each fault in words. */
export type LoadAudit = {
  readonly faults: readonly string[];
  readonly figures: { readonly lines: number; readonly bookings: number; readonly indexes: number };
};

type Context = {
  readonly admin: Client;
  readonly tenant: string;
  readonly say: (fault: string) => void;
};

/** Nobody may ask it for anything any more, and nothing be due. Jobs may still wait that find nothing to do. */
export async function auditLoad(
  at: { readonly address: string; readonly adminUrl: string; readonly tenant: string },
  told: Told,
  books: ExpectedBooks,
): Promise<LoadAudit> {
  const admin = new Client({ connectionString: at.adminUrl });
  await admin.connect();
  try {
    const faults = [...told.odd, ...(await answeredOtherwise(at.address, told.acknowledged))];
    const context: Context = { admin, tenant: at.tenant, say: (fault) => faults.push(fault) };
    await checkKeys(context, told);
    const isIn = await checkFiles(context, books);
    const lines = new Map(books.lines);
    for (const [name, unknown] of books.unknownFiles) {
      if (isIn.has(name)) for (const [key, line] of unknown) lines.set(key, line);
    }
    await checkLines(context, lines);
    await checkEarned(context, lines);
    await checkOthers(context, books);
    await checkDeeds(context, books);
    const bookings = await checkBookings(context);
    const indexes = await brokenIndexes(admin);
    faults.push(...indexes.faults);
    return { faults, figures: { lines: lines.size, bookings, indexes: indexes.checked } };
  } finally {
    await admin.end();
  }
}

/** The column of a query as texts. */
async function texts({ admin, tenant }: Context, sql: string): Promise<string[]> {
  const { rows } = await admin.query<{ text: string }>(sql, [tenant]);
  return rows.map(({ text }) => text);
}

/** Each once, and nothing else. */
function same(context: Context, what: string, found: readonly string[], wanted: Iterable<string>): void {
  const left = new Set(wanted);
  for (const text of found) if (!left.delete(text)) context.say(`${what} too many: ${text}`);
  for (const text of left) context.say(`${what} missing: ${text}`);
}

/** A key for every write that was acknowledged, and for none that was refused. */
async function checkKeys(context: Context, told: Told): Promise<void> {
  const kept = await texts(
    context,
    `SELECT split_part(key, ' ', 3) AS text FROM idempotency_key WHERE tenant_id = $1 AND key LIKE 'http %'`,
  );
  const unanswered = new Set(told.unanswered);
  const keys = told.acknowledged.map(({ write }) => write.headers['idempotency-key'] as string);
  same(
    context,
    'key',
    kept.filter((key) => !unanswered.has(key)),
    keys,
  );
}

/** Gives the names of all files that are in. */
async function checkFiles(context: Context, books: ExpectedBooks): Promise<ReadonlySet<string>> {
  const names = await texts(
    context,
    `SELECT name AS text FROM source_document WHERE tenant_id = $1 AND parent_id IS NULL AND source = 'file' AND kind = 'lines'`,
  );
  const found = names.filter((name) => !books.unknownFiles.has(name));
  same(context, 'file', found, books.files);
  for (const name of books.noFiles) if (names.includes(name)) context.say(`file not wanted: ${name}`);
  if (new Set(names).size !== names.length) context.say('a file is there twice');
  return new Set(names);
}

async function checkLines(context: Context, lines: ReadonlyMap<string, ExpectedLine>): Promise<void> {
  const found = await texts(
    context,
    `SELECT concat_ws(' ', document || '/' || line, partner_id, invoiced_quantity::int, (net_value * 100)::int) AS text
     FROM (SELECT DISTINCT ON (source, document, line) * FROM line WHERE tenant_id = $1
           ORDER BY source, document, line, revision DESC) latest
     WHERE withdrawn IS NULL`,
  );
  const wanted = [...lines].map(
    ([key, { partner, pieces, cents }]) => `${key} ${partner} ${pieces} ${cents}`,
  );
  same(context, 'line', found, wanted);
}

/** 2 % of what stands, and 0.35 for each piece, each rounded once: earned and booked. */
async function checkEarned(context: Context, lines: ReadonlyMap<string, ExpectedLine>): Promise<void> {
  const sums = new Map<string, { cents: number; pieces: number }>();
  for (const { partner, cents, pieces } of lines.values()) {
    const before = sums.get(partner) ?? { cents: 0, pieces: 0 };
    sums.set(partner, { cents: before.cents + cents, pieces: before.pieces + pieces });
  }
  const wanted = [...sums].flatMap(([partner, { cents, pieces }]) => {
    const flat = Math.floor((cents * 2 + 50) / 100);
    return [`FLAT ${partner} ${flat} ${flat}`, `PIECES ${partner} ${pieces * 35} ${pieces * 35}`];
  });
  const found = await texts(
    context,
    `SELECT concat_ws(' ', a.code, e.partner_id, e.earned_minor,
       (SELECT coalesce(sum(k.delta_minor), 0) FROM booking k
        WHERE k.tenant_id = e.tenant_id AND k.agreement_id = e.agreement_id AND k.partner_id = e.partner_id
          AND k.kind = 'earned')) AS text
     FROM earning e JOIN agreement a ON a.tenant_id = e.tenant_id AND a.id = e.agreement_id
     WHERE e.tenant_id = $1`,
  );
  // A customer whose lines were all taken out again earns nothing, and is booked nothing.
  same(
    context,
    'earning',
    found.filter((text) => !/ 0 0$/.test(text)),
    wanted,
  );
}

async function checkOthers(context: Context, books: ExpectedBooks): Promise<void> {
  const of = (column: string, table: string, where = '') =>
    texts(context, `SELECT ${column} AS text FROM ${table} t WHERE tenant_id = $1 ${where}`);
  same(
    context,
    'payment',
    await of("payment || ' ' || revision", 'payment'),
    [...books.payments].map((one) => `${one} 1`),
  );
  same(
    context,
    'count',
    await of("source || ' ' || revision", 'stock_count'),
    [...books.stock].map((one) => `${one} 1`),
  );
  const audited = `login || ' ' || (SELECT count(*) FROM audit a WHERE a.tenant_id = t.tenant_id AND a.object = t.id::text)`;
  const persons = await of(audited, 'person', "AND login LIKE 'p-%'");
  same(
    context,
    'person',
    persons,
    [...books.persons].map((login) => `${login} 1`),
  );
  const failed = await of(
    "kind || ' ' || coalesce(error, '')",
    'job',
    "AND state IN ('failed', 'cancelled')",
  );
  for (const job of failed) context.say(`a job was given up: ${job}`);
}

async function checkDeeds(context: Context, books: ExpectedBooks): Promise<void> {
  const found = await texts(
    context,
    `SELECT code || ' ' || string_agg(deed, ' ' ORDER BY number) AS text
     FROM agreement_deed WHERE tenant_id = $1 GROUP BY code`,
  );
  const own = ['FLAT', 'PIECES'].map((code) => `${code} begin submit approve`);
  const wanted = [...books.deeds].map(([code, deeds]) => `${code} ${deeds.join(' ')}`);
  same(context, 'deeds of', found, [...own, ...wanted]);
}

/** Numbers run from 1 without a gap, causes add up to what was booked. */
async function checkBookings(context: Context): Promise<number> {
  const gaps = await texts(
    context,
    `SELECT concat_ws(' ', partner_id, count(*), max(number)) AS text FROM booking WHERE tenant_id = $1
     GROUP BY agreement_id, term, partner_id, window_from, window_until, kind, currency, company
     HAVING count(*) <> max(number)`,
  );
  for (const gap of gaps) context.say(`booking numbers have a gap: ${gap}`);
  const unexplained = await texts(
    context,
    `SELECT k.id::text AS text FROM booking k
     LEFT JOIN booking_cause c ON c.tenant_id = k.tenant_id AND c.booking_id = k.id
     WHERE k.tenant_id = $1 GROUP BY k.id, k.delta_minor HAVING sum(c.minor) IS DISTINCT FROM k.delta_minor`,
  );
  for (const booking of unexplained) context.say(`causes do not add up: ${booking}`);
  return (await texts(context, 'SELECT id::text AS text FROM booking WHERE tenant_id = $1')).length;
}
