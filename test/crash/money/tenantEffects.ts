import type { Client } from 'pg';
import type { TenantId } from '../../../app/ports.ts';
import { tenantTables } from './tenantCopies.ts';

/** What stands in the tables of a tenant: how many rows, the sum of every number, and every state. */
export type Effects = Readonly<Record<string, unknown>>;

const SUMMED = ['numeric', 'bigint', 'integer', 'smallint'];
const SAID = ['state', 'deed', 'kind', 'event', 'to_position', 'decision', 'legal_number', 'action'];

/** Asks for all of it at once. Shape: of a superuser. */
export async function effectsReader(admin: Client): Promise<(tenant: TenantId) => Promise<Effects>> {
  const { rows } = await admin.query<{ table: string; column: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, a.attnum`,
  );
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const questions = [...(await tenantTables(admin)).keys()].map((table) => {
    const parts = (byTable.get(table) ?? []).flatMap(({ column, type }) => {
      if (SUMMED.includes(type)) return [`'${column}', sum(${column})::text`];
      return SAID.includes(column) ? [`'${column}', string_agg(${column}, ' ' ORDER BY ${column})`] : [];
    });
    const told = ["'rows', count(*)", ...parts].join(', ');
    return `'${table}', (SELECT json_build_object(${told}) FROM ${table} WHERE tenant_id = $1)`;
  });
  // A function takes no more than 100 arguments.
  const objects = Array.from({ length: Math.ceil(questions.length / 40) }, (_, at) =>
    questions.slice(at * 40, at * 40 + 40),
  ).map((some) => `json_build_object(${some.join(', ')})::jsonb`);
  const sql = `SELECT ${objects.join(' || ')} AS effects`;
  return async (tenant) => (await admin.query<{ effects: Effects }>(sql, [tenant])).rows[0]?.effects ?? {};
}

/** In which tables two states differ. */
export function differing(one: Effects, other: Effects): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
