import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { listOpenItems } from '../../app/payments/showRuns.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// Less than 25.00 is not paid out and lapses: 2 % of 1,200.00 is 24.00. It is given up by a settlement without a document, which
// needs its approvals, and stands in the books as such. What is earned beyond it later is measured by itself.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await onDocuments(story, { creditNote: 'CN' });
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const text = agreementText({ windows: windowsText('year') }, { id: 'A' });
  const terms = {
    ...{ ...(text.settlement as object), frequency: 'month', tax: 'none' },
    minimumPayout: { amount: '25.00', below: 'lapse' },
  };
  await story.agreement({ ...text, settlement: terms });
});
afterAll(() => story.close());

async function sold(day: string, document: string, net: string): Promise<void> {
  story.on(day);
  await story.lines(HEADER, `erp,${document},1,sale,EU,P1,X,${day},1,EA,${net},EUR`);
  await story.calculate();
}

/** What the run of a day proposes, approved and issued: kind, reason of the lapse and amount of each. */
async function settled(day: string): Promise<string[]> {
  story.on(day);
  await story.calculate();
  const selection = { company: 'EU', actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  for (const { id } of settlements) await issued(id);
  return settlements.map(({ kind, netMinor, lines }) => `${kind} ${lines[0]?.lapse ?? '-'} ${netMinor}`);
}

async function issued(id: string): Promise<void> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
}

async function balances(): Promise<Record<string, bigint>> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('A'));
  return Object.fromEntries(all.map(({ account, minor }) => [account.kind, minor]));
}

async function books(): Promise<Record<string, bigint>> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(all.map(({ role, minor }) => [role, minor]));
}

it('is given up where it is too small, and stands in the books as lapsed', async () => {
  await sold('2026-01-10', 'D1', '1200.00');
  expect(await settled('2026-02-02')).toEqual(['lapse belowMinimum 2400']);
  expect(await balances()).toEqual({ earned: 2400n, recognised: 2400n, settled: 2400n });
  expect(await books()).toEqual({ rebateExpense: 2400n, lapsed: -2400n });
  const open = {
    company: 'EU',
    currency: 'EUR',
    dueUntil: dayOf('2027-12-31'),
    methods: ['creditNote'] as const,
  };
  expect(await listOpenItems(story.ports, story.tenant, open)).toEqual([]);
  expect(await settled('2026-02-03')).toEqual([]);
});

it('does not come back with what is earned later: that is measured by itself', async () => {
  await sold('2026-02-10', 'D2', '1200.00');
  expect(await settled('2026-03-02')).toEqual(['lapse belowMinimum 2400']);
  await sold('2026-03-10', 'D3', '1250.00');
  expect(await settled('2026-04-02')).toEqual(['creditNote - 2500']);
  expect(await balances()).toEqual({ earned: 7300n, recognised: 7300n, settled: 7300n });
  expect(await books()).toEqual({ rebateExpense: 7300n, lapsed: -4800n, partnerPayable: -2500n });
});

it('is owed again where what has lapsed is taken back, and lapses no more once it is enough', async () => {
  const list = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.settlements.list({ company: 'EU', limit: 10 }),
  );
  for (const { id, kind } of list) {
    if (kind !== 'lapse') continue;
    const { id: mirror } = taken(
      await cancelSettlement(story.ports, story.tenant, { actor: ANNA, id, reason: 'Agreed otherwise' }),
    );
    await issued(mirror);
  }
  expect(await books()).toEqual({ rebateExpense: 7300n, accruedLiability: -4800n, partnerPayable: -2500n });
  expect(await settled('2026-04-03')).toEqual(['creditNote - 4800']);
  expect(await balances()).toMatchObject({ earned: 7300n, settled: 7300n });
});
