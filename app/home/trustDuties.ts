import { DUTIES_MAX, type DutyQuestion, type WaitingDuty } from './duty.ts';

/** Cases that hold something or that somebody works at, and what waits too long to be looked at. */
export async function trustDuties({ tx, caller, now }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const { scopes, actor } = caller;
  if (!scopes.has('trust:read')) return [];
  const narrowed = { state: 'undecided', order: 'score', limit: DUTIES_MAX, offset: 0 } as const;
  const cases = (await tx.trust.cases(narrowed)).map(
    ({ id, subject, partner, currency, minor, assignee, openedAt }): WaitingDuty => ({
      ...{ kind: 'caseToDecide', id, about: partner ?? subject.id, since: openedAt },
      ...(partner !== undefined && { partner }),
      ...(minor !== undefined && currency !== undefined && { amount: { minor, currency } }),
      isMine: assignee === undefined ? scopes.has('trust:decide') : assignee === actor.id,
    }),
  );
  const late = (await tx.trust.arrivals()).filter(({ lateAt }) => lateAt < now);
  const scans = late.map(
    ({ id, partner, arrivedAt: since }): WaitingDuty => ({
      ...{ kind: 'scanLate', id, about: partner, partner, since, isMine: scopes.has('jobs:write') },
    }),
  );
  return [...scans, ...cases];
}
