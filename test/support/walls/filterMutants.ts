import { Client, type QueryResult } from 'pg';

// Every statement of the store names its tenant beside the walls of the database. Here the walls are taken
// away (a superuser is bound by none), so that the names alone have to hold; and then each of the names
// is taken out, one at a time, which has to change what the statement finds.

/** One name of a tenant in one statement, taken out. */
export type FilterMutant = { readonly name: string; readonly text: string };

export type FilterReport = {
  /** Statements that find something else when no wall stands: they rely on the wall alone. */
  readonly unfiltered: Set<string>;
  readonly planted: Set<string>;
  readonly killed: Set<string>;
};

const FILTER = /(?:\w+\.)?tenant_id = (?:\$1|\w+\.tenant_id)/g;

function mutantsOf(text: string): FilterMutant[] {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return [...text.matchAll(FILTER)].map((found, at) => {
    const instead = found[0].endsWith('$1') ? '$1::uuid IS NOT NULL' : 'true';
    const mutated = text.slice(0, found.index) + instead + text.slice(found.index + found[0].length);
    return { name: `${found[0]} (${at + 1}) in ${plain}`, text: mutated };
  });
}

type Query = (text: string, values?: unknown[]) => Promise<QueryResult>;

/**
 * Watches every statement of connections of a superuser, which work as the application does until a
 * statement is tried without walls. Gives back what was found, and how the watch is ended.
 */
export function watchFilters(): {
  readonly report: FilterReport;
  readonly end: () => void;
  readonly isOn: { now: boolean };
} {
  const report: FilterReport = { unfiltered: new Set(), planted: new Set(), killed: new Set() };
  const isOn = { now: false };
  const original = Client.prototype.query;
  const patched = async function (this: Client, text: unknown, values?: unknown[]): Promise<unknown> {
    const query = original.bind(this) as unknown as Query;
    if (typeof text !== 'string') return query(text as string, values);
    if (text.startsWith('BEGIN ISOLATION')) return query(`${text}; SET LOCAL ROLE openrebate_app`);
    if (!isOn.now || !Array.isArray(values) || !text.includes('tenant_id')) return query(text, values);
    const mutants = mutantsOf(text);
    for (const { name } of mutants) report.planted.add(name);
    const open = mutants.filter(({ name }) => !report.killed.has(name));
    const free = await withoutWalls(query, text, values);
    const outcomes: [string, string][] = [];
    for (const { name, text: mutated } of open)
      outcomes.push([name, await withoutWalls(query, mutated, values)]);
    const before = await withoutEffect(query, text, values);
    if (before !== free) report.unfiltered.add(text.replaceAll(/\s+/g, ' ').trim());
    for (const [name, outcome] of outcomes) if (outcome !== before) report.killed.add(name);
    return query(text, values);
  };
  Client.prototype.query = function (this: Client, text: unknown, values?: unknown, ...rest: unknown[]) {
    // The pool calls back; what calls back is no statement of the store.
    if (typeof values === 'function' || rest.length > 0 || typeof text !== 'string')
      return (original as (...args: unknown[]) => unknown).call(this, text, values, ...rest);
    return patched.call(this, text, values as unknown[] | undefined);
  } as typeof original;
  const end = () => {
    Client.prototype.query = original;
  };
  return { report, isOn, end };
}

async function withoutWalls(query: Query, text: string, values: unknown[]): Promise<string> {
  await query('SAVEPOINT free; SET LOCAL ROLE NONE');
  const outcome = await outcomeOf(query, text, values);
  await query('ROLLBACK TO free; RELEASE free');
  return outcome;
}

async function withoutEffect(query: Query, text: string, values: unknown[]): Promise<string> {
  await query('SAVEPOINT bound');
  const outcome = await outcomeOf(query, text, values);
  await query('ROLLBACK TO bound; RELEASE bound');
  return outcome;
}

async function outcomeOf(query: Query, text: string, values: unknown[]): Promise<string> {
  try {
    const { rowCount, rows } = await query(text, values);
    const said = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    return `${rowCount} ${said}`;
  } catch (error) {
    return String((error as { code?: string }).code);
  }
}

/** Rows of a tenant, written again under another one with all of their ids. */
export async function cloneTenant(admin: Client, from: string, to: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND c.relname <> 'tenant'
     GROUP BY c.relname`,
  );
  const statements = rows.flatMap(({ name, columns }) => {
    const others = columns.filter((column) => column !== 'tenant_id').join(', ');
    return [
      `DELETE FROM ${name} WHERE tenant_id = '${to}'`,
      `INSERT INTO ${name} (tenant_id, ${others}) SELECT '${to}', ${others} FROM ${name} WHERE tenant_id = '${from}'`,
    ];
  });
  await admin.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statements.join('; ')}; COMMIT`);
}
