import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { type CamtEntry, camtText } from '../support/camtText.ts';
import { booksOf } from '../support/moneyStory/booksOf.ts';
import { type MoneyStory, openStory } from '../support/moneyStory/openStory.ts';
import { playStory } from '../support/moneyStory/playStory.ts';
import { SUPPLIER_STORY } from '../support/moneyStory/supplierStory.ts';

// Suppliers pay, and write what for: a claim of ours of 820.00, not answered yet. What the bank says is laid against
// it once, whoever has registered it before.

const { database, api } = await servedDatabase();
const CLAIM = 'LEAF-REBATE/1';
let statements = 0;
afterAll(() => expect(statements).toBeGreaterThan(8));

async function claimed(): Promise<MoneyStory & { readonly claim: string }> {
  const story = await openStory(database, api);
  const steps = SUPPLIER_STORY.slice(
    0,
    SUPPLIER_STORY.findIndex(({ name }) => name === 'part approval'),
  );
  const { claim = '' } = await playStory(story, steps);
  return { ...story, claim };
}

async function asked({ keys }: MoneyStory, method: 'GET' | 'POST', url: string, payload?: object | string) {
  const xml = typeof payload === 'string' && { headers: { 'content-type': 'application/xml' } };
  const { status, body } = await api.call(keys.get('anna'), {
    ...{ method, url: `/api/v1/${url}` },
    ...(payload !== undefined && { payload }),
    ...xml,
  });
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

const paid = (cents: bigint, remittance: string, reference?: string): CamtEntry => ({
  ...{ on: '2026-04-12', cents, remittance },
  ...(reference !== undefined && { reference }),
});

/** matched, waiting, duplicates. */
async function brought(story: MoneyStory, ...entries: readonly CamtEntry[]): Promise<number[]> {
  statements += 1;
  const text = camtText('DE89370400440532013000', entries);
  const told = await asked(story, 'POST', 'bank-statements?name=s.xml', text);
  const [{ matched, waiting, duplicates }] = told.statements;
  return [matched, waiting, duplicates];
}

const reasons = async (story: MoneyStory) =>
  (await asked(story, 'GET', 'bank-entries')).rows.map(({ reason }: { reason: string }) => reason);
const bankOf = async (story: MoneyStory) => {
  const { bank, bankClearing, claimedReceivable } = (await booksOf(story)).accounts;
  return { bank, bankClearing, claimedReceivable };
};

it('lays what names a claim against it, once, and what is beyond waits', async () => {
  const story = await claimed();
  expect(await brought(story, paid(50_000n, `pay ${CLAIM.toLowerCase()}`, 'R1'))).toEqual([1, 0, 0]);
  expect(await brought(story, paid(50_000n, `pay ${CLAIM.toLowerCase()}`, 'R1'))).toEqual([0, 0, 1]);
  expect(await bankOf(story)).toEqual({ bank: '500.00', claimedReceivable: '320.00' });
  expect(await brought(story, paid(32_001n, CLAIM, 'R2'))).toEqual([0, 1, 0]);
  expect(await reasons(story)).toEqual(['claim-receipt-beyond']);
  expect(await brought(story, paid(32_000n, CLAIM, 'R3'))).toEqual([1, 0, 0]);
  expect(await bankOf(story)).toEqual({ bank: '820.00' });
});

it('takes two receipts that were registered for its money, each once, and not one that was taken back', async () => {
  const story = await claimed();
  const register = (reference: string) =>
    asked(story, 'POST', `claims/${story.claim}/receipts`, { amount: '100.00', reference });
  for (const advice of ['1', '2', '3']) await register(advice);
  const back = { reference: '1', reason: 'a mistake' };
  await asked(story, 'POST', `claims/${story.claim}/receipts/return`, back);
  expect(await bankOf(story)).toEqual({ bankClearing: '200.00', claimedReceivable: '620.00' });
  expect(await brought(story, paid(10_000n, CLAIM, 'R1'), paid(10_000n, CLAIM, 'R2'))).toEqual([2, 0, 0]);
  expect(await bankOf(story)).toEqual({ bank: '200.00', claimedReceivable: '620.00' });
  expect(await brought(story, paid(10_000n, CLAIM, 'R3'))).toEqual([1, 0, 0]);
  expect(await bankOf(story)).toEqual({ bank: '300.00', claimedReceivable: '520.00' });
});

it('leaves alone what goes out, names no claim or another one, or several', async () => {
  const story = await claimed();
  const others = [paid(-100n, CLAIM), paid(100n, 'LEAF-REBATE/12'), paid(100n, 'thanks')];
  expect(await brought(story, ...others)).toEqual([0, 3, 0]);
  const late = { document: 'L6', receiptDate: '2026-03-02', netValue: '1000.00', side: 'purchase' };
  const item = { ...late, line: '1', company: 'EU', partner: 'LINDE', product: 'TEA', quantity: '1' };
  const items = [{ ...item, unit: 'EA', currency: 'EUR' }];
  await asked(story, 'POST', 'lines', { source: 'erp', mode: 'allOrNothing', items });
  await playStory(story, [{ name: 'again', day: '2026-04-11', deeds: [{ work: 'calculate' }] }]);
  await asked(story, 'POST', 'claims/raise', { agreement: 'LEAF-REBATE' });
  expect(await brought(story, paid(100n, `${CLAIM} and LEAF-REBATE/2`))).toEqual([0, 1, 0]);
  expect((await reasons(story)).toSorted()).toEqual([
    'entry-names-several-claims',
    ...Array(3).fill('entry-without-reference'),
  ]);
  expect(await brought(story, paid(2_000n, 'LEAF-REBATE/2'))).toEqual([1, 0, 0]);
  expect(await bankOf(story)).toEqual({ bank: '20.00', claimedReceivable: '820.00' });
});

it('counts once where the same statement comes twice at once', async () => {
  const story = await claimed();
  const both = await Promise.all([1, 2].map(() => brought(story, paid(82_000n, CLAIM))));
  expect(both.toSorted()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(await bankOf(story)).toEqual({ bank: '820.00' });
});

it('is laid against a claim by two persons where its text names none, and taken back by two', async () => {
  const story = await claimed();
  expect(await brought(story, paid(50_000n, 'thanks', 'R1'))).toEqual([0, 1, 0]);
  const [{ id }] = (await asked(story, 'GET', 'bank-entries')).rows;
  const decide = async () => {
    const { status, body } = await api.call(story.keys.get('ben'), {
      ...{ method: 'POST', url: `/api/v1/bank-entries/${id}/assignment/decision` },
      payload: { is: 'approved' },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  for (const time of [1, 2]) {
    const to = { claim: story.claim, reason: `call ${time}` };
    await asked(story, 'POST', `bank-entries/${id}/assignment`, to);
    expect((await decide()).laidOn).toBe(CLAIM);
    expect(await bankOf(story)).toEqual({ bank: '500.00', claimedReceivable: '320.00' });
    await asked(story, 'POST', `bank-entries/${id}/take-back`, { reason: 'of another one' });
    expect(await decide()).toMatchObject({ state: 'waits', reason: 'entry-taken-back', laidOn: null });
    expect(await bankOf(story)).toEqual({ claimedReceivable: '820.00' });
  }
});

it('takes the money of a receipt that was registered away from it, and the receipt waits for its money', async () => {
  const story = await claimed();
  await asked(story, 'POST', `claims/${story.claim}/receipts`, { amount: '100.00', reference: '1' });
  expect(await brought(story, paid(10_000n, CLAIM, 'R1'))).toEqual([1, 0, 0]);
  const [{ id }] = (await asked(story, 'GET', 'bank-entries?is=laid')).rows;
  await asked(story, 'POST', `bank-entries/${id}/take-back`, { reason: 'of another one' });
  await api.call(story.keys.get('ben'), {
    ...{ method: 'POST', url: `/api/v1/bank-entries/${id}/assignment/decision` },
    payload: { is: 'approved' },
  });
  expect(await bankOf(story)).toEqual({ bankClearing: '100.00', claimedReceivable: '720.00' });
  expect(await brought(story, paid(10_000n, CLAIM, 'R2'))).toEqual([1, 0, 0]);
  expect(await bankOf(story)).toEqual({ bank: '100.00', claimedReceivable: '720.00' });
});

/** As a program wrote it that laid entries against claims without a row that says so. */
async function forgetRows(): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await client.query('DELETE FROM entry_receipt WHERE claim_id IS NOT NULL');
  } finally {
    await client.end();
  }
}

it('takes back by its entry what was laid before rows said so, once, also from a receipt that was registered', async () => {
  const story = await claimed();
  const claim = { amount: '100.00', reference: 'advice 1' };
  await asked(story, 'POST', `claims/${story.claim}/receipts`, claim);
  expect(await brought(story, paid(10_000n, CLAIM, 'R1'), paid(50_000n, CLAIM, 'R2'))).toEqual([2, 0, 0]);
  const laid = (await asked(story, 'GET', 'bank-entries?is=laid')).rows;
  const idOf = (amount: string) => laid.find((one: { amount: string }) => one.amount === amount).id;
  const [registered, own] = [idOf('100.00'), idOf('500.00')];
  await forgetRows();
  // The entry that wrote the receipt is listed by it; a receipt that somebody has registered names no entry.
  expect((await asked(story, 'GET', 'bank-entries?is=laid')).rows).toEqual([
    expect.objectContaining({ id: own, laidOn: CLAIM }),
  ]);
  const takeBack = async (id: string) => {
    await asked(story, 'POST', `bank-entries/${id}/take-back`, { reason: 'of another one' });
    const { body } = await api.call(story.keys.get('ben'), {
      ...{ method: 'POST', url: `/api/v1/bank-entries/${id}/assignment/decision` },
      payload: { is: 'approved' },
    });
    expect(body).toMatchObject({ state: 'waits', reason: 'entry-taken-back', laidOn: null });
  };
  await takeBack(own);
  expect(await bankOf(story)).toEqual({ bank: '100.00', claimedReceivable: '720.00' });
  await takeBack(registered);
  expect(await bankOf(story)).toEqual({ bankClearing: '100.00', claimedReceivable: '720.00' });
  const again = await api.call(story.keys.get('anna'), {
    ...{ method: 'POST', url: `/api/v1/bank-entries/${own}/take-back` },
    payload: { reason: 'twice' },
  });
  expect(again.body.code).toBe('bank-entry-not-laid');
  // It can be laid again, by two persons as every other one.
  const to = { claim: story.claim, reason: 'after all' };
  await asked(story, 'POST', `bank-entries/${own}/assignment`, to);
  await api.call(story.keys.get('ben'), {
    ...{ method: 'POST', url: `/api/v1/bank-entries/${own}/assignment/decision` },
    payload: { is: 'approved' },
  });
  expect(await bankOf(story)).toEqual({
    bank: '500.00',
    bankClearing: '100.00',
    claimedReceivable: '220.00',
  });
});
