import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf, fractionOf } from '../../test/support/trade.ts';
import type { Guarantee } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { add, compare, subtract, ZERO } from '../number/rational.ts';
import { type GuaranteedWindow, guarantee } from './guarantee.ts';

const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map(dayOf);

function termsOf(differs: Partial<Guarantee> = {}): Guarantee {
  return {
    amount: decimalOf('10000'),
    cumulative: false,
    paid: 'atEnd',
    unearned: 'kept',
    ...differs,
  };
}

/** The quarters of 2026 with what they have earned, as of a day; the fourth is the last window. */
function windows(earned: readonly string[], effective = '2027-01-31'): GuaranteedWindow[] {
  const day = dayOf(effective);
  return earned.map((amount, index) => {
    const window = { from: QUARTERS[index] as number, until: QUARTERS[index + 1] as number };
    return {
      window,
      earned: fractionOf(amount),
      isBegun: window.from <= day,
      isOver: day >= window.until - 1,
      isLast: index === 3,
      isForfeited: false,
    };
  });
}

/** "0, +3000, -2000, +1-5": topped up and recovered, window by window. */
function outcome(differs: Partial<Guarantee>, earned: readonly string[], effective?: string): string {
  return guarantee(termsOf(differs), windows(earned, effective))
    .map(({ topUp, recovered }) => {
      const parts = [
        topUp.n === 0n ? '' : `+${exactText(topUp)}`,
        recovered.n === 0n ? '' : `-${exactText(recovered)}`,
      ];
      return parts.join('') || '0';
    })
    .join(', ');
}

describe('10,000 a quarter (semantics 5.9)', () => {
  it('cumulative: a surplus of 2,000 leaves 8,000 to guarantee; 5,000 earned are topped up by 3,000', () => {
    expect(outcome({ cumulative: true }, ['12000', '5000'])).toBe('0, +3000');
  });

  it('not cumulative: topped up by 5,000', () => {
    expect(outcome({ cumulative: false }, ['12000', '5000'])).toBe('0, +5000');
  });

  it.each([
    ['0', '+10000'],
    ['9999.99', '+0.01'],
    ['10000', '0'],
    ['10000.01', '0'],
    ['-500', '+10500'],
    ['29999/3', '+1/3'],
  ])('%s earned: %s', (earned, expected) => {
    expect(outcome({}, [earned])).toBe(expected);
    expect(outcome({ cumulative: true }, [earned])).toBe(expected);
  });

  it('cumulative: what was topped up counts as paid, and a surplus carries over several windows', () => {
    expect(outcome({ cumulative: true }, ['4000', '10000', '8000', '25000'])).toBe('+6000, 0, +2000, 0');
    expect(outcome({ cumulative: true }, ['25000', '0', '0', '0'])).toBe('0, 0, +5000, +10000');
  });
});

describe('when a guarantee is paid', () => {
  it('at the beginning: from the first day of the window on, less what has been earned since', () => {
    const at = (day: string, earned: string) => outcome({ paid: 'atBeginning' }, ['12000', earned], day);
    expect(at('2026-03-31', '0')).toBe('0, 0');
    expect(at('2026-04-01', '0')).toBe('0, +10000');
    expect(at('2026-05-31', '5000')).toBe('0, +5000');
    expect(at('2026-06-30', '12000')).toBe('0, 0');
  });

  it('at the end: as earned, until the last day of the window has come', () => {
    const at = (day: string, earned: string) => outcome({ paid: 'atEnd' }, ['5000', earned], day);
    expect(at('2026-03-30', '0')).toBe('0, 0');
    expect(at('2026-03-31', '0')).toBe('+5000, 0');
    expect(at('2026-06-29', '7000')).toBe('+5000, 0');
    expect(at('2026-06-30', '7000')).toBe('+5000, +3000');
  });
});

describe('a top-up that later windows make good', () => {
  const EARNED = ['5000', '12000', '9000', '30000'];

  it('is kept', () => {
    expect(outcome({ unearned: 'kept' }, EARNED)).toBe('+5000, 0, +1000, 0');
  });

  it('is recovered out of later surplus, as far as that goes', () => {
    expect(outcome({ unearned: 'recoveredLater' }, EARNED)).toBe('+5000, -2000, +1000, -4000');
    expect(outcome({ unearned: 'recoveredLater' }, ['5000', '10000', '10001'])).toBe('+5000, 0, -1');
    expect(outcome({ unearned: 'recoveredLater' }, ['12000', '5000'])).toBe('0, +5000');
  });

  it('cumulative: what was recovered is guaranteed again', () => {
    const terms = { unearned: 'recoveredLater', cumulative: true } as const;
    expect(outcome(terms, ['5000', '20000', '0'])).toBe('+5000, -5000, +5000');
  });

  it('is taken back once the last window is over', () => {
    const terms = { unearned: 'repaidAtEnd' } as const;
    expect(outcome(terms, EARNED, '2026-12-30')).toBe('+5000, 0, +1000, 0');
    expect(outcome(terms, EARNED, '2026-12-31')).toBe('+5000, 0, +1000, -6000');
  });

  it('that one of the last window as well, so that in the end all is as earned', () => {
    expect(outcome({ unearned: 'repaidAtEnd' }, ['5000', '12000', '9000', '8000'])).toBe(
      '+5000, 0, +1000, +2000-8000',
    );
  });
});

it('cumulative: whoever is topped up has the guarantee so far, however top-ups are recovered', () => {
  const numbers = ['0', '3000', '9999', '10000', '10001', '17000', '-2000'];
  for (let turn = 0; turn < numbers.length ** 2; turn += 1) {
    const earned = [turn, turn + 3, turn * 2 + 1, Math.floor(turn / 7)].map((n) => numbers[n % 7] as string);
    for (const unearned of ['kept', 'recoveredLater'] as const) {
      let sofar = ZERO;
      const found = guarantee(termsOf({ cumulative: true, unearned }), windows(earned));
      for (const [index, { topUp, recovered }] of found.entries()) {
        sofar = subtract(add(add(sofar, fractionOf(earned[index] as string)), topUp), recovered);
        expect(compare(sofar, fractionOf(String(10000 * (index + 1))))).not.toBe(-1);
      }
    }
  }
});
