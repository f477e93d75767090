import { describe, expect, it } from 'vitest';
import { fractionOf, lineOf } from '../../test/support/trade.ts';
import type { LineShare } from '../earning/apportion.ts';
import type { Earning } from '../earning/earning.ts';
import { borneBy } from './borneBy.ts';
import { dealtOver } from './dealtOver.ts';
import { lineAmounts } from './lineAmounts.ts';

type Parts = {
  readonly weight?: string;
  readonly payout?: string;
  readonly qualifier?: string;
  readonly earned?: bigint;
};

const earning = (minor: bigint, more: Partial<Earning> = {}) =>
  ({ amount: { minor, currency: 'EUR' }, ...more }) as Earning;

function share(company: string, { weight = '0', payout = '0', qualifier = '0', earned }: Parts): LineShare {
  return {
    line: lineOf({ company, document: `${company} ${weight} ${payout} ${qualifier}` }),
    placedOn: 0,
    ...{ weight: fractionOf(weight), payout: fractionOf(payout), qualifier: fractionOf(qualifier) },
    ...(earned !== undefined && { shareMinor: earned }),
  };
}

const TWO = [share('DE', { weight: '1', earned: 67n }), share('FR', { weight: '2', earned: 133n })];
const UNPAID = [share('DE', { payout: '1', earned: 0n }), share('FR', { payout: '3', earned: 0n })];
const MEASURED = [share('DE', { qualifier: '1' }), share('FR', { qualifier: '1' })];

describe('what a line has of an amount', () => {
  it.each<[string, Earning, bigint, readonly LineShare[], readonly bigint[] | undefined]>([
    ['is what it has earned', earning(200n), 200n, TWO, [67n, 133n]],
    ['is in proportion where the books take something else', earning(200n), 300n, TWO, [100n, 200n]],
    ['goes by what will be paid on where nothing is earned', earning(0n), 100n, UNPAID, [25n, 75n]],
    ['goes by what the tier is found by where nothing is paid on', earning(0n), 100n, MEASURED, [50n, 50n]],
    ['is nothing where there is nothing', earning(0n), 0n, UNPAID, [0n, 0n]],
    ['is unknown without lines', earning(100n), 100n, [], undefined],
    ['is unknown of what was taken over', earning(100n, { isTakenOver: true }), 100n, TWO, undefined],
    [
      'is of what the terms give',
      earning(250n, { calculated: { minor: 200n, currency: 'EUR' } }),
      200n,
      TWO,
      [67n, 133n],
    ],
  ])('%s', (_, of, minor, shares, expected) => {
    expect(lineAmounts(of, minor, shares)?.map((amount) => amount.minor)).toEqual(expected);
  });

  it('is borne by its company; what no line has by whom the agreement names, or whose books had it', () => {
    const agreement = { company: 'HQ', bearsTheRest: 'IT' };
    const borne = (of: Earning, minor: bigint, shares: readonly LineShare[], beside = 0n) =>
      Object.fromEntries(borneBy(agreement, of, { minor, beside }, shares));
    expect(borne(earning(200n), 200n, TWO)).toEqual({ DE: 67n, FR: 133n });
    expect(borne(earning(250n, { calculated: { minor: 200n, currency: 'EUR' } }), 250n, TWO, 50n)).toEqual({
      ...{ DE: 67n, FR: 133n, IT: 50n },
    });
    expect(borne(earning(100n), 100n, [])).toEqual({ IT: 100n });
    expect(borne(earning(100n, { isTakenOver: true }), 100n, TWO)).toEqual({ HQ: 100n });
  });

  it('adds up in groups to the cent', () => {
    const byCompany = ({ line }: LineShare) => line.company;
    expect(dealtOver(100n, TWO, byCompany)).toEqual(
      new Map([
        ['DE', 33n],
        ['FR', 67n],
      ]),
    );
    expect(dealtOver(100n, UNPAID, byCompany)).toEqual(
      new Map([
        ['DE', 25n],
        ['FR', 75n],
      ]),
    );
    expect(dealtOver(100n, [], byCompany)).toBeUndefined();
  });
});
