import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { listOpenItems } from '../../app/payments/showRuns.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, UNITS } from '../support/trade.ts';

// One free piece of X for each full ten, at 4.20: 125 were bought in March, so 12 are given, worth 50.40.
// In April 20 more are bought: 2 are given, 8.40.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const ALL = { include: [], exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await onDocuments(story, { paymentNotice: 'PN' });
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT', taxId: 'ATU87654321' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const free = { give: '1', per: '10', unitValue: '4.20' };
  const text = agreementText(
    {
      ...{ formula: 'freeGoods', qualifier: UNITS, payout: UNITS },
      eligibility: { ...ALL, include: [{ attribute: 'product.code', in: ['X'] }] },
      tiers: { boundary: 'atLeast', rows: [{ from: '0', free }] },
    },
    { id: 'FREE' },
  );
  const terms = { ...(text.settlement as object), frequency: 'month', method: 'goods', tax: 'none' };
  await story.agreement({ ...text, settlement: terms });
});
afterAll(() => story.close());

async function issued(): Promise<string> {
  const selection = { company: 'EU', agreements: ['FREE'], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  const { id = '' } = settlements[0] ?? {};
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  return id;
}

async function documentOf(id: string) {
  const document = taken(await showSettlement(story.ports, story.tenant, id)).settlement.issue?.document;
  if (document === undefined) throw new Error(`${id} has no document`);
  return document;
}

/** Debit less credit, by role; what holds nothing is left out. */
async function books(): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(
    balances.filter(({ minor }) => minor !== 0n).map(({ role, minor }) => [role, minor]),
  );
}

it('names the goods, how many and what each is worth, and leaves the stock', async () => {
  await story.lines(HEADER, 'erp,S1,1,sale,EU,P1,X,2026-03-10,125,EA,1000.00,EUR');
  story.on('2026-04-15');
  await story.calculate();
  const document = await documentOf(await issued());
  expect(documentJson(document)).toMatchObject({
    ...{ net: '50.40', tax: '0.00', gross: '50.40', payment: { means: 'goods' } },
    lines: [{ net: '50.40', goods: { product: 'X', quantity: '12', unit: 'EA', unitValue: '4.20' } }],
  });
  const shown = (language: 'en' | 'zh-CN') =>
    documentPaper(document, language).tables[0]?.rows[0]?.[1]?.replaceAll('\u00a0', ' ');
  expect(shown('en')).toBe('A test: volume (X: 12 units at EUR 4.20 each)');
  expect(shown('zh-CN')).toBe('测试：volume（X：12 件，每单位计 EUR 4.20）');
  expect(await books()).toEqual({ rebateExpense: 5040n, inventory: -5040n });
});

it('names what came since only, and no money is open for it', async () => {
  await story.lines(HEADER, 'erp,S2,1,sale,EU,P1,X,2026-04-16,20,EA,160.00,EUR');
  story.on('2026-05-15');
  await story.calculate();
  const document = await documentOf(await issued());
  expect(document.lines.map(({ netMinor, goods }) => [netMinor, goods?.quantity.digits])).toEqual([
    [840n, 2n],
  ]);
  const selection = { company: 'EU', currency: 'EUR', dueUntil: dayOf('2026-12-31'), methods: [] };
  expect(await listOpenItems(story.ports, story.tenant, selection)).toEqual([]);
});
