import type { Client } from 'pg';

/** One wall with one stone missing: how it is taken out, and how it is put back. */
export type WallMutant = {
  readonly name: string;
  readonly table: string;
  readonly break: string;
  readonly mend: string;
};

type Policy = {
  readonly table: string;
  readonly policy: string;
  readonly command: string;
  readonly roles: string;
  /** RESTRICTIVE stands beside the others, PERMISSIVE opens. */
  readonly kind: string;
  /** What adds rows alone has none. */
  readonly using: string | null;
  readonly check: string | null;
};

/** Accounts have walls of their own, which adapters/db/accountWalls.test.ts breaks. */
const OF_TENANTS = `relname !~ '^account(_flow|_passkey|_recovery_code|_session|_ticket|_totp|_tries)?$'`;

/** Every table and every policy with each part of it taken away, one at a time. */
export async function policyMutants(client: Client): Promise<WallMutant[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND ${OF_TENANTS} ORDER BY relname COLLATE "C"`,
  );
  const { rows: policies } = await client.query<Policy>(
    `SELECT tablename AS table, policyname AS policy, cmd AS command, array_to_string(roles, ', ') AS roles, permissive AS kind,
       qual AS using, with_check AS check
     FROM pg_policies WHERE schemaname = 'public' AND policyname <> 'account_wall' ORDER BY tablename COLLATE "C", policyname COLLATE "C"`,
  );
  return [...tables.flatMap(({ name }) => wallsOff(name)), ...policies.flatMap(policyBroken)];
}

function wallsOff(table: string): WallMutant[] {
  const mutant = (off: string, on: string) => ({
    name: `${table}: ${off}`,
    table,
    break: `ALTER TABLE ${table} ${off} ROW LEVEL SECURITY`,
    mend: `ALTER TABLE ${table} ${on} ROW LEVEL SECURITY`,
  });
  return [mutant('DISABLE', 'ENABLE'), mutant('NO FORCE', 'FORCE')];
}

function policyBroken({ table, policy, command, roles, kind, using, check }: Policy): WallMutant[] {
  const alter = `ALTER POLICY ${policy} ON ${table}`;
  const mutant = (what: string, sql: string, mend: string) => ({
    name: `${table}.${policy}: ${what}`,
    table,
    break: sql,
    mend,
  });
  const uses = using === null ? '' : ` USING (${using})`;
  const checks = check === null ? '' : ` WITH CHECK (${check})`;
  const made = `CREATE POLICY ${policy} ON ${table} AS ${kind} FOR ${command} TO ${roles}${uses}${checks}`;
  const clause = using === null ? 'WITH CHECK' : 'USING';
  const again = `${alter} ${clause} (${using ?? check})`;
  const parts = conjuncts(using ?? check ?? '');
  const without = parts.map((part) => parts.filter((other) => other !== part).join(' AND '));
  return [
    ...(using === null ? [] : [mutant('USING (true)', `${alter} USING (true)`, again)]),
    ...(check === null
      ? []
      : [mutant('WITH CHECK (true)', `${alter} WITH CHECK (true)`, `${alter}${checks}`)]),
    mutant('dropped', `DROP POLICY ${policy} ON ${table}`, made),
    ...(parts.length < 2
      ? []
      : without.map((rest, at) => mutant(`without ${parts[at]}`, `${alter} ${clause} (${rest})`, again))),
  ];
}

/** The conditions that stand side by side in `((one) AND (other))`. */
function conjuncts(condition: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  const inner = condition.replace(/^\((.*)\)$/s, '$1');
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] === '(') depth += 1;
    if (inner[at] === ')') depth -= 1;
    if (depth === 0 && inner.startsWith(' AND ', at)) {
      parts.push(inner.slice(start, at));
      start = at + ' AND '.length;
    }
  }
  return [...parts, inner.slice(start)];
}

/** Every right that a role does not have, given to it, one at a time. */
export async function grantMutants(
  client: Client,
  grants: Readonly<Record<'app' | 'portal', Readonly<Record<string, string>>>>,
): Promise<WallMutant[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND c.${OF_TENANTS}
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  );
  return rows.flatMap(({ table, columns }) =>
    (['app', 'portal'] as const).flatMap((role) => givenTo(role, table, columns, grants[role][table] ?? '')),
  );
}

function givenTo(
  role: 'app' | 'portal',
  table: string,
  columns: readonly string[],
  has: string,
): WallMutant[] {
  const mutant = (right: string): WallMutant => ({
    name: `${table}: ${right} to the ${role}`,
    table,
    break: `GRANT ${right} ON ${table} TO openrebate_${role}`,
    mend: `REVOKE ${right} ON ${table} FROM openrebate_${role}`,
  });
  const whole = has.replaceAll(/\w+ \([^)]*\)/g, '');
  const verbs = ['DELETE', 'TRUNCATE'].filter((verb) => !whole.includes(verb));
  const byColumn = ['SELECT', 'INSERT', 'UPDATE'].filter((verb) => !whole.includes(verb));
  return [
    ...verbs.map(mutant),
    ...byColumn.flatMap((verb) => {
      const some = new RegExp(`${verb} \\(([^)]*)\\)`).exec(has)?.[1]?.split(', ') ?? [];
      return columns.filter((name) => !some.includes(name)).map((name) => mutant(`${verb} (${name})`));
    }),
  ];
}
