import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Happened, happens, THE_END } from '../support/histories/happens.ts';
import { type History, histories } from '../support/histories/history.ts';
import { HistoryLines } from '../support/histories/lineTexts.ts';
import { MemoryMoney } from '../support/histories/memoryMoney.ts';
import { accrued, booksTie, closed, settled } from '../support/histories/moneyLaws.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

// Random histories of money, from agreements to payments that come back: the functions of core and of the use cases, put
// together in memory. That a database comes to the same, test/scenarios/histories.test.ts shows.

const HISTORIES = IS_DEEP ? 10_000 : 200;

const seen = new Map<string, number>();
const saw = (what: string, count = 1) => seen.set(what, (seen.get(what) ?? 0) + count);

function counted({ booked, issued, claims }: Happened): void {
  for (const { causes } of booked?.recognised ?? []) for (const { cause } of causes) saw(cause);
  for (const { reason } of issued ?? []) saw(reason);
  saw('claims', claims?.length ?? 0);
}

function lived({ agreements, deeds }: History): MemoryMoney {
  const money = new MemoryMoney(agreements);
  const lines = new HistoryLines();
  for (const deed of [...deeds, ...THE_END]) {
    const happened = happens(money, lines, deed);
    counted(happened);
    if (happened.booked) accrued(money, happened.booked);
    if (happened.issued) settled(money, happened.issued);
    for (const { items } of happened.sent ?? []) {
      expect([...items.values()].every((minor) => minor > 0n)).toBe(true);
    }
    booksTie(money);
  }
  return money;
}

it(`${HISTORIES} random histories: the books tie after every deed, and in the end earned is recognised is settled`, {
  timeout: IS_DEEP ? 3_600_000 : 300_000,
}, () => {
  const began = performance.now();
  fc.assert(
    fc.property(histories, (history) => {
      const money = lived(history);
      const { accounts, held } = closed(money);
      saw('accounts', accounts);
      saw('held', held);
      saw('payments', money.payments.length);
      expect(money.balance('bankClearing')).toBe(0n);
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ histories: HISTORIES, seconds, ...Object.fromEntries(seen) })}\n`);
  const kinds = ['onTimeLines', 'lateLines', 'corrections', 'returns', 'terms', 'estimate'];
  const reasons = ['settlement', 'clawBack', 'lapse', 'claims', 'payments'];
  expect([...kinds, ...reasons].filter((what) => !seen.has(what))).toEqual([]);
  expect(seen.get('held') ?? 0).toBeLessThan((seen.get('accounts') ?? 0) / 5);
});
