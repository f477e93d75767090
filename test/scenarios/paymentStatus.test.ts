import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { readPaymentStatus } from '../../adapters/files/statements/readPaymentStatus.ts';
import { readStatementTable } from '../../adapters/files/statements/readStatementTable.ts';
import { assignEntry, decideEntry, dismissEntry } from '../../app/payments/assignEntry.ts';
import { hearStatus, type StatusOutcome } from '../../app/payments/hearStatus.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { listEntries } from '../../app/payments/listEntries.ts';
import { payingAccountOf, setPayingAccount } from '../../app/payments/payingAccounts.ts';
import type { BankStatement } from '../../core/payment/bankStatement.ts';
import { nachaId } from '../../core/payment/nachaText.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { type CamtEntry, camtText } from '../support/camtText.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';
import { ANNA, BEN, CARLA, code, DORA, type PaymentStory, paymentStory } from '../support/paymentStory.ts';
import { payingAccountText } from '../support/payments.ts';

// What the bank says beside its statements: pain.002 and NACHA returns, a file booked as one amount, a table in CSV;
// and what persons do with an entry that says nothing. Whatever the order, bank clearing is empty in the end.

const OURS = 'DE89370400440532013000';
let database: TestDatabase;
let folder: string;
let story: PaymentStory;
let run: string;
let first: Payment;
let second: Payment;
type Payment = Awaited<ReturnType<PaymentStory['payments']>>[number];
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'openrebate-status-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});
/** 1,320.00 to P1 and 24.00 to P2, sent by Carla. */
beforeEach(async () => {
  story = await paymentStory(database);
  await story.owes('P1', 'CN-1', 110_000n);
  await story.owes('P2', 'CN-2', 2_000n);
  [first, second] = (await story.sent()) as [Payment, Payment];
  run = first.run;
});

async function file(text: string): Promise<{ readonly path: string; readonly sha256: string }> {
  const path = join(folder, 'file');
  await writeFile(path, text);
  return { path, sha256: createHash('sha256').update(text).digest('hex') };
}

async function status(text: string, actor = DORA): Promise<StatusOutcome> {
  const { path, sha256 } = await file(text);
  const statuses = accepted(await readPaymentStatus(path, 'status'));
  return accepted(await hearStatus(story.ports, story.tenant, { name: 'status', sha256, statuses, actor }));
}
const counts = ({ heard, known, underWay, refusals }: StatusOutcome) => [
  ...[heard, known, underWay],
  ...refusals.map((refusal) => refusal.code),
];

async function bring(statements: Result<readonly BankStatement[]>, sha256: string) {
  const read = { name: 'statement', sha256, statements: accepted(statements), actor: DORA };
  const [outcome] = accepted(await importStatement(story.ports, story.tenant, read));
  return [outcome?.matched, outcome?.waiting, outcome?.duplicates];
}
async function camt(...entries: readonly CamtEntry[]) {
  const { path, sha256 } = await file(camtText(OURS, entries));
  return bring(await readCamt(path, 'statement'), sha256);
}
const out = (payment: Payment): CamtEntry => ({
  ...{
    reference: `R ${payment.id}`,
    on: '2026-02-11',
    cents: -payment.minor,
    endToEndId: payment.endToEndId,
  },
});
const back = (payment: Payment): CamtEntry => ({
  ...out(payment),
  reference: `B ${payment.id}`,
  cents: payment.minor,
});
const states = async () => (await story.payments(run)).map(({ state }) => state);
const waiting = () => listEntries(story.ports, story.tenant, { is: 'waiting', limit: 10 });

const pain002 = (...statuses: readonly [string, string, string?][]) => `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>B-1</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${statuses
  .map(
    ([id, sts, reason]) =>
      `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${sts}</TxSts>${
        reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`
      }</TxInfAndSts>`,
  )
  .join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

describe('a pain.002', () => {
  it('rejects what it names, once; it is open again and paid once more; the rest goes on', async () => {
    const said = pain002([first.endToEndId, 'RJCT', 'AC04'], [second.endToEndId, 'ACSP'], ['NOBODY', 'RJCT']);
    expect(counts(await status(said))).toEqual([1, 0, 1, 'entry-of-nobody']);
    expect(counts(await status(said))).toEqual([0, 1, 1, 'entry-of-nobody']);
    expect(await states()).toEqual(['rejected', 'sent']);
    const [event] = (await story.payments(run))[0]?.events ?? [];
    expect([event?.reason, event?.source.split(' ')[0]]).toEqual(['AC04', 'statusFile']);
    expect((await story.books()).bankClearing).toBe(-2_400n);
    const [again] = await story.sent();
    expect(again?.minor).toBe(132_000n);
  });

  it('confirms what has left; its entry then moves the money alone, in whatever order they come', async () => {
    const said = pain002([first.endToEndId, 'ACSC'], [second.endToEndId, 'ACSC']);
    expect(counts(await status(said))).toEqual([2, 0, 0]);
    expect(await camt(out(first), out(second))).toEqual([2, 0, 0]);
    expect(counts(await status(said))).toEqual([0, 2, 0]);
    expect(await states()).toEqual(['confirmed', 'confirmed']);
    expect(await story.books()).toMatchObject({ bank: -134_400n });
    expect([(await story.books()).bankClearing, await story.paid()]).toEqual([undefined, 112_000n]);
  });

  it('rejects a file as a whole where the bank says it of the file', async () => {
    const { sent } = await story.ports.store.inTenant(story.tenant, async (tx) => ({
      ...(await tx.payments.run(run)),
    }));
    const text = pain002().replace('>M<', `>${sent?.messageId.toUpperCase()}<`).replace('PART', 'RJCT');
    expect(counts(await status(text))).toEqual([2, 0, 0]);
    expect([await states(), (await story.books()).bankClearing]).toEqual([
      ['rejected', 'rejected'],
      undefined,
    ]);
  });

  it('is not brought in by whoever has sent the payments that it would open again', async () => {
    expect(counts(await status(pain002([first.endToEndId, 'RJCT']), CARLA))).toEqual([
      ...[0, 0, 0, 'payment-sender-has-part'],
    ]);
    expect(await states()).toEqual(['sent', 'sent']);
  });
});

/** Records of a returned credit and its reason, as NACHA has them. */
function nachaReturn(payment: Payment, reason: string): string {
  const amount = String(payment.minor).padStart(10, '0');
  const entry = `621121042882${'1234567'.padEnd(17)}${amount}${nachaId(payment.endToEndId).padEnd(15)}${'P'.padEnd(22)}  1121042880000001`;
  const addenda = `799${reason}${'12104288'.padEnd(15, '0')}${' '.repeat(6)}12104288${' '.repeat(44)}${'1'.padStart(15, '0')}`;
  return `${entry}\n${addenda.padEnd(94)}\n`;
}
const nachaFile = (...records: readonly string[]) =>
  `${'101'.padEnd(94)}\n${'5200'.padEnd(94)}\n${records.join('')}${'9'.padEnd(94, '9')}\n`;

describe('NACHA returns', () => {
  it('bring a payment back that nobody had spoken of; the entries of it move the money alone', async () => {
    expect(counts(await status(nachaFile(nachaReturn(first, 'R02'))))).toEqual([1, 0, 0]);
    expect(counts(await status(nachaFile(nachaReturn(first, 'R02'))))).toEqual([0, 1, 0]);
    expect((await states())[0]).toBe('returned');
    expect((await story.books()).partnerPayable).toBe(-132_000n);
    expect(await camt(out(first), out(second), back(first))).toEqual([3, 0, 0]);
    const { bankClearing, bank } = await story.books();
    expect([bankClearing, bank, await story.paid()]).toEqual([undefined, -2_400n, 2_000n]);
  });

  it('say nothing new of what the statement has brought back', async () => {
    await camt(out(first), back(first));
    expect(counts(await status(nachaFile(nachaReturn(first, 'R02'))))).toEqual([0, 1, 0]);
    expect((await story.books()).bank).toBeUndefined();
  });

  it('of another amount are of nobody', async () => {
    const other = nachaReturn({ ...first, minor: 131_999n }, 'R02');
    expect(counts(await status(nachaFile(other)))).toEqual([0, 0, 0, 'entry-of-nobody']);
  });
});

describe('a file that the bank books as one amount', () => {
  const sum = (minor: bigint, batch = ''): string => {
    const text = camtText(OURS, [{ reference: 'SUM', on: '2026-02-11', cents: -minor }]);
    const details = /<NtryDtls>.*?<\/NtryDtls>/s;
    return text.replace(
      details,
      batch === '' ? '' : `<NtryDtls><Btch><PmtInfId>${batch}</PmtInfId></Btch></NtryDtls>`,
    );
  };
  async function brings(text: string) {
    const { path, sha256 } = await file(text);
    return bring(await readCamt(path, 'statement'), sha256);
  }
  const messageId = () =>
    story.ports.store.inTenant(
      story.tenant,
      async (tx) => (await tx.payments.run(run))?.sent?.messageId ?? '',
    );

  it('confirms all payments of the file that it names, but for those that were rejected', async () => {
    await status(pain002([second.endToEndId, 'RJCT']));
    expect(await brings(sum(134_400n, await messageId()))).toEqual([0, 1, 0]);
    expect((await waiting())[0]?.reason).toBe('payment-amount-differs');
    expect(await brings(sum(132_000n, await messageId()))).toEqual([1, 0, 0]);
    expect(await states()).toEqual(['confirmed', 'rejected']);
    const { bankClearing, bank } = await story.books();
    expect([bankClearing, bank]).toEqual([undefined, -132_000n]);
  });

  it('waits where it names none, and is assigned by one person and approved by another', async () => {
    expect(await brings(sum(134_400n))).toEqual([0, 1, 0]);
    const [entry] = await waiting();
    const id = entry?.id ?? '';
    const { ports, tenant } = story;
    const assign = (payments: readonly string[]) =>
      assignEntry(ports, tenant, { entry: id, payments, reason: 'the list of the bank', actor: ANNA });
    expect(code(await assign([first.id]))).toBe('payment-amount-differs');
    expect(code(await assign([run]))).toBe('payment-not-found');
    const decide = (is: 'approved' | 'rejected', actor = BEN) =>
      decideEntry(ports, tenant, { entry: id, is, reason: '', actor });
    expect(code(await decide('approved'))).toBe('bank-entry-not-proposed');
    accepted(await assign([first.id, second.id]));
    expect(code(await assign([first.id, second.id]))).toBe('bank-entry-proposed');
    expect(code(await dismissEntry(ports, tenant, { entry: id, reason: 'x', actor: BEN }))).toBe(
      'bank-entry-proposed',
    );
    expect(code(await decide('approved', ANNA))).toBe('approver-is-author');
    accepted(await decide('rejected'));
    expect([(await waiting()).length, await states()]).toEqual([1, ['sent', 'sent']]);
    accepted(await assignEntry(ports, tenant, { entry: id, run, reason: 'all of it', actor: ANNA }));
    const both = await Promise.all([decide('approved'), decide('approved', CARLA)]);
    expect(both.map(code).sort()).toEqual(['bank-entry-not-waiting', 'ok']);
    expect([await waiting(), await states()]).toEqual([[], ['confirmed', 'confirmed']]);
    const { bankClearing, bank } = await story.books();
    expect([bankClearing, bank, await story.paid()]).toEqual([undefined, -134_400n, 112_000n]);
  });

  it('is dismissed with a reason where it is none of ours, and moves nothing', async () => {
    await brings(sum(500n));
    const [entry] = await waiting();
    const dismiss = (reason: string) =>
      dismissEntry(story.ports, story.tenant, { entry: entry?.id ?? '', reason, actor: ANNA });
    expect(code(await dismiss(' '))).toBe('reason-missing');
    accepted(await dismiss('interest of the bank'));
    expect(code(await dismiss('again'))).toBe('bank-entry-not-waiting');
    expect([await waiting(), (await story.books()).bank]).toEqual([[], undefined]);
    expect(await brings(sum(500n))).toEqual([0, 0, 1]);
  });
});

describe('the table of a bank', () => {
  const TABLE = {
    columns: { bookedOn: 'Buchungstag', amount: 'Betrag', endToEndId: 'Kundenreferenz', remittance: 'Text' },
    days: 'DD.MM.YYYY',
    decimals: ',',
  };
  const rows = () =>
    [
      'Buchungstag;Betrag;Kundenreferenz;Text;Saldo',
      `11.02.2026;-1.320,00;${first.endToEndId};Überweisung;1`,
      `11.02.2026;-24,00;${second.endToEndId};;2`,
      '12.02.2026;7,50;;Zinsen;3',
      '',
    ].join('\n');
  async function table(text: string) {
    const { path, sha256 } = await file(text);
    const account = accepted(await payingAccountOf(story.ports, story.tenant, 'EUR-1'));
    return { read: await readStatementTable(path, 'feb.csv', account), sha256 };
  }

  it('is read as the account says, and each entry counts once', async () => {
    expect(code((await table(rows())).read)).toBe('statement-table-unknown');
    const parsed = { ...payingAccountText(), statement: TABLE };
    accepted(await setPayingAccount(story.ports, story.tenant, { actor: CARLA, parsed }));
    const { read, sha256 } = await table(rows());
    expect(await bring(read, sha256)).toEqual([2, 1, 0]);
    expect(await bring(read, sha256)).toEqual([0, 0, 3]);
    const { bankClearing, bank } = await story.books();
    expect([bankClearing, bank]).toEqual([undefined, -134_400n]);
    expect(code((await table(rows().replace('-24,00', '-24.00,5'))).read)).toBe('statement-not-read');
  });

  it('needs an amount in one column, or in two', async () => {
    const { amount: _, ...columns } = TABLE.columns;
    const parsed = { ...payingAccountText(), statement: { ...TABLE, columns } };
    expect(code(await setPayingAccount(story.ports, story.tenant, { actor: CARLA, parsed }))).toBe(
      'paying-account-invalid',
    );
  });
});
