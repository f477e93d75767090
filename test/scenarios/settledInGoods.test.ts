import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { showClaim } from '../../app/claims/showClaims.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { listOpenItems } from '../../app/payments/showRuns.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, UNITS } from '../support/trade.ts';

// One free piece of X for each full ten, at 4.20: 125 were bought in March, so 12 are given, worth 50.40.
// In April 20 more are bought: 2 are given, 8.40. With tax of 20 % the stock still loses 50.40 and no cent more: the
// goods are a supply with a tax of their own, 10.08, which pays that of the document. Of 50.40 with tax in them, 42.00.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const ALL = { include: [], exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await onDocuments(story, {
    ...{ paymentNotice: 'PN', reclaimNotice: 'RN', creditNote: 'CN', debitNote: 'DN' },
    ...{ selfBilledInvoice: 'SI', selfBilledCreditNote: 'SC' },
  });
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT', taxId: 'ATU87654321' } },
    ...['X', 'NET', 'SERVICE', 'WITH', 'HELD', 'CLAIMED', 'EARLIER'].map(
      (code) => ({ kind: 'product', code, name: code, attributes: {} }) as const,
    ),
  ]);
  await story.agreement(givesFree('FREE', 'X', 'none'));
});
afterAll(() => story.close());

function givesFree(id: string, product: string, tax: Json) {
  const free = { give: '1', per: '10', unitValue: '4.20' };
  const text = agreementText(
    {
      ...{ formula: 'freeGoods', qualifier: UNITS, payout: UNITS },
      eligibility: { ...ALL, include: [{ attribute: 'product.code', in: [product] }] },
      tiers: { boundary: 'atLeast', rows: [{ from: '0', free }] },
    },
    { id },
  );
  const terms = { ...(text.settlement as object), frequency: 'month', method: 'goods', tax };
  return { ...text, settlement: terms };
}

async function issued(agreement = 'FREE'): Promise<string> {
  const selection = { company: 'EU', agreements: [agreement], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  const { id = '' } = settlements[0] ?? {};
  await finished(id);
  return id;
}

async function finished(id: string): Promise<void> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
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

async function balances(agreement: string): Promise<Record<string, bigint>> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(agreement));
  const kinds = Map.groupBy(all, ({ account }) => account.kind);
  return Object.fromEntries(
    [...kinds].map(([kind, own]) => [kind, own.reduce((sum, { minor }) => sum + minor, 0n)]),
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
  expect(await balances('FREE')).toEqual({ earned: 5040n, recognised: 5040n, settled: 5040n, paid: 5040n });
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

const inFull = (treatment: string, amounts: string, withholding: Json = 'none') => ({
  ...{ treatment, rate: { percent: '20' }, amounts, withholding },
});

it.each<[string, Json, string[], Record<string, bigint>]>([
  ['NET', { percent: '20' }, ['50.40', '10.08', '60.48'], { rebateExpense: 5040n, inventory: -5040n }],
  [
    'SERVICE',
    inFull('partnerService', 'net'),
    ['50.40', '10.08', '60.48'],
    { rebateExpense: 5040n, inventory: -5040n, inputTax: 1008n, outputTax: -1008n },
  ],
  [
    'WITH',
    inFull('priceReduction', 'taxInclusive'),
    ['42.00', '8.40', '50.40'],
    { rebateExpense: 4200n, inventory: -4200n },
  ],
])(
  '%s: the stock loses the net value of goods with tax, nobody owes anything, and taking them back leaves nothing',
  async (code, tax, totals, expected) => {
    await story.agreement(givesFree(code, code, tax));
    await story.lines(HEADER, `erp,${code},1,sale,EU,P1,${code},2026-03-10,125,EA,1000.00,EUR`);
    await story.calculate();
    const before = await books();
    const id = await issued(code);
    const document = await documentOf(id);
    const { net, tax: taxed, gross } = documentJson(document);
    expect([net, taxed, gross]).toEqual(totals);
    expect(document.lines.map(({ goods }) => goods?.quantity.digits)).toEqual([12n]);
    // The accrual was there already: with it the agreement's part of the books is what was expected.
    const { rebateExpense = 0n, accruedLiability = 0n, ...others } = expected;
    const after = await books();
    const moved = (role: string) => (after[role] ?? 0n) - (before[role] ?? 0n);
    expect(moved('accruedLiability')).toBe(5040n + accruedLiability);
    expect(moved('rebateExpense')).toBe(rebateExpense - 5040n);
    for (const role of ['inventory', 'inputTax', 'outputTax', 'partnerPayable']) {
      expect([role, moved(role)]).toEqual([role, others[role] ?? 0n]);
    }
    expect(await owed()).toEqual([]);
    const all = { earned: 5040n, recognised: 5040n };
    expect(await balances(code)).toEqual({ ...all, settled: 5040n, paid: 5040n });
    const { id: mirror } = taken(
      await cancelSettlement(story.ports, story.tenant, { actor: ANNA, id, reason: 'wrong' }),
    );
    await finished(mirror);
    expect(await books()).toEqual(before);
    expect(await balances(code)).toEqual({ ...all, settled: 0n, paid: 0n });
  },
);

it('is received of what the partner has claimed, and open again once it is taken back', async () => {
  story.on('2026-05-15');
  const text = givesFree('CLAIMED', 'CLAIMED', 'none');
  const claim = { rule: 'partnerClaims', deadlineDays: 90, afterDeadline: 'lapses', silence: 'accepts' };
  await story.agreement({ ...text, settlement: { ...text.settlement, claim } });
  await story.lines(HEADER, 'erp,CLAIMED,1,sale,EU,P1,CLAIMED,2026-03-10,125,EA,1000.00,EUR');
  await story.calculate();
  const rule = { company: 'EU', currency: 'EUR', remindAfterDays: [], writeOffLimit: decimalOf('0') };
  const tolerance = { amount: decimalOf('0'), percent: decimalOf('0') };
  taken(await setClaimRule(story.ports, story.tenant, { ...rule, tolerance }, ANNA));
  const texts = {
    ...{ reference: 'R-1', partner: 'P1', agreement: 'CLAIMED', currency: 'EUR', term: 'volume' },
    ...{ firstDay: '2026-01-01', lastDay: '2026-12-31', amount: '50.40' },
  };
  const asked = { rows: [{ row: 1, texts }], actor: ANNA, isPreview: false };
  const sent = taken(await submitClaims(story.ports, story.tenant, asked)).claims[0]?.claim.id ?? '';
  const stands = async () => {
    const { totals } = taken(await showClaim(story.ports, story.tenant, { claim: sent }));
    return Object.entries(totals).filter(([, minor]) => minor !== 0n);
  };
  expect(await stands()).toEqual([['accepted', 5040n]]);
  const id = await issued('CLAIMED');
  expect(await stands()).toEqual([['received', 5040n]]);
  const wrong = { actor: ANNA, id, reason: 'wrong' };
  await finished(taken(await cancelSettlement(story.ports, story.tenant, wrong)).id);
  expect(await stands()).toEqual([['accepted', 5040n]]);
});

it('given before documents in goods were booked as paid are by the next run, once', async () => {
  const text = givesFree('EARLIER', 'EARLIER', 'none');
  await story.agreement(text);
  await story.lines(HEADER, 'erp,EARLIER,1,sale,EU,P1,EARLIER,2026-03-10,125,EA,1000.00,EUR');
  await story.calculate();
  const id = await issued('EARLIER');
  const all = { earned: 5040n, recognised: 5040n, settled: 5040n };
  expect(await balances('EARLIER')).toEqual({ ...all, paid: 5040n });
  await forgetPaid(id);
  expect(await balances('EARLIER')).toEqual(all);
  const selection = { company: 'EU', agreements: ['EARLIER'], actor: ANNA };
  for (const _ of ['once', 'again']) {
    expect(taken(await proposeSettlement(story.ports, story.tenant, selection)).settlements).toEqual([]);
    expect(await balances('EARLIER')).toEqual({ ...all, paid: 5040n });
  }
  // Taken back before any run comes by, it is paid no longer, and the run finds what it was paid by.
  await forgetPaid(id);
  const wrong = { actor: ANNA, id, reason: 'wrong' };
  await finished(taken(await cancelSettlement(story.ports, story.tenant, wrong)).id);
  expect(await balances('EARLIER')).toMatchObject({ paid: -5040n });
  taken(await proposeSettlement(story.ports, story.tenant, selection));
  expect(await balances('EARLIER')).toMatchObject({ settled: 0n, paid: 0n });
});

/** As a program has left it that did not book goods as paid. */
async function forgetPaid(id: string): Promise<void> {
  const client = new Client({ connectionString: story.database.adminUrl });
  await client.connect();
  try {
    await client.query(
      `WITH gone AS (DELETE FROM booking WHERE origin_id = $1 AND kind = 'paid' RETURNING tenant_id, agreement_id, kind)
       DELETE FROM booking_account a USING gone
       WHERE a.tenant_id = gone.tenant_id AND a.agreement_id = gone.agreement_id AND a.kind = gone.kind`,
      [id],
    );
  } finally {
    await client.end();
  }
}

it('holds goods of which tax would have to be withheld, and says why', async () => {
  await story.agreement(givesFree('HELD', 'HELD', inFull('partnerService', 'net', { percent: '10' })));
  await story.lines(HEADER, 'erp,HELD,1,sale,EU,P1,HELD,2026-03-10,125,EA,1000.00,EUR');
  await story.calculate();
  const selection = { company: 'EU', agreements: ['HELD'] };
  const { parties } = taken(await previewSettlement(story.ports, story.tenant, selection));
  const parts = parties.flatMap(({ groups }) => groups.flatMap(({ accounts }) => accounts[0]?.parts ?? []));
  expect(parts).toEqual([{ kind: 'held', reason: 'goodsWithheld', minor: 5040n }]);
});

/** What stands on the statement of the partner as open, by currency. */
async function owed(): Promise<bigint[]> {
  const asked = { partner: 'P1', company: 'EU', firstDay: dayOf('2026-01-01'), lastDay: dayOf('2026-12-31') };
  const { statements } = taken(await partnerStatement(story.ports, story.tenant, asked));
  return statements.flatMap(({ entries }) => entries.map(({ minor }) => minor));
}
