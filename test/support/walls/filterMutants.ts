import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type QueryResult } from 'pg';
import { openScans, type PlanNode } from './openScans.ts';

// Every statement of the stores names its tenant beside the walls of the database. Here the walls are taken
// away (a superuser is bound by none), and PostgreSQL says of each statement which rows it would look at,
// whatever the values and the data; then each of the names is taken out, one at a time, and has to be missed.

export type FilterReport = {
  /** As they were asked, on one line. */
  readonly statements: Set<string>;
  /** Where they rely on the walls alone. */
  readonly open: Set<string>;
  /** Names that were taken out, and those of them that nobody missed. */
  readonly planted: Set<string>;
  readonly unnoticed: Set<string>;
};

const FILTER = /(?:\w+\.)?tenant_id = (?:\$1|\w+\.tenant_id)/g;
const LOOKS = /^(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE)\b/;
const SETS_TENANT = /SET LOCAL app\.tenant = '([^']*)'/;

type Query = (text: string, values?: unknown[]) => Promise<QueryResult>;

/** Watches every statement of this user, whom no wall binds. Gives back what is found, and how the watch is ended. */
export function watchFilters(
  user: string,
  tables: ReadonlySet<string>,
): { readonly report: FilterReport; readonly end: () => void } {
  const report: FilterReport = {
    statements: new Set(),
    open: new Set(),
    planted: new Set(),
    unnoticed: new Set(),
  };
  const original = Client.prototype.query;
  const tenants = new WeakMap<Client, string>();
  const watched = async function (this: Client, text: string, values?: unknown[]): Promise<unknown> {
    const query = original.bind(this) as unknown as Query;
    const [, tenant] = SETS_TENANT.exec(text) ?? [];
    if (tenant !== undefined) tenants.set(this, tenant);
    const asked = plainly(text);
    if (values === undefined || !LOOKS.test(asked)) return query(text, values);
    if (asked.includes('tenant_id = $1') && values[0] !== tenants.get(this))
      report.open.add(`$1 is not the tenant in ${asked}`);
    if (!report.statements.has(asked)) await look(query, asked, tables, report);
    return query(text, values);
  };
  Client.prototype.query = function (this: Client, text: unknown, values?: unknown, ...rest: unknown[]) {
    // The pool calls back; what calls back is no statement of a store.
    const isOther = typeof values === 'function' || rest.length > 0 || typeof text !== 'string';
    if (isOther || this.user !== user)
      return (original as (...args: unknown[]) => unknown).call(this, text, values, ...rest);
    return watched.call(this, text, values as unknown[] | undefined);
  } as typeof original;
  const end = () => {
    Client.prototype.query = original;
  };
  return { report, end };
}

/** On one line, without the words that keep what is found for later. */
function plainly(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.replace(/^(CREATE TEMPORARY TABLE \w+( ON COMMIT DROP)? AS|DECLARE .*? FOR) /, '');
}

async function look(query: Query, asked: string, tables: ReadonlySet<string>, report: FilterReport) {
  report.statements.add(asked);
  for (const alias of await openIn(query, asked, tables)) report.open.add(`${alias} in ${asked}`);
  for (const [place, found] of [...asked.matchAll(FILTER)].entries()) {
    const name = `${found[0]} (${place + 1}) in ${asked}`;
    const instead = found[0].endsWith('$1') ? '$1::uuid IS NOT NULL' : 'true';
    const without = asked.slice(0, found.index) + instead + asked.slice(found.index + found[0].length);
    report.planted.add(name);
    if ((await openIn(query, without, tables)).length === 0) report.unnoticed.add(name);
  }
}

/** Where a statement relies on the walls alone, whoever $1 is. */
export async function openIn(query: Query, asked: string, tables: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await query(`EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${asked}`);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: PlanNode }];
  return openScans(plan, tables);
}

/** Pieces of statements in source files that name a tenant, each on one line, with where it stands. */
export function namesInSources(folder: string): { readonly piece: string; readonly at: string }[] {
  const piece = new RegExp(`[^'\`}]*(?:${FILTER.source})[^'\`$]*`, 'g');
  const files = globSync('**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'));
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        [...line.matchAll(piece)].map(([found]) => ({
          piece: found.replaceAll(/\s+/g, ' ').trim(),
          at: `${file}:${at + 1}`,
        })),
      ),
  );
}
