import { describe, expect, it } from 'vitest';
import { formulaInput, tableOf } from '../../test/support/formulaCases.ts';
import { dayOf, decimalOf, fractionOf } from '../../test/support/trade.ts';
import type { FormulaKind, Group } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { add, ZERO } from '../number/rational.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import type { FormulaResult } from '../tier/formula.ts';
import { type GroupOutcome, type Member, payMembers } from './group.ts';

const TABLE = tableOf('100 2%, 1000 5%');

function groupOf(differs: Partial<Group> = {}): Group {
  return {
    by: 'partner.buyingGroup',
    target: 'group',
    joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent: decimalOf('0'),
    ...differs,
  };
}

function resultOf(value: string, formula: FormulaKind = 'wholeVolume', table = TABLE): FormulaResult {
  return applyFormula(formulaInput(formula, table, { qualifier: value }));
}

/** A member by its payout measure; the qualifier is the same unless it is named. */
function member(partner: string, payout: string, differs: Partial<Member> & { units?: string } = {}): Member {
  const { units = payout, ...more } = differs;
  return {
    partner,
    payouts: new Map([['payout', fractionOf(payout)]]),
    qualifier: fractionOf(units),
    individual: resultOf(payout),
    ...more,
  };
}

/** "A 30 group, B 20 individual; lapsed 0". */
function written({ members, lapsed }: GroupOutcome): string {
  const each = members.map(({ partner, exact, from }) => `${partner} ${exactText(exact)} ${from}`);
  return `${each.join(', ')}; lapsed ${exactText(lapsed)}`;
}

function paid(members: readonly Member[], differs: Partial<Group> = {}, total = '1000'): string {
  return written(payMembers({ group: groupOf(differs), result: resultOf(total), members }));
}

const LEFT = { leftOn: dayOf('2026-07-01') };

describe('a group that reaches a target together', () => {
  it('pays each member the rate of the group on its own measure', () => {
    expect(paid([member('A', '600'), member('B', '400')])).toBe('A 30 group, B 20 group; lapsed 0');
  });

  it.each([
    ['below the next tier', '999', 'A 11.98 group, B 8 group; lapsed 0'],
    ['below the first one', '99', 'A 0 group, B 0 group; lapsed 0'],
  ])('%s', (_, total, expected) => {
    const members = [member('A', String(Number(total) - 400)), member('B', '400')];
    expect(paid(members, {}, total)).toBe(expected);
  });

  it('gives a member with more returns than sales a negative share, and one with nothing none', () => {
    const members = [member('A', '1200'), member('B', '-200'), member('C', '0')];
    expect(paid(members)).toBe('A 60 group, B -10 group, C 0 group; lapsed 0');
  });

  it('spreads a marginal total by payout measure or by qualifier', () => {
    const result = resultOf('1500', 'marginal', tableOf('0 1%, 1000 5%'));
    const members = [member('A', '900', { units: '1' }), member('B', '600', { units: '3' })];
    const by = (spreadBy: Group['spreadBy']) =>
      written(payMembers({ group: groupOf({ spreadBy }), result, members }));
    expect(by('payoutMeasure')).toBe('A 21 group, B 14 group; lapsed 0');
    expect(by('qualifierMeasure')).toBe('A 8.75 group, B 26.25 group; lapsed 0');
  });

  it('spreads each payout by its own measure', () => {
    const result = applyFormula(
      formulaInput('wholeVolume', tableOf('0 1%+10%'), { qualifier: '9', payout: ['100', '50'] }),
    );
    const of = (partner: string, first: string, second: string): Member => ({
      ...member(partner, '1'),
      payouts: new Map([
        ['part1', fractionOf(first)],
        ['part2', fractionOf(second)],
      ]),
    });
    const members = [of('A', '100', '10'), of('B', '0', '40')];
    expect(written(payMembers({ group: groupOf(), result, members }))).toBe('A 2 group, B 4 group; lapsed 0');
  });

  it('lets a fixed amount lapse where the measures sum to zero', () => {
    const result = resultOf('1', 'lumpSum', tableOf('0 #50'));
    const members = [member('A', '10'), member('B', '-10')];
    expect(written(payMembers({ group: groupOf(), result, members }))).toBe(
      'A 0 group, B 0 group; lapsed 50',
    );
  });
});

describe('the higher of two targets', () => {
  const members = [member('A', '600', { individual: resultOf('1200') }), member('B', '400')];

  it('a member takes what it would earn alone where that is more, and the group gives no less for it', () => {
    expect(paid(members, { target: 'higher' })).toBe('A 60 individual, B 20 group; lapsed 0');
    expect(paid(members, { target: 'group' })).toBe('A 30 group, B 20 group; lapsed 0');
  });

  it('equal amounts are those of the group', () => {
    expect(paid([member('A', '1000')], { target: 'higher' })).toBe('A 50 group; lapsed 0');
  });
});

describe('a member that left', () => {
  const members = [member('A', '600'), member('B', '300'), member('C', '100', LEFT)];

  it('has its share of the final tier', () => {
    expect(paid(members)).toBe('A 30 group, B 15 group, C 5 group; lapsed 0');
  });

  it('or the tier that the group had reached by then', () => {
    const atLeaving = { result: resultOf('500'), payouts: new Map([['payout', fractionOf('500')]]) };
    const left = member('C', '100', { ...LEFT, atLeaving });
    expect(paid([member('A', '600'), left], { leavers: 'tierAtLeaving' })).toBe(
      'A 300/7 group, C 2 atLeaving; lapsed 0',
    );
    const never = { result: resultOf('0'), payouts: new Map([['payout', ZERO]]) };
    const without = member('C', '100', { ...LEFT, atLeaving: never });
    expect(paid([without], { leavers: 'tierAtLeaving' })).toBe('C 0 atLeaving; lapsed 0');
  });

  it('or at that tier less than alone, with the higher of both', () => {
    const atLeaving = { result: resultOf('500'), payouts: new Map([['payout', fractionOf('500')]]) };
    const left = member('C', '100', { ...LEFT, atLeaving, individual: resultOf('1000') });
    const both = { leavers: 'tierAtLeaving', target: 'higher' } as const;
    expect(paid([left], both)).toBe('C 50 individual; lapsed 0');
  });

  it('or nothing, and its share lapses', () => {
    const nothing = { leavers: { nothing: 'lapses' } } as const;
    expect(paid(members, nothing)).toBe('A 30 group, B 15 group, C 0 forfeited; lapsed 5');
  });

  it('or nothing, and its share is spread over the others in proportion', () => {
    const nothing = { leavers: { nothing: 'isSpread' } } as const;
    expect(paid(members, nothing)).toBe('A 100/3 group, B 50/3 group, C 0 forfeited; lapsed 0');
  });

  it('loses its share of the group, not what it would have earned alone', () => {
    const rich = [member('A', '600'), member('C', '400', { ...LEFT, individual: resultOf('100000') })];
    const nothing = { leavers: { nothing: 'isSpread' }, target: 'higher' } as const;
    expect(paid(rich, nothing)).toBe('A 50 group, C 0 forfeited; lapsed 0');
  });

  it('leaves what it loses to those alone who get something', () => {
    const mixed = [member('A', '600'), member('B', '-200'), member('Z', '0'), member('C', '600', LEFT)];
    const nothing = { leavers: { nothing: 'isSpread' } } as const;
    expect(paid(mixed, nothing)).toBe('A 60 group, B -10 group, Z 0 group, C 0 forfeited; lapsed 0');
    const little = [member('A', '20'), member('C', '980', LEFT)];
    expect(paid(little, nothing)).toBe('A 50 group, C 0 forfeited; lapsed 0');
    const nobody = [member('B', '0'), member('C', '1000', LEFT)];
    expect(paid(nobody, nothing)).toBe('B 0 group, C 0 forfeited; lapsed 50');
  });
});

it('without target "higher" the members and what lapses make up what the group has earned', () => {
  for (const leavers of ['finalTier', { nothing: 'lapses' }, { nothing: 'isSpread' }] as const) {
    const members = [member('A', '700'), member('B', '-100'), member('C', '300', LEFT), member('D', '100')];
    const result = resultOf('1000', 'marginal', TABLE);
    const found = payMembers({ group: groupOf({ leavers }), result, members });
    const all = found.members.reduce((total, { exact }) => add(total, exact), found.lapsed);
    expect(all).toEqual(result.exact);
  }
});
