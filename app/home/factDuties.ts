import { DUTIES_MAX, type DutyQuestion, type WaitingDuty } from './duty.ts';

/** Imports with rows that wait to be put right, and jobs that were given up. */
export async function factDuties({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const duties: WaitingDuty[] = [];
  if (caller.scopes.has('facts:read')) {
    for (const id of (await tx.received.waiting()).slice(-DUTIES_MAX)) {
      const stored = await tx.received.import(id);
      if (stored === undefined) continue;
      const { document, open, recordedAt } = stored;
      duties.push({
        ...{ kind: 'quarantine', id, about: document.name, count: open, since: recordedAt },
        isMine: caller.scopes.has('facts:write'),
      });
    }
  }
  if (caller.scopes.has('jobs:read')) {
    for (const job of await tx.jobs.list({ states: ['failed'], limit: DUTIES_MAX })) {
      duties.push({
        ...{ kind: 'jobFailed', id: job.id, about: job.subject === '' ? job.kind : job.subject },
        ...(job.endedAt && { since: job.endedAt }),
        isMine: caller.scopes.has('jobs:write'),
      });
    }
  }
  return duties;
}
