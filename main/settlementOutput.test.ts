import { expect, test } from 'vitest';
import type { Part } from '../core/settlement/part.ts';
import { totalLines } from './settlementOutput.ts';

const party = (currency: string, ...parts: readonly Part[]) => ({
  currency,
  plan: { groups: [{ accounts: [{ parts }] }] },
});
const held = (minor: bigint): Part => ({ kind: 'held', reason: 'awaitsClaim', minor });

test('a settlement ends with a total for each currency and each reason', () => {
  const parties = [
    party('EUR', held(100n), { kind: 'document', reason: 'settlement', minor: 1250n }),
    party('EUR', held(50n), { kind: 'document', reason: 'clawBack', minor: -250n }),
    party('JPY', held(7n), { kind: 'lapsed', reason: 'belowMinimum', minor: 3n }),
  ];
  expect(totalLines({ parties }, 'en')).toEqual([
    'Held: 1.50 EUR of 2 amounts: the partner has not claimed it',
    'On documents: 10.00 EUR of 2 amounts',
    'Held: 7 JPY of 1 amount: the partner has not claimed it',
    'Lapses: 3 JPY of 1 amount: below the least amount of a document',
  ]);
});
