import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../adapters/db/store.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { isOutage } from '../../adapters/http/outage.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateNext } from '../../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../../app/calculation/lineSnapshots.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { claimNext, work } from '../../app/jobs/workNext.ts';
import type { NewBooking, Ports, TenantId } from '../../app/ports.ts';
import { requestPreview } from '../../app/preview/requestPreview.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { importMaster } from '../support/importMaster.ts';
import { ownCases } from '../support/ownCases.ts';
import { dayOf, taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';
import { agreementText } from '../support/trade.ts';
import { openLedger, portsOn, quickCommits } from './books.ts';
import { type Delivery, deliveries, MASTER, pathOf, writeDeliveries } from './deliveries.ts';
import { type Cut, differs, startWireProxy, type WireProxy } from './wireProxy.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
const DAY = '2026-06-30';
const AGREEMENT = agreementText({
  tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] },
});
/** Everything is written, and nobody is told. */
const LOST_REPLY = 'after Q COMMIT';
const [DELIVERY] = deliveries(1, 1) as [Delivery];

let database: TestDatabase;
let proxy: WireProxy;
let admin: Client;
let owner: Client;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await startWireProxy(database.appUrl);
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await quickCommits(admin);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  folder = mkdtempSync(join(tmpdir(), 'openrebate-cuts-'));
  writeDeliveries(folder, [DELIVERY]);
});

afterAll(async () => {
  await proxy.close();
  await admin.end();
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Step = (ports: Ports, tenant: TenantId) => Promise<unknown>;

const importMasterData: Step = (ports, tenant) =>
  importMaster(ports, tenant, MASTER, systemActor('demo')).then(taken);
const record: Step = (ports, tenant) =>
  recordAgreement(ports, tenant, AGREEMENT, { actor: systemActor('demo'), asNewVersion: false }).then(taken);
const importFile: Step = (ports, tenant) => {
  const open = () => readLines(pathOf(folder, DELIVERY));
  return importLines(ports, tenant, {
    source: 'erp',
    open,
    key: DELIVERY.key,
    actor: systemActor('demo'),
  }).then(taken);
};

const calculate: Step = (ports, tenant) => calculateNext(ports, tenant, new LineSnapshots());

/** What a worker does with the job that the steps before have asked for, taken over where it was left. */
const workJob: Step = async (ports, tenant) => {
  await admin.query(`UPDATE job SET due_at = now() WHERE tenant_id = $1 AND state = 'waiting'`, [tenant]);
  const job = await claimNext(ports, tenant, { leaseMs: 0 });
  if (job === undefined) return;
  const failures: unknown[] = [];
  await work(ports, tenant, job, {
    leaseMs: 0,
    isStopping: () => false,
    calculated: () => undefined,
    failed: (error) => failures.push(error),
    desk: testDesk(),
    outside: testOutside(),
    errorOf: (error) => (isOutage(error) ? 'outage' : 'fault'),
  });
  if (failures.length > 0) throw failures[0];
};

const askPreview: Step = async (ports, tenant) => {
  const proposed = { parsed: { ...AGREEMENT, programme: 'growth' } };
  taken(await requestPreview(ports, tenant, { proposed, actor: systemActor('demo') }));
};

describe('a connection that is cut at each message, and the same asked again', {
  timeout: DEEP ? 900_000 : 300_000,
}, () => {
  test.each<{ name: string; before: Step[]; ask: Step }>([
    { name: 'import of lines under a key', before: [importMasterData], ask: importFile },
    { name: 'import of master data', before: [], ask: importMasterData },
    { name: 'record of an agreement', before: [], ask: record },
    { name: 'calculation and booking', before: [importMasterData, record, importFile], ask: calculate },
  ])('$name: has its effects once', async ({ name, before, ask }) => {
    const { points, unknown, wrong, effects } = await cutEverywhere(before, ask);
    process.stdout.write(`${JSON.stringify({ name, points, unknown })}\n`);
    expect(wrong).toEqual([]);
    expect(unknown).toEqual([LOST_REPLY]);
    expect(effects).toMatchObject(ask === calculate ? { run: 1, booking: 6 } : { run: 0 });
  });

  test.each<{ name: string; before: Step[]; made: Effects }>([
    {
      name: 'the job of a calculation',
      before: [importMasterData, record, importFile],
      made: { run: 1, booking: 6, states: 'done' },
    },
    {
      name: 'the job of a preview',
      before: [importMasterData, record, importFile, workJob, askPreview],
      made: { run: 1, booking: 6, preview: 1, states: 'done done' },
    },
  ])('$name: is done once, by whoever takes it over', async ({ name, before, made }) => {
    const { points, unknown, wrong, effects } = await cutEverywhere(before, workJob);
    process.stdout.write(`${JSON.stringify({ name, points, unknown })}\n`);
    expect(wrong).toEqual([]);
    expect(unknown).toEqual([LOST_REPLY]);
    expect(effects).toMatchObject(made);
  });

  test('a booking that adds its amount again is found out, at the lost reply to COMMIT alone', async () => {
    const before = [importMasterData, record, importFile];
    const { wrong } = await cutEverywhere(before, bookBlindly);
    expect(wrong.map(({ cut }) => cut)).toEqual([LOST_REPLY]);
    expect(wrong[0]?.effects).toMatchObject({ booking: 2, booked: '1000' });
  });
});

/** What a naive program would do: it does not ask what is booked already. */
const bookBlindly: Step = (ports, tenant) =>
  ports.store.inTenant(tenant, async (tx) => {
    const finished = { batch: 1, effective: dayOf(DAY), calculation: 'naive' };
    const run = { ...finished, number: await tx.runs.finish('TEST', finished, ports.clock.now()) };
    const [last] = await tx.bookings.balances('TEST');
    const window = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
    const of = { agreement: 'TEST', term: 'volume', partner: 'P1', window } as const;
    const booking: NewBooking = {
      account: { ...of, kind: 'earned', currency: 'EUR', company: '' },
      number: (last?.lastNumber ?? 0) + 1,
      deltaMinor: 500n,
      causes: [{ cause: 'onTimeLines', minor: 500n }],
    };
    await tx.bookings.post([booking], { run }, ports.clock.now());
  });

type Effects = Readonly<Record<string, unknown>>;
type Tried = {
  readonly points: number;
  /** Of an undisturbed call. */
  readonly effects: Effects;
  /** Cuts at which the program was told of an error although everything had been written. */
  readonly unknown: readonly string[];
  /** Cuts after which the effects differ from those of an undisturbed call. */
  readonly wrong: readonly { readonly cut: string; readonly effects: Effects }[];
};

async function cutEverywhere(before: readonly Step[], ask: Step): Promise<Tried> {
  const undisturbed = await attempt(before, ask, undefined);
  const cuts = undisturbed.seen.flatMap((text, index): (Cut & { name: string })[] =>
    (['before', 'after'] as const)
      .filter((side) => DEEP || differs(side, text))
      .map((side) => ({ message: index + 1, side, name: `${side} ${text}` })),
  );
  const unknown: string[] = [];
  const wrong: { cut: string; effects: Effects }[] = [];
  for (const cut of tried(cuts)) {
    const { hasFailed, atOnce, effects } = await attempt(before, ask, cut);
    if (!isDeepStrictEqual(effects, undisturbed.effects)) wrong.push({ cut: cut.name, effects });
    if (hasFailed && isDeepStrictEqual(atOnce, undisturbed.effects)) unknown.push(cut.name);
  }
  return { points: tried(cuts).length, effects: undisturbed.effects, unknown, wrong };
}

/** This run's share of the cuts, a third of it in ordinary runs, and always the one that everybody fears. */
function tried<T extends { name: string }>(cuts: readonly T[]): readonly T[] {
  const own = new Set(ownCases(cuts).filter((_, at) => DEEP || at % 3 === 0));
  return cuts.filter((cut) => own.has(cut) || cut.name === LOST_REPLY);
}

/** Asks through the proxy, on a tenant of its own, once more where the first time failed. */
async function attempt(before: readonly Step[], ask: Step, cut: Cut | undefined) {
  const tenant = await openLedger(owner);
  for (const step of before) await step(portsOn(database.store, DAY), tenant);
  const store = openStore({ url: proxy.url, poolSize: 1 });
  const ports = portsOn(store, DAY);
  proxy.arm(cut);
  let hasFailed = false;
  let atOnce: Effects | undefined;
  try {
    await ask(ports, tenant);
  } catch (error) {
    if (!isOutage(error)) throw error;
    hasFailed = true;
  }
  const seen = [...proxy.seen()];
  expect(await proxy.wasCut()).toBe(cut !== undefined);
  if (hasFailed) {
    atOnce = await effectsOf(tenant);
    await ask(ports, tenant);
  }
  await store.close();
  return { seen, hasFailed, atOnce, effects: await effectsOf(tenant) };
}

const TABLES = [
  'batch',
  'source_document',
  'received_row',
  'line',
  'master_version',
  'agreement_version',
  'run',
  'booking_account',
  'booking',
  'booking_cause',
  'ledger_transfer',
  'earning',
  'idempotency_key',
  'audit',
  'job',
  'preview',
];
const EFFECTS = `
  SELECT ${TABLES.map((table) => `(SELECT count(*)::int FROM ${table} WHERE tenant_id = $1) AS ${table}`).join(', ')},
    (SELECT sum(delta_minor)::text FROM booking WHERE tenant_id = $1 AND kind = 'earned') AS booked,
    (SELECT sum(earned_minor)::text FROM earning WHERE tenant_id = $1) AS earned,
    (SELECT string_agg(state, ' ' ORDER BY state) FROM job WHERE tenant_id = $1) AS states,
    (SELECT count(*)::int FROM preview WHERE tenant_id = $1 AND result IS NULL) AS unseen,
    (SELECT count(*)::int FROM idempotency_key WHERE tenant_id = $1 AND answer IS NULL) AS unanswered`;

async function effectsOf(tenant: TenantId): Promise<Effects> {
  return (await admin.query<Effects>(EFFECTS, [tenant])).rows[0] as Effects;
}
