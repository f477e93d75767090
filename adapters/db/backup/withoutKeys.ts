import type { Client } from 'pg';

type Key = {
  readonly table: string;
  readonly name: string;
  readonly text: string;
  readonly isIndex: boolean;
};

/** References first: a key that others point at cannot go before them. */
const KEYS = `
  SELECT k.conrelid::regclass::text AS table, quote_ident(k.conname) AS name,
    pg_get_constraintdef(k.oid) AS text, false AS "isIndex"
  FROM pg_constraint k
  WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('f', 'p', 'u') AND k.conrelid <> 0
    AND k.conrelid <> 'schema_migration'::regclass
  UNION ALL
  SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), true
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)`;

/**
 * Takes all keys, indexes and references off the tables, lets them be filled in any order, and puts
 * them back. To build an index once costs a fraction of keeping it row by row, and what breaks a key
 * still breaks the transaction.
 */
export async function withoutKeys(client: Client, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Key>(KEYS);
  const references = rows.filter(({ text }) => text.startsWith('FOREIGN KEY'));
  const others = rows.filter((key) => !references.includes(key));
  for (const { table, name, isIndex } of [...references, ...others]) {
    await client.query(isIndex ? `DROP INDEX ${name}` : `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  await fill();
  for (const { table, name, text, isIndex } of [...others, ...references]) {
    await client.query(isIndex ? text : `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${text}`);
  }
}
