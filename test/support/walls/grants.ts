import type { Client } from 'pg';

/** What a role may do with each table, and with which columns. */
export async function grantsOf(client: Client, role: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; privileges: string }>(
    `SELECT c.relname AS name, string_agg(g.text, ', ' ORDER BY g.text COLLATE "C") AS privileges
     FROM pg_class c
     CROSS JOIN LATERAL (
       SELECT x.privilege_type AS text FROM aclexplode(c.relacl) x
       WHERE pg_get_userbyid(x.grantee) = $1
       UNION ALL
       SELECT x.privilege_type || ' (' || string_agg(a.attname, ', ' ORDER BY a.attnum) || ')'
       FROM pg_attribute a, aclexplode(a.attacl) x
       WHERE a.attrelid = c.oid AND pg_get_userbyid(x.grantee) = $1 GROUP BY x.privilege_type
     ) g
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm', 'v')
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [role],
  );
  return Object.fromEntries(rows.map(({ name, privileges }) => [name, privileges]));
}
