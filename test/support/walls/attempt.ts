import { Client, DatabaseError } from 'pg';

/** What an attempt came to: rows in all answers, or the SQLSTATE; `seen` is all that came back. */
export type Outcome = { readonly ends: string; readonly seen: string };

export const DENIED = '42501';
export const NONE = '0 rows';

/** `@A` and `@B` are the ids of the tenants. `set` runs before, in the same transaction. */
export type Attempt = {
  readonly name: string;
  readonly set: string;
  readonly sql: string;
  readonly ends: string | RegExp;
};

export const row = (name: string, set: string, sql: string, ends: string | RegExp): Attempt => ({
  name,
  set,
  sql,
  ends,
});

/** Attempts that begin and end alike: what each is called, and its statement. */
export function attempts(
  set: string,
  ends: Attempt['ends'],
  statements: Readonly<Record<string, string>>,
): Attempt[] {
  return Object.entries(statements).map(([name, sql]) => row(name, set, sql, ends));
}

/** One statement in several settings, which ends alike in all: what each is called, and what is set. */
export function settings(
  sql: string,
  ends: Attempt['ends'],
  sets: Readonly<Record<string, string>>,
): Attempt[] {
  return Object.entries(sets).map(([name, set]) => row(name, set, sql, ends));
}

export const TENANT_A = `SET LOCAL app.tenant = '@A'`;
export const PARTNERS = `${TENANT_A}; SET LOCAL app.partners = '{OWN-P1}'`;

/** What neither the application nor the portal may do. */
export const FORBIDDEN: Readonly<Record<string, string>> = {
  'a table locked away': 'LOCK TABLE line IN ACCESS EXCLUSIVE MODE',
  'the owner': 'SET ROLE openrebate_owner',
  'walls off': 'ALTER TABLE line DISABLE ROW LEVEL SECURITY',
  'a policy added': 'CREATE POLICY door ON line USING (true)',
  'replication roles': 'SET session_replication_role = replica',
  'a file': `SELECT pg_read_file('postgresql.conf')`,
  'a large object from a file': `SELECT lo_import('/etc/passwd')`,
  'all large objects': 'SELECT * FROM pg_largeobject',
  passwords: 'SELECT * FROM pg_authid',
};

/** One connection for one piece of work. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function attempt(client: Client, sql: string): Promise<Outcome> {
  try {
    const answer = await client.query(sql);
    const answers = Array.isArray(answer) ? answer : [answer];
    const last = answers.at(-1);
    const rows = answers.flatMap((one) => one.rows);
    return { ends: `${last?.rows.length || last?.rowCount || 0} rows`, seen: JSON.stringify(rows) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code, message, detail, hint, where } = error;
    return { ends: code ?? 'error', seen: [message, detail, hint, where].join('\n') };
  }
}
