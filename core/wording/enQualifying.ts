import type { NoticeKind, QualifyingState } from '../qualifying/qualifying.ts';

/** Who qualifies, in a few words; explanations and lines have their own sentences. */
export type QualifyingTexts = {
  readonly states: Readonly<Record<QualifyingState, string>>;
  readonly notices: Readonly<Record<NoticeKind, string>>;
  readonly gap: string;
  readonly lines: string;
};

export const enQualifying: QualifyingTexts = {
  states: {
    eligible: 'eligible',
    notYet: 'not yet',
    notEnrolled: 'not enrolled',
    blocked: 'blocked',
    deadlineMissed: 'deadline missed',
  },
  notices: {
    conditionMissed: 'Takes no part: {attribute} is {value}[, and the agreement asks for {wanted}].',
    enrolledFrom: 'Takes part from {day} on.',
    enrolledUntil: 'Took part until {day}.',
    noLinesYet: 'Nothing was traded in this window yet.',
    comesToNothing: 'What counts comes to nothing.',
    windowNotBegun: 'The window begins on {day}.',
    windowOver: 'The window ended on {day}; only what arrives late for it can still change this.',
    claimDeadlinePassed: 'It had to be claimed by {day}, and lapses.',
    claimDeadline: 'To be claimed by {day}.',
  },
  gap: 'To tier {tier}: {missing} by {day}[, worth {worth}].',
  lines: '{lines} {lines|line|lines} ({document} {line}): {why}',
};
