import { accept, type RefusalCode, type Result, refuse, refused } from '../refusal/refusals.ts';

/** `underWay`: somebody works at it. A decided one may still hold what it is about. */
export const CASE_STATES = ['open', 'underWay', 'decided'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_EVENTS = [
  'opened',
  'found',
  'assigned',
  'commented',
  'evidenceAdded',
  'held',
  'released',
  'decided',
] as const;
export type CaseEventKind = (typeof CASE_EVENTS)[number];

export const CASE_DECISIONS = ['confirmed', 'falseAlarm'] as const;
export type CaseDecision = (typeof CASE_DECISIONS)[number];

/** Why, in a word: the first ones say that it was right to look, the others that it was not. */
export const DECISION_REASONS = {
  fraud: 'confirmed',
  claimedTwice: 'confirmed',
  notEarned: 'confirmed',
  leftUnclaimed: 'confirmed',
  mistake: 'confirmed',
  rightByContract: 'falseAlarm',
  explained: 'falseAlarm',
  wrongData: 'falseAlarm',
  knownAlready: 'falseAlarm',
} as const satisfies Readonly<Record<string, CaseDecision>>;
export type DecisionReason = keyof typeof DECISION_REASONS;
export const REASONS = Object.keys(DECISION_REASONS) as readonly DecisionReason[];

/** How a case stands, as far as what may be done with it goes. */
export type CaseStanding = { readonly state: CaseState; readonly isHeld: boolean };

/** What is done to a case, beside its opening. */
export type CaseDeed = Exclude<CaseEventKind, 'opened'>;

const NO: Readonly<Record<CaseDeed, (standing: CaseStanding) => RefusalCode | undefined>> = {
  found: whenDecided,
  assigned: whenDecided,
  // What is learned later is still worth writing down.
  commented: () => undefined,
  evidenceAdded: () => undefined,
  held: (standing) => whenDecided(standing) ?? (standing.isHeld ? 'trust-case-held' : undefined),
  released: ({ state, isHeld }) =>
    !isHeld ? 'trust-case-not-held' : state === 'decided' ? undefined : 'trust-case-undecided',
  decided: whenDecided,
};

function whenDecided({ state }: CaseStanding): RefusalCode | undefined {
  return state === 'decided' ? 'trust-case-decided' : undefined;
}

/**
 * How a case stands after a deed. A hold is lifted when somebody has said what it was, by a deed of its own: so that what
 * was confirmed can stay held until it is put right.
 * Refuses: trust-case-decided, trust-case-held, trust-case-not-held, trust-case-undecided.
 */
export function caseAfter(standing: CaseStanding, deed: CaseDeed): Result<CaseStanding> {
  const no = NO[deed](standing);
  if (no !== undefined) return refused(refuse(no, 'state', { caseState: standing.state }));
  const { state, isHeld } = standing;
  if (deed === 'decided') return accept({ state: 'decided', isHeld });
  if (deed === 'assigned') return accept({ state: 'underWay', isHeld });
  if (deed === 'held') return accept({ state, isHeld: true });
  if (deed === 'released') return accept({ state, isHeld: false });
  return accept(standing);
}
