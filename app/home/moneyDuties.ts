import { DUTIES_MAX, type DutyQuestion, mayDecide, type WaitingDuty } from './duty.ts';

/** Documents, payment runs and bank details that wait for a second person, or to be sent. */
export async function moneyDuties(question: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const { scopes } = question.caller;
  return [
    ...(scopes.has('settlements:read') ? await settlements(question) : []),
    ...(scopes.has('payments:read') ? await paymentRuns(question) : []),
    ...(scopes.has('bank:read') ? await bankChanges(question) : []),
  ];
}

async function settlements({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const proposed = await tx.settlements.list({ state: 'proposed', limit: DUTIES_MAX });
  const approved = await tx.settlements.list({ state: 'approved', limit: DUTIES_MAX });
  return [...proposed, ...approved].map(({ id, company, beneficiary, currency, grossMinor, ...rest }) => {
    const { author, at, state } = rest;
    const isApproved = state === 'approved';
    return {
      ...{ kind: isApproved ? 'settlementToIssue' : 'settlementToApprove', id, about: company },
      ...{ partner: beneficiary, amount: { minor: grossMinor, currency }, since: at },
      isMine: isApproved
        ? caller.scopes.has('settlements:write')
        : mayDecide(caller, 'settlements:approve', author.id),
    };
  });
}

async function paymentRuns({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const proposed = await tx.payments.runs({ state: 'proposed', limit: DUTIES_MAX });
  const approved = await tx.payments.runs({ state: 'approved', limit: DUTIES_MAX });
  return [...proposed, ...approved].map(({ id, company, currency, total, executionDay, ...rest }) => {
    const { author, at, state, approvers } = rest;
    const isApproved = state === 'approved';
    const hasPart = approvers.some(({ person }) => person === caller.actor.id);
    return {
      ...{ kind: isApproved ? 'paymentRunToSend' : 'paymentRunToApprove', id, about: company },
      ...{ amount: { minor: total, currency }, since: at, due: executionDay },
      isMine: mayDecide(caller, isApproved ? 'payments:send' : 'payments:approve', author) && !hasPart,
    };
  });
}

async function bankChanges({ tx, caller }: DutyQuestion): Promise<readonly WaitingDuty[]> {
  const waiting = await tx.bankAccounts.changes({ waiting: true, limit: DUTIES_MAX });
  return waiting.map(({ partner, batch, said }) => ({
    ...{ kind: 'bankChange', id: String(batch), about: partner, partner },
    ...(said && { since: said.at }),
    isMine: mayDecide(caller, 'bank:approve', said?.by.replace(/^person:/, '')),
  }));
}
