import type { Answers } from '../money/question.ts';
import type { Policy } from './trustTypes.ts';

export const HELD_OBJECTS = ['claim', 'settlement', 'payment', 'bankChange', 'partner'] as const;

/** A threshold that no risk reaches. */
export const NEVER = 1001;

/** What a tenant without a policy is offered. */
export const USUAL: Policy['policy'] = {
  thresholds: {
    claim: { review: 400, hold: 700 },
    settlement: { review: 400, hold: 700 },
    payment: { review: 300, hold: 600 },
    bankChange: { review: 300, hold: 600 },
    partner: { review: 500, hold: 850 },
  },
  ...{ reviewOthers: 500, awaitsScan: true, scanWithinMinutes: 60, isNightly: true, fourEyes: true },
};

/** A policy as it was typed. What is no number is sent as none, so that the server says what is wrong with it. */
export function policyIn(answers: Answers): Policy['policy'] {
  const whole = (id: string) => {
    const typed = (answers[id] ?? '').replaceAll(/[\s,.]/g, '');
    return /^\d+$/.test(typed) ? Number(typed) : 0;
  };
  /** Left empty: no risk reaches it. */
  const threshold = (id: string) => ((answers[id] ?? '').trim() === '' ? NEVER : whole(id));
  const of = (object: (typeof HELD_OBJECTS)[number]) => ({
    review: threshold(`${object}.review`),
    hold: threshold(`${object}.hold`),
  });
  return {
    thresholds: {
      claim: of('claim'),
      settlement: of('settlement'),
      payment: of('payment'),
      bankChange: of('bankChange'),
      partner: of('partner'),
    },
    reviewOthers: threshold('reviewOthers'),
    awaitsScan: answers.awaitsScan === 'yes',
    scanWithinMinutes: whole('scanWithinMinutes'),
    isNightly: answers.isNightly === 'yes',
    fourEyes: answers.fourEyes === 'yes',
  };
}
