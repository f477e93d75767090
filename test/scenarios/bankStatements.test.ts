import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import type { StatementOutcome } from '../../app/payments/importStatement.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { listEntries } from '../../app/payments/listEntries.ts';
import { resolvePayment } from '../../app/payments/resolvePayment.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { type CamtEntry, camtText } from '../support/camtText.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';
import { BEN, code, DORA, type PaymentStory, paymentStory } from '../support/paymentStory.ts';

// The file has gone to the bank. What the bank says of each payment comes back in statements: once, twice, in
// pieces that overlap, and sometimes with money that nobody expects.

const OURS = 'DE89370400440532013000';
let database: TestDatabase;
let folder: string;
let story: PaymentStory;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'openrebate-statement-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  story = await paymentStory(database);
});

async function brings(text: string): Promise<Result<readonly StatementOutcome[]>> {
  const path = join(folder, 'statement.xml');
  await writeFile(path, text);
  const read = await readCamt(path, 'statement.xml');
  if (!read.ok) return read;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const file = { name: 'statement.xml', sha256, statements: read.value, actor: DORA };
  return importStatement(story.ports, story.tenant, file);
}

/** matched, waiting, duplicates. */
async function brought(...entries: readonly CamtEntry[]): Promise<(number | undefined)[]> {
  const [outcome] = accepted(await brings(camtText(OURS, entries)));
  return [outcome?.matched, outcome?.waiting, outcome?.duplicates];
}

const waiting = async () =>
  (await listEntries(story.ports, story.tenant, { is: 'waiting', limit: 10 })).map(
    ({ minor, reason }) => `${minor} ${reason}`,
  );
/** The clock of a story stands still: entries of one instant are in no order. */
const sorted = async () => (await waiting()).toSorted();

/** Two credit notes of P1 in one payment of 1,200.00 and 120.00, and one of P2 of 24.00, sent. */
async function sent() {
  await story.owes('P1', 'CN-1', 100_000n);
  await story.owes('P1', 'CN-2', 10_000n);
  await story.owes('P2', 'CN-3', 2_000n);
  const [first, second] = await story.sent();
  if (first === undefined || second === undefined) throw new Error('two payments');
  const out = (payment: typeof first, reference: string): CamtEntry => ({
    ...{ reference, on: '2026-02-11', cents: -payment.minor, endToEndId: payment.endToEndId },
  });
  const states = async () =>
    (await story.payments(first.run)).map(({ state, returned }) => `${state} ${returned}`);
  return { first, second, out, states };
}

describe('a statement of the bank', () => {
  it('confirms what it names, and the money is gone: what is paid is what was settled', async () => {
    const { first, second, out, states } = await sent();
    expect(await brought(out(first, 'R1'), out(second, 'R2'))).toEqual([2, 0, 0]);
    expect(await states()).toEqual(['confirmed 0', 'confirmed 0']);
    const { bankClearing, bank, partnerPayable } = await story.books();
    expect([bankClearing, bank, partnerPayable]).toEqual([undefined, -134_400n, undefined]);
    expect(await story.paid()).toBe(112_000n);
  });

  it('counts once, in the same file twice, at once, and in two files that overlap', async () => {
    const { first, second, out } = await sent();
    const foreign: CamtEntry = { on: '2026-02-11', cents: 5_000n };
    const monday = [out(first, 'R1'), foreign, foreign];
    expect(await brought(...monday)).toEqual([1, 2, 0]);
    expect(await brought(...monday)).toEqual([0, 0, 3]);
    const both = await Promise.all([
      brought(...monday, out(second, 'R2')),
      brought(...monday, out(second, 'R2')),
    ]);
    expect(both.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0))).toEqual([
      [1, 0, 3],
      [0, 0, 4],
    ]);
    expect(await waiting()).toEqual(['5000 entry-without-reference', '5000 entry-without-reference']);
    expect((await story.books()).bank).toBe(-134_400n);
    expect(await story.paid()).toBe(112_000n);
  });

  it('that brings all of a payment back opens its settlements again, and they are paid once more', async () => {
    const { first, out, states } = await sent();
    await brought(out(first, 'R1'));
    const back = {
      reference: 'R9',
      on: '2026-02-13',
      cents: first.minor,
      endToEndId: first.endToEndId,
      returnReason: 'AC04',
    };
    expect(await brought(back)).toEqual([1, 0, 0]);
    expect(await brought(back)).toEqual([0, 0, 1]);
    expect((await states())[0]).toBe('returned 132000');
    const { bankClearing, bank, partnerPayable } = await story.books();
    // The payment to the other partner is still on its way.
    expect([bankClearing, bank, partnerPayable]).toEqual([-2_400n, undefined, -132_000n]);
    expect(await story.paid()).toBe(0n);
    const [again] = await story.sent();
    expect(again?.minor).toBe(132_000n);
    expect((await story.books()).partnerPayable).toBeUndefined();
  });

  it('that brings a part back opens just that part, to the cent', async () => {
    const { first, out, states } = await sent();
    await brought(out(first, 'R1'));
    const back = (reference: string, cents: bigint) =>
      brought({ reference, on: '2026-02-13', cents, endToEndId: first.endToEndId });
    expect(await back('R8', 10_001n)).toEqual([1, 0, 0]);
    expect((await states())[0]).toBe('partlyReturned 10001');
    expect((await story.books()).partnerPayable).toBe(-10_001n);
    expect(await back('R9', 122_000n)).toEqual([0, 1, 0]);
    expect(await waiting()).toEqual(['122000 payment-returns-beyond']);
    expect(await back('R10', 121_999n)).toEqual([1, 0, 0]);
    expect((await states())[0]).toBe('returned 132000');
    expect(await story.paid()).toBe(0n);
    const [again] = await story.sent();
    expect(again?.minor).toBe(132_000n);
  });

  it('with another amount, of a payment twice, or of nobody waits, and moves nothing', async () => {
    const { first, out, states } = await sent();
    const other = { ...out(first, 'R1'), cents: -131_999n };
    const nobody = { ...out(first, 'R3'), endToEndId: 'SOMEBODY-ELSE' };
    expect(await brought(other, nobody)).toEqual([0, 2, 0]);
    expect(await sorted()).toEqual(['-131999 payment-amount-differs', '-132000 entry-of-nobody']);
    expect((await states())[0]).toBe('sent 0');
    expect(await brought(out(first, 'R4'), out(first, 'R5'))).toEqual([1, 1, 0]);
    expect(await sorted()).toEqual([
      '-131999 payment-amount-differs',
      '-132000 entry-of-nobody',
      '-132000 payment-news-out-of-place',
    ]);
    expect((await story.books()).bank).toBe(-132_000n);
  });

  it('moves the money of what a person had confirmed before it came, once', async () => {
    const { first, out, states } = await sent();
    const found = { id: first.id, is: 'confirm', reason: 'the bank says so', actor: BEN } as const;
    accepted(await resolvePayment(story.ports, story.tenant, found));
    expect((await story.books()).bank).toBeUndefined();
    expect(await brought(out(first, 'R1'))).toEqual([1, 0, 0]);
    expect(await brought(out(first, 'R2'))).toEqual([0, 1, 0]);
    expect([(await states())[0], (await story.books()).bank]).toEqual(['confirmed 0', -132_000n]);
    expect(await story.paid()).toBe(110_000n);
  });

  it('is taken whole or not at all', async () => {
    const { first, out } = await sent();
    const entries = [out(first, 'R1')];
    const wrong = camtText(OURS, entries).replace('8680.00', '8680.01');
    expect(code(await brings(wrong))).toBe('statement-does-not-add-up');
    expect(code(await brings(camtText('GB29NWBK60161331926819', entries)))).toBe('statement-account-unknown');
    expect(code(accept(await brought(out(first, 'R1'))))).toBe('ok');
  });
});
