import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { openItems } from '../../app/payments/openItems.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// One partner buys from us and sells to us. What it owes us by a debit note is set off against what we owe it by
// a credit note, where both agreements name the other one; what it got ahead is set off against what is settled.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate';
const MONTHLY = {
  payout: 'month',
  qualifier: 'payoutWindow',
  ...{ pays: 'own', cut: 'fullThreshold', targets: 'same' },
};

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN', paymentNotice: 'PN', reclaimNotice: 'RN' });
  const attributes = { country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    ...['P1', 'P2', 'P3'].map((code) => ({ kind: 'partner' as const, code, name: code, attributes })),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
});
afterAll(() => story.close());

/** 2 % from 1,000 a month: what we give for sales, or get for purchases. */
async function agreed(id: string, partner: string, side: 'sale' | 'purchase', settlement: object) {
  const supplier = { direction: 'supplierRebate' };
  const text = agreementText(
    { windows: MONTHLY, transactions: side },
    {
      id,
      participants: [{ attribute: 'partner.code', in: [partner] }],
      ...(side === 'purchase' && supplier),
    },
  );
  const claim = { rule: 'automatic', deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'accepts' };
  const terms = { ...(text.settlement as object), claim, frequency: 'month', finalDays: 10, ...settlement };
  await story.agreement({ ...text, settlement: terms });
}

async function traded(side: string, partner: string, net: string, document: string, day = '2026-03-10') {
  await story.lines(HEADER, `erp,${document},1,${side},EU,${partner},X,${day},1,EA,${net},EUR,20`);
  await story.calculate();
}

async function issued(id: string): Promise<string> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  return taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id })).number ?? '';
}

async function settled(agreement: string): Promise<{ readonly id: string; readonly number: string }> {
  const selection = { company: 'EU', agreements: [agreement], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  expect(settlements).toHaveLength(1);
  const { id = '' } = settlements[0] ?? {};
  return { id, number: await issued(id) };
}

/** Debit less credit of what a partner's accounts hold, by role; what holds nothing is left out. */
async function booksOf(partner: string): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner }));
  return Object.fromEntries(
    balances.filter(({ minor }) => minor !== 0n).map(({ role, minor }) => [role, minor]),
  );
}

async function openOf(partner: string): Promise<string[]> {
  const selection = {
    ...{ company: 'EU', currency: 'EUR', dueUntil: dayOf('2026-12-31'), partners: [partner] },
    methods: ['creditNote', 'payment'] as const,
  };
  const items = await story.ports.store.inTenant(story.tenant, (tx) => openItems(tx, selection));
  return items.map(({ number, minor }) => `${number} ${minor}`);
}

async function paidOf(agreement: string): Promise<bigint> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(agreement));
  return balances.reduce((sum, { account, minor }) => (account.kind === 'paid' ? sum + minor : sum), 0n);
}

describe('what a partner owes us', () => {
  it('is set off against what we owe it, on the documents, in the books and in what is paid', async () => {
    await agreed('CUST', 'P1', 'sale', { nettingWith: ['SUPP'] });
    await agreed('SUPP', 'P1', 'purchase', { nettingWith: ['CUST'] });
    await traded('sale', 'P1', '10000.00', 'S1');
    await traded('purchase', 'P1', '5000.00', 'B1');
    story.on('2026-04-15');
    const owedToUs = await settled('SUPP');
    expect((await booksOf('P1')).partnerReceivable).toBe(12_000n);
    const owed = await settled('CUST');
    // 200.00 and 20 % tax less 100.00 and 20 % tax.
    expect(await openOf('P1')).toEqual([`${owed.number} 12000`]);
    const { partnerPayable, partnerReceivable, offset } = await booksOf('P1');
    expect([partnerPayable, partnerReceivable, offset]).toEqual([-12_000n, undefined, undefined]);
    expect([await paidOf('CUST'), await paidOf('SUPP')]).toEqual([10_000n, 10_000n]);
    const { settlement } = taken(await showSettlement(story.ports, story.tenant, owed.id));
    expect(settlement.issue?.document?.notes[0]?.en).toBe(
      `120.00 EUR of it is set off against ${owedToUs.number}.`,
    );
    expect(settlement.issue?.document?.setOff).toEqual([{ number: owedToUs.number, minor: 12_000n }]);
    const question = {
      company: 'EU',
      partner: 'P1',
      firstDay: dayOf('2026-03-01'),
      lastDay: dayOf('2026-04-30'),
    };
    const [statement] = taken(await partnerStatement(story.ports, story.tenant, question)).statements;
    expect(statement?.closingMinor).toBe(12_000n);
  });

  it('is open again once the document that it was set off against is taken back', async () => {
    const [first = ''] = await openOf('P1');
    const number = first.split(' ')[0];
    const list = await story.ports.store.inTenant(story.tenant, (tx) =>
      tx.settlements.documents({ limit: 10 }),
    );
    const id = list.find(({ document }) => document.number === number)?.settlement ?? '';
    const entry = { actor: ANNA, id, reason: 'Wrong rate' };
    const { id: mirror } = taken(await cancelSettlement(story.ports, story.tenant, entry));
    expect(await openOf('P1')).toEqual([]);
    await issued(mirror);
    const books = await booksOf('P1');
    expect([books.partnerPayable, books.partnerReceivable, books.offset]).toEqual([
      ...[undefined, 12_000n, undefined],
    ]);
    expect([await paidOf('CUST'), await paidOf('SUPP')]).toEqual([0n, 0n]);
    const again = await settled('CUST');
    expect(await openOf('P1')).toEqual([`${again.number} 12000`]);
  });

  it('is not set off where only one of the agreements names the other one', async () => {
    await agreed('CUST-2', 'P2', 'sale', { nettingWith: ['SUPP-2'] });
    await agreed('SUPP-2', 'P2', 'purchase', {});
    await traded('sale', 'P2', '10000.00', 'S2');
    await traded('purchase', 'P2', '5000.00', 'B2');
    story.on('2026-04-15');
    await settled('SUPP-2');
    const { number } = await settled('CUST-2');
    expect(await openOf('P2')).toEqual([`${number} 24000`]);
    expect((await booksOf('P2')).partnerReceivable).toBe(12_000n);
  });
});

describe('an advance', () => {
  const advance = (amount: string, differs: object = {}) =>
    proposeAdvance(story.ports, story.tenant, {
      ...{ agreement: 'AHEAD', term: 'volume', participant: 'P3', reason: 'Shop opening', actor: ANNA },
      ...{ amount: decimalOf(amount), ...differs },
    });
  const codes = (result: Awaited<ReturnType<typeof advance>>) =>
    result.ok ? 'ok' : result.refusals.map(({ code }) => code).join();

  it('is paid ahead with the approvals of a settlement, and what is settled later is set off against it', async () => {
    story.on('2026-04-16');
    await agreed('AHEAD', 'P3', 'sale', {});
    const { id } = taken(await advance('500.00'));
    const number = await issued(id);
    expect(number).toBe('PN-2026-000001');
    expect(await openOf('P3')).toEqual(['PN-2026-000001 50000']);
    expect(await booksOf('P3')).toEqual({ advance: 50_000n, partnerPayable: -50_000n });
    await traded('sale', 'P3', '10000.00', 'S3', '2026-04-16');
    story.on('2026-05-15');
    await settled('AHEAD');
    // 240.00 with tax, all of it paid ahead: 260.00 are left.
    expect(await openOf('P3')).toEqual(['PN-2026-000001 50000']);
    expect(await booksOf('P3')).toEqual({
      ...{ advance: 26_000n, partnerPayable: -50_000n, rebateExpense: 20_000n, outputTax: 4_000n },
    });
    expect(await paidOf('AHEAD')).toBe(20_000n);
  });

  it.each([
    ['reason-missing', '5.00', { reason: ' ' }],
    ['agreement-not-found', '5.00', { agreement: 'NO' }],
    ['advance-not-ours', '5.00', { agreement: 'SUPP' }],
    ['advance-place-unknown', '5.00', { term: 'NO' }],
    ['partner-not-found', '5.00', { participant: 'NO' }],
    ['claim-amount-invalid', '5.001', {}],
    ['claim-amount-not-positive', '0.00', {}],
  ])('is refused: %s', async (code, amount, differs) => {
    expect(codes(await advance(amount, differs))).toBe(code);
  });
});

it('the books roll forward after all of this, and nothing is left in what is set off', async () => {
  const days = { from: dayOf('2026-03-01'), until: dayOf('2026-06-01') };
  const rolled = taken(await reportRollForward(story.ports, story.tenant, { company: 'EU', days }));
  const sumOf = (role: string) =>
    rolled.reduce((sum, { role: own, closing }) => (own === role ? sum + closing : sum), 0n);
  expect(['partnerPayable', 'partnerReceivable', 'advance', 'offset'].map(sumOf)).toEqual([
    ...[-86_000n, 12_000n, 26_000n, 0n],
  ]);
});
