import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect } from 'vitest';
import { readLines } from '../../adapters/files/readLines.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateNext } from '../../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../../app/calculation/lineSnapshots.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { ImportSummary, Store, TenantId } from '../../app/ports.ts';
import { importMaster } from '../support/importMaster.ts';
import { importMasterRows } from '../support/importMasterRows.ts';
import { taken } from '../support/scenario.ts';
import { sharedTest } from '../support/sharedTest.ts';
import { agreementText } from '../support/trade.ts';
import { openLedger, portsOn } from './books.ts';
import { everySchedule, type Session, type Turn } from './schedules.ts';
import { inSteps, replaced } from './steppedStore.ts';
import { twoSessions } from './twoSessions.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
const DAY = '2026-06-30';
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const row = (partner: string, net: string) =>
  `erp,D1,${partner},sale,EU,${partner},A,2026-02-03,1,EA,${net},EUR`;
const MASTER = [
  { kind: 'partner' as const, code: 'P1', name: 'One', attributes: {} },
  { kind: 'partner' as const, code: 'P2', name: 'Two', attributes: {} },
  { kind: 'product' as const, code: 'A', name: 'A', attributes: {} },
];
const AGREEMENT = agreementText({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } });

const { database, stores, admin, owner, waiting, close } = await twoSessions();
const folder = mkdtempSync(join(tmpdir(), 'openrebate-orders-'));

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

describe('two sessions in every order of their steps', { timeout: DEEP ? 900_000 : 300_000 }, () => {
  sharedTest('of one agreement, one calculates and books, the other finds nothing to do', async () => {
    const tenant = await withLines();
    const orders = await everySchedule(async () => {
      await unbook(tenant);
      return { ...twice((store) => calculate(store, tenant)), outcome: () => bookedOf(tenant) };
    });
    expect([...orders.keys()]).toEqual(['P1 200 of 200, P2 100 of 100, runs 1']);
    expect(count(orders)).toBeGreaterThan(50);
  });

  sharedTest(
    'without the lock on the agreement, the key of the booking number still books once',
    async () => {
      const tenant = await withLines();
      const orders = await everySchedule(async () => {
        await unbook(tenant);
        const steps = DEEP ? STEPS : ['bookings.balances', 'runs.finish', 'bookings.post'];
        const session = (store: Store) => calculate(withoutLock(store), tenant);
        return { ...twice(session, steps), outcome: () => bookedOf(tenant) };
      });
      expect([...orders.keys()]).toEqual(['P1 200 of 200, P2 100 of 100, runs 2']);
      expect(count(orders)).toBeGreaterThan(10);
    },
  );

  sharedTest(
    'two workers on either side of midnight never go back in what they know, nor in days',
    async () => {
      const tenant = await withLines();
      // What a run writes is held back until it commits, so fewer steps are enough here.
      const looks = DEEP ? STEPS : ['batches.last', 'runs.lockDue'];
      let deliveries = 0;
      const orders = await everySchedule(async () => {
        await unbook(tenant);
        await calculate(database.store, tenant, '2026-06-29');
        deliveries += 1;
        const [first, second] = stores;
        const sessions: Session[] = [
          async (turn) => {
            await importRows(inSteps(first, turn, []), tenant, `key-${deliveries}`, [
              row('P1', `${deliveries}`),
            ]);
            await calculate(inSteps(first, turn, looks), tenant, '2026-06-30');
          },
          (turn) => calculate(inSteps(second, turn, looks), tenant, '2026-07-01'),
        ];
        return { sessions, waiting, areAlike: false, outcome: () => backwardsIn(tenant) };
      });
      expect([...orders.keys()]).toEqual(['']);
      expect(count(orders)).toBeGreaterThan(20);
    },
  );

  sharedTest('a program that looks and then books doubles, and the orders show where', async () => {
    await admin.query('CREATE TABLE naive_booking (tenant uuid, delta int)');
    const orders = await everySchedule(async () => {
      const tenant = await openLedger(owner);
      const clients = await Promise.all(
        stores.map(async () => {
          const client = new Client({ connectionString: database.adminUrl });
          await client.connect();
          return client;
        }),
      );
      const sum = async (client: Client) => {
        const text = 'SELECT coalesce(sum(delta), 0)::int AS sum FROM naive_booking WHERE tenant = $1';
        return (await client.query<{ sum: number }>(text, [tenant])).rows[0]?.sum ?? 0;
      };
      const session = (client: Client) => async (turn: Turn) => {
        await client.query('BEGIN');
        await turn();
        const delta = 300 - (await sum(client));
        await turn();
        await client.query('INSERT INTO naive_booking VALUES ($1, $2)', [tenant, delta]);
        await turn();
        await client.query('COMMIT');
        await client.end();
      };
      return {
        sessions: clients.map(session),
        waiting,
        areAlike: false,
        outcome: async () => String(await sum(admin)),
      };
    });
    // Right only where one commits before the other looks.
    expect(Object.fromEntries([...orders].map(([sum, found]) => [sum, found.length]))).toEqual({
      300: 2,
      600: 18,
    });
  });

  sharedTest(
    'one delivery under one key twice at once is imported once and answered twice alike',
    async () => {
      const orders = await everySchedule(async () => {
        const tenant = await withMaster();
        const answers: ImportSummary[] = [];
        const session = async (store: Store) => {
          answers.push(await importRows(store, tenant, 'same', [row('P1', '100.00')]));
        };
        const outcome = async () => {
          const [one, other] = answers;
          expect(other).toEqual(one);
          return linesOf(tenant);
        };
        return { ...twice(session), outcome };
      });
      expect([...orders.keys()]).toEqual(['1 documents, batches 1-2 of 2, P1 1 100.00']);
      expect(count(orders)).toBeGreaterThan(3);
    },
  );

  sharedTest('the same line in two deliveries is one line', async () => {
    const orders = await everySchedule(async () => {
      const tenant = await withMaster();
      const ended: string[] = [];
      let number = 0;
      const session = async (store: Store) => {
        number += 1;
        const { dispositions } = await importRows(store, tenant, `key-${number}`, [row('P1', '100.00')]);
        ended.push(dispositions.accepted.rows === 1 ? 'accepted' : 'duplicate');
      };
      const outcome = async () => `${ended.sort().join(' ')}: ${await linesOf(tenant)}`;
      return { ...twice(session), outcome };
    });
    expect([...orders.keys()]).toEqual(['accepted duplicate: 2 documents, batches 1-3 of 3, P1 1 100.00']);
    expect(count(orders)).toBeGreaterThan(10);
  });

  sharedTest('two contents of one line are two revisions, the later batch the later one', async () => {
    const orders = await everySchedule(async () => {
      const tenant = await withMaster();
      let number = 0;
      const session = async (store: Store) => {
        number += 1;
        await importRows(store, tenant, `key-${number}`, [row('P1', `${number}00.00`)]);
      };
      return { ...twice(session), areAlike: false, outcome: () => linesOf(tenant) };
    });
    expect([...orders.keys()].sort()).toEqual([
      '2 documents, batches 1-3 of 3, P1 1 100.00 P1 2 200.00',
      '2 documents, batches 1-3 of 3, P1 1 200.00 P1 2 100.00',
    ]);
    expect(count(orders)).toBeGreaterThan(20);
  });
});

describe('master data and agreements in every order of the steps', { timeout: 120_000 }, () => {
  const steps = [
    ...['batches.last', 'batches.take', 'agreements.knownAt', 'master.knownAt'],
    ...['facts.stage', 'facts.quarantineUnknown', 'facts.treeRows', 'facts.commit'],
  ];

  sharedTest('the same master data twice at once is known once', async () => {
    const orders = await everySchedule(async () => {
      const tenant = await openLedger(owner);
      const session = (turn: Turn, store: Store) =>
        importMasterRows(portsOn(inSteps(store, turn, steps), DAY), tenant, MASTER, systemActor('demo')).then(
          taken,
        );
      const sessions = stores.map(
        (store): Session =>
          (turn) =>
            session(turn, store),
      );
      return { sessions, waiting, areAlike: true, outcome: () => versionsOf(tenant) };
    });
    expect([...orders.keys()].every((text) => text.startsWith('3 of master data'))).toBe(true);
    expect(count(orders)).toBeGreaterThan(10);
  });

  sharedTest('two loads that each put the other’s partner above close no round', async () => {
    const orders = await everySchedule(async () => {
      const tenant = await openLedger(owner);
      const answers: string[] = [];
      const load = (store: Store, code: string, parent: string) => async (turn: Turn) => {
        const ports = portsOn(inSteps(store, turn, [...steps, 'batches.lock']), DAY);
        const rows = [{ kind: 'partner' as const, code, name: code, attributes: { parent } }];
        const done = await importMasterRows(ports, tenant, rows, systemActor('demo'));
        answers.push(done.ok ? 'taken' : (done.refusals[0]?.facts.reason ?? ''));
      };
      const [first, second] = stores;
      const sessions = [load(first, 'P1', 'P2'), load(second, 'P2', 'P1')];
      return { sessions, waiting, areAlike: false, outcome: async () => answers.sort().join(', ') };
    });
    expect([...orders.keys()]).toEqual(['parent-cycle, taken']);
    expect(count(orders)).toBeGreaterThan(1);
  });

  sharedTest(
    'a line whose partner became known in an earlier batch is never refused as unknown',
    async () => {
      const orders = await everySchedule(async () => {
        const tenant = await openLedger(owner);
        const [first, second] = stores;
        const all = [...steps, 'imports.quarantineUnknown', 'imports.commit'];
        const sessions: Session[] = [
          (turn) => importRows(inSteps(first, turn, all), tenant, 'lines', [row('P1', '100.00')]),
          (turn) =>
            importMasterRows(
              portsOn(inSteps(second, turn, all), DAY),
              tenant,
              MASTER,
              systemActor('demo'),
            ).then(taken),
        ];
        return { sessions, waiting, areAlike: false, outcome: () => endOfRows(tenant) };
      });
      expect([...orders.keys()].sort()).toEqual([
        'accepted after master data',
        'quarantined before master data',
      ]);
      expect(count(orders)).toBeGreaterThan(10);
    },
  );

  sharedTest('the same agreement twice at once is one version', async () => {
    const orders = await everySchedule(async () => {
      const tenant = await openLedger(owner);
      const answers: string[] = [];
      const session = async (turn: Turn, store: Store) => {
        const ports = portsOn(inSteps(store, turn, steps), DAY);
        const options = { actor: systemActor('demo'), asNewVersion: false };
        const { version, isNew } = taken(await recordAgreement(ports, tenant, AGREEMENT, options));
        answers.push(`${version} ${isNew ? 'new' : 'known'}`);
      };
      const sessions = stores.map(
        (store): Session =>
          (turn) =>
            session(turn, store),
      );
      const outcome = async () => `${answers.sort().join(', ')}: ${await versionsOf(tenant)}`;
      return { sessions, waiting, areAlike: true, outcome };
    });
    expect(
      [...orders.keys()].every((text) =>
        text.startsWith('1 known, 1 new: 0 of master data, 1 of agreements'),
      ),
    ).toBe(true);
    expect(count(orders)).toBeGreaterThan(10);
  });
});

function count(orders: ReadonlyMap<string, readonly unknown[]>): number {
  const all = [...orders.values()].reduce((sum, found) => sum + found.length, 0);
  process.stdout.write(`${expect.getState().currentTestName}: ${all} orders\n`);
  return all;
}

async function withMaster(): Promise<TenantId> {
  const tenant = await openLedger(owner);
  taken(await importMaster(portsOn(database.store, DAY), tenant, MASTER, systemActor('demo')));
  return tenant;
}

async function withLines(): Promise<TenantId> {
  const tenant = await withMaster();
  const ports = portsOn(database.store, DAY);
  taken(await recordAgreement(ports, tenant, AGREEMENT, { actor: systemActor('demo'), asNewVersion: false }));
  await importRows(database.store, tenant, 'first', [row('P1', '100.00'), row('P2', '50.00')]);
  return tenant;
}

/** As if nothing had ever been calculated: quicker than a new tenant for every order. */
async function unbook(tenant: TenantId): Promise<void> {
  const derived = [
    'earning',
    'booking_cause',
    'booking',
    'booking_account',
    'run',
    'ledger_transfer',
    'ledger_head',
  ];
  const emptied = derived.map((table) => `DELETE FROM ${table} WHERE tenant_id = '${tenant}';`);
  await admin.query(
    `${emptied.join('\n')}
     UPDATE run_state SET last_number = 0, batch = 0, effective_on = NULL, calculation = NULL
     WHERE tenant_id = '${tenant}'`,
  );
}

async function importRows(
  store: Store,
  tenant: TenantId,
  key: string,
  rows: readonly string[],
): Promise<ImportSummary> {
  const path = join(folder, `${tenant}-${key}.csv`);
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  const input = { source: 'erp', open: () => readLines(path), key, actor: systemActor('demo') };
  return taken(await importLines(portsOn(store, DAY), tenant, input));
}

function calculate(store: Store, tenant: TenantId, day = DAY): Promise<unknown> {
  return calculateNext(portsOn(store, day), tenant, new LineSnapshots());
}

/** Two sessions of the same work, each on a connection of its own. */
function twice(work: (store: Store) => Promise<unknown>, steps: Iterable<string> = STEPS) {
  const sessions = stores.map(
    (store): Session =>
      (turn) =>
        work(inSteps(store, turn, steps)),
  );
  return { sessions, waiting, areAlike: true };
}

/**
 * What others can notice, or what can notice them. All else reads what is known at a committed
 * batch and never changes, or writes what only this session sees.
 */
const STEPS: ReadonlySet<string> = new Set([
  ...(DEEP ? ['runs.last', 'earnings.replace'] : []),
  'batches.last',
  'batches.take',
  'runs.lockDue',
  'runs.finish',
  'bookings.balances',
  'bookings.post',
  'idempotency.claim',
  'idempotency.answer',
  'imports.commit',
]);

/** A broken store: it gives out the agreement without locking it. */
function withoutLock(store: Store): Store {
  const unlocked = async (name: string, call: () => unknown) => (name === 'runs.lockDue' ? 'TEST' : call());
  return {
    ...store,
    inTenant: (tenant, work) => store.inTenant(tenant, (tx) => work(replaced(tx, unlocked))),
  };
}

async function textOf(sql: string, tenant: TenantId): Promise<string> {
  return (await admin.query<{ text: string }>(sql, [tenant])).rows[0]?.text ?? '';
}

function bookedOf(tenant: TenantId): Promise<string> {
  return textOf(
    `SELECT string_agg(concat_ws(' ', partner_id, booked, 'of', earned_minor), ', ' ORDER BY partner_id)
       || ', runs ' || (SELECT count(*) FROM run WHERE tenant_id = $1) AS text
     FROM earning
     JOIN (
       SELECT partner_id, sum(delta_minor) AS booked FROM booking
       WHERE tenant_id = $1 AND kind = 'earned' GROUP BY partner_id
     ) b USING (partner_id)
     WHERE tenant_id = $1`,
    tenant,
  );
}

/** Each run that saw less than the one before it. */
function backwardsIn(tenant: TenantId): Promise<string> {
  return textOf(
    `SELECT coalesce(string_agg(
       format('batches %s, days %s', r.batch - p.batch, r.effective_on - p.effective_on), '; '), '') AS text
     FROM run r JOIN run p
       ON p.tenant_id = r.tenant_id AND p.agreement_id = r.agreement_id AND p.number = r.number - 1
     WHERE r.tenant_id = $1 AND (r.batch < p.batch OR r.effective_on < p.effective_on)`,
    tenant,
  );
}

function endOfRows(tenant: TenantId): Promise<string> {
  return textOf(
    `SELECT concat_ws(' ', r.disposition,
       CASE WHEN d.batch > (SELECT number FROM batch WHERE tenant_id = $1 AND kind = 'master')
         THEN 'after' ELSE 'before' END, 'master data') AS text
     FROM received_row r JOIN source_document d ON d.tenant_id = r.tenant_id AND d.id = r.document_id
     WHERE r.tenant_id = $1 AND d.kind = 'lines'`,
    tenant,
  );
}

function versionsOf(tenant: TenantId): Promise<string> {
  return textOf(
    `SELECT concat((SELECT count(*) FROM master_version WHERE tenant_id = $1), ' of master data, ',
       (SELECT count(*) FROM agreement_version WHERE tenant_id = $1), ' of agreements, ',
       (SELECT count(*) FROM batch WHERE tenant_id = $1), ' batches') AS text`,
    tenant,
  );
}

function linesOf(tenant: TenantId): Promise<string> {
  return textOf(
    `SELECT concat((SELECT count(*) FROM source_document WHERE tenant_id = $1), ' documents, batches ',
       (SELECT concat(min(number), '-', max(number), ' of ', count(*)) FROM batch WHERE tenant_id = $1), ', ',
       (SELECT string_agg(concat_ws(' ', line, revision, net_value), ' ' ORDER BY line, batch, revision)
        FROM line WHERE tenant_id = $1)) AS text`,
    tenant,
  );
}
