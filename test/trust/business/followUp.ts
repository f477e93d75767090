import { formatDate } from '../../../core/calendar/localDate.ts';
import type { Chance } from '../chance.ts';
import { type Draft, type DraftOf, workdayUntil } from '../draft.ts';
import type { Claim } from './claimsOf.ts';
import type { Codes } from './codes.ts';
import { approverFor, CLERKS, workdayAfter, workingMinute } from './people.ts';

type Money = {
  readonly partner: string;
  readonly agreement?: string;
  readonly day: number;
  readonly minor: number;
  readonly from?: number;
  readonly until?: number;
};

/** What an honest business does with a claim: approve, settle twice a month, pay; each of these by people who may. */
export function followUp(draft: Draft, claim: Claim, codes: Codes, chance: Chance): void {
  if (claim.state === 'open' || claim.state === 'refused') return;
  approve(draft, 'claim', claim.claim, claim, workdayAfter(claim.sentOn, 1, 6, chance), codes, chance);
  const { partner, agreement, minor } = claim;
  const day = batchAfter(claim.sentOn + chance.whole(6, 10));
  if (
    settle(
      draft,
      { partner, day, minor, ...(agreement === undefined ? {} : { agreement }) },
      codes,
      chance,
    ) === 'paid'
  )
    claim.state = 'paid';
}

/** The next 5th or 20th. */
function batchAfter(day: number): number {
  for (let next = day; ; next += 1) {
    const date = Number(formatDate(next).slice(8));
    if (date === 5 || date === 20) return next;
  }
}

/** How far it has come by today. Suppliers pay us: then no payment of ours goes out. */
export function settle(
  draft: Draft,
  money: Money,
  codes: Codes,
  chance: Chance,
): 'none' | 'approved' | 'paid' {
  const { partner, day, minor } = money;
  if (day > draft.today || minor <= 0) return 'none';
  const ours = draft.partners.find((one) => one.partner === partner);
  const payOn = workdayAfter(day, 2, 8, chance);
  const state = payOn <= draft.today ? 'paid' : 'approved';
  const settlement = { settlement: codes('ST'), ...money, currency: draft.currency, state } as const;
  draft.settlements.push(settlement);
  approve(draft, 'settlement', settlement.settlement, money, workdayAfter(day, 0, 1, chance), codes, chance);
  if (state !== 'paid' || ours === undefined || ours.kind === 'supplier') return state;
  pay(draft, settlement.settlement, { ...money, day: payOn }, accountOn(draft, ours, payOn), codes, chance);
  return state;
}

export function pay(
  draft: Draft,
  settlement: string | undefined,
  { partner, day, minor }: Money,
  bankAccount: string | undefined,
  codes: Codes,
  chance: Chance,
): DraftOf<'payments'> {
  const payment: DraftOf<'payments'> = {
    payment: codes('PY'),
    partner,
    day,
    minor,
    currency: draft.currency,
    state: 'paid',
    ...(settlement === undefined ? {} : { settlement }),
    ...(bankAccount === undefined ? {} : { bankAccount }),
  };
  draft.payments.push(payment);
  approve(draft, 'payment', payment.payment, payment, workdayUntil(day), codes, chance);
  return payment;
}

function accountOn(
  draft: Draft,
  { partner, bankAccounts }: DraftOf<'partners'>,
  day: number,
): string | undefined {
  const changes = draft.bankChanges
    .filter((change) => change.partner === partner)
    .sort((a, b) => a.day - b.day);
  const last = changes.filter((change) => change.day <= day).at(-1);
  return last?.after ?? changes[0]?.before ?? bankAccounts[0];
}

export function approve(
  draft: Draft,
  of: DraftOf<'approvals'>['of'],
  object: string,
  { partner, minor }: { readonly partner: string; readonly minor: number },
  day: number,
  codes: Codes,
  chance: Chance,
): DraftOf<'approvals'> | undefined {
  if (day > draft.today) return undefined;
  const approver = approverFor(minor, chance);
  const approval: DraftOf<'approvals'> = {
    approval: codes('AP'),
    of,
    object,
    partner,
    minor,
    currency: draft.currency,
    limit: approver.limit,
    proposedBy: chance.pick(CLERKS),
    decidedBy: approver.person,
    day,
    minute: workingMinute(chance),
  };
  draft.approvals.push(approval);
  return approval;
}
