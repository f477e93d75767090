import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditExport } from '../../adapters/files/auditExport.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { eraseAudit } from '../../app/audit/eraseAudit.ts';
import { exportAudit } from '../../app/audit/exportAudit.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { listAudit } from '../../app/audit/listAudit.ts';
import { verifyAudit } from '../../app/audit/verifyAudit.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';

const ANNA = { kind: 'person', id: 'anna' } as const;

let database: TestDatabase;
let admin: Client;
let tenant: TenantId;
let ports: Ports;
beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  // What holds a superuser up is put aside: somebody who means to forge the trail does no less.
  await admin.query('SET session_replication_role = replica');
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});
beforeEach(async () => {
  tenant = await database.tenant();
  ports = {
    store: database.store,
    clock: systemClock,
    ids: uuidV7(systemClock),
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
});

function deed(object: string, body = { of: object }): Promise<void> {
  return ports.store.inTenant(tenant, (tx) =>
    auditDeed(ports, tx, { actor: ANNA, action: 'test.deed', object, body }),
  );
}

async function deeds(count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) await deed(`k${at}`);
}

const raw = (sql: string) => admin.query(sql.replaceAll(/\bT\b/g, `tenant_id = '${tenant}'`));

/** The findings as texts, entries by what they were done to. */
async function found(expected?: string): Promise<string[]> {
  const { findings } = await verifyAudit(ports, tenant, expected);
  const { rows } = await raw('SELECT id, object FROM audit WHERE T');
  const objects = new Map(rows.map(({ id, object }) => [id, object]));
  return findings.map(({ fault, position, entry = '' }) =>
    [fault, position, objects.get(entry)].filter((part) => part !== undefined).join(' '),
  );
}

describe('the audit trail', () => {
  it('waits, is linked in its order, and stays as it is when it is linked again', async () => {
    await deeds(3);
    expect((await verifyAudit(ports, tenant)).waiting).toBe(3);
    const { linked, head } = await linkAudit(ports, tenant);
    expect([linked, head.position]).toEqual([3, 3]);
    expect(await linkAudit(ports, tenant)).toEqual({ linked: 0, head });
    await deed('k4');
    const later = await linkAudit(ports, tenant);
    expect([later.linked, later.head.position]).toEqual([1, 4]);
    expect(await verifyAudit(ports, tenant, head.hash)).toEqual({
      head: later.head,
      findings: [],
      waiting: 0,
      isCut: false,
      anchoredAt: 3,
    });
  });

  it('is not linked for an erasure that is refused', async () => {
    await deeds(3);
    const id = '00000000-0000-4000-8000-000000000001';
    const erased = await eraseAudit(ports, tenant, { id, reason: 'x', actor: ANNA });
    expect(erased.ok ? [] : erased.refusals.map(({ code }) => code)).toEqual(['audit-entry-not-found']);
    expect((await verifyAudit(ports, tenant)).waiting).toBe(3);
  });

  it('takes in whoever commits late, behind what was linked meanwhile', async () => {
    let commit = () => {};
    const isHeld = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = ports.store.inTenant(tenant, async (tx) => {
      await auditDeed(ports, tx, { actor: ANNA, action: 'test.deed', object: 'late', body: {} });
      written();
      await isHeld;
    });
    await isWritten;
    await deed('early');
    expect((await linkAudit(ports, tenant)).linked).toBe(1);
    commit();
    await late;
    expect((await linkAudit(ports, tenant)).linked).toBe(1);
    const { rows } = await raw(
      'SELECT a.object FROM audit_link l JOIN audit a ON a.id = l.audit_id WHERE l.T ORDER BY position',
    );
    expect(rows.map(({ object }) => object)).toEqual(['early', 'late']);
    expect(await found()).toEqual([]);
  });

  it('is one chain, however many link it at once while others go on', async () => {
    const linking = Array.from({ length: 4 }, async (_, worker) => {
      for (let at = 0; at < 5; at += 1) {
        await deed(`w${worker}-${at}`);
        await linkAudit(ports, tenant);
      }
    });
    await Promise.all(linking);
    expect((await linkAudit(ports, tenant)).head.position).toBe(20);
    expect(await found()).toEqual([]);
    const { rows } = await raw('SELECT count(*)::int AS links FROM audit_link WHERE T');
    expect(rows).toEqual([{ links: 20 }]);
  });

  it('is shown by who, what and when, the newest first, with the place in the chain', async () => {
    await deeds(3);
    await linkAudit(ports, tenant);
    const objects = async (filter: Partial<Parameters<typeof listAudit>[2]>) =>
      (await listAudit(ports, tenant, { limit: 50, ...filter })).map(({ entry }) => entry.object);
    expect(await objects({})).toEqual(['k3', 'k2', 'k1']);
    expect(await objects({ object: 'k2' })).toEqual(['k2']);
    expect(await objects({ actor: 'person:bert' })).toEqual([]);
    expect(await objects({ actor: 'person:anna', action: 'test.deed' })).toHaveLength(3);
    const [newest] = await listAudit(ports, tenant, { limit: 1 });
    expect(newest?.link?.position).toBe(3);
    const { at = '', id = '' } = newest?.entry ?? {};
    expect(await objects({ before: { at, id } })).toEqual(['k2', 'k1']);
    const today = at.slice(0, 10);
    expect(await objects({ from: today, until: today })).toHaveLength(3);
    expect(await objects({ until: '2000-01-01' })).toEqual([]);
  });

  it('loses a content by a deed alone, and the chain stays whole', async () => {
    await deeds(2);
    const [{ id }] = (await raw("SELECT id FROM audit WHERE T AND object = 'k1'")).rows as [{ id: string }];
    const erase = (reason: string, which = id) =>
      eraseAudit(ports, tenant, { id: which, reason, actor: ANNA });
    expect((await erase(' ')).ok).toBe(false);
    expect((await erase('asked for', randomUUID())).ok).toBe(false);
    expect(accepted(await erase('asked for'))).toEqual({ isChanged: true });
    expect(accepted(await erase('asked for'))).toEqual({ isChanged: false });
    expect(await found()).toEqual([]);
    const { rows } = await raw("SELECT body, salt FROM audit WHERE T AND object = 'k1'");
    expect(rows).toEqual([{ body: null, salt: null }]);
    await linkAudit(ports, tenant);
    expect(await found()).toEqual([]);
    await raw("UPDATE audit SET body = NULL, salt = NULL WHERE T AND object = 'k2'");
    expect(await found()).toEqual(['erased 2 k2']);
  });

  it('gives the application no way to write over it', async () => {
    await deeds(1);
    await linkAudit(ports, tenant);
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const attempt = async (sql: string) => {
      await app.query(`BEGIN; SET LOCAL app.tenant = '${tenant}'`);
      const ends = await app.query(sql).then(
        () => 'done',
        ({ code }) => code,
      );
      await app.query('ROLLBACK');
      return ends;
    };
    for (const sql of [
      `UPDATE audit SET body = '{}'`,
      `UPDATE audit SET salt = gen_random_uuid(), body = '{}'`,
      `UPDATE audit SET actor = 'person:bert'`,
      'DELETE FROM audit',
      `UPDATE audit_link SET hash = repeat('0', 64)`,
      'DELETE FROM audit_link',
    ])
      expect([sql, await attempt(sql)]).toEqual([sql, '42501']);
    expect(await attempt('UPDATE audit SET body = NULL, salt = NULL')).toBe('done');
    await app.end();
  });
});

describe('an export of the trail', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/guides/audit.md'), 'utf8');
  const program = /```js\n(.*?)```/s.exec(page)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function exported(format: 'ndjson' | 'csv'): Promise<string> {
    return exportAudit(ports, tenant, async (pages) => {
      let all = '';
      for await (const chunk of auditExport(format, pages)) all += chunk;
      return all;
    });
  }

  /** What the program of the page says, which knows nothing of ours. */
  function verified(lines: readonly string[]): string {
    writeFileSync(join(folder, 'verify.mjs'), program);
    writeFileSync(join(folder, 'audit.ndjson'), lines.map((line) => `${line}\n`).join(''));
    const { stdout } = spawnSync(process.execPath, ['verify.mjs', 'audit.ndjson'], { cwd: folder });
    return String(stdout).trim();
  }

  it('is verified by a program of thirty lines that knows nothing of ours', async () => {
    await deeds(2);
    await deed('=1+1', { of: 'Müller „Tee“ 茶叶\u2028\n' });
    const [{ id }] = (await raw("SELECT id FROM audit WHERE T AND object = 'k2'")).rows as [{ id: string }];
    await eraseAudit(ports, tenant, { id, reason: 'asked for', actor: ANNA });
    const { head } = await linkAudit(ports, tenant);
    const lines = (await exported('ndjson')).trim().split('\n');
    expect(verified(lines)).toBe(`4 entries, ${head.hash}`);
    expect(verified(lines.map((line) => line.replace('k1', 'k9')))).toBe('line 1: wrong');
    expect(verified(lines.map((line) => line.replace('Tee', 'Kaffee')))).toBe('line 3: wrong');
    expect(verified([lines[0], lines[2], lines[3]] as string[])).toBe('line 2: wrong');
    expect(verified([lines[1], lines[0]] as string[])).toBe('line 1: wrong');
    expect(verified(lines.slice(0, 2))).not.toContain(head.hash);
  });

  it('is a table that no spreadsheet takes a formula from', async () => {
    await deed('=1+1');
    await linkAudit(ports, tenant);
    const [header = '', row = ''] = (await exported('csv')).split('\r\n');
    expect(header).toMatch(/^position,id,at,actor,action,object,batch,body,salt,bodySha256,/);
    expect(row).toContain(",test.deed,'=1+1,0,");
  });
});

/** What a superuser can do to six linked entries, and what is said of it. */
const FORGERIES: readonly [string, string, readonly string[]][] = [
  ['another actor', "UPDATE audit SET actor = 'person:bert' WHERE T AND object = 'k3'", ['changed 3 k3']],
  ['another action', "UPDATE audit SET action = 'x' WHERE T AND object = 'k3'", ['changed 3 k3']],
  ['another object', "UPDATE audit SET object = 'k9' WHERE T AND object = 'k3'", ['changed 3 k9']],
  ['another batch', "UPDATE audit SET batch = 9 WHERE T AND object = 'k3'", ['changed 3 k3']],
  [
    'a microsecond',
    "UPDATE audit SET recorded_at = recorded_at + interval '1 microsecond' WHERE T AND object = 'k3'",
    ['changed 3 k3'],
  ],
  ['another body', `UPDATE audit SET body = '{"of":"k9"}' WHERE T AND object = 'k3'`, ['changed 3 k3']],
  [
    'a body that means the same',
    `UPDATE audit SET body = '{ "of":"k3"}' WHERE T AND object = 'k3'`,
    ['changed 3 k3'],
  ],
  ['another salt', "UPDATE audit SET salt = gen_random_uuid() WHERE T AND object = 'k3'", ['changed 3 k3']],
  ['an entry taken out', "DELETE FROM audit WHERE T AND object = 'k3'", ['missing 3']],
  ['a link taken out', 'DELETE FROM audit_link WHERE T AND position = 3', ['missing 3', 'added k3']],
  [
    'both taken out',
    "DELETE FROM audit WHERE T AND object = 'k3'; DELETE FROM audit_link WHERE T AND position = 3",
    ['missing 3'],
  ],
  [
    'both taken out, and the rest moved up',
    `DELETE FROM audit WHERE T AND object = 'k3'; DELETE FROM audit_link WHERE T AND position = 3;
     UPDATE audit_link SET position = position + 100 WHERE T AND position > 3;
     UPDATE audit_link SET position = position - 101 WHERE T AND position > 100`,
    ['moved 3 k4', 'moved 4 k5', 'moved 5 k6'],
  ],
  [
    'an entry added',
    `INSERT INTO audit (tenant_id, id, recorded_at, actor, action, object, batch, body)
     SELECT tenant_id, gen_random_uuid(), recorded_at, actor, action, 'k9', batch, body FROM audit WHERE T AND object = 'k3'`,
    ['added k9'],
  ],
  [
    'two entries in each other’s place',
    `UPDATE audit_link SET position = 100 WHERE T AND position = 2;
     UPDATE audit_link SET position = 2 WHERE T AND position = 4;
     UPDATE audit_link SET position = 4 WHERE T AND position = 100`,
    ['moved 2 k4', 'moved 4 k2'],
  ],
  ['a hash', "UPDATE audit_link SET hash = repeat('f', 64) WHERE T AND position = 3", ['moved 3 k3']],
  [
    'a content taken away',
    "UPDATE audit SET body = NULL, salt = NULL WHERE T AND object = 'k3'",
    ['erased 3 k3'],
  ],
];

const TABLES = ['audit', 'audit_link'] as const;

describe('whoever has every right in the database', () => {
  it.each(FORGERIES)('%s is found', async (_, sql, findings) => {
    await deeds(6);
    await linkAudit(ports, tenant);
    expect(await found()).toEqual([]);
    await raw(sql);
    expect(await found()).toEqual(findings);
  });

  it('cuts the end off, or writes all anew: a hash that was kept outside tells', async () => {
    await deeds(3);
    const { head } = await linkAudit(ports, tenant);
    await raw('DELETE FROM audit_link WHERE T AND position = 3');
    await raw("DELETE FROM audit WHERE T AND object = 'k3'");
    expect(await found()).toEqual([]);
    expect(await found(head.hash)).toEqual(['unanchored']);
    // All anew, by our own program.
    await raw(
      "DELETE FROM audit_link WHERE T; UPDATE audit SET actor = 'person:bert' WHERE T AND object = 'k1'",
    );
    await raw('INSERT INTO audit_unlinked SELECT tenant_id, id FROM audit WHERE T');
    await linkAudit(ports, tenant);
    expect(await found()).toEqual([]);
    expect(await found(head.hash)).toEqual(['unanchored']);
  });

  it('whatever is drawn: a forgery of any column of any row is found', { timeout: 60_000 }, async () => {
    await deeds(8);
    await linkAudit(ports, tenant);
    for (const name of TABLES) await raw(`CREATE TEMP TABLE kept_${name} AS SELECT * FROM ${name} WHERE T`);
    const columns = {
      audit: ['id', 'recorded_at', 'actor', 'action', 'object', 'batch', 'body', 'salt'],
      audit_link: ['position', 'audit_id', 'body_sha256', 'entry_sha256', 'previous', 'hash'],
    } as const;
    const all = Object.entries(columns).flatMap(([table, names]) =>
      names.map((name) => [table, name] as const),
    );
    const forged: Readonly<Record<string, string>> = {
      id: 'gen_random_uuid()',
      salt: 'gen_random_uuid()',
      audit_id: 'gen_random_uuid()',
      recorded_at: "recorded_at - interval '1 microsecond'",
      batch: 'batch + 1',
      position: 'position + 1000',
      body: `(body::text || ' ')::json`,
    };
    const place = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        place,
        fc.boolean(),
        async ([table, column], position, isGone) => {
          const where =
            table === 'audit'
              ? `id = (SELECT audit_id FROM audit_link WHERE T AND position = ${position}) AND T`
              : `T AND position = ${position}`;
          const to = forged[column] ?? `reverse(${column}) || 'x'`;
          // Cut to its own length, so that a hash stays one.
          const value =
            column.endsWith('sha256') || column === 'previous' || column === 'hash'
              ? `left(md5(${column}) || ${column}, 64)`
              : to;
          await raw(
            isGone
              ? `DELETE FROM ${table} WHERE ${where}`
              : `UPDATE ${table} SET ${column} = ${value} WHERE ${where}`,
          );
          expect(await found()).not.toEqual([]);
          for (const name of TABLES)
            await raw(`DELETE FROM ${name} WHERE T; INSERT INTO ${name} SELECT * FROM kept_${name}`);
          expect(await found()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
