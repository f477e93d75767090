import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { valueBooks } from '../../app/ledger/valueBooks.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import { exportLedger } from '../../app/ledgerExport/exportLedger.ts';
import type { LedgerFilter } from '../../app/ports/ledgerStore.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import type { BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import { journalText, nothingDeclared } from '../../core/ledgerExport/journal.ts';
import { type Bank, bankOf } from '../support/bankOf.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// Books in euros, a rebate in dollars: 2 % of 5,000.00 is 100.00 USD. The rates of the days, by hand:
// accrued at 0.90, at the end of January 0.95, settled at 0.92, paid at 0.97, booked by the bank at 0.96.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,knownOn';
const POLICY: BooksPolicy = {
  ...{ currency: 'EUR', rateOn: 'effective' as const, rateType: 'closing', path: 'direct' as const },
  fallback: 'blocked',
};

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
  story.on('2026-01-20');
  const windows = { payout: 'month', qualifier: 'payoutWindow', pays: 'own', cut: 'fullThreshold' };
  const text = agreementText({ windows: { ...windows, targets: 'same' } }, { id: 'A', currency: 'USD' });
  const settled = { frequency: 'month', finalDays: 5, currency: 'USD', tax: 'none' };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), ...settled } });
});
afterAll(() => story.close());

const set = (policy: BooksPolicy) =>
  setBooksPolicy(story.ports, story.tenant, { company: 'EU', policy, actor: ANNA });
const value = async () => taken(await valueBooks(story.ports, story.tenant, { company: 'EU', actor: ANNA }));

async function rate(day: string, closing: string): Promise<void> {
  const named = { kind: 'rate' as const, code: 'USD/EUR', name: 'USD/EUR', validFrom: dayOf(day) };
  await story.master([{ ...named, attributes: { closing } }]);
}

const sold = (day: string, net: string) =>
  story.lines(HEADER, `erp,D-${day},1,sale,EU,P1,X,${day},1,EA,${net},USD,2026-01-20`);

/** Each role as dollars and euros, debit plus, in cents. */
async function books(filter: LedgerFilter = {}): Promise<Record<string, readonly [bigint, bigint]>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances(filter));
  return Object.fromEntries(balances.map(({ role, minor, bookMinor }) => [role, [minor, bookMinor]]));
}

async function close(month: string) {
  const entry = { company: 'EU', month: dayOf(month), waivers: {}, actor: ANNA };
  return closeMonth(story.ports, story.tenant, entry);
}

describe('books in one currency', () => {
  it('name it once, before anything stands in them in another one', async () => {
    const refusedOf = async (policy: BooksPolicy) => {
      const done = await set(policy);
      return done.ok ? undefined : done.refusals[0]?.code;
    };
    expect(await refusedOf({ ...POLICY, currency: 'XXQ' })).toBe('books-currency-unknown');
    const none = await valueBooks(story.ports, story.tenant, { company: 'EU', actor: ANNA });
    expect(none.ok ? '' : none.refusals[0]?.code).toBe('books-currency-missing');
    taken(await set(POLICY));
    taken(await set({ ...POLICY, fallback: { previousDays: 0 } }));
    expect(await refusedOf({ ...POLICY, currency: 'USD' })).toBe('books-currency-late');
  });

  it('take an amount without a rate for nothing, and its worth once the rate is known', async () => {
    await sold('2026-01-20', '5000.00');
    await story.calculate();
    expect(await books()).toEqual({ rebateExpense: [10_000n, 0n], accruedLiability: [-10_000n, 0n] });
    expect(await value()).toEqual({ corrected: 0, unvalued: 1 });
    await rate('2026-01-20', '0.89');
    expect(await value()).toEqual({ corrected: 1, unvalued: 0 });
    expect(await books()).toEqual({ rebateExpense: [10_000n, 8900n], accruedLiability: [-10_000n, -8900n] });
  });

  it('a rate that was corrected posts one difference with its cause, and again nothing', async () => {
    await rate('2026-01-20', '0.90');
    expect(await value()).toEqual({ corrected: 1, unvalued: 0 });
    expect(await value()).toEqual({ corrected: 0, unvalued: 0 });
    const posted = await story.ports.store.inTenant(story.tenant, (tx) =>
      tx.ledger.transfers({ company: 'EU' }, { limit: 10 }),
    );
    expect(posted.map(({ event, cause, minor, book }) => [event, cause, minor, book?.minor])).toEqual([
      ['accrue', 'onTimeLines', 10_000n, 0n],
      ['exchange', 'exchangeRates', 0n, 8900n],
      ['exchange', 'exchangeRates', 0n, 100n],
    ]);
  });

  it('stand at the rate of the last day when a month is closed, and go back on the next', async () => {
    story.on('2026-02-01');
    await story.calculate();
    await rate('2026-01-31', '0.95');
    await story.calculate();
    taken(await close('2026-01-15'));
    expect(await books({ until: dayOf('2026-02-01') })).toEqual({
      rebateExpense: [10_000n, 9000n],
      accruedLiability: [-10_000n, -9500n],
      exchangeDifference: [0n, 500n],
    });
    expect(await books()).toEqual({ rebateExpense: [10_000n, 9000n], accruedLiability: [-10_000n, -9000n] });
    expect(taken(await verifyMonths(story.ports, story.tenant, 'EU'))).toMatchObject([{ isSame: true }]);
  });

  it('realise the difference when it is settled, paid, and booked by the bank: nothing is left in either currency', async () => {
    story.on('2026-02-10');
    for (const [day, closing] of [
      ['2026-02-10', '0.92'],
      ['2026-02-20', '0.97'],
      ['2026-02-22', '0.96'],
    ] as const) {
      await rate(day, closing);
    }
    await story.calculate();
    const selection = { company: 'EU', agreements: ['A'], actor: ANNA };
    const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
    const id = settlements[0]?.id ?? '';
    taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
    taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
    expect(await books()).toEqual({
      rebateExpense: [10_000n, 9000n],
      partnerPayable: [-10_000n, -9200n],
      exchangeDifference: [0n, 200n],
    });
    const payments = await bank.pays('USD', '2026-02-20');
    expect(payments.map(({ minor, currency }) => [minor, currency])).toEqual([[10_000n, 'USD']]);
    expect(await bank.books(payments, '2026-02-22')).toBe(1);
    expect(await books()).toEqual({
      rebateExpense: [10_000n, 9000n],
      bank: [-10_000n, -9600n],
      exchangeDifference: [0n, 600n],
    });
  });

  it('roll forward in their own currency, all of them together to nothing', async () => {
    const days = { from: dayOf('2026-02-01'), until: dayOf('2026-03-01') };
    const rolled = taken(await reportRollForward(story.ports, story.tenant, { days, inBooks: true }));
    expect(new Set(rolled.map(({ currency }) => currency))).toEqual(new Set(['EUR']));
    const closing = rolled.reduce((sum, entry) => sum + entry.closing, 0n);
    expect(closing).toBe(0n);
    const liability = rolled.find(({ role }) => role === 'accruedLiability');
    expect(liability).toMatchObject({ opening: -9500n, closing: 0n });
    expect(Object.fromEntries(liability?.movements ?? [])).toEqual({ exchange: 300n, settle: 9200n });
  });

  it('are written with both currencies for plain-text accounting', async () => {
    const text = await exportLedger(story.ports, story.tenant, {}, async (pages) => {
      const declared = nothingDeclared();
      let all = '';
      for await (const page of pages) all += journalText('hledger', page, declared);
      return all;
    });
    expect(text).toContain('Liabilities:EU:PartnerPayable  -100.00 USD @@ 92.00 EUR\n');
    expect(text).toContain('Liabilities:EU:AccruedLiability  -2.00 EUR\n');
  });

  it('are not closed while an amount has no rate', async () => {
    story.on('2026-02-25');
    await sold('2026-02-25', '2000.00');
    await story.calculate();
    story.on('2026-03-01');
    await story.calculate();
    const done = await close('2026-02-15');
    expect(done.ok ? [] : done.refusals.map(({ code, facts }) => [code, facts.check, facts.count])).toEqual([
      ['ledger-check-open', 'unvalued', '1'],
    ]);
  });
});
