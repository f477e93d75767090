import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { assignEntry, decideEntry, dismissEntry, proposeTakeBack } from '../../app/payments/assignEntry.ts';
import { listEntries } from '../../app/payments/listEntries.ts';
import { openItems } from '../../app/payments/openItems.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { ask } from '../operations/backups.ts';
import { type Bank, bankOf } from '../support/bankOf.ts';
import { documentedFlows } from '../support/documentedFlows.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { code } from '../support/paymentStory.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, windowsText } from '../support/trade.ts';

// What partners pay on debit notes. P1: 2 % of 5,000.00 of January on a document, of which 2,000.00 come back: 40.00 with 20 % tax
// are asked back by an invoice. P2 sells to us: 2 % of 5,000.00 are 120.00 with tax, of which it pays 50.00 before we owe it.

const person = (id: string): Actor => ({ kind: 'person', id });
const [ANNA, BERT, CARLA] = ['anna', 'bert', 'carla'].map(person) as [Actor, Actor, Actor];
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate';

let story: Scenario;
let bank: Bank;
/** The settlements that were issued, by the numbers of their documents. */
const settlements = new Map<string, string>();

beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await onDocuments(story, { creditNote: 'CN', debitNote: 'DN' });
  const attributes = { country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    ...['P1', 'P2'].map((name) => ({ kind: 'partner' as const, code: name, name, attributes })),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  bank = await bankOf(story, { company: 'EU', partners: ['P1', 'P2'], since: '2026-01-02' });
  await agreed('BACK', 'P1', 'sale', { clawBack: { scope: 'full', by: 'invoice' } });
  await agreed('SUPP', 'P2', 'purchase', { nettingWith: ['CUST'] });
  await agreed('CUST', 'P2', 'sale', { nettingWith: ['SUPP'] });
  await traded('sale', 'P1', 'S1', '5000.00');
  await settledOn('2026-02-10', 'BACK');
  await traded('sale', 'P1', 'S2', '-2000.00');
  await settledOn('2026-03-10', 'BACK');
});
afterAll(() => story.close());

async function agreed(id: string, partner: string, side: 'sale' | 'purchase', settled: object) {
  const text = agreementText(
    { windows: windowsText('month'), transactions: side },
    {
      ...{ id, participants: [{ attribute: 'partner.code', in: [partner] }] },
      ...(side === 'purchase' && { direction: 'supplierRebate' }),
    },
  );
  const claim = { rule: 'automatic', deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'accepts' };
  const block = {
    claim,
    frequency: 'month',
    finalDays: 5,
    tax: { percent: '20' },
    paymentDays: 14,
    ...settled,
  };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), ...block } });
}

async function traded(side: string, partner: string, document: string, net: string) {
  const quantity = net.startsWith('-') ? -1 : 1;
  await story.lines(
    HEADER,
    `erp,${document},1,${side},EU,${partner},X,2026-01-20,${quantity},EA,${net},EUR,20`,
  );
}

/** The numbers of what a run of a day issues. */
async function settledOn(day: string, agreement: string): Promise<string[]> {
  story.on(day);
  await story.calculate();
  const selection = { company: 'EU', agreements: [agreement], actor: ANNA };
  const { settlements: found } = taken(await proposeSettlement(story.ports, story.tenant, selection));
  const numbers: string[] = [];
  for (const { id } of found) {
    taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
    const { number = '' } = taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
    settlements.set(number, id);
    numbers.push(number);
  }
  return numbers;
}

const idOf = (number: string) => settlements.get(number) ?? '';
const entries = (is: 'waiting' | 'laid') => listEntries(story.ports, story.tenant, { is, limit: 10 });
const assign = (entry: string, document: string) =>
  assignEntry(story.ports, story.tenant, { entry, document: idOf(document), reason: 'a call', actor: ANNA });
const decide = (entry: string, is: 'approved' | 'rejected', actor = BERT) =>
  decideEntry(story.ports, story.tenant, { entry, is, reason: '', actor });
const takeBack = (entry: string, reason = 'of somebody else') =>
  proposeTakeBack(story.ports, story.tenant, { entry, reason, actor: ANNA });

/** What accounts of a partner hold, debit plus; what holds nothing is left out. */
async function books(partner: string): Promise<Record<string, bigint>> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({ partner }));
  const wanted = ['partnerPayable', 'partnerReceivable', 'bank'];
  return Object.fromEntries(
    all.flatMap(({ role, minor }) => (wanted.includes(role) && minor !== 0n ? [[role, minor]] : [])),
  );
}

async function paidOf(agreement: string): Promise<bigint> {
  const all = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances(agreement));
  return all.reduce((sum, { account, minor }) => (account.kind === 'paid' ? sum + minor : sum), 0n);
}

const expected = (partner: string, known?: string) => documentedFlows(story, partner, known);

it('is expected on its day beside what we owe, as it was known', async () => {
  expect([...settlements.keys()]).toEqual(['CN-2026-000001', 'DN-2026-000001']);
  expect(await expected('P1')).toEqual({ '2026-02-24 leaves': -12_000n, '2026-03-24 comes': 4800n });
  expect(await expected('P1', '2026-03-09')).toEqual({ '2026-02-24 leaves': -12_000n });
  expect(await books('P1')).toEqual({ partnerPayable: -7200n });
});

it('is laid by two persons against the document that its text does not name', async () => {
  expect(await bank.receives('EUR', '2026-03-20', 4800n, 'refund')).toBe(0);
  const [entry] = await entries('waiting');
  const id = entry?.id ?? '';
  expect(code(await assign(id, 'CN-2026-000001'))).toBe('reclaim-receipt-beyond');
  expect(code(await assign(id, 'none'))).toBe('settlement-not-found');
  taken(await assign(id, 'DN-2026-000001'));
  expect(code(await assign(id, 'DN-2026-000001'))).toBe('bank-entry-proposed');
  expect(code(await decide(id, 'approved', ANNA))).toBe('approver-is-author');
  expect([await books('P1'), await paidOf('BACK')]).toEqual([{ partnerPayable: -7200n }, 0n]);
  taken(await decide(id, 'approved'));
  expect(await books('P1')).toEqual({ partnerPayable: -12_000n, bank: 4800n });
  // What came back is paid less: of the account nothing was paid yet.
  expect(await paidOf('BACK')).toBe(-4000n);
  expect(await expected('P1')).toEqual({ '2026-02-24 leaves': -12_000n });
  expect((await entries('laid')).map(({ laidOn, state }) => [laidOn, state])).toEqual([
    ['DN-2026-000001', 'matched'],
  ]);
  const wrong = { actor: ANNA, id: idOf('DN-2026-000001'), reason: 'wrong' };
  expect(code(await cancelSettlement(story.ports, story.tenant, wrong))).toBe('settlement-received');
});

it('is taken back by two persons, mirrored, and can be laid again', async () => {
  const id = (await entries('laid'))[0]?.id ?? '';
  expect(code(await takeBack(id, ' '))).toBe('reason-missing');
  taken(await takeBack(id));
  expect(code(await takeBack(id))).toBe('bank-entry-proposed');
  // Whoever decides finds it among what waits.
  expect((await entries('waiting')).map((one) => [one.id, one.proposal?.isTakeBack])).toEqual([[id, true]]);
  expect(code(await decide(id, 'approved', ANNA))).toBe('approver-is-author');
  taken(await decide(id, 'rejected'));
  expect([(await entries('waiting')).length, (await books('P1')).bank]).toEqual([0, 4800n]);
  taken(await takeBack(id));
  const both = await Promise.all([decide(id, 'approved'), decide(id, 'approved', CARLA)]);
  expect(both.map(code).sort()).toEqual(['bank-entry-not-proposed', 'ok']);
  expect([await books('P1'), await paidOf('BACK')]).toEqual([{ partnerPayable: -7200n }, 0n]);
  expect(await expected('P1')).toEqual({ '2026-02-24 leaves': -12_000n, '2026-03-24 comes': 4800n });
  expect((await entries('waiting')).map(({ reason }) => reason)).toEqual(['entry-taken-back']);
  expect(code(await takeBack(id))).toBe('bank-entry-not-laid');
  // As it was known between both, it had come.
  const audited = await story.ports.store.inTenant(story.tenant, (tx) => tx.audit.list({ limit: 100 }));
  const own = audited.filter(({ entry: { object } }) => object === id || object === idOf('DN-2026-000001'));
  expect(own.map(({ entry }) => entry.action)).toEqual(
    expect.arrayContaining([
      'settlement.receive',
      'settlement.takeBackReceipt',
      'bankEntry.takeBackProposed',
    ]),
  );
  taken(await assign(id, 'DN-2026-000001'));
  taken(await decide(id, 'approved'));
  expect(await books('P1')).toEqual({ partnerPayable: -12_000n, bank: 4800n });
});

it('pays several at once, each by its part, all or nothing', async () => {
  await traded('sale', 'P1', 'S3', '-1000.00');
  const [later = ''] = await settledOn('2026-03-21', 'BACK');
  const id = (await entries('laid'))[0]?.id ?? '';
  taken(await takeBack(id));
  taken(await decide(id, 'approved'));
  const before = await books('P1');
  expect(await bank.receives('EUR', '2026-03-22', 7000n, `DN-2026-000001 and ${later}`)).toBe(0);
  const [entry] = await entries('waiting');
  expect(entry?.reason).toBe('entry-names-several-documents');
  const several = (...parts: readonly (readonly [string, string])[]) =>
    assignEntry(story.ports, story.tenant, {
      ...{ entry: entry?.id ?? '', reason: 'both', actor: ANNA },
      parts: parts.map(([number, amount]) => ({ document: idOf(number), amount: decimalOf(amount) })),
    });
  expect(code(await several(['DN-2026-000001', '48.00'], [later, '21.99']))).toBe('entry-parts-differ');
  expect(code(await several(['DN-2026-000001', '80.00'], [later, '-10.00']))).toBe('entry-parts-differ');
  expect(code(await several([later, '35.00'], [later, '35.00']))).toBe('entry-part-twice');
  expect(code(await several(['DN-2026-000001', '48.00'], [later, '22.001']))).toBe('claim-amount-invalid');
  expect(code(await several(['DN-2026-000001', '45.00'], [later, '25.00']))).toBe('reclaim-receipt-beyond');
  taken(await several([later, '22.00'], ['DN-2026-000001', '48.00']));
  const proposed = (await entries('waiting')).find((one) => one.id === entry?.id)?.proposal;
  expect(proposed?.pays.map(({ number, minor }) => [number, minor])).toEqual([
    [later, 2200n],
    ['DN-2026-000001', 4800n],
  ]);
  expect(await books('P1')).toEqual(before);
  taken(await decide(entry?.id ?? '', 'approved'));
  expect(await books('P1')).toEqual({ partnerPayable: -11_800n, bank: 7000n });
  expect(await expected('P1')).toMatchObject({ '2026-04-04 comes': 200n });
  const laid = (await entries('laid')).find((one) => one.id === entry?.id);
  expect(laid?.laidOn?.split(', ').sort()).toEqual(['DN-2026-000001', later]);
  // Taken back, all of it is open again, and can be laid anew.
  taken(await takeBack(entry?.id ?? ''));
  taken(await decide(entry?.id ?? '', 'approved'));
  expect(await books('P1')).toEqual(before);
  taken(await several([later, '24.00'], ['DN-2026-000001', '46.00']));
  taken(await decide(entry?.id ?? '', 'approved'));
  expect(await paidOf('BACK')).toBe(-5833n);
  taken(await takeBack(entry?.id ?? ''));
  taken(await decide(entry?.id ?? '', 'approved'));
  taken(await assign(id, 'DN-2026-000001'));
  taken(await decide(id, 'approved'));
});

it('is laid by itself where its text names the number, and what is beyond waits', async () => {
  await traded('purchase', 'P2', 'B1', '5000.00');
  const [debit = ''] = await settledOn('2026-03-25', 'SUPP');
  expect(await books('P2')).toEqual({ partnerReceivable: 12_000n });
  expect(await bank.receives('EUR', '2026-03-26', 5000n, `first part of ${debit}`)).toBe(1);
  expect(await bank.receives('EUR', '2026-03-26', 7001n, debit)).toBe(0);
  expect(await books('P2')).toEqual({ partnerReceivable: 7000n, bank: 5000n });
  expect(await paidOf('SUPP')).toBe(4166n);
  // What older programs have laid, and what the migration makes a row of, is what the books say.
  const migration = readFileSync('adapters/db/migrations/0081_receipts_on_items.sql', 'utf8');
  const [said = ''] = /SELECT tenant_id, id, 1, origin_id[^;]*/.exec(migration) ?? [];
  const rows = await ask(
    story.database.adminUrl,
    `SELECT sum(minor)::text FROM (${said}) s WHERE settlement_id = '${idOf(debit)}'`,
  );
  expect(rows).toEqual([['5000']]);
  // Beside the one of both documents, which was taken back.
  const waiting = (await entries('waiting')).filter(({ reason }) => reason !== 'entry-taken-back');
  expect(waiting.map(({ reason }) => reason)).toEqual(['reclaim-receipt-beyond']);
  const none = { entry: waiting[0]?.id ?? '', reason: 'too much', actor: ANNA };
  taken(await dismissEntry(story.ports, story.tenant, none));
});

it('leaves only the rest to be set off against what we owe', async () => {
  await traded('sale', 'P2', 'S3', '10000.00');
  await settledOn('2026-03-27', 'CUST');
  const selection = {
    ...{ company: 'EU', currency: 'EUR', dueUntil: dayOf('2026-12-31'), partners: ['P2'] },
    methods: ['creditNote'] as const,
  };
  const items = await story.ports.store.inTenant(story.tenant, (tx) => openItems(tx, selection));
  // 240.00 with tax less the 70.00 that were open of the debit note.
  expect(items.map(({ minor }) => minor)).toEqual([17_000n]);
  expect(await books('P2')).toEqual({ partnerPayable: -17_000n, bank: 5000n });
  expect([await paidOf('SUPP'), await paidOf('CUST')]).toEqual([10_000n, 5833n]);
  const id = (await entries('laid')).find(({ remittance }) => remittance.startsWith('first'))?.id ?? '';
  taken(await takeBack(id));
  taken(await decide(id, 'approved'));
  expect(await books('P2')).toEqual({ partnerPayable: -17_000n, partnerReceivable: 5000n });
});
