import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { openItems } from '../../app/payments/openItems.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { plannedJson } from '../../app/settlement/settlementJson.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// Two agreements of one partner name each other: 2 % of X and 2 % of Y. 500.00 of X are settled in April; then 10,000.00 of
// March come back, 200.00 less, and 800.00 of Y are earned. The partner gets 600.00 and no more, whatever the agreements
// say of how and when they are paid; where their tax differs, by two documents, of which one is set off against the other.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate';
const ELIGIBILITY = { exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN', paymentNotice: 'PN', reclaimNotice: 'RN' });
  const attributes = { country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    ...['P1', 'P2', 'P3'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes })),
    ...['X', 'Y'].map((code) => ({ kind: 'product' as const, code, name: code, attributes: {} })),
  ]);
  await agreed('P1', 'X', { nettingWith: ['P1Y'], paymentDays: 10 });
  await agreed('P1', 'Y', { nettingWith: ['P1X'], paymentDays: 60, method: 'payment' });
  await agreed('P2', 'X', { nettingWith: ['P2Y'], tax: 'none' });
  await agreed('P2', 'Y', { nettingWith: ['P2X'] });
  await agreed('P3', 'X', { nettingWith: ['P3Y'], tax: 'none', method: 'payment' });
  await agreed('P3', 'Y', { nettingWith: ['P3X'] });
  story.on('2026-04-15');
  for (const partner of ['P1', 'P2', 'P3']) await settledFirst(partner);
  story.on('2026-05-15');
  for (const partner of ['P1', 'P2', 'P3']) await comesBack(partner);
});
afterAll(() => story.close());

async function agreed(partner: string, product: 'X' | 'Y', differs: object): Promise<void> {
  const eligibility = { ...ELIGIBILITY, include: [{ attribute: 'product.code', in: [product] }] };
  const text = agreementText(
    { windows: windowsText('month'), eligibility },
    { id: `${partner}${product}`, participants: [{ attribute: 'partner.code', in: [partner] }] },
  );
  const terms = { ...(text.settlement as object), frequency: 'month', finalDays: 200, ...differs };
  await story.agreement({ ...text, settlement: terms });
}

async function traded(partner: string, product: string, net: string, document: string, day: string) {
  const quantity = net.startsWith('-') ? -1 : 1;
  const row = `erp,${document},1,sale,EU,${partner},${product},${day},${quantity},EA,${net},EUR,20`;
  await story.lines(HEADER, row);
  await story.calculate();
}

/** Proposes what the preview says: the documents of a partner, each with its kind and amount with tax. */
async function proposed(partner: string) {
  const selection = { company: 'EU', partners: [partner] };
  const preview = taken(await previewSettlement(story.ports, story.tenant, selection));
  const done = taken(await proposeSettlement(story.ports, story.tenant, { ...selection, actor: ANNA }));
  expect(plannedJson(done)).toEqual(plannedJson(preview));
  return done.settlements;
}

async function issued(id: string): Promise<string> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  return taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id })).number ?? '';
}

/** 500.00 of X on a document. */
async function settledFirst(partner: string): Promise<void> {
  await traded(partner, 'X', '25000.00', `${partner}-1`, '2026-03-10');
  const [first] = await proposed(partner);
  await issued(first?.id ?? '');
}

/** What makes 200.00 of it too much and gives 800.00 for Y. */
async function comesBack(partner: string): Promise<void> {
  await traded(partner, 'X', '-10000.00', `${partner}-2`, '2026-03-20');
  await traded(partner, 'Y', '40000.00', `${partner}-3`, '2026-04-10');
}

async function openOf(partner: string): Promise<bigint[]> {
  const selection = {
    ...{ company: 'EU', currency: 'EUR', dueUntil: dayOf('2027-12-31'), partners: [partner] },
    methods: ['creditNote', 'payment'] as const,
  };
  const items = await story.ports.store.inTenant(story.tenant, (tx) => openItems(tx, selection));
  return items.map(({ minor }) => minor);
}

async function closing(partner: string): Promise<bigint | undefined> {
  const days = { firstDay: dayOf('2026-03-01'), lastDay: dayOf('2026-12-31') };
  const question = { company: 'EU', partner, ...days };
  return taken(await partnerStatement(story.ports, story.tenant, question)).statements[0]?.closingMinor;
}

async function paidOf(agreement: string): Promise<bigint> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(agreement));
  return balances.reduce((sum, { account, minor }) => (account.kind === 'paid' ? sum + minor : sum), 0n);
}

it('that are paid in other ways and days share the document of the one that pays most', async () => {
  const [document, ...others] = await proposed('P1');
  expect([document?.kind, document?.netMinor, document?.paymentDays, others]).toEqual([
    ...['creditNote', 60_000n, 60, []],
  ]);
  expect(document?.lines.map(({ account, netMinor }) => [account.agreement, netMinor]).sort()).toEqual([
    ['P1X', -20_000n],
    ['P1Y', 80_000n],
  ]);
  await issued(document?.id ?? '');
  // With tax: 600.00 of the first document and 720.00 of this one.
  expect(await openOf('P1')).toEqual([60_000n, 72_000n]);
  expect(await proposed('P1')).toEqual([]);
});

it('that are taxed in other ways are on two documents, and the one is set off against the other', async () => {
  const documents = await proposed('P2');
  expect(documents.map(({ kind, reason, grossMinor }) => [kind, reason, grossMinor])).toEqual([
    ['creditNote', 'settlement', 96_000n],
    ['debitNote', 'clawBack', -20_000n],
  ]);
  const [owed, back] = documents.map(({ id }) => id) as [string, string];
  await issued(owed);
  // Of its own first document too, which is due first: 500.00, of which nothing has been paid.
  expect(await openOf('P2')).toEqual([50_000n, 96_000n]);
  await issued(back);
  expect(await openOf('P2')).toEqual([30_000n, 96_000n]);
  expect([await paidOf('P2X'), await paidOf('P2Y'), await closing('P2')]).toEqual([0n, 0n, 126_000n]);
  const { settlement } = taken(await showSettlement(story.ports, story.tenant, back));
  expect(settlement.issue?.document?.setOff?.map(({ minor }) => minor)).toEqual([20_000n]);
  // Taken back, what it was set off against is open again, and the next run asks for it anew.
  const wrong = { actor: ANNA, id: back, reason: 'Wrong day' };
  await issued(taken(await cancelSettlement(story.ports, story.tenant, wrong)).id);
  expect([await openOf('P2'), await closing('P2')]).toEqual([[50_000n, 96_000n], 146_000n]);
});

it('is set off against what comes later, where what comes back is issued first', async () => {
  const documents = await proposed('P3');
  const idOf = (reason: string) => documents.find((one) => one.reason === reason)?.id ?? '';
  await issued(idOf('clawBack'));
  await issued(idOf('settlement'));
  const open = await openOf('P3');
  expect([open.reduce((sum, minor) => sum + minor, 0n), await closing('P3')]).toEqual([126_000n, 126_000n]);
  expect(await proposed('P3')).toEqual([]);
});
