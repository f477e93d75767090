import { describe, expect, it } from 'vitest';
import { agreementOf, agreementText, decimalOf } from '../../test/support/trade.ts';
import { type AccountStanding, accountParts } from './accountParts.ts';

const BASE: AccountStanding = {
  stage: 'interim',
  earned: 1000n,
  documented: 0n,
  lapsed: {},
  isIncomplete: false,
  claimed: { minor: 0n, isOver: false },
  isNextDue: true,
};

const { settlement } = agreementOf();
const claims = {
  ...settlement,
  claim: { ...settlement.claim, rule: 'partnerClaims' as const, afterDeadline: 'lapses' as const },
};
const staysOpen = { ...claims, claim: { ...claims.claim, afterDeadline: 'staysOpen' as const } };
const LATE = { minor: 0n, isOver: true };
const ours = { ...claims, claim: { ...claims.claim, rule: 'weClaim' as const } };
const oursStaysOpen = { ...ours, claim: { ...ours.claim, afterDeadline: 'staysOpen' as const } };
const interim = { ...settlement, interimPercent: decimalOf('80') };

function told(standing: Partial<AccountStanding>, terms = settlement): string {
  return accountParts({ ...BASE, ...standing }, terms, 'halfAwayFromZero')
    .map(({ kind, reason, minor }) => `${kind} ${reason} ${minor}`)
    .join(', ');
}

describe('what becomes of an account', () => {
  it.each<[string, Partial<AccountStanding>, string]>([
    ['nothing documented', {}, 'document settlement 1000'],
    ['a part documented', { documented: 400n }, 'document settlement 600'],
    ['all documented', { documented: 1000n }, ''],
    ['too much documented', { documented: 1044n }, 'document settlement -44'],
    ['nothing earned', { earned: 0n }, ''],
    ['below zero', { earned: -10n }, 'document settlement -10'],
    ['something lapsed for good', { lapsed: { belowMinimum: 10n } }, 'document settlement 990'],
    ['something was waived', { documented: 1044n, lapsed: { clawBackWaived: -44n } }, ''],
    ['too late to count', { stage: 'reopened', counted: 700n, documented: 700n }, 'lapsed lateFacts 300'],
    [
      'too late, and lapsed already',
      { stage: 'reopened', counted: 700n, documented: 700n, lapsed: { lateFacts: 300n } },
      '',
    ],
    [
      'the next window is not due',
      { stage: 'reopened', documented: 900n, isNextDue: false },
      'held nextWindow 100',
    ],
    ['no rate of tax', { obstacle: 'taxRateMissing', documented: 1n }, 'held taxRateMissing 999'],
  ])('%s', (_, standing, expected) => {
    expect(told(standing)).toBe(expected);
  });

  it.each<[string, Partial<AccountStanding>, typeof settlement, string]>([
    ['the interim share', {}, interim, 'held interimShare 200, document settlement 800'],
    [
      'the share of what has grown',
      { documented: 800n, earned: 1500n },
      interim,
      'held interimShare 300, document settlement 400',
    ],
    [
      'the share that was too small, once',
      { lapsed: { belowMinimum: 800n } },
      interim,
      'held interimShare 200',
    ],
    [
      'the rest of a share that was too small',
      { stage: 'final', lapsed: { belowMinimum: 800n } },
      interim,
      'document settlement 200',
    ],
    [
      'a part that was claimed and too small, once',
      { claimed: { minor: 600n, isOver: false }, lapsed: { belowMinimum: 600n } },
      claims,
      'held awaitsClaim 400',
    ],
    ['the rest at the end', { stage: 'final', documented: 800n }, interim, 'document settlement 200'],
    [
      'no rest while lines are missing',
      { stage: 'final', isIncomplete: true, documented: 800n },
      interim,
      'held incomplete 200',
    ],
    [
      'a cent and a half is rounded once',
      { earned: 3n },
      { ...interim, interimPercent: decimalOf('50') },
      'held interimShare 1, document settlement 2',
    ],
    ['nothing claimed', {}, claims, 'held awaitsClaim 1000'],
    [
      'a part claimed',
      { claimed: { minor: 300n, isOver: false } },
      claims,
      'held awaitsClaim 700, document settlement 300',
    ],
    [
      'more claimed than earned',
      { claimed: { minor: 1300n, isOver: false } },
      claims,
      'document settlement 1000',
    ],
    [
      'too late to claim',
      { claimed: { minor: 300n, isOver: true } },
      claims,
      'lapsed claimDeadline 700, document settlement 300',
    ],
    [
      'lapsed already',
      { claimed: { minor: 300n, isOver: true }, documented: 300n, lapsed: { claimDeadline: 700n } },
      claims,
      '',
    ],
    [
      'too late, but it stays open',
      { claimed: { minor: 300n, isOver: true } },
      staysOpen,
      'held awaitsClaim 700, document settlement 300',
    ],
    [
      'lapsed under earlier terms',
      { lapsed: { claimDeadline: 200n }, claimed: { minor: 300n, isOver: true } },
      staysOpen,
      'held awaitsClaim 500, document settlement 300',
    ],
    [
      'what comes back needs no claim',
      { earned: 100n, documented: 300n, claimed: { minor: 300n, isOver: false } },
      claims,
      'document settlement -200',
    ],
    ['of ours, nothing claimed', {}, ours, 'held claimedByUs 1000'],
    ['of ours, a part claimed', { documented: 300n }, ours, 'held claimedByUs 700'],
    ['of ours, all claimed, late', { documented: 1000n, claimed: LATE }, ours, ''],
    ['of ours, too late', { documented: 300n, claimed: LATE }, ours, 'lapsed claimDeadline 700'],
    ['of ours, lapsed already', { lapsed: { claimDeadline: 1000n }, claimed: LATE }, ours, ''],
    ['of ours, late, and stays open', { claimed: LATE }, oursStaysOpen, 'held claimedByUs 1000'],
    ['of ours, too much claimed', { documented: 1050n, claimed: LATE }, ours, 'held claimedByUs -50'],
  ])('%s', (_, standing, terms, expected) => {
    expect(told(standing, terms)).toBe(expected);
  });

  it('of a supplier waits for our claim', () => {
    const ours = agreementOf({ transactions: 'purchase' }, { direction: 'supplierRebate' }).settlement;
    expect(told({}, ours)).toBe('held claimedByUs 1000');
    expect(agreementText({}, { direction: 'supplierRebate' }).settlement).toMatchObject({
      method: 'debitNote',
    });
  });
});
