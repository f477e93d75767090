import { afterAll, beforeAll, expect, it } from 'vitest';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { listDeductions, registerDeduction } from '../../app/deductions/registerDeduction.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// An agreement that is settled by deduction: the partner has earned 200.00 and keeps them back from what it pays us, in
// two parts. Each part that is matched is settled and paid at once, and no run puts it on a document. Of another one the
// document came first: 200.00 and 40.00 of tax; the partner keeps back 100.00 and then 140.00 of it.

const ANNA = { kind: 'person', id: 'anna' } as const;
const BERT = { kind: 'person', id: 'bert' } as const;
const ALL = { include: [], exclude: [], attributesAsOf: 'transaction', payment: 'any', submission: 'any' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const WINDOW = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
const ACCOUNT = { agreement: 'KEEP', term: 'volume', participant: 'P1', window: WINDOW };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT', taxId: 'ATU87654321' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
    { kind: 'product', code: 'Y', name: 'Y', attributes: {} },
    { kind: 'partner', code: 'P2', name: 'P2', attributes: { country: 'AT' } },
  ]);
  const eligibility = { ...ALL, include: [{ attribute: 'product.code', in: ['X'] }] };
  const text = agreementText({ eligibility }, { id: 'KEEP' });
  const terms = { ...(text.settlement as object), frequency: 'month', method: 'deduction', tax: 'none' };
  await story.agreement({ ...text, settlement: terms });
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN' });
  await story.lines(HEADER, 'erp,S1,1,sale,EU,P1,X,2026-03-10,1,EA,10000.00,EUR');
  story.on('2026-04-15');
  await story.calculate();
});
afterAll(() => story.close());

async function deducted(reference: string, amount: string) {
  const place = { company: 'EU', partner: 'P1', currency: 'EUR', reference, actor: ANNA };
  const asked = { ...place, amount: decimalOf(amount) };
  const { id } = taken(await registerDeduction(story.ports, story.tenant, asked)).deduction;
  return endDeductionPart(story.ports, story.tenant, {
    ...{ deduction: id, amount: decimalOf(amount), account: ACCOUNT, end: 'matched', actor: ANNA },
  });
}

async function told(): Promise<string[]> {
  const selection = { company: 'EU', agreements: ['KEEP'] };
  const { parties } = taken(await previewSettlement(story.ports, story.tenant, selection));
  return parties.flatMap(({ plan }) =>
    plan.groups.flatMap(({ accounts }) =>
      accounts.flatMap(({ parts }) => parts.map(({ kind, reason, minor }) => `${kind} ${reason} ${minor}`)),
    ),
  );
}

async function balance(kind: 'earned' | 'settled' | 'paid'): Promise<bigint> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('KEEP'));
  return all.reduce((sum, { account, minor }) => (account.kind === kind ? sum + minor : sum), 0n);
}

const all = async () => [await balance('earned'), await balance('settled'), await balance('paid')];

/** What is left on each account at the end of a month, debit plus. */
async function closing(): Promise<Record<string, bigint>> {
  const days = { from: dayOf('2026-04-01'), until: dayOf('2026-05-01') };
  const rolled = taken(await reportRollForward(story.ports, story.tenant, { company: 'EU', days }));
  const roles = Map.groupBy(rolled, ({ role }) => role);
  return Object.fromEntries(
    [...roles].map(([role, own]) => [role, own.reduce((sum, { closing: minor }) => sum + minor, 0n)]),
  );
}

it('is settled and paid by what the partner keeps back, and the rest stays to be settled', async () => {
  expect(await told()).toEqual(['document settlement 20000']);
  taken(await deducted('R-1', '150.00'));
  expect(await all()).toEqual([20_000n, 15_000n, 15_000n]);
  expect(await told()).toEqual(['document settlement 5000']);
  expect(await closing()).toEqual({
    ...{ rebateExpense: 20_000n, accruedLiability: -5000n, partnerReceivable: -15_000n },
  });
});

it('leaves nothing to a run once all of it is kept back, and nothing beyond it is matched', async () => {
  taken(await deducted('R-2', '50.00'));
  expect(await all()).toEqual([20_000n, 20_000n, 20_000n]);
  expect(await told()).toEqual([]);
  expect(await closing()).toEqual({
    ...{ rebateExpense: 20_000n, accruedLiability: 0n, partnerReceivable: -20_000n },
  });
  const beyond = await deducted('R-3', '0.01');
  expect(beyond.ok ? [] : beyond.refusals.map(({ code }) => code)).toEqual(['deduction-beyond-earning']);
});

/** 2 % of what is bought of a product, with tax of 20 %, and the document that its 200.00 are on. */
async function onDocument(code: string, product: string): Promise<string> {
  const text = agreementText(
    { eligibility: { ...ALL, include: [{ attribute: 'product.code', in: [product] }] } },
    { id: code },
  );
  const terms = {
    ...(text.settlement as object),
    frequency: 'month',
    method: 'deduction',
    tax: { percent: '20' },
  };
  await story.agreement({ ...text, settlement: terms });
  await story.lines(HEADER, `erp,${code},1,sale,EU,P1,${product},2026-03-10,1,EA,10000.00,EUR`);
  await story.calculate();
  const selection = { company: 'EU', agreements: [code], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  const { id = '' } = settlements[0] ?? {};
  expect(await kept(`early ${code}`, '1.00', id)).toEqual(['deduction-settlement-not-open']);
  await issued(id);
  return id;
}

async function issued(id: string): Promise<void> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
}

/** What a match of all that a partner kept back is refused for; nothing where it is done. */
async function kept(
  reference: string,
  amount: string,
  settlement: string,
  partner = 'P1',
): Promise<string[]> {
  const place = { company: 'EU', partner, currency: 'EUR', reference, actor: ANNA };
  const asked = { ...place, amount: decimalOf(amount) };
  const { id } = taken(await registerDeduction(story.ports, story.tenant, asked)).deduction;
  const done = await endDeductionPart(story.ports, story.tenant, {
    ...{ deduction: id, amount: decimalOf(amount), settlement, end: 'matched', actor: ANNA },
  });
  return done.ok ? [] : done.refusals.map(({ code }) => code);
}

/** What stands as open on the statement of the partner. */
async function stated(): Promise<bigint | undefined> {
  const days = { firstDay: dayOf('2026-01-01'), lastDay: dayOf('2026-12-31') };
  const question = { company: 'EU', partner: 'P1', ...days };
  return taken(await partnerStatement(story.ports, story.tenant, question)).statements[0]?.closingMinor;
}

async function paidOf(code: string): Promise<bigint> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(code));
  return balances.reduce((sum, { account, minor }) => (account.kind === 'paid' ? sum + minor : sum), 0n);
}

it('pays a document that came before the deduction without money, never beyond what is open, and again once it is taken back', async () => {
  const before = await closing();
  // What was kept back of an account is on no document: nothing is open.
  expect(await stated()).toBe(undefined);
  const id = await onDocument('LATE', 'Y');
  expect(await kept('L-1', '100.00', id)).toEqual([]);
  // 100 of 240 are 83.33 of what was earned.
  expect([await paidOf('LATE'), await stated()]).toEqual([8333n, 14_000n]);
  expect(await kept('L-2', '140.01', id)).toEqual(['deduction-beyond-settlement']);
  expect(await kept('L-3', '140.00', id, 'P2')).toEqual(['deduction-settlement-differs']);
  expect(await kept('L-4', '140.00', id)).toEqual([]);
  expect([await paidOf('LATE'), await stated()]).toEqual([20_000n, 0n]);
  expect(await kept('L-5', '0.01', id)).toEqual(['deduction-beyond-settlement']);
  const moved = async () => {
    const now = await closing();
    const roles = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    const changes = roles.map((role) => [role, (now[role] ?? 0n) - (before[role] ?? 0n)] as const);
    return Object.fromEntries(changes.filter(([, minor]) => minor !== 0n));
  };
  expect(await moved()).toEqual({ rebateExpense: 20_000n, outputTax: 4000n, partnerReceivable: -24_000n });
  const wrong = { actor: ANNA, id, reason: 'wrong' };
  const { id: mirror } = taken(await cancelSettlement(story.ports, story.tenant, wrong));
  expect(await kept('L-6', '0.01', id)).toEqual(['deduction-settlement-not-open']);
  await issued(mirror);
  expect(await moved()).toEqual({ rebateExpense: 20_000n, accruedLiability: -20_000n });
  expect([await paidOf('LATE'), await stated()]).toEqual([0n, 0n]);
  const { rows } = await listDeductions(story.ports, story.tenant, { limit: 100 });
  const shown = rows.flatMap(({ deduction: { reference }, standing: { matched, open } }) =>
    /^L-[14]$/.test(reference) ? [[reference, [matched, open]] as const] : [],
  );
  expect(Object.fromEntries(shown)).toEqual({ 'L-1': [0n, 10_000n], 'L-4': [0n, 14_000n] });
});
