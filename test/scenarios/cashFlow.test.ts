import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CashQuestion, cashFlow } from '../../app/cashFlow/cashFlow.ts';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { AT, accepted, addAgreement, addMaster, day, takeBatch } from '../support/facts.ts';
import { owed } from '../support/payments.ts';

// A credit note of January, a payment of half of it, and what is accrued and claimed behind it.

let database: TestDatabase;
let tenant: TenantId;
let ports: Ports;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await database.tenant();
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock: { now: () => AT }, ids: { next: randomUUID }, sha256 };
  const partners = ['P1', 'S1'].map((code) => ({
    kind: 'partner' as const,
    code,
    name: code,
    attributes: {},
  }));
  await addMaster(database.store, tenant, partners);
  await addAgreement(database.store, tenant, 'A1');
  await post('2026-01-31', settle(10_000n, '2026-01-31'), accrue(40_000n, '2026-01-31'));
  // Known later: another batch.
  await ports.store.inTenant(tenant, (tx) => takeBatch(tx, 'master', day('2026-02-10')));
  await post('2026-02-10', pay(4_000n, '2026-02-10'), claim(7_000n, '2026-02-01'));
});
afterAll(() => database.drop());

const subject = {
  agreement: 'A1',
  term: 'volume',
  window: { from: day('2026-01-01'), until: day('2027-01-01') },
};
let leg = 0;
function transfer(
  event: Transfer['event'],
  [debit, credit]: [Transfer['debit'], Transfer['credit']],
  minor: bigint,
  on: string,
  partner = 'P1',
): Transfer {
  leg += 1;
  const origin = { kind: 'test', id: String(leg) };
  const about = { company: 'NW', currency: 'EUR', effectiveOn: day(on), partner, origin, leg: 'one' };
  return { ...about, event, debit, credit, minor, ...(event !== 'pay' && { subject }) };
}
const accrue = (minor: bigint, on: string) =>
  transfer('accrue', ['rebateExpense', 'accruedLiability'], minor, on);
const settle = (minor: bigint, on: string) =>
  transfer('settle', ['accruedLiability', 'partnerPayable'], minor, on);
const pay = (minor: bigint, on: string) => transfer('pay', ['partnerPayable', 'bankClearing'], minor, on);
const claim = (minor: bigint, on: string) =>
  transfer('claim', ['claimedReceivable', 'accruedReceivable'], minor, on, 'S1');

function post(on: string, ...transfers: readonly Transfer[]): Promise<void> {
  return ports.store.inTenant(tenant, async (tx) => {
    await postTransfers(tx, transfers, { day: day(on), at: AT, batch: await tx.batches.last() });
  });
}

async function seen(differs: Partial<CashQuestion> = {}) {
  return accepted(await cashFlow(ports, tenant, { grain: 'month', day: day('2026-02-28'), ...differs }));
}

it('lays what was paid against what was oldest, and expects the rest when it is due', async () => {
  const { flows } = await seen();
  const documented = flows.filter(({ stage }) => stage === 'documented');
  const agreement = await ports.store.inTenant(tenant, (tx) => tx.agreements.knownAt('A1', 99));
  const days = agreement?.agreement.settlement.paymentDays ?? Number.NaN;
  expect(documented.map(({ minor, dueOn }) => `${minor} ${formatDate(dueOn)}`)).toEqual([
    `-6000 ${formatDate(day('2026-01-31') + days)}`,
  ]);
});

it('expects what is on a document or claimed on the day that these say', async () => {
  const other = await database.tenant();
  const within = (differs: Partial<CashQuestion> = {}) =>
    cashFlow(ports, other, { grain: 'month', day: day('2026-02-28'), ...differs });
  await addMaster(database.store, other, [{ kind: 'partner', code: 'P1', name: 'P1', attributes: {} }]);
  await addAgreement(database.store, other, 'A1');
  const note = { company: 'NW', partner: 'P1', agreement: 'A1', netMinor: 5_000n, taxMinor: 1_000n };
  await owed(ports, other, { ...note, number: 'CN-1', dueOn: day('2026-05-17') });
  const sent = { id: randomUUID(), reference: 'R', claimant: 'us', company: 'NW', partner: 'P1' } as const;
  const line = { number: 1, term: 'volume', participant: 'P1', window: subject.window, minor: 700n };
  const days = { sentOn: day('2026-01-10'), dueOn: day('2026-06-18') };
  await ports.store.inTenant(other, async (tx) => {
    const by = { number: 1, actor: 'person:clerk', at: AT };
    await tx.claims.send({ ...sent, ...days, agreement: 'A1', currency: 'EUR', lines: [line] }, by);
    const own = { ...claim(700n, '2026-01-10'), partner: 'P1', origin: { kind: 'claim', id: sent.id } };
    await postTransfers(tx, [own], { day: day('2026-01-10'), at: AT, batch: await tx.batches.last() });
  });
  const { flows } = accepted(await within({ day: day('2026-04-30') }));
  const said = flows.filter(({ stage }) => stage !== 'accrued');
  expect(said.map(({ stage, minor, dueOn }) => `${stage} ${minor} ${formatDate(dueOn)}`)).toEqual([
    'documented -5000 2026-05-17',
    'documented -1000 2026-05-17',
    'claimed 700 2026-06-18',
  ]);
});

it('ties to the books, whatever day is asked of and however it was known', async () => {
  const questions: Partial<CashQuestion>[] = [
    {},
    { day: day('2026-01-31') },
    { known: day('2026-01-31') },
    { day: day('2030-01-01') },
    { day: day('2026-01-01') },
    { partner: 'S1' },
    { company: 'AW' },
  ];
  const sums: string[] = [];
  for (const question of questions) {
    const { flows, balances } = await seen(question);
    const sum = (list: readonly { readonly minor: bigint }[]) =>
      list.reduce((all, { minor }) => all + minor, 0n);
    expect(sum(flows)).toBe(sum(balances));
    sums.push(String(sum(flows)));
  }
  // S1's accrued receivable was never accrued: what was claimed of it stands against it.
  expect(sums).toEqual(['-36000', '-40000', '-40000', '-36000', '0', '0', '0']);
});

it('shows the liability of a day as it was known on another', async () => {
  const payable = async (known: string) =>
    (await seen({ known: day(known) })).balances.find(({ role }) => role === 'partnerPayable')?.minor;
  expect([await payable('2026-02-09'), await payable('2026-02-10')]).toEqual([-10_000n, -6_000n]);
});

it('tells of a company or partner that is none', async () => {
  const told = async (differs: Partial<CashQuestion>) => {
    const found = await cashFlow(ports, tenant, { grain: 'week', ...differs });
    return found.ok ? 'ok' : found.refusals[0]?.code;
  };
  expect(await told({ company: 'XX' })).toBe('company-not-found');
  expect(await told({ partner: 'XX' })).toBe('partner-not-found');
});
