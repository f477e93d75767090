import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerFormat, ledgerExport } from '../../adapters/files/ledgerExport.ts';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import { checkPart, exportLedger, type LedgerPart } from '../../app/ledgerExport/exportLedger.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { CAUSES } from '../../core/booking/cause.ts';
import { LEDGER_ROLES, type LedgerRole } from '../../core/ledger/ledgerRole.ts';
import { LEDGER_EVENTS, type Transfer } from '../../core/ledger/transfer.ts';
import { journalAccount } from '../../core/ledgerExport/journalAccount.ts';
import { OWN_TABLE } from '../../core/ledgerExport/ledgerTable.ts';
import { moneyText } from '../../core/money/money.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { AT, addAgreement, addMaster, day } from '../support/facts.ts';
import { HAS_ACCOUNTING, inBeancount, inHledger } from '../support/plainTextAccounting.ts';

// Books with everything in them that a name can hold, exported and read by the programs themselves.

const NASTY = [
  'Müller; "Tee" | 茶叶',
  'a\\',
  '[2026-01-01]',
  'x  y',
  '*',
  '!',
  '; date:2020-01-01',
  '%3B',
  ')',
  '返利 100％',
];
const ACCOUNTS = ['4730', '47 30', '应付返利', 'accrued/liability', '70-0020-01', 'Assets:Bank', '😀'];

let database: TestDatabase;
let tenant: TenantId;
let ports: Ports;
let first: Transfer[];

beforeAll(async () => {
  database = await testDatabase();
  tenant = await database.tenant();
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock: { now: () => AT }, ids: { next: randomUUID }, sha256 };
  const partners = NASTY.map((name, at) => ({
    kind: 'partner' as const,
    code: `P${at};"`,
    name,
    attributes: {},
  }));
  await addMaster(database.store, tenant, partners);
  await addAgreement(database.store, tenant, 'A;1');
  first = drawn(400);
  await ports.store.inTenant(tenant, async (tx) => {
    const roles = Object.keys(LEDGER_ROLES) as LedgerRole[];
    // Some roles have an account of their own, others stand for themselves.
    await tx.ledger.setRules(
      ACCOUNTS.map((account, at) => ({ role: roles[at * 2] as LedgerRole, account })),
      'system:cli',
      AT,
    );
    const posting = { at: AT, batch: await tx.batches.last() };
    await postTransfers(tx, first.slice(0, 200), { ...posting, day: day('2026-01-31') });
    await postTransfers(tx, first.slice(200), { ...posting, day: day('2026-02-28') });
  });
});
afterAll(() => database.drop());

function drawn(count: number): Transfer[] {
  const roles = Object.keys(LEDGER_ROLES) as LedgerRole[];
  const two = fc.shuffledSubarray(roles, { minLength: 2, maxLength: 2 });
  const record = fc.record({
    company: fc.constantFrom('AW', 'NW'),
    event: fc.constantFrom(...LEDGER_EVENTS),
    two,
    minor: fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.constant(10n ** 24n + 1n)),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CNY'),
    effectiveOn: fc.integer({ min: day('2026-01-01'), max: day('2026-02-28') }),
    partner: fc.nat(NASTY.length - 1),
    has: fc.boolean(),
    cause: fc.constantFrom(...CAUSES),
  });
  return fc
    .sample(record, { seed: 7, numRuns: count })
    .map(({ two: [debit, credit], has, partner, ...rest }, at) => ({
      ...rest,
      debit: debit as LedgerRole,
      credit: credit as LedgerRole,
      origin: { kind: 'test', id: String(at) },
      leg: 'one',
      partner: `P${partner};"`,
      ...(has && { subject: { agreement: 'A;1', term: 'volume', window: { from: 20_454, until: 20_819 } } }),
    }));
}

async function exported(format: LedgerFormat, part: LedgerPart = {}): Promise<string> {
  return exportLedger(ports, tenant, part, async (pages) => {
    let all = '';
    for await (const chunk of ledgerExport(format, OWN_TABLE, pages)) all += chunk;
    return all;
  });
}

/** What our books say that each account holds, as the programs show it. */
function ours(company?: string, until?: number): Promise<string[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const filter = { ...(company !== undefined && { company }), ...(until !== undefined && { until }) };
    const balances = await tx.ledger.balances(filter);
    return balances
      .map(({ company: of, account, role, minor, currency }) => {
        return `${journalAccount(of, account, role)} ${moneyText({ minor, currency })} ${currency}`;
      })
      .sort();
  });
}

// On a laptop without Debian's hledger and beancount there is nothing that reads the journals; CI installs them.
describe.skipIf(!HAS_ACCOUNTING)('the programs', () => {
  it.each([
    ['hledger', inHledger],
    ['beancount', inBeancount],
  ] as const)('%s finds no fault, and the same balances', async (format, read) => {
    const { faults, balances } = read(await exported(format));
    expect(faults).toBe('');
    expect(balances.length).toBeGreaterThan(50);
    expect(balances).toEqual(await ours());
  });

  it('hledger finds the same of one company up to a day', async () => {
    const part = { company: 'NW', last: day('2026-01-31') };
    const { faults, balances } = inHledger(await exported('hledger', part));
    expect(faults).toBe('');
    expect(balances).toEqual(await ours('NW', day('2026-02-01')));
  });

  it('find a fault where one is', async () => {
    const journal = await exported('hledger', { company: 'NW' });
    expect(inHledger(journal.replace(/^account .*\n/m, '')).faults).not.toBe('');
    const other = await exported('beancount', { company: 'NW' });
    expect(inBeancount(other.replace(/ (\d+)\.(\d\d) EUR/, ' $19.$2 EUR')).faults).not.toBe('');
  });
});

it('a table holds every transfer of its days, once', async () => {
  const rows = (text: string) => text.trimEnd().split('\r\n').slice(1);
  const all = rows(await exported('csv'));
  const january = rows(await exported('csv', { first: day('2026-01-01'), last: day('2026-01-31') }));
  const february = rows(await exported('csv', { first: day('2026-02-01') }));
  expect([all.length, january.length, february.length]).toEqual([400, 200, 200]);
  expect([...january, ...february].sort()).toEqual([...all].sort());
});

it('a company that is none is told', async () => {
  const checked = await checkPart(ports, tenant, { company: 'XX' });
  expect(checked).toMatchObject({ ok: false, refusals: [{ code: 'company-not-found' }] });
});
