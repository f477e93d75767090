import { afterAll, beforeAll, expect, test } from 'vitest';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import type { TenantId } from '../../app/ports.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { asRole } from '../../test/support/asRole.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { AT, addAgreement, anAccount, day, TODAY } from '../../test/support/facts.ts';
import { type OpenStore, openStore } from './store.ts';

/** More than any integer column holds. */
const VAST = 12_345_678_901_234_567_890_123_456_789n;

let database: TestDatabase;
let store: OpenStore;
beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.appUrl });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const { term, window } = anAccount();
const accrued = (leg: string, minor: bigint, differs: Partial<Transfer> = {}): Transfer => ({
  ...({ company: 'NW', event: 'accrue', debit: 'rebateExpense', credit: 'accruedLiability' } as const),
  ...{
    minor,
    currency: 'USD',
    effectiveOn: TODAY,
    partner: 'P1',
    subject: { agreement: 'A1', term, window },
  },
  ...{ cause: 'onTimeLines', origin: { kind: 'booking', id: 'b1' }, leg },
  ...differs,
});

const post = (tenant: TenantId, transfers: readonly Transfer[], on = TODAY) =>
  store.inTenant(tenant, (tx) => postTransfers(tx, transfers, { day: on, at: AT, batch: 1 }));
const balances = async (tenant: TenantId) => {
  const found = await store.inTenant(tenant, (tx) => tx.ledger.balances({}));
  return found.map(({ account, minor }) => `${account} ${minor}`);
};

async function withAgreement(): Promise<TenantId> {
  const tenant = await database.tenant();
  await addAgreement(store, tenant, 'A1');
  return tenant;
}

test('what was posted comes back as it was, numbered without a gap', async () => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n), accrued('b', VAST)]);
  const bank = { event: 'bank', debit: 'bank', credit: 'bankClearing', leg: 'c', minor: 7n } as const;
  const { subject: _subject, cause: _cause, partner: _partner, ...plain } = accrued('c', 7n);
  await post(tenant, [{ ...plain, ...bank }]);
  const read = (limit: number, after?: { company: string; number: bigint }) =>
    store.inTenant(tenant, (tx) => tx.ledger.transfers({}, { limit, ...(after && { after }) }));
  const posted = await read(10);
  expect(posted.map(({ number }) => number)).toEqual([1n, 2n, 3n]);
  expect(posted[1]).toMatchObject({
    ...{ company: 'NW', event: 'accrue', debit: 'rebateExpense', credit: 'accruedLiability', minor: VAST },
    ...{ partner: 'P1', subject: { agreement: 'A1', term, window }, cause: 'onTimeLines', batch: 1 },
    ...{ effectiveOn: TODAY, bookedOn: TODAY, bookedAt: AT, origin: { kind: 'booking', id: 'b1' } },
  });
  expect(posted[2]).not.toHaveProperty('subject');
  expect(await read(1, { company: 'NW', number: 1n })).toEqual([posted[1]]);
  expect(await balances(tenant)).toEqual([
    `accruedLiability ${-VAST - 5n}`,
    'bank 7',
    'bankClearing -7',
    `rebateExpense ${VAST + 5n}`,
  ]);
});

test('one deed is posted once, also by two at once, and a transfer is taken back once', async () => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n)]);
  await expect(post(tenant, [accrued('b', 1n), accrued('a', 5n)])).rejects.toThrow('ledger_transfer_id_once');
  const both = await Promise.allSettled([post(tenant, [accrued('c', 2n)]), post(tenant, [accrued('c', 2n)])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [first] = await store.inTenant(tenant, (tx) => tx.ledger.transfers({}, { limit: 1 }));
  const back = { debit: 'accruedLiability', credit: 'rebateExpense', reverses: first?.id ?? '' } as const;
  await post(tenant, [accrued('back', 5n, back)]);
  await expect(post(tenant, [accrued('again', 5n, back)])).rejects.toThrow('ledger_transfer_reversed_once');
  expect(await balances(tenant)).toEqual(['accruedLiability -2', 'rebateExpense 2']);
});

test('nothing is posted into a month that is closed: the first open day takes it', async () => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n)], day('2026-01-31'));
  await store.inTenant(tenant, async (tx) => {
    expect(await tx.ledger.lock('NW')).toBeUndefined();
    const by = { reason: '', actor: 'person:a', at: AT };
    const closed = { company: 'NW', month: day('2026-01-01'), deed: 'closed', hash: 'a'.repeat(64) } as const;
    await tx.ledger.turn({ ...closed, ...by, checklist: { lines: 1 } }, day('2026-02-01'));
  });
  await post(tenant, [accrued('b', 6n)], day('2026-01-31'));
  await post(tenant, [accrued('c', 7n)], day('2026-03-01'));
  const posted = await store.inTenant(tenant, (tx) => tx.ledger.transfers({}, { limit: 9 }));
  const days = ['2026-01-31', '2026-02-01', '2026-03-01'].map(day);
  expect(posted.map(({ bookedOn }) => bookedOn)).toEqual(days);
  const [period] = await store.inTenant(tenant, (tx) => tx.ledger.periods('NW'));
  expect(period).toMatchObject({
    number: 1,
    deed: 'closed',
    checklist: { lines: 1 },
    actor: 'person:a',
  });
});

test('the accounts of the general ledger are those of the rules when it was posted', async () => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n)]);
  const rules = [{ role: 'rebateExpense', account: '4730', company: 'NW' } as const];
  const set = () => store.inTenant(tenant, (tx) => tx.ledger.setRules(rules, 'person:a', AT));
  expect([await set(), await set()]).toEqual([1, 2]);
  await post(tenant, [accrued('b', 6n)]);
  expect(await balances(tenant)).toEqual(['4730 6', 'accruedLiability -11', 'rebateExpense 5']);
  const of = await store.inTenant(tenant, (tx) => tx.ledger.subledger({ partner: 'P1', from: TODAY }));
  expect(of.map(({ role, agreement, minor }) => `${role} ${agreement} ${minor}`)).toEqual([
    'rebateExpense A1 6',
    'accruedLiability A1 -11',
    'rebateExpense A1 5',
  ]);
});

test.each([
  ['zero', 'minor', '0', 'ledger_transfer_moves_something'],
  ['less than nothing', 'minor', '-1', 'ledger_transfer_moves_something'],
  ['half a cent', 'minor', '0.5', 'ledger_transfer_moves_something'],
  ['from an account to itself', 'credit_role', "'rebateExpense'", 'ledger_transfer_between_two'],
])('the database keeps no transfer of %s', async (_, column, value, constraint) => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n)]);
  const columns = `event, debit_account, credit_account, currency, effective_on, booked_on, booked_at, batch,
    origin_kind, origin_id, tenant_id, company, debit_role`;
  const rest = ['minor', 'credit_role'].filter((name) => name !== column);
  const another = `INSERT INTO ledger_transfer (${columns}, ${rest.join()}, ${column}, number, id)
    SELECT ${columns}, ${rest.join()}, ${value}, 2, gen_random_uuid() FROM ledger_transfer`;
  await expect(asRole(database.appUrl, tenant, another)).rejects.toThrow(constraint);
});

test('the application can neither change nor delete what was posted', async () => {
  const tenant = await withAgreement();
  await post(tenant, [accrued('a', 5n)]);
  for (const sql of [
    'UPDATE ledger_transfer SET minor = 1',
    'DELETE FROM ledger_transfer',
    'DELETE FROM ledger_period',
  ])
    await expect(asRole(database.appUrl, tenant, sql)).rejects.toThrow('permission denied');
});
