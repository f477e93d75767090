import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { registerDeduction } from '../../app/deductions/registerDeduction.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { approveRun, withdrawRun } from '../../app/payments/decideRun.ts';
import { previewRun, proposeRun } from '../../app/payments/proposeRun.ts';
import { remittanceAdvice } from '../../app/payments/remittanceAdvice.ts';
import { resolvePayment } from '../../app/payments/resolvePayment.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import { listOpenItems, takePaymentFile } from '../../app/payments/showRuns.ts';
import { rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { adviceRows } from '../../core/payment/remittanceAdvice.ts';
import { adviceFile } from '../../main/adviceFile.ts';
import { ADVICE_FORMATS } from '../../main/paperFormats.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted, day, decimal } from '../support/facts.ts';
import { ANNA, BEN, CARLA, code, DORA, type PaymentStory, paymentStory } from '../support/paymentStory.ts';

// Credit notes are due. One proposes to pay them, another one approves, a third one sends the file; what the
// bank makes of it comes later. Money that has left never leaves twice.

let database: TestDatabase;
let story: PaymentStory;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  story = await paymentStory(database);
});

const propose = () => proposeRun(story.ports, story.tenant, story.proposal);
const approve = (id: string, actor = BEN) => approveRun(story.ports, story.tenant, { id, actor });
const send = (id: string, actor = CARLA) => sendRun(story.ports, story.tenant, { id, actor });
const file = async (id: string) =>
  accepted(await takePaymentFile(story.ports, story.tenant, { id, actor: CARLA })).text;

async function open(): Promise<string[]> {
  const { account: _, executionDay: __, actor: ___, ...selected } = story.proposal;
  const selection = { company: 'NW', currency: 'EUR', ...selected };
  const items = await listOpenItems(story.ports, story.tenant, selection);
  return items.map(({ number, minor }) => `${number} ${minor}`);
}

describe('a payment run', () => {
  it('pays each partner once for all that is open, by three persons, and the books say so', async () => {
    await story.owes('P1', 'CN-1', 100_000n);
    await story.owes('P1', 'CN-2', 7_614n);
    await story.owes('P2', 'CN-3', 5_000n);
    const { actor: _, ...question } = story.proposal;
    const preview = accepted(await previewRun(story.ports, story.tenant, question));
    const planned = accepted(await propose());
    const amounts = ({ instructions }: typeof planned) =>
      instructions.map(({ partner, minor, remittance }) => [partner, minor, remittance]);
    expect(amounts(planned)).toEqual([
      ['P1', 129_136n, 'CN-1, CN-2'],
      ['P2', 6_000n, 'CN-3'],
    ]);
    expect(amounts(preview)).toEqual(amounts(planned));
    const { id } = planned.run;
    expect(await open()).toEqual([]);
    expect(code(await send(id))).toBe('payment-run-out-of-place');
    expect(code(await approve(id, ANNA))).toBe('approver-is-author');
    expect(code(await approve(id, { kind: 'service', id: 'erp' }))).toBe('person-needed');
    accepted(await approve(id));
    expect(code(await send(id, ANNA))).toBe('payment-sender-has-part');
    expect(code(await send(id, BEN))).toBe('payment-sender-has-part');
    expect((await story.books()).partnerPayable).toBe(-135_136n);
    accepted(await send(id));
    const text = await file(id);
    expect(text).toContain('<CtrlSum>1351.36</CtrlSum>');
    expect(text).toContain('<IBAN>GB29NWBK60161331926819</IBAN>');
    expect(code(await send(id, DORA))).toBe('payment-run-out-of-place');
    expect(await file(id)).toBe(text);
    const { partnerPayable, bankClearing } = await story.books();
    expect([partnerPayable, bankClearing]).toEqual([undefined, -135_136n]);
    expect(code(await propose())).toBe('payment-nothing-open');
  });

  it('pays all that is open, due or not, where no day is named', async () => {
    await story.owes('P1', 'CN-1', 100_000n);
    const { dueUntil: _, ...ever } = story.proposal;
    const early = { ...ever, dueUntil: day('2026-02-09') };
    expect(code(await proposeRun(story.ports, story.tenant, early))).toBe('payment-nothing-open');
    const { run } = accepted(await proposeRun(story.ports, story.tenant, ever));
    expect(run.total).toBe(120_000n);
  });

  it('pays what the partner has not kept back, and lets it keep back nothing that a payment pays', async () => {
    const settlement = await story.owes('P1', 'CN-1', 100_000n);
    const kept = async (reference: string, amount: string) => {
      const place = { company: 'NW', partner: 'P1', currency: 'EUR', reference, actor: ANNA };
      const asked = { ...place, amount: decimal(amount) };
      const { id } = accepted(await registerDeduction(story.ports, story.tenant, asked)).deduction;
      const part = { deduction: id, amount: asked.amount, settlement, end: 'matched', actor: ANNA } as const;
      return endDeductionPart(story.ports, story.tenant, part);
    };
    accepted(await kept('K-1', '40.00'));
    expect(await open()).toEqual(['CN-1 116000']);
    expect(await story.paid()).toBe(3333n);
    const { run, instructions } = accepted(await propose());
    expect(instructions.map(({ minor }) => minor)).toEqual([116_000n]);
    expect(code(await kept('K-2', '0.01'))).toBe('settlement-in-payment');
    accepted(await withdrawRun(story.ports, story.tenant, { id: run.id, actor: BEN, reason: 'later' }));
    accepted(await kept('K-3', '1160.00'));
    expect(code(await propose())).toBe('payment-nothing-open');
    expect(await story.paid()).toBe(100_000n);
    expect(await story.books()).toMatchObject({ partnerReceivable: -120_000n });
    expect((await story.books()).partnerPayable).toBeUndefined();
  });

  it('pays what is left after the tax that is withheld, and its advice says both', async () => {
    await story.owes('P1', 'CN-1', 100_000n, 10_000n);
    expect(await open()).toEqual(['CN-1 110000']);
    const [payment] = await story.sent();
    const advice = accepted(await remittanceAdvice(story.ports, story.tenant, payment?.id ?? ''));
    expect(advice.minor).toBe(110_000n);
    expect(adviceRows(advice).map((row) => row.slice(8))).toEqual([['1200.00', '100.00', '1100.00', '0.00']]);
    const { withholding, partnerPayable, bankClearing } = await story.books();
    expect([withholding, partnerPayable, bankClearing]).toEqual([-10_000n, undefined, -110_000n]);
  });

  it('is told to its partner by an advice, and stands on the statement with the numbers of the documents', async () => {
    const { ports, tenant } = story;
    await story.owes('P1', 'CN-1', 100_000n);
    await story.owes('P1', 'CN-2', 7_614n);
    const planned = accepted(await propose());
    const [early = ''] = planned.instructions.map(({ id }) => id);
    expect(code(await remittanceAdvice(ports, tenant, early))).toBe('payment-not-sent');
    expect(code(await remittanceAdvice(ports, tenant, planned.run.id))).toBe('payment-not-found');
    accepted(await approve(planned.run.id));
    accepted(await send(planned.run.id));
    const advice = accepted(await remittanceAdvice(ports, tenant, early));
    expect([advice.account, advice.minor]).toEqual(['GB…6819', 129_136n]);
    expect(adviceRows(advice).map((row) => row.slice(5))).toEqual([
      ['CN-1', '2026-01-11', '2026-02-10', '1200.00', '0.00', '1200.00', '0.00'],
      ['CN-2', '2026-01-11', '2026-02-10', '91.36', '0.00', '91.36', '0.00'],
    ]);
    for (const format of ADVICE_FORMATS) {
      for (const language of ['en', 'zh-CN'] as const) {
        expect(accepted(await adviceFile(advice, format, language)).length).toBeGreaterThan(100);
      }
    }
    const question = {
      company: 'NW',
      partner: 'P1',
      firstDay: day('2026-01-01'),
      lastDay: day('2026-02-28'),
    };
    const [statement] = accepted(await partnerStatement(ports, tenant, question)).statements;
    const moved = new Map<string, bigint>();
    for (const { reference = '', minor } of statement?.entries ?? []) {
      moved.set(reference, (moved.get(reference) ?? 0n) + minor);
    }
    expect(Object.fromEntries(moved)).toEqual({
      ...{ 'CN-1': 120_000n, 'CN-2': 9_136n, [advice.endToEndId]: -129_136n },
    });
    expect(statement?.closingMinor).toBe(0n);
    accepted(await resolvePayment(ports, tenant, { actor: DORA, id: early, is: 'reject', reason: 'closed' }));
    const later = accepted(await remittanceAdvice(ports, tenant, early));
    expect(later.documents.map(({ paidMinor, returnedMinor }) => [paidMinor, returnedMinor])).toEqual([
      [120_000n, 120_000n],
      [9_136n, 9_136n],
    ]);
  });

  it('keeps what it pays from being taken back, until it came back itself', async () => {
    const { ports, tenant } = story;
    const id = await story.owes('P1', 'CN-1', 100_000n);
    const cancel = () => cancelSettlement(ports, tenant, { id, actor: ANNA, reason: 'Wrong rate' });
    const { run } = accepted(await propose());
    expect(await cancel()).toMatchObject({
      refusals: [{ code: 'settlement-in-payment', facts: { amount: '1200.00', state: 'proposed' } }],
    });
    accepted(await withdrawRun(ports, tenant, { id: run.id, actor: ANNA, reason: 'Not yet' }));
    const { id: mirror } = accepted(await cancel());
    expect(await open()).toEqual([]);
    expect(code(await propose())).toBe('payment-nothing-open');
    accepted(await rejectSettlement(ports, tenant, { id: mirror, actor: BEN, reason: 'It was right' }));
    const [payment] = await story.sent();
    expect(code(await cancel())).toBe('settlement-in-payment');
    const rejected = { actor: DORA, id: payment?.id ?? '', is: 'reject', reason: 'closed' } as const;
    accepted(await resolvePayment(ports, tenant, rejected));
    expect(await open()).toEqual(['CN-1 120000']);
    expect(code(await cancel())).toBe('ok');
  });

  it('keeps every key of an account out of the database as it was typed', async () => {
    await story.owes('P1', 'CN-1', 100_000n);
    const [payment] = await story.sent();
    expect(payment?.account).toBe('GB…6819');
    const stored = await story.ports.store.inTenant(story.tenant, async (tx) => [
      await tx.payments.accounts(),
      await tx.payments.runs({ limit: 10 }),
    ]);
    const bytes = JSON.stringify(stored, (_key, value) =>
      typeof value === 'bigint'
        ? String(value)
        : value instanceof Uint8Array
          ? Buffer.from(value).toString('latin1')
          : value,
    );
    for (const secret of ['NWBK6016', 'DE8937', '0532013000']) expect(bytes).not.toContain(secret);
  });

  it('is one payment where two propose at once', async () => {
    await story.owes('P1', 'CN-1', 100_000n);
    const both = await Promise.all([propose(), propose()]);
    expect(both.map(code).sort()).toEqual(['ok', 'payment-nothing-open']);
  });

  it('has as many approvals as the rules want, one of each person, two at once', async () => {
    await story.owes('P1', 'CN-1', 1_000_000n);
    const { run } = accepted(await propose());
    expect(run.approvals).toBe(2);
    const both = await Promise.all([approve(run.id, BEN), approve(run.id, DORA)]);
    expect(both.map((done) => accepted(done).missing).sort()).toEqual([0, 1]);
    expect(code(await approve(run.id, BEN))).toBe('payment-run-out-of-place');
    accepted(await send(run.id));
  });

  it('does not take one person for two', async () => {
    await story.owes('P1', 'CN-1', 1_000_000n);
    const { run } = accepted(await propose());
    const twice = await Promise.all([approve(run.id), approve(run.id)]);
    expect(twice.map(code).sort()).toEqual(['approver-repeated', 'ok']);
    expect(code(await send(run.id))).toBe('payment-run-out-of-place');
  });

  it('is not larger than the rules let it be', async () => {
    await story.owes('P1', 'CN-1', 8_333_333n);
    accepted(await propose());
    await story.owes('P2', 'CN-2', 8_333_335n);
    expect(code(await propose())).toBe('payment-over-limit');
  });

  it('leaves partners out whose account is open to doubt, and names them', async () => {
    await story.owes('P1', 'CN-1', 1_000n);
    await story.owes('P2', 'CN-2', 2_000n);
    const account = { holder: 'New', iban: 'DE89370400440532013000' };
    const entry = { partner: 'P2', validFrom: day('2026-02-01'), account, actor: ANNA };
    accepted(await setBankAccount(story.ports, story.tenant, entry));
    const { instructions, leftOut } = accepted(await propose());
    expect(instructions.map(({ partner }) => partner)).toEqual(['P1']);
    expect(leftOut.map(({ partner, refusals }) => [partner, refusals[0]?.code])).toEqual([
      ['P2', 'bank-account-not-approved'],
    ]);
    expect(code(await propose())).toBe('bank-account-not-approved');
  });

  it('is not sent where an account has changed meanwhile', async () => {
    await story.owes('P1', 'CN-1', 1_000n);
    const { run } = accepted(await propose());
    accepted(await approve(run.id));
    const account = { holder: 'New', iban: 'DE89370400440532013000' };
    const entry = { partner: 'P1', validFrom: day('2026-02-01'), account, actor: ANNA };
    accepted(await setBankAccount(story.ports, story.tenant, entry));
    expect(code(await send(run.id))).toBe('bank-account-not-approved');
    story.on('2026-02-12');
    expect(code(await send(run.id))).toBe('payment-day-past');
  });

  it('that is withdrawn leaves all open as it was', async () => {
    await story.owes('P1', 'CN-1', 1_000n);
    const { run } = accepted(await propose());
    const withdraw = (reason: string) =>
      withdrawRun(story.ports, story.tenant, { id: run.id, actor: ANNA, reason });
    expect(code(await withdraw(' '))).toBe('reason-missing');
    accepted(await withdraw('wrong day'));
    expect(await open()).toEqual(['CN-1 1200']);
    expect(code(await withdraw('again'))).toBe('payment-run-out-of-place');
    await story.sent();
    expect(await open()).toEqual([]);
  });

  it('that nobody hears of is unknown, until a person who has not sent it says what the bank has said', async () => {
    await story.owes('P1', 'CN-1', 1_000n);
    await story.owes('P2', 'CN-2', 2_000n);
    const [first, second] = await story.sent();
    story.on('2026-02-15');
    await sweep(story.ports, story.tenant);
    const states = async () => (await story.payments(first?.run ?? '')).map(({ state }) => state);
    expect(await states()).toEqual(['sent', 'sent']);
    story.on('2026-02-16');
    await sweep(story.ports, story.tenant);
    await sweep(story.ports, story.tenant);
    expect(await states()).toEqual(['unknown', 'unknown']);
    expect(await open()).toEqual([]);
    const resolve = (id: string, is: 'confirm' | 'reject', actor = BEN) =>
      resolvePayment(story.ports, story.tenant, { id, is, reason: 'asked by phone', actor });
    expect(code(await resolve(first?.id ?? '', 'reject', CARLA))).toBe('payment-sender-has-part');
    accepted(await resolve(first?.id ?? '', 'reject'));
    accepted(await resolve(second?.id ?? '', 'confirm'));
    expect(code(await resolve(first?.id ?? '', 'confirm'))).toBe('payment-news-out-of-place');
    expect(await states()).toEqual(['rejected', 'confirmed']);
    expect(await open()).toEqual(['CN-1 1200']);
    expect(await story.paid()).toBe(2_000n);
    expect((await story.books()).partnerPayable).toBe(-1_200n);
  });
});
