import { amountFact, dayFact } from './factTexts.ts';
import type { Evidence } from './finding.ts';
import type { HistoryApproval } from './history.ts';

/** An approval as evidence. */
export function approvalEvidence(one: HistoryApproval): Evidence {
  const { minute } = one;
  return {
    object: 'approval',
    id: one.approval,
    facts: {
      of: one.of,
      object: one.object,
      ...(one.minor !== undefined &&
        one.currency !== undefined && { amount: amountFact(one.minor, one.currency) }),
      ...(one.limit !== undefined &&
        one.currency !== undefined && { limit: amountFact(one.limit, one.currency) }),
      proposedBy: one.proposedBy,
      decidedBy: one.decidedBy,
      day: dayFact(one.day),
      ...(minute !== undefined && { time: timeFact(minute) }),
    },
  };
}

function timeFact(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Programs decide by rules that somebody else wrote. */
export function isProgram(name: string): boolean {
  return /^(?:system|service|auto|batch|job|rule)/iu.test(name.trim());
}

export function isSamePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase() && !isProgram(a);
}
