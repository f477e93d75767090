import { describe, expect, it } from 'vitest';
import { dayOf, fractionOf, lineOf } from '../../test/support/trade.ts';
import type { Exclusive } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { Contribution } from '../cell/contribution.ts';
import { AT_ORIGINAL_RATE } from '../plan/plan.ts';
import { chooseExclusive, withoutContested } from './exclusive.ts';

function rules(choice: Exclusive['choice'], rank = 1): Exclusive {
  return { set: 'spring', choice, rank, loserQualifier: 'keeps' };
}

/** Of "A 10" and so on, in order of their ranks; the order in which they are given makes no difference. */
function chosen(choice: Exclusive['choice'], amounts: readonly string[]): string {
  const candidates = amounts.map((text, index) => {
    const [term = '', amount = ''] = text.split(' ');
    return { term, exclusive: rules(choice, index + 1), exact: fractionOf(amount) };
  });
  const winner = chooseExclusive(candidates);
  expect(chooseExclusive(candidates.toReversed())).toBe(winner);
  return winner;
}

describe('the one of several terms that is paid', () => {
  it.each([
    ['different amounts', ['A 10', 'B 20', 'C 5'], 'B', 'C', 'A'],
    ['amounts a fraction apart', ['A 1/3', 'B 1000001/3000000'], 'B', 'A', 'A'],
    ['equal amounts', ['B 10', 'A 10'], 'B', 'B', 'B'],
    ['nothing beside something', ['A 0', 'B 0.01', 'C 7'], 'C', 'B', 'B'],
    ['less than nothing beside something', ['A -5', 'B 7'], 'B', 'B', 'B'],
    ['nothing for all', ['C 0', 'A 0', 'B 0'], 'C', 'C', 'C'],
    ['nothing beside less', ['A -5', 'B 0'], 'B', 'A', 'A'],
    ['one alone', ['A 0'], 'A', 'A', 'A'],
  ])('%s', (_, amounts, forPayee, forPayer, byRank) => {
    expect(chosen('bestForPayee', amounts)).toBe(forPayee);
    expect(chosen('bestForPayer', amounts)).toBe(forPayer);
    expect(chosen('rank', amounts)).toBe(byRank);
  });

  it('is the first by id where ranks are equal, too', () => {
    const tied = ['B', 'A'].map((term) => ({ term, exclusive: rules('rank'), exact: fractionOf('1') }));
    expect(chooseExclusive(tied)).toBe('A');
  });

  it('is a fault among none', () => {
    expect(() => chooseExclusive([])).toThrow('Fault: a choice among no terms');
  });
});

const MARCH: Window = { from: dayOf('2026-03-01'), until: dayOf('2026-04-01') };
const APRIL: Window = { from: dayOf('2026-04-01'), until: dayOf('2026-05-01') };

function contribution(key: string, slots: readonly string[], pays = MARCH): Contribution {
  const addends = slots.map((slot) => ({ slot, pays, bucket: '', pool: '', value: fractionOf('10') }));
  const line = lineOf({ document: key });
  return {
    key,
    line,
    partner: 'P1',
    placedOn: MARCH.from,
    isOriginal: false,
    order: key,
    arrival: key,
    addends,
  };
}

/** "a payout.x, b qualifier": what is left of the loser's lines. */
function left(
  loser: readonly Contribution[],
  winner: readonly Contribution[],
  loserQualifier: Exclusive['loserQualifier'],
): string {
  const kept = withoutContested(loser, winner, { ...rules('rank'), loserQualifier }, MARCH);
  return kept.map(({ key, addends }) => [key, ...addends.map(({ slot }) => slot)].join(' ')).join(', ');
}

describe('contested lines', () => {
  const BOTH = ['qualifier', 'payout.payout'];
  const loser = [contribution('a', BOTH), contribution('b', BOTH)];

  it('leave the payout of the loser, and its qualifier where the agreement says so', () => {
    const winner = [contribution('b', BOTH), contribution('c', BOTH)];
    expect(left(loser, winner, 'keeps')).toBe('a qualifier payout.payout, b qualifier');
    expect(left(loser, winner, 'loses')).toBe('a qualifier payout.payout');
  });

  it('are those that both pay on', () => {
    expect(left(loser, [], 'loses')).toBe('a qualifier payout.payout, b qualifier payout.payout');
    expect(left(loser, [contribution('b', ['qualifier'])], 'loses')).toBe(
      'a qualifier payout.payout, b qualifier payout.payout',
    );
    const qualifies = [contribution('b', ['qualifier'])];
    expect(left(qualifies, [contribution('b', BOTH)], 'loses')).toBe('b qualifier');
  });

  it('are those of the same window', () => {
    const apart = 'a qualifier payout.payout, b qualifier payout.payout';
    expect(left(loser, [contribution('b', BOTH, APRIL)], 'loses')).toBe(apart);
    const longer = { from: MARCH.from, until: APRIL.until };
    expect(left(loser, [contribution('b', BOTH, longer)], 'loses')).toBe(apart);
    const alsoNext = contribution('b', BOTH);
    const next = contribution('b', ['qualifier', 'baseline'], APRIL);
    const both = { ...alsoNext, addends: [...alsoNext.addends, ...next.addends] };
    const kept = withoutContested([both], [alsoNext], { ...rules('rank'), loserQualifier: 'loses' }, MARCH);
    expect(kept.map(({ addends }) => addends)).toEqual([next.addends]);
  });

  it('stay in gates and baselines, and leave every payout and part of the qualifier', () => {
    const slots = ['qualifier', 'qualifier.whole', 'payout.high', 'payout.low', 'gate.0', 'baseline'];
    const own = [contribution('a', slots)];
    expect(left(own, own, 'keeps')).toBe('a qualifier qualifier.whole gate.0 baseline');
    expect(left(own, own, 'loses')).toBe('a gate.0 baseline');
  });

  it('are returns at the original rate as well', () => {
    const back = [contribution('r', [AT_ORIGINAL_RATE])];
    expect(left(back, back, 'keeps')).toBe('');
  });
});
