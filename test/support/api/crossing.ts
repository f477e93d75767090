import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import type { TestDatabase } from '../database.ts';
import type { Answered } from './apiServer.ts';
import { FIXTURES } from './fixtures.ts';
import { type AnyRoute, type Place, placesOf, thingFor } from './request.ts';
import type { World } from './world.ts';

export type Things = { readonly values: Map<Place, string>; readonly version: string | undefined };

/** A value of this world for each place of the operation. */
export async function valuesIn(route: AnyRoute, world: World): Promise<Things> {
  const values = new Map<Place, string>();
  // What there is one of in a tenant has a version and no name.
  let version = (await FIXTURES[`${route.id}.only`]?.(world))?.version;
  for (const place of placesOf(route)) {
    const thing = await thingFor(route, place.kind, world);
    values.set(place, thing.id);
    if (place.in === 'path') version ??= thing.version;
  }
  return { values, version };
}

/** What stands at a place in the things of another world. */
export function valueAt(values: ReadonlyMap<Place, string>, { in: where, at }: Place): string {
  return [...values].find(([one]) => one.in === where && one.at.join() === at.join())?.[1] ?? '';
}

/** Kinds of things, which everybody has: words of the language of the API. */
const WORDS: readonly string[] = ['commentKind', 'masterKind'];

/** The names that a request says, without words. */
export function namesIn(values: ReadonlyMap<Place, string>): string[] {
  return [...values].flatMap(([{ kind }, name]) => (WORDS.includes(kind) ? [] : [name]));
}

/** One that nobody has, of the same form. */
export function nobodys(id: string): string {
  if (/^[0-9a-f]{8}-/.test(id)) return randomUUID();
  if (/^([0-9a-f]{12}|[0-9a-f]{64})$/.test(id)) return randomBytes(id.length / 2).toString('hex');
  return `NOBODY-${id}`;
}

/** Ones that nobody has at the same places. */
export function nobodysAt(values: ReadonlyMap<Place, string>): Map<Place, string> {
  // A number beside a name is counted in each tenant, and one that is no number is refused before anything is looked up.
  const isNumber = (id: string) => /^\d+$/.test(id);
  const isNamed = [...values.values()].some((id) => !isNumber(id));
  const stays = ({ kind }: Place, id: string) => WORDS.includes(kind) || (isNamed && isNumber(id));
  return new Map([...values].map(([place, id]) => [place, stays(place, id) ? id : nobodys(id)]));
}

/** What an answer says, whatever the thing was called and whichever request it was. */
export function told({ status, headers, body }: Answered, ids: readonly string[]): string {
  // The message in which rows wait is made for this request.
  const {
    requestId: _,
    message: __,
    ...rest
  } = typeof body === 'object' && body !== null ? body : { text: body };
  let text = JSON.stringify([status, headers['content-type'], headers.etag ?? null, rest]);
  for (const id of [...ids].sort((one, other) => other.length - one.length)) text = text.replaceAll(id, 'ID');
  return text;
}

/** Reads everything of a tenant, as the administrator of the database sees it: one sum for each table. */
export async function watch(database: TestDatabase, { tenant }: World): Promise<() => Promise<string>> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  afterAll(() => client.end());
  const { rows: tables } = await client.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
  );
  // A sum of hashes: order does not matter, and a row that is there twice counts twice.
  const texts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, sum(hashtextextended(t::text, 0)) AS rows
      FROM ${name} t WHERE tenant_id = '${tenant}'`,
  );
  const query = { name: 'state', text: texts.join(' UNION ALL ') };
  return async () => {
    const { rows } = await client.query(query);
    return rows.map(({ name, rows: sum }) => `${name} ${sum}`).join('\n');
  };
}
