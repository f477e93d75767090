import { readFileSync } from 'node:fs';
import { DatabaseError } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../adapters/db/store.ts';
import { approveAdjustment } from '../../../app/adjustments/decideAdjustment.ts';
import type { Store, Tx } from '../../../app/ports.ts';
import { ownCases } from '../../support/ownCases.ts';
import { taken } from '../../support/scenario.ts';
import { type Session, someSchedules } from '../schedules.ts';
import { seededRandom } from '../seededRandom.ts';
import { inSteps } from '../steppedStore.ts';
import { sessionsWaiting } from '../twoSessions.ts';
import { keyed } from './keyed.ts';
import { MONEY_CASES, type MoneyCase } from './moneyCases.ts';
import { faultyRows } from './moneyFaults.ts';
import { moneyGround } from './moneyGround.ts';
import { MONEY_INVARIANTS, type MoneyInvariant } from './moneyInvariants.ts';
import { BERT, type MoneyWorld, moneyPorts } from './moneyWorld.ts';
import { tenantTables } from './tenantCopies.ts';

// What always holds of money stands on a key or check of a table, or on the lock of a row. Each is taken away in
// turn: what it kept out gets in, and the audit or the orders of two sessions show it.

const caseOf = (does: string) => MONEY_CASES.find((one) => one.does === does) as MoneyCase;

const ground = await moneyGround();
const { admin } = ground;
const stores = [0, 1].map(() => openStore({ url: ground.database.appUrl, poolSize: 1 }));
const columns = await tenantTables(admin);
const rich = await richWorld();

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await ground.close();
});

/** A world in which everything has happened once, so that every table has a row. */
async function richWorld(): Promise<MoneyWorld> {
  const world = await ground.fresh();
  const all = ['receiveMoney', 'endDeductionPart', 'settleActivity', 'assignEntry', 'importStatement'];
  for (const does of [...all, 'setAccountRules', 'answerConfirmation', 'decideWriteOff', 'writeOffDeduction'])
    await asked(world, does);
  // One change has come into force, another one waits.
  for (const does of ['approveDocumentSetting', 'setCompanyParty']) await asked(world, does);
  const withdrawing = caseOf('withdrawAdjustment');
  const found = (await withdrawing.before?.(ground.ports, world)) ?? {};
  const { id } = taken(await withdrawing.ask(ground.ports, world, found)) as { readonly id: string };
  taken(await approveAdjustment(ground.ports, world.tenant, { id, actor: BERT }));
  taken(
    await keyed(ground.ports, world.tenant, 'key', (ports) => caseOf('commentClaim').ask(ports, world, {})),
  );
  return world;
}

async function asked(world: MoneyWorld, does: string): Promise<void> {
  const one = caseOf(does);
  const found = (await one.before?.(ground.ports, world)) ?? {};
  taken(await one.ask(moneyPorts(ground.database.store, one.now), world, found));
}

/** Breaks it, and says what was noticed; nothing of it stays. */
async function broken(invariant: MoneyInvariant, isHeld: boolean): Promise<readonly string[]> {
  const { table, by } = invariant;
  await admin.query('BEGIN');
  try {
    if (!isHeld) await admin.query(dropping(table, by));
    // A mirror of what has none yet is no second one.
    const times = by === 'settlement_cancelled_once' ? 2 : 1;
    for (let count = 0; count < times; count += 1) await admin.query(breaking(invariant), [rich.tenant]);
    return await faultyRows(admin, rich.tenant);
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint !== undefined)
      return [`held by ${error.constraint}`];
    throw error;
  } finally {
    await admin.query('ROLLBACK');
  }
}

/** A partial index is a key as well. */
function dropping(table: string, by: string): string {
  return `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_constraint WHERE conname = '${by}') THEN
      ALTER TABLE ${table} DROP CONSTRAINT ${by} CASCADE;
    ELSE DROP INDEX ${by}; END IF; END $$`;
}

function breaking({ table, breaks }: MoneyInvariant): string {
  if (typeof breaks === 'string') return breaks;
  const names = columns.get(table) ?? [];
  const { other = {}, where = 'true' } = breaks;
  const values = names.map((name) => other[name.replaceAll('"', '')] ?? name);
  return `INSERT INTO ${table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM ${table} WHERE tenant_id = $1 AND ${where} LIMIT 1`;
}

describe('a key or check of money', () => {
  it.each(MONEY_INVARIANTS.map((one) => [one.by, one] as const))('%s', async (_, invariant) => {
    expect(await broken(invariant, true)).toEqual([`held by ${invariant.by}`]);
    const faults = await broken(invariant, false);
    expect(faults.map((fault) => fault.replace(/: \d+$/, ''))).toContain(invariant.fault);
  });

  it('is there beside sound money', async () => {
    expect(await ground.faults(rich)).toEqual([]);
  });
});

type Unlocked = (tx: Tx) => Partial<Tx>;

/** 2026-03-01: what the books of NA are open from. */
const MARCH = 20_513;

/** Each lock as if it were a mere look, and a deed that two do at once under it. */
const LOCKS: readonly (readonly [string, string, Unlocked])[] = [
  ['claims.lock', 'receiveMoney', ({ claims }) => ({ claims: { ...claims, lock: claims.find } })],
  [
    'deductions.lock',
    'endDeductionPart',
    ({ deductions }) => ({ deductions: { ...deductions, lock: deductions.find } }),
  ],
  ['funds.lock', 'decideActivity', ({ funds }) => ({ funds: { ...funds, lock: funds.find } })],
  ['payments.lockRun', 'sendRun', ({ payments }) => ({ payments: { ...payments, lockRun: payments.run } })],
  ['settlements.lock', 'issueSettlement', unlockedSettlement],
  ['company.lock', 'cancelSettlement', unlockedSettlement],
  [
    'batches.lock',
    'importStatement',
    ({ batches }) => ({ batches: { ...batches, lock: async () => undefined } }),
  ],
  [
    'bankEntries.lock',
    'assignEntry',
    ({ bankEntries }) => {
      const lock = async (id: string) =>
        (await bankEntries.page({ is: 'waiting', limit: 100 })).find((entry) => entry.id === id);
      return { bankEntries: { ...bankEntries, lock } };
    },
  ],
  ['ledger.lock', 'approveReopening', ({ ledger }) => ({ ledger: { ...ledger, lock: async () => MARCH } })],
];
const STEPS = [...LOCKS.map(([lock]) => lock), 'runs.lock'];
const MORE = [
  'claims.events',
  'claims.claimedOn',
  'payments.instructionsOf',
  'bankAccounts.knownAt',
  'funds.keep',
];

/** Deeds on a settlement wait for each other at the row of its company first, and then at its own. */
function unlockedSettlement({ company, settlements }: Tx): Partial<Tx> {
  return { company: lookedAt(company), settlements: { ...settlements, lock: settlements.get } };
}

/** Who claims waits at the row of the company as well. */
function unlockedClaims({ company, runs }: Tx): Partial<Tx> {
  return { company: lookedAt(company), runs: { ...runs, lock: async () => undefined } };
}

function lookedAt(company: Tx['company']): Tx['company'] {
  const lock = async (code: string) => (await company.all()).find((one) => one.code === code);
  return { ...company, lock };
}

function without(store: Store, unlocked: Unlocked): Store {
  return {
    ...store,
    inTenant: (tenant, work) => store.inTenant(tenant, (tx) => work({ ...tx, ...unlocked(tx) })),
  };
}

/** What two who do the same at once are told, and what is at fault then. */
async function outcomes(does: string, unlocked: Unlocked): Promise<ReadonlySet<string>> {
  const one = caseOf(does);
  const next = await ground.before(one);
  const draws = Array.from({ length: 5 }, (_, at) => seededRandom(at + 1));
  const found = await someSchedules(async () => {
    const [prepared] = await next();
    if (prepared === undefined) throw new Error('nothing was prepared');
    const { world } = prepared;
    const told: string[] = [];
    const sessions = stores.map(
      (store, at): Session =>
        async (turn) => {
          const ports = moneyPorts(inSteps(without(store, unlocked), turn, [...STEPS, ...MORE]), one.now);
          try {
            const done = await one.ask(ports, world, prepared.found);
            told[at] = done.ok ? 'done' : (done.refusals[0]?.code ?? '');
          } catch (error) {
            told[at] = `fault: ${(error as { constraint?: string }).constraint ?? error}`;
          }
        },
    );
    const waiting = () => sessionsWaiting(admin);
    const outcome = async () => [...told.sort(), ...(await ground.faults(world))].join(', ');
    return { sessions, waiting, areAlike: true, outcome };
  }, draws);
  return new Set(found.keys());
}

describe('a lock of money', { timeout: 120_000 }, () => {
  it.each(ownCases(LOCKS))(
    '%s: without it two who %s at once are not told the same',
    async (_, does, unlocked) => {
      const locked = await outcomes(does, () => ({}));
      expect([...locked].filter((outcome) => outcome.includes('fault'))).toEqual([]);
      const loose = await outcomes(does, unlocked);
      process.stdout.write(`${does}: ${[...locked].join(' | ')} / ${[...loose].join(' | ')}\n`);
      expect([...loose].filter((outcome) => !locked.has(outcome))).not.toEqual([]);
    },
  );
});

describe('runs.lock', () => {
  it('has the keys of claims behind it: without it two who raise claims at once claim once as well', async () => {
    const locked = await outcomes('raiseClaims', () => ({}));
    const loose = await outcomes('raiseClaims', unlockedClaims);
    expect([...loose].filter((outcome) => !locked.has(outcome))).toEqual([]);
  });
});

it('the page of invariants names each of them, and no other', () => {
  const page = readFileSync(new URL('../../../docs/reference/money-invariants.md', import.meta.url), 'utf8');
  const named = [...page.matchAll(/`([a-zA-Z_.]+)`/g)].map(([, name = '']) => name);
  const wanted = [...MONEY_INVARIANTS.map(({ by }) => by), ...STEPS];
  expect(wanted.filter((name) => !named.includes(name))).toEqual([]);
  const keys = named.filter((name) => name.includes('_') && !name.includes('.'));
  expect(keys.filter((name) => !wanted.includes(name))).toEqual([]);
});
