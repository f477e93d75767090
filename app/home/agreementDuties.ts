import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { DUTIES_MAX, type DutyQuestion, mayDecide, type WaitingDuty } from './duty.ts';

/** So many days before its end somebody thinks of what comes next. */
const DAYS_BEFORE_END = 45;

/** Texts that wait for a review, adjustments that wait for a second person, and agreements that end soon. */
export async function agreementDuties(question: DutyQuestion): Promise<readonly WaitingDuty[]> {
  if (!question.caller.scopes.has('agreements:read')) return [];
  return [...(await proposals(question)), ...(await adjustments(question)), ...(await ending(question))];
}

async function proposals({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const waiting = await tx.proposals.list({ state: 'inReview', limit: DUTIES_MAX });
  return Promise.all(
    waiting.map(async ({ id, code, submission }): Promise<WaitingDuty> => {
      const submitted = await tx.proposals.submissionOf(id, submission);
      const parts = await tx.proposals.parts(id, submission);
      const isPart = parts.some(({ person }) => person === caller.actor.id);
      return {
        ...{ kind: 'proposal', id, about: code, agreement: code },
        ...(submitted && { since: submitted.at }),
        isMine: mayDecide(caller, 'agreements:approve', undefined) && !isPart,
      };
    }),
  );
}

async function adjustments({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const waiting = await tx.adjustments.list({ state: 'proposed', limit: DUTIES_MAX });
  return waiting.map(({ id, agreement, partner, currency, parts, author, at }) => ({
    ...{ kind: 'adjustment', id, about: agreement, agreement, partner, since: at },
    amount: { minor: parts.reduce((sum, { minor }) => sum + minor, 0n), currency },
    isMine: mayDecide(caller, 'agreements:approve', author),
  }));
}

async function ending({ tx, caller, day }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  const soon = known.filter(({ agreement }) => {
    const last = lastDayOf(agreement);
    return last >= day && last <= day + DAYS_BEFORE_END;
  });
  return soon.map(({ code, agreement }) => ({
    ...{ kind: 'agreementEnds', id: code, about: code, agreement: code, due: lastDayOf(agreement) },
    isMine: caller.scopes.has('agreements:write'),
  }));
}

function lastDayOf({ validity }: Agreement): LocalDate {
  return validity.until - 1;
}
