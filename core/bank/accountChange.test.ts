import { describe, expect, it } from 'vitest';
import { type AccountChange, payableAccount } from './accountChange.ts';

const change = (
  validFrom: number,
  decision: AccountChange['decision'],
  hasAccount = true,
): AccountChange => ({
  validFrom,
  batch: validFrom,
  hasAccount,
  decision,
});
const approved = (payableFrom: number) => ({ is: 'approved', payableFrom }) as const;
const WAITS = { is: 'waits' } as const;

function paid(changes: readonly AccountChange[], day: number): number | string {
  const result = payableAccount(changes, day, day);
  return result.ok ? result.value.batch : (result.refusals[0]?.code ?? '');
}

describe('the account that a partner is paid to', () => {
  it.each<[string, AccountChange[], number, number | string]>([
    ['none was ever said', [], 100, 'bank-account-not-found'],
    ['it begins later', [change(101, approved(50))], 100, 'bank-account-not-found'],
    ['nobody has decided', [change(1, WAITS)], 100, 'bank-account-not-approved'],
    ['the day before the cooling-off ends', [change(1, approved(101))], 100, 'bank-account-cooling-off'],
    ['the day on which it ends', [change(1, approved(100))], 100, 1],
    ['another one waits', [change(1, approved(1)), change(90, WAITS)], 100, 'bank-account-not-approved'],
    ['another one was rejected', [change(1, approved(1)), change(90, { is: 'rejected' })], 100, 1],
    ['another one begins later', [change(1, approved(1)), change(101, WAITS)], 100, 1],
    [
      'it was ended, by one person',
      [change(1, approved(1)), change(90, WAITS, false)],
      100,
      'bank-account-not-found',
    ],
  ])('where %s', (_, changes, day, expected) => {
    expect(paid(changes, day)).toBe(expected);
  });
});
