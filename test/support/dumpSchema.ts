import type { ClientBase } from 'pg';

/** One table with what stands around it, each list in a fixed order. */
type TableRow = {
  readonly name: string;
  readonly walls: string;
  readonly columns: readonly string[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly policies: readonly string[];
  readonly grants: readonly string[];
};

/** What the catalogues say, in the words of SQL; the same text from PostgreSQL 15 to 18. */
const TABLES = `
  SELECT c.relname AS name,
    CASE WHEN c.relrowsecurity THEN 'row level security' ELSE 'no row level security' END
      || CASE WHEN c.relforcerowsecurity THEN ', forced' ELSE '' END AS walls,
    ARRAY(
      SELECT format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
        || CASE WHEN o.collname <> 'default' THEN format(' COLLATE %I', o.collname) ELSE '' END
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
      FROM pg_attribute a
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_collation o ON o.oid = a.attcollation
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum
    ) AS columns,
    -- PostgreSQL 18 keeps NOT NULL as a constraint, too (contype n); the columns say it already.
    ARRAY(
      SELECT format('%I %s', k.conname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n'
      ORDER BY k.contype = 'p' DESC, k.conname COLLATE "C"
    ) AS constraints,
    ARRAY(
      SELECT pg_get_indexdef(i.indexrelid)
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
      WHERE i.indrelid = c.oid
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)
      ORDER BY x.relname COLLATE "C"
    ) AS indexes,
    ARRAY(
      SELECT format('%I %s FOR %s TO %s', p.policyname, lower(p.permissive), p.cmd, array_to_string(p.roles, ', '))
        || coalesce(' USING ' || regexp_replace(p.qual, '\\s+', ' ', 'g'), '')
        || coalesce(' WITH CHECK ' || regexp_replace(p.with_check, '\\s+', ' ', 'g'), '')
      FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
      ORDER BY p.policyname COLLATE "C"
    ) AS policies,
    ARRAY(
      SELECT format('%s%s TO %s', g.privilege, coalesce(' (' || g.columns || ')', ''), g.grantee)
      FROM (
        SELECT x.privilege_type AS privilege, NULL AS columns, pg_get_userbyid(x.grantee) AS grantee
        FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner
        UNION ALL
        SELECT x.privilege_type, string_agg(a.attname, ', ' ORDER BY a.attnum), pg_get_userbyid(x.grantee)
        FROM pg_attribute a, aclexplode(a.attacl) x
        WHERE a.attrelid = c.oid AND NOT a.attisdropped GROUP BY x.privilege_type, x.grantee
      ) g
      ORDER BY g.grantee COLLATE "C", g.privilege COLLATE "C"
    ) AS grants
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  ORDER BY c.relname COLLATE "C"`;

/**
 * The schema as one text, for people and for the comparison with schema.sql: tables, columns,
 * keys, indexes, policies and grants, as the server knows them after all migrations.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  const { rows } = await client.query<TableRow>(TABLES);
  const head = '-- Made from the catalogues by dumpSchema.ts after the last migration; not to be edited.';
  return `${[head, ...rows.map(tableText)].join('\n\n')}\n`;
}

function tableText(table: TableRow): string {
  const { name, walls, columns, constraints, indexes, policies, grants } = table;
  const body = [...columns, ...constraints.map((constraint) => `CONSTRAINT ${constraint}`)];
  return [
    `CREATE TABLE ${name} (\n${body.map((line) => `  ${line}`).join(',\n')}\n);`,
    ...indexes.map((index) => `${index};`),
    `-- ${walls}`,
    ...policies.map((policy) => `-- POLICY ${policy}`),
    ...grants.map((grant) => `-- GRANT ${grant}`),
  ].join('\n');
}
