import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { valueBooks } from '../../app/ledger/valueBooks.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { type Bank, bankOf } from '../support/bankOf.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// Books in euros, a rebate of a year in dollars, settled month by month: 2 % of 5,000.00 are 100.00 USD each. By hand: the first
// is settled at 0.92, the second at 0.80, both on one account. The first is paid at 0.97: 5.00 are lost, whatever the
// second stands at; then the second at 0.85: 5.00 again.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,knownOn';

let story: Scenario;
let bank: Bank;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-10');
  await onDocuments(story, { creditNote: 'CN' });
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  bank = await bankOf(story, { company: 'EU', partners: ['P1'], since: '2026-01-10' });
  const text = agreementText({ windows: windowsText('year') }, { id: 'A', currency: 'USD' });
  const settled = { frequency: 'month', finalDays: 30, currency: 'USD', tax: 'none', paymentDays: 10 };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), ...settled } });
  const policy = { currency: 'EUR', rateOn: 'effective', rateType: 'closing', path: 'direct' } as const;
  const entry = { company: 'EU', policy: { ...policy, fallback: 'blocked' as const }, actor: ANNA };
  taken(await setBooksPolicy(story.ports, story.tenant, entry));
  for (const [day, closing] of [
    ...([
      ['2026-01-20', '0.90'],
      ['2026-01-31', '0.90'],
      ['2026-02-10', '0.92'],
    ] as const),
    ...([
      ['2026-02-20', '0.90'],
      ['2026-02-28', '0.88'],
      ['2026-03-10', '0.80'],
    ] as const),
    ...([
      ['2026-03-12', '0.97'],
      ['2026-03-31', '0.70'],
      ['2026-04-02', '0.85'],
    ] as const),
  ]) {
    const named = { kind: 'rate' as const, code: 'USD/EUR', name: 'USD/EUR', validFrom: dayOf(day) };
    await story.master([{ ...named, attributes: { closing } }]);
  }
});
afterAll(() => story.close());

async function settledOn(day: string, sale: string, document: string): Promise<void> {
  story.on(sale);
  await story.lines(HEADER, `erp,${document},1,sale,EU,P1,X,${sale},1,EA,5000.00,USD,${sale}`);
  await story.calculate();
  story.on(day);
  await story.calculate();
  const selection = { company: 'EU', agreements: ['A'], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  expect(settlements.map(({ netMinor }) => netMinor)).toEqual([10_000n]);
  const id = settlements[0]?.id ?? '';
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
}

/** What differences come to in the books, by the role of the account that they are of; a loss above zero. */
async function differences(): Promise<Record<string, bigint>> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.ledger.transfers({ company: 'EU' }, { limit: 1000 }),
  );
  const sums: Record<string, bigint> = {};
  for (const { event, debit, credit, book } of all) {
    if (event !== 'exchange') continue;
    const isLoss = debit === 'exchangeDifference';
    const role = isLoss ? credit : debit;
    sums[role] = (sums[role] ?? 0n) + (isLoss ? 1n : -1n) * (book?.minor ?? 0n);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, minor]) => minor !== 0n));
}

/** What the open items with the partner hold, in dollars and euros; one that holds nothing in both is left out. */
async function open(): Promise<(readonly [bigint, bigint])[]> {
  const items = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.items({ company: 'EU' }));
  const payable = items.filter(({ role }) => role === 'partnerPayable');
  expect(payable.every(({ item }) => item !== undefined)).toBe(true);
  return payable.map(({ minor, bookMinor }) => [minor, bookMinor] as const).sort();
}

async function close(month: string): Promise<void> {
  await story.calculate();
  const entry = { company: 'EU', month: dayOf(month), waivers: {}, actor: ANNA };
  taken(await closeMonth(story.ports, story.tenant, entry));
}

it('is told by item: each payment realises what its own settlement was worth', async () => {
  await settledOn('2026-02-10', '2026-01-20', 'D1');
  await close('2026-01-01');
  await settledOn('2026-03-10', '2026-02-20', 'D2');
  expect(await open()).toEqual([
    [-10_000n, -8000n],
    [-10_000n, -9200n],
  ]);
  const before = (await differences()).partnerPayable ?? 0n;
  // The first one is due ten days after it, the second one in a month of its own.
  const payments = await bank.pays('USD', '2026-03-12', '2026-02-20');
  expect(payments.map(({ minor }) => minor)).toEqual([10_000n]);
  expect(((await differences()).partnerPayable ?? 0n) - before).toBe(500n);
  expect(await open()).toEqual([[-10_000n, -8000n]]);
  expect(await bank.books(payments, '2026-03-12')).toBe(1);
});

it('stands at the rate of the last day when a month is closed, and goes back, item by item', async () => {
  await close('2026-02-01');
  story.on('2026-04-01');
  await story.calculate();
  await close('2026-03-01');
  expect(await open()).toEqual([[-10_000n, -8000n]]);
  const until = { company: 'EU', until: dayOf('2026-04-01') };
  const items = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.items(until));
  expect(items.filter(({ role }) => role === 'partnerPayable').map(({ bookMinor }) => bookMinor)).toEqual([
    -7000n,
  ]);
  const again = taken(await verifyMonths(story.ports, story.tenant, 'EU'));
  expect(again.map(({ isSame }) => isSame)).toEqual([true, true, true]);
});

it('leaves nothing once all is paid, and a valuation finds nothing', async () => {
  const before = (await differences()).partnerPayable ?? 0n;
  await bank.pays('USD', '2026-04-02');
  expect(((await differences()).partnerPayable ?? 0n) - before).toBe(500n);
  expect(await open()).toEqual([]);
  const valued = await valueBooks(story.ports, story.tenant, { company: 'EU', actor: ANNA });
  expect(taken(valued)).toEqual({ corrected: 0, unvalued: 0 });
});
