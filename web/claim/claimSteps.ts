import type { Answer } from '../api/answer.ts';
import { isSameFigure, sumText } from '../text/figures.ts';

export type Claim = Answer<'getClaim'>;

/** Steps on the way of a claim, in their order. */
export const STEPS = ['sent', 'checked', 'decided', 'settled', 'paid'] as const;
export type StepName = (typeof STEPS)[number];

/** `done` wholly, in `part`, `now` the next one, or `later`; `none` where nothing was granted that could go on. */
export type StepState = 'done' | 'part' | 'now' | 'later' | 'none';

export type Step = {
  readonly name: StepName;
  readonly state: StepState;
  /** The first and the last day on which something of it happened. */
  readonly days: readonly string[];
};

/** What answers a claim; an objection may be that of whoever claims, and answers nothing. */
const ANSWERS: readonly string[] = ['accepted', 'refused', 'received', 'writtenOff'];

/** The way of a claim: what happened when, and what comes next. */
export function claimSteps({ claimed, positions, sentOn, steps, documents }: Claim): readonly Step[] {
  const at = (position: keyof typeof positions) => positions[position] ?? '0';
  const isNone = (amount: string) => isSameFigure(amount, '0');
  const [undecided, accepted, received] = [at('undecided'), at('accepted'), at('received')];
  const daysOf = (to: readonly string[]) =>
    steps.filter((step) => to.includes(step.to)).map(({ day }) => day);
  const decidedDays = daysOf([...ANSWERS, 'disputed']);
  const granted = sumText([accepted, received]) ?? accepted;
  const isChecked = daysOf(ANSWERS).length > 0 || (isNone(undecided) && decidedDays.length > 0);
  const isDecided = isNone(undecided) && isNone(at('disputed'));
  const isSettled = documents.length > 0 || (isNone(accepted) && !isNone(received));
  const isPaid = isNone(accepted) && !isNone(received);
  const money = (isDone: boolean, isPart: boolean): StepState => {
    if (isNone(granted)) return isDecided ? 'none' : 'later';
    return isDone ? (isDecided ? 'done' : 'part') : isPart ? 'part' : 'later';
  };
  const all: readonly Step[] = [
    { name: 'sent', state: isNone(claimed) ? 'none' : 'done', days: [sentOn] },
    {
      name: 'checked',
      state: isChecked ? 'done' : 'later',
      days: isChecked ? decidedDays.slice(0, 1) : [],
    },
    {
      name: 'decided',
      // Nothing goes on before something is granted.
      state: isDecided ? 'done' : isNone(granted) ? 'later' : 'part',
      days: decidedDays,
    },
    {
      name: 'settled',
      state: money(isSettled, false),
      days: documents.map(({ issuedOn }) => issuedOn),
    },
    { name: 'paid', state: money(isPaid, !isNone(received)), days: daysOf(['received']) },
  ];
  const next = all.findIndex(({ state }) => state === 'later');
  return all.map((step, index) => ({
    ...step,
    state: index === next ? 'now' : step.state,
    days: ends(step.days),
  }));
}

/** The first and the last of some days, once where they are the same. */
function ends(days: readonly string[]): readonly string[] {
  const sorted = days.toSorted();
  return [...new Set([sorted[0], sorted.at(-1)])].filter((day) => day !== undefined);
}
