import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { openItems } from '../../app/payments/openItems.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// Tax of 10 % is withheld of what a partner has earned: 1,000.00 by the document, 100.00 of it to the tax
// office, 900.00 to the partner. The terms are amended before the document is issued; it keeps those of its run.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const MONTHLY = {
  payout: 'month',
  qualifier: 'payoutWindow',
  ...{ pays: 'own', cut: 'fullThreshold', targets: 'same' },
};

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await onDocuments(story, { paymentNotice: 'PN', reclaimNotice: 'RN', creditNote: 'CN' });
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT', taxId: 'ATU87654321' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
});
afterAll(() => story.close());

/** 2 % from 1,000 a month. */
function agreed(percent: string) {
  const text = agreementText({ windows: MONTHLY }, { id: 'SERVICE' });
  const tax = { treatment: 'outsideScope', rate: 'none', amounts: 'net', withholding: { percent } };
  const terms = { ...(text.settlement as object), frequency: 'month', finalDays: 10, method: 'payment', tax };
  return { ...text, settlement: terms };
}

/** Debit less credit, by role; what holds nothing is left out. */
async function books(): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(
    balances.filter(({ minor }) => minor !== 0n).map(({ role, minor }) => [role, minor]),
  );
}

async function open(): Promise<bigint[]> {
  const place = {
    company: 'EU',
    currency: 'EUR',
    dueUntil: dayOf('2026-12-31'),
    methods: ['payment'] as const,
  };
  const items = await story.ports.store.inTenant(story.tenant, (tx) => openItems(tx, place));
  return items.map(({ minor }) => minor);
}

async function issued(id: string): Promise<RebateDocument | undefined> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  return taken(await showSettlement(story.ports, story.tenant, id)).settlement.issue?.document;
}

let settlement: string;

it('stands on the document, in its paper and in the books, and only the rest is open', async () => {
  await story.agreement(agreed('10'));
  story.on('2026-04-01');
  await story.lines(HEADER, 'erp,S1,1,sale,EU,P1,X,2026-03-10,1,EA,50000.00,EUR');
  await story.calculate();
  story.on('2026-04-15');
  const selection = { company: 'EU', agreements: ['SERVICE'], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  settlement = settlements[0]?.id ?? '';
  await story.agreement(agreed('5'), true);
  const document = (await issued(settlement)) as RebateDocument;
  expect(documentJson(document)).toMatchObject({
    ...{ kind: 'paymentNotice', net: '1000.00', gross: '1000.00' },
    withheld: { percent: '10', amount: '100.00' },
  });
  const totals = (language: 'en' | 'zh-CN') =>
    documentPaper(document, language).totals.map(({ label, value }) =>
      `${label}: ${value}`.replaceAll('\u00a0', ' '),
    );
  expect(totals('en').slice(1)).toEqual([
    'Tax withheld (10% of the net): -EUR 100.00',
    'To be paid: EUR 900.00',
  ]);
  expect(totals('zh-CN').slice(1)).toEqual(['代扣税款（净额的 10%）: -EUR 100.00', '应付金额: EUR 900.00']);
  expect(await books()).toEqual({
    ...{ rebateExpense: 100_000n, withholding: -10_000n, partnerPayable: -90_000n },
  });
  expect(await open()).toEqual([90_000n]);
});

it('stands on the statement of the partner, which ties to the books', async () => {
  const days = { firstDay: dayOf('2026-03-01'), lastDay: dayOf('2026-04-30') };
  const question = { company: 'EU', partner: 'P1', ...days };
  const [statement] = taken(await partnerStatement(story.ports, story.tenant, question)).statements;
  expect(statement?.entries.map(({ event, minor }) => `${event} ${minor}`).sort()).toEqual([
    ...['settle 100000', 'withhold -10000'],
  ]);
  expect(statement?.closingMinor).toBe(90_000n);
  const window = { from: dayOf('2026-03-01'), until: dayOf('2026-05-01') };
  const rolled = taken(await reportRollForward(story.ports, story.tenant, { company: 'EU', days: window }));
  const sumOf = (role: string) =>
    rolled.reduce((sum, { role: own, closing }) => (own === role ? sum + closing : sum), 0n);
  expect(['withholding', 'partnerPayable', 'accruedLiability'].map(sumOf)).toEqual([-10_000n, -90_000n, 0n]);
});

it('is taken back with the document', async () => {
  const entry = { actor: ANNA, id: settlement, reason: 'Wrong month' };
  const { id } = taken(await cancelSettlement(story.ports, story.tenant, entry));
  const mirror = (await issued(id)) as RebateDocument;
  expect(documentJson(mirror)).toMatchObject({
    ...{ kind: 'reclaimNotice', withheld: { percent: '10', amount: '100.00' } },
  });
  expect(await books()).toEqual({ rebateExpense: 100_000n, accruedLiability: -100_000n });
});
