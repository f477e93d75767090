import { type HistoryDeed, PARTNERS } from './history.ts';
import type { HistoryLines } from './lineTexts.ts';
import type { MemoryMoney } from './memoryMoney.ts';

/** What a deed has come to in memory; of one that could not be done, nothing. */
export type Happened = {
  readonly line?: Readonly<Record<string, string>>;
  readonly amended?: object;
  readonly claims?: ReturnType<MemoryMoney['claim']>;
  readonly booked?: ReturnType<MemoryMoney['accrue']>;
  readonly issued?: ReturnType<MemoryMoney['settle']>;
  readonly sent?: ReturnType<MemoryMoney['pay']>;
  readonly confirmed?: ReturnType<MemoryMoney['confirm']>;
  readonly back?: NonNullable<ReturnType<MemoryMoney['comeBack']>>;
  readonly cancelled?: NonNullable<ReturnType<MemoryMoney['cancel']>>;
};

export function happens(money: MemoryMoney, lines: HistoryLines, deed: HistoryDeed): Happened {
  switch (deed.do) {
    case 'days':
      money.day += deed.days;
      return {};
    case 'sale':
    case 'return':
    case 'correct': {
      const line = lines.next(deed, money.day);
      if (line === undefined) return {};
      money.bring(line);
      return { line };
    }
    case 'amend':
      return { amended: money.amend(deed.which, deed.tiers) };
    case 'claim':
      return { claims: money.claim(PARTNERS[deed.partner] ?? '', deed.percent) };
    case 'accrue':
      return { booked: money.accrue() };
    case 'settle':
      return { issued: money.settle() };
    case 'pay':
      return { sent: money.pay() };
    case 'confirm':
      return { confirmed: money.confirm() };
    case 'comeBack': {
      const back = money.comeBack(deed.which, deed.percent);
      return back === undefined ? {} : { back };
    }
    case 'cancel': {
      const cancelled = money.cancel(deed.which);
      return cancelled === undefined ? {} : { cancelled };
    }
  }
}

/** Everything is over: it is accrued, claimed, settled for good, and paid. */
export const THE_END: readonly HistoryDeed[] = [
  { do: 'accrue' },
  { do: 'claim', partner: 0, percent: 100 },
  { do: 'claim', partner: 1, percent: 100 },
  { do: 'days', days: 300 },
  { do: 'accrue' },
  { do: 'settle' },
  { do: 'settle' },
  { do: 'pay' },
  { do: 'confirm' },
];
