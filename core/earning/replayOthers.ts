import type { ConsumptionOrder } from '../agreement/agreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import { parseExact } from '../explanation/operands.ts';
import { type Rational, ZERO } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { LimitAccount, LimitLine } from './limits.ts';
import { openAccount } from './openAccount.ts';
import type { Figure, SumFigure } from './otherFigures.ts';
import type { Meeting, Others } from './others.ts';
import type { Sum, Sums } from './sums.ts';
import type { Worked } from './worked.ts';

/**
 * A calculation over the lines of one partner, with everybody else as figures: an account without
 * a name that takes part where partners meet. Source: rulings R18.
 */
export function replayOthers(partner: string, figures: readonly Figure[]): Others {
  const at = (meeting: Meeting) =>
    figures.find(
      ({ of, id, group, firstDay }) =>
        of === meeting.of &&
        id === meeting.id &&
        group === meeting.group &&
        firstDay === formatDate(meeting.from),
    );
  return {
    isAtHand: (candidate) => candidate === partner,
    asking: (meeting, order, accounts) => {
      const figure = at(meeting);
      if (figure?.of !== 'payoutLimit' && figure?.of !== 'amountLimit') return [];
      return [askingAccount(figure.asked.map(exact), order, accounts)];
    },
    members: (meeting, members) => {
      const figure = at(meeting);
      return figure?.of === 'group' ? [otherMember(figure, members)] : [];
    },
    cents: (meeting) => {
      const figure = at(meeting);
      if (figure?.of !== 'rounding') return undefined;
      const { signs } = figure;
      const cents = { floored: exact(figure.floored).n, ahead: exact(figure.ahead).n };
      return { exact: exact(figure.exact), signs, ...cents };
    },
    amounts: (meeting) => {
      const figure = at(meeting);
      if (figure?.of !== 'cap') return undefined;
      return { positive: figure.positive.map(exact), negative: exact(figure.negative) };
    },
  };
}

function exact(text: string): Rational {
  return parseExact(text) ?? ZERO;
}

/** What others ask for stands right before each line of the partner, and behind the last one. */
function askingAccount(
  asked: readonly Rational[],
  order: ConsumptionOrder,
  accounts: readonly LimitAccount[],
): LimitAccount {
  const by = order === 'arrival' ? 'arrival' : 'order';
  const own = accounts
    .flatMap(({ lines }) => lines)
    .sort((a, b) => compareTexts(a[by], b[by]) || compareTexts(a.key, b.key));
  const end: LimitLine = { key: END, order: END, arrival: END, value: ZERO };
  const lines = asked.map((value, index) => ({ ...(own[index] ?? end), value }));
  return { partner: '', base: ZERO, lines };
}

/** Sorts behind every line. */
const END = '\uffff';

/** All other members of a group as one. */
function otherMember(
  { qualifier, payouts, slots }: Extract<Figure, { of: 'group' }>,
  members: readonly Worked[],
): Worked {
  const [{ planned, window, pool, input }] = members as readonly [Worked, ...Worked[]];
  const sums: Sums = {
    partner: '',
    pool,
    window: window.window,
    slots: new Map(
      Object.entries(slots).map(([id, figure]) => {
        const sum = sumOf(figure);
        return [id, { ...sum, buckets: new Map([['', sum.value]]) }];
      }),
    ),
    blocked: { value: ZERO, lines: 0 },
  };
  const effective = input.isWindowOver ? window.window.until : window.window.from;
  const account = openAccount(planned, window, sums, [], effective);
  return {
    ...account,
    qualifier: sumOf(qualifier),
    payouts: new Map(Object.entries(payouts).map(([id, figure]) => [id, sumOf(figure)])),
    exact: account.result.exact,
    steps: [],
  };
}

function sumOf({ value, lines }: SumFigure): Sum {
  return { value: exact(value), lines };
}
