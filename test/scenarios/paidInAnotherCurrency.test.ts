import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import type { LedgerFilter } from '../../app/ports/ledgerStore.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { ublXml } from '../../core/document/ublXml.ts';
import { JOURNAL_FORMATS } from '../../core/ledgerExport/journal.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import { type Bank, bankOf } from '../support/bankOf.ts';
import { journalOf } from '../support/journalOf.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { HAS_ACCOUNTING, inBeancount, inHledger } from '../support/plainTextAccounting.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// Books in euros. 2 % of 5,000.00 dollars is 100.00 USD, paid in euros with 20 % tax. By hand: accrued at 0.90 (90.00),
// at the end of January 0.95, settled at 0.92 in the books and at 0.94 by the contract, which names the "agreed" rate
// of the day as of which it is settled. So what was accrued as 90.00 is paid with 94.00.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,knownOn';
const SELECTION = { company: 'EU', agreements: ['B'], actor: ANNA };

let story: Scenario;
let bank: Bank;
let settlement: string;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-10');
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN' });
  const address = { address1: 'Weg 2', country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: address },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  bank = await bankOf(story, { company: 'EU', partners: ['P1'], since: '2026-01-10' });
  story.on('2026-01-20');
  const windows = { payout: 'month', qualifier: 'payoutWindow', pays: 'own', cut: 'fullThreshold' };
  const text = agreementText({ windows: { ...windows, targets: 'same' } }, { id: 'B', currency: 'USD' });
  const settled = {
    ...{ frequency: 'month', finalDays: 5, currency: 'EUR', tax: { percent: '20' } },
    minimumPayout: { amount: '93.99', below: 'carry' },
    exchange: { rateOn: 'asOf', rateType: 'agreed', path: 'direct', fallback: 'blocked' },
  };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), ...settled } });
  const policy = { currency: 'EUR', rateOn: 'effective', rateType: 'closing', path: 'direct' } as const;
  const entry = { company: 'EU', policy: { ...policy, fallback: 'blocked' as const }, actor: ANNA };
  taken(await setBooksPolicy(story.ports, story.tenant, entry));
  for (const [day, attributes] of [
    ['2026-01-20', { closing: '0.90' }],
    ['2026-02-10', { closing: '0.92' }],
    ['2026-02-11', { closing: '0.91' }],
    ['2026-02-12', { closing: '0.93' }],
  ] as const) {
    await rate(day, attributes);
  }
  await story.lines(HEADER, 'erp,D-1,1,sale,EU,P1,X,2026-01-20,1,EA,5000.00,USD,2026-01-20');
  await story.calculate();
});
afterAll(() => story.close());

async function rate(day: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  const named = { kind: 'rate' as const, code: 'USD/EUR', name: 'USD/EUR', validFrom: dayOf(day) };
  await story.master([{ ...named, attributes }]);
}

/** Each role in euros of the books, debit plus, in cents. */
async function books(filter: LedgerFilter = {}): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances(filter));
  const worth = Map.groupBy(balances, ({ role }) => role);
  const sums = [...worth].map(([role, own]) => [role, own.reduce((sum, one) => sum + one.bookMinor, 0n)]);
  return Object.fromEntries(sums.filter(([, minor]) => minor !== 0n));
}

async function issued(id: string) {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  return story.ports.store.inTenant(story.tenant, (tx) => tx.settlements.get(id));
}

describe('what is earned in dollars and paid in euros', () => {
  it('is held while the contract names a day without a rate', async () => {
    story.on('2026-02-10');
    await story.calculate();
    const planned = taken(await previewSettlement(story.ports, story.tenant, SELECTION));
    const parts = planned.parties.flatMap(({ plan }) => plan.groups.flatMap(({ accounts }) => accounts));
    expect(parts.flatMap((one) => one.parts)).toEqual([
      { kind: 'held', reason: 'exchangeRateMissing', minor: 10_000n },
    ]);
  });

  it('is proposed in both currencies, once the rate is known', async () => {
    await rate('2026-01-31', { closing: '0.95', agreed: '0.94' });
    await story.calculate();
    taken(
      await closeMonth(story.ports, story.tenant, {
        ...{ company: 'EU', month: dayOf('2026-01-15'), waivers: {}, actor: ANNA },
      }),
    );
    expect(await books({ until: dayOf('2026-02-01') })).toEqual({
      rebateExpense: 9000n,
      accruedLiability: -9500n,
      exchangeDifference: 500n,
    });
    const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, SELECTION));
    const [own] = settlements;
    settlement = own?.id ?? '';
    expect(own).toMatchObject({ currency: 'EUR', netMinor: 9400n, taxMinor: 1880n, grossMinor: 11_280n });
    expect(own?.lines).toMatchObject([{ statedMinor: 10_000n, paidMinor: 9400n, netMinor: 9400n }]);
    const again = taken(await proposeSettlement(story.ports, story.tenant, SELECTION));
    expect(again.settlements).toEqual([]);
  });

  it('stands on its document with both amounts, the rate and its source', async () => {
    const stored = await issued(settlement);
    const document = stored?.issue?.document;
    if (document === undefined) throw new Error('no document');
    expect(document.exchange).toEqual({
      ...{ currency: 'USD', minor: 10_000n, rate: { n: 47n, d: 50n } },
      source: { rateType: 'agreed', day: dayOf('2026-01-31') },
    });
    const said = 'Earned 100.00 USD, paid 94.00 EUR: 1 USD = 0.94 EUR, the agreed rate of 2026-01-31.';
    expect(documentPaper(document, 'en').notes).toContain(said);
    const xml = taken(ublXml(document, 'en'));
    expect(xml).toContain('<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>');
    expect(xml).toContain(`<cbc:Note>${said}</cbc:Note>`);
    expect(xml).toContain('<cbc:PayableAmount currencyID="EUR">112.80</cbc:PayableAmount>');
    expect(new Set([...xml.matchAll(/currencyID="([A-Z]{3})"/g)].map(([, code]) => code))).toEqual(
      new Set(['EUR']),
    );
  });

  it('realises what it was accrued with less than it is paid with', async () => {
    expect(await books()).toEqual({
      ...{ rebateExpense: 9000n, outputTax: 1880n, partnerPayable: -11_280n, exchangeDifference: 400n },
    });
  });

  it('is taken back at its own rate, and settled anew', async () => {
    story.on('2026-02-11');
    const reason = 'wrong address';
    const mirror = taken(
      await cancelSettlement(story.ports, story.tenant, { actor: ANNA, id: settlement, reason }),
    );
    const stored = await issued(mirror.id);
    expect(stored).toMatchObject({ netMinor: -9400n, grossMinor: -11_280n });
    // Owed again at 0.91: the payable of 94.00 became an accrual of 91.00.
    expect(await books()).toEqual({
      ...{ rebateExpense: 9000n, accruedLiability: -9100n, exchangeDifference: 100n },
    });
    story.on('2026-02-12');
    const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, SELECTION));
    const again = await issued(settlements[0]?.id ?? '');
    expect(again).toMatchObject({ netMinor: 9400n, currency: 'EUR' });
  });

  it('leaves in euros, and the statement of the bank clears it', async () => {
    const payments = await bank.pays('EUR', '2026-02-20');
    expect(payments.map(({ minor, currency }) => [minor, currency])).toEqual([[11_280n, 'EUR']]);
    expect(await bank.books(payments, '2026-02-22')).toBe(1);
    expect(await books()).toEqual({
      ...{ rebateExpense: 9000n, outputTax: 1880n, bank: -11_280n, exchangeDifference: 400n },
    });
    const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('B'));
    const kinds = balances.map(({ account, minor }) => [account.kind, account.currency, minor]);
    expect(kinds.toSorted()).toEqual([
      ['earned', 'USD', 10_000n],
      ['paid', 'USD', 10_000n],
      ['recognised', 'USD', 10_000n],
      ['settled', 'USD', 10_000n],
    ]);
    const months = taken(await verifyMonths(story.ports, story.tenant, 'EU'));
    expect(months.map(({ isSame }) => isSame)).toEqual([true]);
  });

  // On a laptop without Debian's hledger and beancount there is nothing that reads the journals; CI installs them.
  it.skipIf(!HAS_ACCOUNTING).each(JOURNAL_FORMATS)('is read by %s, in both currencies', async (format) => {
    const read = format === 'hledger' ? inHledger : inBeancount;
    const { text, held, cost } = await journalOf(story.ports, story.tenant, format);
    expect(read(text, 'cost').balances).toEqual(cost);
    const found = read(text);
    expect(found.balances).toEqual(held);
    expect(found.faults).toBe('');
  });
});
