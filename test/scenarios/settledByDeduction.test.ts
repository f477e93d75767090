import { afterAll, beforeAll, expect, it } from 'vitest';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { registerDeduction } from '../../app/deductions/registerDeduction.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// An agreement that is settled by deduction: the partner has earned 200.00 and keeps them back from what it pays us, in
// two parts. Each part that is matched is settled and paid at once, and no run puts it on a document.

const ANNA = { kind: 'person', id: 'anna' } as const;
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const WINDOW = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
const ACCOUNT = { agreement: 'KEEP', term: 'volume', participant: 'P1', window: WINDOW };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const text = agreementText({}, { id: 'KEEP' });
  const terms = { ...(text.settlement as object), frequency: 'month', method: 'deduction', tax: 'none' };
  await story.agreement({ ...text, settlement: terms });
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
