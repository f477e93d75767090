import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerExport } from '../../adapters/files/ledgerExport.ts';
import type { Actor } from '../../app/actor.ts';
import { setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { exportLedger } from '../../app/ledgerExport/exportLedger.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import { ublXml } from '../../core/document/ublXml.ts';
import { JOURNAL_FORMATS } from '../../core/ledgerExport/journal.ts';
import { OWN_TABLE } from '../../core/ledgerExport/ledgerTable.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import { type Bank, bankOf } from '../support/bankOf.ts';
import { journalOf } from '../support/journalOf.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { HAS_ACCOUNTING, inBeancount, inHledger } from '../support/plainTextAccounting.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, windowsText } from '../support/trade.ts';
import { brokenRules, HAS_XML_CHECKS, schemaFaults } from '../support/xmlChecks.ts';

// What is paid in another currency than its agreement, together with what is taken back, paid ahead, and borne by several
// companies: with its documents, payment files, statements and books. Books in euros; tax of 20 %. Figures by hand.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,knownOn,returnOfDocument,returnOfLine';
const COMPANIES = ['EU', 'DE', 'FR'];

let story: Scenario;
let bank: Bank;
/** By their numbers. */
const documents = new Map<string, RebateDocument>();
beforeAll(async () => {
  story = await openScenario(...COMPANIES);
  story.on('2026-01-02');
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN', paymentNotice: 'PN', reclaimNotice: 'RN' });
  const address = { address1: 'Weg 2', country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    ...['BACK', 'AHEAD', 'MANY', 'POUNDS'].map((code) => {
      return { kind: 'partner' as const, code, name: `${code} KG`, attributes: address };
    }),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  bank = await bankOf(story, { company: 'EU', partners: ['BACK', 'AHEAD', 'MANY'], since: '2026-01-02' });
  for (const [company, currency] of [
    ['EU', 'EUR'],
    ['DE', 'EUR'],
    ['FR', 'USD'],
  ] as const) {
    const policy = { currency, rateOn: 'effective', rateType: 'closing', path: 'direct' } as const;
    const entry = { company, policy: { ...policy, fallback: 'blocked' as const }, actor: ANNA };
    taken(await setBooksPolicy(story.ports, story.tenant, entry));
  }
  for (const [day, closing, agreed] of [
    ...([
      ['2026-01-20', '0.90', '0.94'],
      ['2026-01-31', '0.90', '0.94'],
      ['2026-02-10', '0.92', '0.94'],
    ] as const),
    ...([
      ['2026-02-15', '0.91', '0.90'],
      ['2026-02-28', '0.91', '0.90'],
      ['2026-03-10', '0.93', '0.90'],
    ] as const),
    ...([
      ['2027-02-01', '0.95', '0.90'],
      ['2027-02-10', '0.96', '0.90'],
    ] as const),
  ]) {
    const named = { kind: 'rate' as const, code: 'USD/EUR', name: 'USD/EUR', validFrom: dayOf(day) };
    await story.master([{ ...named, attributes: { closing, agreed } }]);
  }
  await tell();
});
afterAll(() => story.close());

const AGREED = { rateOn: 'asOf', rateType: 'agreed', path: 'direct', fallback: 'blocked' };

/** 2 % from 1,000, of one partner, settled each month. */
async function agreed(
  id: string,
  [earned, paid]: readonly [string, string],
  payout: 'month' | 'year',
  settled: object,
  differs: object = {},
): Promise<void> {
  const participants = [{ attribute: 'partner.code', in: [id] }];
  const windows = { windows: windowsText(payout) };
  const text = agreementText(windows, { id, currency: earned, participants, ...differs });
  const block = {
    ...{ frequency: 'month', finalDays: 5, currency: paid, tax: { percent: '20' }, exchange: AGREED },
    ...settled,
  };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), ...block } });
}

async function traded(
  day: string,
  document: string,
  partner: string,
  net: string,
  { currency = 'USD', company = 'EU', of = '' } = {},
): Promise<void> {
  story.on(day);
  const quantity = of === '' ? 1 : -1;
  const row = ['erp', document, 1, 'sale', company, partner, 'X', day, quantity, 'EA', net, currency, day];
  await story.lines(HEADER, [...row, of, of === '' ? '' : 1].join(','));
  await story.calculate();
}

async function issued(id: string): Promise<RebateDocument> {
  taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
  taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
  const stored = await story.ports.store.inTenant(story.tenant, (tx) => tx.settlements.get(id));
  const document = stored?.issue?.document;
  if (document === undefined) throw new Error('no document');
  documents.set(document.number, document);
  return document;
}

/** What a run of a day issues for a partner, each document, and that another run finds nothing. */
async function settledOn(day: string, code: string): Promise<readonly RebateDocument[]> {
  story.on(day);
  await story.calculate();
  const selection = { company: 'EU', agreements: [code], actor: ANNA };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  const found: RebateDocument[] = [];
  for (const { id } of settlements) found.push(await issued(id));
  const again = taken(await proposeSettlement(story.ports, story.tenant, selection));
  expect(again.settlements).toEqual([]);
  return found;
}

/** Each role in the currency of a company's books, debit plus, in cents, of one partner; and all of it sums to nothing. */
async function books(partner: string, company = 'EU'): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) =>
    tx.ledger.balances({ partner, company }),
  );
  const worth = Map.groupBy(balances, ({ role }) => role);
  const sums = [...worth].map(
    ([role, own]) => [role, own.reduce((sum, one) => sum + one.bookMinor, 0n)] as const,
  );
  expect(sums.reduce((sum, [, minor]) => sum + minor, 0n)).toBe(0n);
  return Object.fromEntries(sums.filter(([, minor]) => minor !== 0n));
}

/** What is booked of an agreement, by kind, in the currency that is earned. */
async function earnedOf(code: string): Promise<Record<string, bigint>> {
  const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(code));
  return Object.fromEntries(balances.map(({ account, minor }) => [account.kind, minor]));
}

async function stated(partner: string, until: string) {
  const asked = { company: 'EU', partner, firstDay: dayOf('2026-01-01'), lastDay: dayOf(until) };
  const { statements, earnings, unexplained } = taken(
    await partnerStatement(story.ports, story.tenant, asked),
  );
  return {
    moved: statements.flatMap(({ currency, entries }) =>
      entries.map(({ event, minor, reference = '' }) => `${event} ${minor} ${currency} ${reference}`),
    ),
    open: statements.map(({ currency, closingMinor }) => `${closingMinor} ${currency}`),
    earned: earnings.map(({ earnedMinor, currency }) => `${earnedMinor} ${currency}`),
    unexplained,
  };
}

/** What happens until March. */
async function tell(): Promise<void> {
  const company = { settling: 'EU', trading: ['DE', 'FR'], withoutLines: 'EU' };
  await agreed('BACK', ['USD', 'EUR'], 'month', { clawBack: { scope: 'full', by: 'invoice' } });
  await agreed('AHEAD', ['EUR', 'USD'], 'year', { exchange: { fixed: '1.10' } });
  await agreed('MANY', ['USD', 'EUR'], 'month', {}, { company });
  await agreed('POUNDS', ['EUR', 'GBP'], 'month', { exchange: { fixed: '0.85' } });
  story.on('2026-01-20');
  const advance = { agreement: 'AHEAD', term: 'volume', participant: 'AHEAD', reason: 'shop' };
  const asked = { ...advance, amount: decimalOf('200.00'), actor: ANNA };
  await issued(taken(await proposeAdvance(story.ports, story.tenant, asked)).id);
  const payments = await bank.pays('USD', '2026-01-20');
  expect(await bank.books(payments, '2026-01-20')).toBe(1);
  expect(await books('AHEAD')).toEqual({ advance: 18_000n, bank: -18_000n });
  await traded('2026-01-20', 'B-1', 'BACK', '5000.00');
  await traded('2026-01-20', 'A-1', 'AHEAD', '5000.00', { currency: 'EUR' });
  await traded('2026-01-20', 'P-1', 'POUNDS', '5000.00', { currency: 'EUR' });
  await traded('2026-01-20', 'M-1', 'MANY', '3000.00', { company: 'DE' });
  await traded('2026-01-20', 'M-2', 'MANY', '2000.00', { company: 'FR' });
  for (const code of ['BACK', 'AHEAD', 'MANY']) await settledOn('2026-02-10', code);
  // Goods of 2,000.00 come back: 40.00 USD too much was paid.
  await traded('2026-02-15', 'B-2', 'BACK', '-2000.00', { of: 'B-1' });
  await settledOn('2026-03-10', 'BACK');
}

function document(number: string): RebateDocument {
  const found = documents.get(number);
  if (found === undefined) throw new Error(`no document ${number}`);
  return found;
}

describe('what was paid in another currency and is taken back', () => {
  it('is asked for at the rate of its own day, by a document that says both', () => {
    // 2 % of 5,000.00 at 0.94; 40.00 of them at 0.90.
    const [given, back] = [document('CN-2026-000001'), document('DN-2026-000001')];
    expect(given).toMatchObject({ partner: 'BACK', currency: 'EUR', netMinor: 9400n, taxMinor: 1880n });
    expect(back).toMatchObject({ partner: 'BACK', currency: 'EUR', netMinor: 3600n, taxMinor: 720n });
    expect(back.exchange).toMatchObject({ currency: 'USD', minor: 4000n, rate: { n: 9n, d: 10n } });
  });

  it('costs in the books what was paid less what comes back, and the rest is rates', async () => {
    // Accrued at 0.90 and taken out at 0.91: 90.00 less 36.40. Paid 94.00 less 36.00, so 4.40 more than that: 2.00 of the
    // accrual, 2.00 of the contract's rate, then 0.80 less and 1.20 more on the way back.
    expect(await books('BACK')).toEqual({
      ...{ rebateExpense: 5360n, outputTax: 1160n, partnerPayable: -6960n, exchangeDifference: 440n },
    });
    expect(await earnedOf('BACK')).toEqual({ earned: 6000n, recognised: 6000n, settled: 6000n });
  });

  it('stands in the statement of the partner in the currency that is paid, explained in the one that is earned', async () => {
    expect(await stated('BACK', '2026-03-31')).toEqual({
      moved: [
        'settle 9400 EUR CN-2026-000001',
        'tax 1880 EUR CN-2026-000001',
        'settle -3600 EUR DN-2026-000001',
        'tax -720 EUR DN-2026-000001',
      ],
      open: ['6960 EUR'],
      ...{ earned: ['6000 USD'], unexplained: 0 },
    });
  });
});

describe('what was paid ahead in another currency', () => {
  it('is set off against what is settled, and the document says the tax as it is owed', () => {
    const given = document('CN-2026-000002');
    // 100.00 EUR at 1.10, and tax of 22.00 USD, which are 20.24 EUR at the closing rate of 0.92.
    expect(given).toMatchObject({ currency: 'USD', netMinor: 11_000n, taxMinor: 2200n, grossMinor: 13_200n });
    expect(given.taxOwed).toEqual({ currency: 'EUR', minor: 2024n });
    expect(given.setOff).toEqual([{ number: 'PN-2026-000001', minor: 13_200n }]);
    const xml = taken(ublXml(given, 'en'));
    expect(xml).toContain('<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>');
    expect(xml).toContain('<cbc:TaxAmount currencyID="EUR">20.24</cbc:TaxAmount>');
    expect(xml).toContain('<cbc:PayableAmount currencyID="USD">0.00</cbc:PayableAmount>');
    const shown = documentPaper(given, 'en').totals.map(
      ({ label, value }) => `${label}: ${value.replaceAll('\u00a0', ' ')}`,
    );
    expect(shown).toContain('The tax as it is owed to the tax office: EUR 20.24');
    expect(documentJson(given).taxOwed).toEqual({ currency: 'EUR', tax: '20.24' });
  });

  it('keeps in the books what is left of it at the rate of its own day', async () => {
    // 180.00 EUR were paid for 200.00 USD: of the 68.00 that are left, 61.20. Set off are 132.00 USD, now worth 121.44,
    // which were bought for 118.80: 2.64 are won; 110.00 USD for 100.00 EUR are worth 101.20, 1.20 are lost.
    expect(await books('AHEAD')).toEqual({
      ...{ advance: 6120n, bank: -18_000n, rebateExpense: 10_000n, outputTax: 2024n },
      exchangeDifference: -144n,
    });
    expect(await stated('AHEAD', '2026-03-31')).toMatchObject({
      open: ['-6800 USD'],
      ...{ earned: ['10000 EUR'], unexplained: 0 },
    });
  });
});

describe('what several companies bear and one pays in another currency', () => {
  it('leaves each ledger by itself, in its own currency', async () => {
    const given = document('CN-2026-000003');
    expect(given).toMatchObject({ partner: 'MANY', currency: 'EUR', netMinor: 9400n, grossMinor: 11_280n });
    // DE accrued 60.00 USD at 0.90 and hands them over at 0.92; FR keeps its books in dollars. Between EU and both
    // stand 92.00 EUR for 94.00 that are paid.
    expect(await books('MANY', 'DE')).toEqual({
      ...{ rebateExpense: 5400n, intercompany: -5520n, exchangeDifference: 120n },
    });
    expect(await books('MANY', 'FR')).toEqual({ rebateExpense: 4000n, intercompany: -4000n });
    expect(await books('MANY')).toEqual({
      ...{ intercompany: 9200n, partnerPayable: -11_280n, outputTax: 1880n, exchangeDifference: 200n },
    });
    const payments = await bank.pays('EUR', '2026-03-12', '2026-03-12');
    expect(payments.map(({ minor }) => minor).sort()).toEqual([11_280n, 11_280n]);
  });
});

describe('what is paid in a currency that the books have no rate of', () => {
  it('waits for it where there is tax: nobody can say what of it is owed', async () => {
    story.on('2026-03-12');
    await story.calculate();
    const selection = { company: 'EU', agreements: ['POUNDS'], actor: ANNA };
    const [own] = taken(await proposeSettlement(story.ports, story.tenant, selection)).settlements;
    const id = own?.id ?? '';
    taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
    const refused = await issueSettlement(story.ports, story.tenant, { actor: ANNA, id });
    expect(refused).toMatchObject({
      refusals: [{ code: 'rebate-document-invalid', facts: { reason: 'tax-rate-missing' } }],
    });
    const named = { kind: 'rate' as const, code: 'GBP/EUR', name: 'GBP/EUR', validFrom: dayOf('2026-03-12') };
    await story.master([{ ...named, attributes: { closing: '1.20' } }]);
    taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
    const stored = await story.ports.store.inTenant(story.tenant, (tx) => tx.settlements.get(id));
    // 20 % of 85.00 GBP are 17.00, worth 20.40.
    expect(stored?.issue?.document?.taxOwed).toEqual({ currency: 'EUR', minor: 2040n });
  });
});

describe('what was paid ahead and is not earned', () => {
  it('is asked back by what nobody has earned, once nothing follows', async () => {
    const [back, ...others] = await settledOn('2027-02-01', 'AHEAD');
    expect(others).toEqual([]);
    expect(back).toMatchObject({ kind: 'reclaimNotice', currency: 'USD', grossMinor: 6800n });
    expect(back?.preceding?.number).toBe('PN-2026-000001');
    // 68.00 USD are 64.60 EUR now, and were bought for 61.20.
    expect(await books('AHEAD')).toEqual({
      ...{ partnerPayable: 6460n, bank: -18_000n, rebateExpense: 10_000n, outputTax: 2024n },
      exchangeDifference: -484n,
    });
  });
});

describe('what was asked back', () => {
  it('is laid against its notice when it comes, in parts, and no more than is open', async () => {
    expect(await bank.receives('USD', '2027-02-10', 2000n, 'Rueckzahlung RN-2027-000001')).toBe(1);
    // 20.00 USD are 19.20 EUR and stood at 19.00; 48.00 are left, at 45.60.
    expect(await books('AHEAD')).toMatchObject({ partnerPayable: 4560n, exchangeDifference: -504n });
    expect(await bank.receives('USD', '2027-02-10', 4801n, 'RN-2027-000001')).toBe(0);
    expect(await bank.receives('USD', '2027-02-10', 4800n, 'RN-2027-0000012')).toBe(0);
    expect(await bank.receives('USD', '2027-02-10', 4800n, 'rest of rn-2027-000001')).toBe(1);
    expect(await books('AHEAD')).toEqual({
      ...{ bank: -11_472n, rebateExpense: 10_000n, outputTax: 2024n, exchangeDifference: -552n },
    });
    expect(await stated('AHEAD', '2027-12-31')).toMatchObject({ open: ['0 USD'] });
    const moved = (await stated('AHEAD', '2027-12-31')).moved;
    expect(moved.filter((line) => line.startsWith('bank'))).toEqual(['bank 6800 USD RN-2027-000001']);
    const stored = await story.ports.store.inTenant(story.tenant, (tx) =>
      tx.settlements.owedToUsIn('RN-2027-000001', { company: 'EU', currency: 'USD' }),
    );
    const wrong = { actor: ANNA, id: stored[0]?.id ?? '', reason: 'wrong' };
    expect(await cancelSettlement(story.ports, story.tenant, wrong)).toMatchObject({
      refusals: [{ code: 'settlement-received' }],
    });
  });
});

describe('what goes out of it', () => {
  // The checks are programs of others; where they are not installed, the pipeline has them.
  it.skipIf(!HAS_XML_CHECKS)('keeps every rule of EN 16931 and the schemas', { timeout: 120_000 }, () => {
    const files = Object.fromEntries(
      [...documents.values()]
        .filter(({ kind }) => kind === 'creditNote' || kind === 'debitNote')
        .map((document) => [`${document.number}.xml`, taken(ublXml(document, 'en'))]),
    );
    expect(Object.keys(files).sort()).toEqual([
      ...['CN-2026-000001.xml', 'CN-2026-000002.xml', 'CN-2026-000003.xml', 'DN-2026-000001.xml'],
    ]);
    expect(brokenRules(files)).toEqual(Object.fromEntries(Object.keys(files).map((name) => [name, []])));
    for (const [root, name] of [
      ['CreditNote', 'CN'],
      ['Invoice', 'DN'],
    ] as const) {
      const own = Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith(name)));
      const faults = schemaFaults(`ubl21/maindoc/UBL-${root}-2.1.xsd`, own);
      expect(Object.values(faults).filter((fault) => fault !== '')).toEqual([]);
    }
  });

  // The same.
  it.skipIf(!HAS_XML_CHECKS)(
    'pays in files that the schema of ISO 20022 takes, one for each currency',
    () => {
      const files = Object.fromEntries([...bank.files].map(([run, text]) => [`${run}.xml`, text]));
      const faults = schemaFaults('iso20022/pain.001.001.09.xsd', files);
      expect(Object.values(faults)).toEqual(['', '']);
      const sums = Object.values(files).map((text) =>
        /<CtrlSum>([^<]+)<.*?Ccy="([A-Z]{3})"/s.exec(text)?.slice(1),
      );
      expect(sums).toEqual([
        ['200.00', 'USD'],
        ['225.60', 'EUR'],
      ]);
    },
  );

  it('names in the table of the books whose open item each difference is of', async () => {
    const table = await exportLedger(story.ports, story.tenant, {}, async (pages) => {
      let all = '';
      for await (const piece of ledgerExport('csv', OWN_TABLE, pages)) all += piece;
      return all.trimEnd().split('\r\n');
    });
    const [names = [], ...rows] = table.map((row) => row.split(','));
    const cells = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
    const ofAdvance = cells.filter(({ event, debitRole }) => event === 'exchange' && debitRole === 'advance');
    // 2.64 when it was set off, 3.40 when it was asked back.
    expect(ofAdvance.map(({ bookAmount }) => bookAmount)).toEqual(['2.64', '3.40']);
    const [paid] = cells.filter(({ event, creditRole }) => event === 'pay' && creditRole === 'bankClearing');
    expect(paid?.item).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ofAdvance.map(({ item }) => item))).toEqual(new Set([paid?.item]));
  });

  // On a laptop without Debian's hledger and beancount there is nothing that reads the journals; CI installs them.
  it.skipIf(!HAS_ACCOUNTING).each(JOURNAL_FORMATS)(
    'is read by %s, account by account as we have it',
    async (format) => {
      const read = format === 'hledger' ? inHledger : inBeancount;
      const { text, held, cost } = await journalOf(story.ports, story.tenant, format);
      const found = read(text);
      expect(found.faults).toBe('');
      expect(found.balances).toEqual(held);
      expect(read(text, 'cost').balances).toEqual(cost);
      expect(new Set(held.map((line) => line.slice(-3)))).toEqual(new Set(['EUR', 'GBP', 'USD']));
    },
  );
});
