import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantId, Tx } from '../../app/ports.ts';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import { asRole } from '../../test/support/asRole.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import {
  AT,
  addAgreement,
  aLine,
  day,
  importRows,
  rowsOf,
  TODAY,
  takeBatch,
} from '../../test/support/facts.ts';
import { gate } from '../../test/support/gate.ts';
import { type OpenStore, openStore } from './store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** One connection: whatever a transaction leaves behind, the next one meets. */
async function withOneConnection(work: (store: OpenStore) => Promise<void>): Promise<void> {
  const store = openStore({ url: database.appUrl, poolSize: 1 });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

test('a tenant is found by its code, and only by it', async () => {
  const tenant = await database.tenant('acme');
  expect(await database.store.findTenant('acme')).toBe(tenant);
  for (const code of ['other', '', 'ACME', "acme' OR true --", "x'; SET app.tenant = 'y"]) {
    expect(await database.store.findTenant(code)).toBeUndefined();
  }
});

test('what is no tenant id never reaches the database', async () => {
  for (const id of ['', 'acme', "' OR true --", '00000000-0000-0000-0000-00000000000G']) {
    await expect(database.store.inTenant(id, (tx) => tx.batches.last())).rejects.toThrow('lower-case UUID');
  }
});

test('companies: a sandbox moves its day', async () => {
  const tenant = await database.tenant();
  const moved = await database.store.inTenant(tenant, async (tx) => {
    await tx.company.moveBusinessDay('AW', day('2013-12-31'));
    return tx.company.all();
  });
  expect(moved).toEqual([
    { code: 'AW', name: 'Adventure Works', timeZone: 'America/New_York', businessDay: day('2013-12-31') },
    { code: 'NW', name: 'Northwind', timeZone: 'Europe/London' },
  ]);
  const unknown = database.store.inTenant(tenant, (tx) => tx.company.moveBusinessDay('XX', TODAY));
  await expect(unknown).rejects.toThrow('no company XX');
});

test('the known axis: numbers without a gap, days that never go back', async () => {
  const tenant = await database.tenant();
  const { store } = database;
  const take = (on: string) => store.inTenant(tenant, (tx) => tx.batches.take('lines', day(on), AT));
  const knownOn = (on: string) => store.inTenant(tenant, (tx) => tx.batches.knownOn(day(on)));
  expect(await store.inTenant(tenant, (tx) => tx.batches.last())).toBe(0);
  expect(await knownOn('2026-01-01')).toBe(0);
  expect(await take('2026-01-05')).toEqual({ ok: true, value: 1 });
  expect(await take('2026-01-05')).toEqual({ ok: true, value: 2 });
  expect(await take('2026-01-04')).toEqual(
    refused(refuse('known-day-backwards', 'knownOn', { day: '2026-01-04', last: '2026-01-05' })),
  );
  expect(await take('2026-01-09')).toEqual({ ok: true, value: 3 });
  const days = ['2026-01-04', '2026-01-05', '2026-01-08', '2026-01-09', '2030-01-01'];
  expect(await Promise.all(days.map(knownOn))).toEqual([0, 2, 2, 3, 3]);
  await expect(
    store.inTenant(tenant, async (tx) => {
      await tx.batches.take('lines', TODAY, AT);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await take('2026-01-31')).toEqual({ ok: true, value: 4 });
});

test('number order is commit order: who takes second waits for the first to end', async () => {
  const tenant = await database.tenant();
  const { store } = database;
  const held = gate();
  const ends: string[] = [];
  const first = store
    .inTenant(tenant, async (tx) => {
      const batch = await takeBatch(tx, 'lines');
      await held.wait('first');
      return batch;
    })
    .then((batch) => ends.push(`first ${batch}`));
  await held.arrived(1);
  const second = store
    .inTenant(tenant, (tx) => takeBatch(tx, 'lines'))
    .then((batch) => ends.push(`second ${batch}`));
  // A reader is not held up, and sees only what is committed.
  expect(await store.inTenant(tenant, (tx) => tx.batches.last())).toBe(0);
  held.open();
  await Promise.all([first, second]);
  expect(ends).toEqual(['first 1', 'second 2']);
});

test('a batch that rolls back leaves its number to the one that waited', async () => {
  const tenant = await database.tenant();
  const { store } = database;
  const held = gate();
  const first = store.inTenant(tenant, async (tx) => {
    await takeBatch(tx, 'lines');
    await held.wait('first');
    throw new Error('no');
  });
  await held.arrived(1);
  const second = store.inTenant(tenant, (tx) => takeBatch(tx, 'lines'));
  held.open();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(1);
});

test('a transaction that a deadlock ended is repeated', async () => {
  const tenant = await database.tenant();
  for (const code of ['A1', 'A2']) await addAgreement(database.store, tenant, code);
  const retries: string[] = [];
  const store = openStore({ url: database.appUrl, onRetry: (code) => retries.push(code) });
  const held = gate();
  const survived = Promise.withResolvers<void>();
  const lockBoth = async (one: string, other: string) => {
    let attempts = 0;
    const done = await store.inTenant(tenant, async (tx) => {
      attempts += 1;
      // Earlier it could take a freed lock before the other, who waits for it, has woken up.
      if (attempts > 1) await survived.promise;
      await tx.runs.lock(one);
      await held.wait(one);
      await tx.runs.lock(other);
      return one;
    });
    survived.resolve();
    return done;
  };
  const both = Promise.all([lockBoth('A1', 'A2'), lockBoth('A2', 'A1')]);
  await held.arrived(2);
  held.open();
  expect(await both).toEqual(['A1', 'A2']);
  expect(retries).toEqual(['40P01']);
  await store.close();
});

test('who stands still is ended, and keeps nobody waiting', async () => {
  const tenant = await database.tenant();
  const still = openStore({ url: database.appUrl, poolSize: 1, idleMs: 200 });
  const held = gate();
  const ended = still.inTenant(tenant, async (tx) => {
    await takeBatch(tx, 'lines');
    await held.wait('still');
    return tx.batches.last();
  });
  const failed = ended.catch((error: unknown) => error);
  await held.arrived(1);
  // Waits for the lock of the one that stands still, and has it once the server ends that one.
  expect(await database.store.inTenant(tenant, (tx) => takeBatch(tx, 'lines'))).toBe(1);
  held.open();
  expect(String(await failed)).toMatch(/idle-in-transaction timeout|connection error/);
  expect(await still.inTenant(tenant, (tx) => tx.batches.last())).toBe(1);
  await still.close();
});

test('the store names its isolation level: the default of a server changes nothing', async () => {
  const tenant = await database.tenant();
  const retries: string[] = [];
  const url = new URL(database.appUrl);
  url.searchParams.set('options', '-c default_transaction_isolation=serializable');
  const store = openStore({ url: url.href, onRetry: (code) => retries.push(code) });
  const take = () => store.inTenant(tenant, (tx) => takeBatch(tx, 'lines'));
  expect((await Promise.all([take(), take(), take()])).sort()).toEqual([1, 2, 3]);
  expect(retries).toEqual([]);
  await store.close();
});

describe('what the database refuses', () => {
  /** Lets the next `times` audit rows fail with a SQLSTATE of our choice, from the database itself. */
  async function failing(sqlstate: string, times: number): Promise<void> {
    await asAdmin(`
      DROP SEQUENCE IF EXISTS failures;
      CREATE SEQUENCE failures; GRANT USAGE ON SEQUENCE failures TO openrebate_app;
      CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('failures') <= ${times} THEN RAISE 'made to fail' USING ERRCODE = '${sqlstate}'; END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER IF EXISTS failing ON audit;
      CREATE TRIGGER failing BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION fail();`);
  }

  const entry = () => ({
    id: randomUUID(),
    at: AT,
    actor: { kind: 'person' as const, id: 'me' },
    action: 'test',
    object: 'x',
    batch: 0,
    body: { b: 1, a: '华东' },
  });

  test('a conflict is repeated from the beginning, with nothing left of the first attempt', async () => {
    const tenant = await database.tenant();
    const retries: string[] = [];
    const store = openStore({ url: database.appUrl, poolSize: 1, onRetry: (code) => retries.push(code) });
    await failing('40001', 2);
    const batch = await store.inTenant(tenant, async (tx) => {
      const number = await takeBatch(tx, 'lines');
      await tx.audit.write(entry());
      return number;
    });
    expect(batch).toBe(1);
    expect(retries).toEqual(['40001', '40001']);
    const kept = await asRole(database.appUrl, tenant, 'SELECT body::text FROM audit');
    expect(kept).toEqual([{ body: '{"a":"华东","b":1}' }]);
    await store.close();
  });

  test.each([
    ['40001', 10],
    ['40P01', 10],
    ['23505', 1],
    ['22012', 1],
  ])('%s is tried %i times', async (sqlstate, times) => {
    const tenant = await database.tenant();
    await failing(sqlstate, 99);
    let attempts = 0;
    const broken = database.store.inTenant(tenant, async (tx) => {
      attempts += 1;
      await tx.audit.write(entry());
    });
    await expect(broken).rejects.toThrow('made to fail');
    expect(attempts).toBe(times);
  });

  test('a failed statement that is passed over does not look like success', async () => {
    const tenant = await database.tenant();
    await failing('22012', 1);
    const passedOver = database.store.inTenant(tenant, async (tx) => {
      await takeBatch(tx, 'lines');
      await tx.audit.write(entry()).catch(() => undefined);
    });
    await expect(passedOver).rejects.toThrow('nothing is written');
    expect(await database.store.inTenant(tenant, (tx) => tx.batches.last())).toBe(0);
  });
});

test('a transaction kept after its end reads nothing, also when its connection serves another tenant', async () => {
  await withOneConnection(async (store) => {
    const [mine, other] = [await database.tenant(), await database.tenant()];
    await importRows(database.store, other, rowsOf(aLine()));
    const kept = await store.inTenant(mine, async (tx) => tx);
    await store.inTenant(other, async (tx) => {
      await tx.batches.last();
      await expect(kept.lines.knownAt(1, {})).rejects.toThrow('transaction has ended');
    });
    // Not awaited inside: what is still queued when the transaction ends is not sent any more.
    let queued: Promise<string[]> = Promise.resolve([]);
    await store.inTenant(mine, async (tx) => {
      const three = Promise.allSettled([1, 2, 3].map(() => tx.batches.last()));
      queued = three.then((ends) => ends.map(({ status }) => status));
    });
    expect((await queued).slice(1)).toEqual(['rejected', 'rejected']);
  });
});

test('queries of one transaction may be asked for together', async () => {
  const tenant = await database.tenant();
  const both = await database.store.inTenant(tenant, (tx) =>
    Promise.all([tx.batches.last(), tx.company.all(), tx.batches.last()]),
  );
  expect(both.map((one) => (Array.isArray(one) ? one.length : one))).toEqual([0, 2, 0]);
});

test('a connection that is cut under a transaction fails it, and the store goes on', async () => {
  await withOneConnection(async (store) => {
    const tenant = await database.tenant();
    const cut = store.inTenant(tenant, async (tx) => {
      await tx.batches.last();
      await terminateBackends();
      await tx.batches.last();
    });
    await expect(cut).rejects.toThrow();
    expect(await store.inTenant(tenant, (tx) => tx.batches.last())).toBe(0);
    // And one that is cut while it lies in the pool.
    await terminateBackends();
    await expect.poll(() => store.inTenant(tenant, (tx) => tx.batches.last()).catch(String)).toBe(0);
  });
});

function terminateBackends(): Promise<void> {
  return asAdmin(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE usename = 'openrebate_app' AND datname = current_database()`,
  );
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('idempotency: the answer of the first request is that of the second', async () => {
  const tenant: TenantId = await database.tenant();
  const { store } = database;
  const answer = { z: '1', a: ['华东', null, true], n: 3 };
  const claim = (key: string, hash: string) =>
    store.inTenant(tenant, (tx) => tx.idempotency.claim(key, hash, AT));
  const first = await store.inTenant(tenant, async (tx) => {
    const earlier = await tx.idempotency.claim('k1', 'h1', AT);
    await tx.idempotency.answer('k1', answer);
    return earlier;
  });
  expect(first).toBeUndefined();
  const second = await claim('k1', 'h1');
  expect(second).toEqual({ requestHash: 'h1', answer });
  expect(JSON.stringify(second?.answer)).toBe(JSON.stringify(answer));
  expect((await claim('k1', 'other'))?.requestHash).toBe('h1');
  expect(await claim('k2', 'h2')).toBeUndefined();
  expect(await claim('k2', 'h2')).toBeUndefined();
  expect(await claim('k2', 'other')).toEqual({ requestHash: 'h2', answer: null });
  const again = store.inTenant(tenant, (tx) => tx.idempotency.answer('k1', 'changed'));
  await expect(again).rejects.toThrow('answered already');
});

test('idempotency: of two that find a key without an answer, one works and the other waits for it', async () => {
  const tenant = await database.tenant();
  const claim = (store: OpenStore, effect: (tx: Tx) => Promise<void>) =>
    store.inTenant(tenant, async (tx) => {
      const earlier = await tx.idempotency.claim('k', 'h', AT);
      if (earlier === undefined) await effect(tx);
      return earlier?.answer ?? 'worked';
    });
  expect(await claim(database.store, async () => undefined)).toBe('worked');
  const held = gate();
  const first = claim(database.store, async (tx) => {
    await held.wait('first');
    await tx.idempotency.answer('k', 'done');
  });
  await held.arrived(1);
  const second = claim(database.store, (tx) => tx.idempotency.answer('k', 'done twice'));
  await expect.poll(() => waiting(tenant)).toBe(1);
  held.open();
  expect(await Promise.all([first, second])).toEqual(['worked', 'done']);
});

/** How many sessions of this database wait for a lock. */
async function waiting(tenant: TenantId): Promise<number> {
  const [row] = await asRole<{ count: number }>(
    database.adminUrl,
    tenant,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

test('idempotency: of fifty with one key at once, one works and all have its answer', async () => {
  const tenant = await database.tenant();
  let effects = 0;
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      database.store.inTenant(tenant, async (tx) => {
        const earlier = await tx.idempotency.claim('k', 'h', AT);
        if (earlier !== undefined) return earlier.answer;
        effects += 1;
        const batch = await takeBatch(tx, 'lines');
        await tx.idempotency.answer('k', { batch });
        return { batch };
      }),
    ),
  );
  expect(effects).toBe(1);
  expect(answers).toEqual(answers.map(() => ({ batch: 1 })));
});
