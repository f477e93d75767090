import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accruedParts, lastPayment } from '../../core/cashFlow/accruedFlows.ts';
import {
  type AgedAmount,
  agedAmounts,
  type CashBucket,
  type CashGrain,
  cashBuckets,
} from '../../core/cashFlow/cashFlow.ts';
import type { ExpectedFlow, FlowStage } from '../../core/cashFlow/expectedFlow.ts';
import { type Movement, openItems } from '../../core/cashFlow/openItems.ts';
import { setOffAdvances } from '../../core/cashFlow/setOffAdvances.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { Origin } from '../../core/ledger/transfer.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { allOf } from '../allOf.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type { LedgerBalance, LedgerFilter, PostedTransfer, SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';

export type CashQuestion = {
  readonly grain: CashGrain;
  /** Seen from this day; undefined: the business day. */
  readonly day?: LocalDate;
  /** As it was known at the end of this day; undefined: now. */
  readonly known?: LocalDate;
  readonly company?: string;
  readonly partner?: string;
};

export type CashFlow = {
  readonly day: LocalDate;
  readonly batch: number;
  readonly buckets: readonly CashBucket[];
  readonly ageing: readonly AgedAmount[];
  /** What is owed and what is owed to us, by account, as the books had it. */
  readonly balances: readonly LedgerBalance[];
  /** Every amount behind the buckets, the earliest first. */
  readonly flows: readonly ExpectedFlow[];
};

const ACCRUED: readonly LedgerRole[] = ['accruedLiability', 'accruedReceivable'];
const STAGES: Readonly<Partial<Record<LedgerRole, FlowStage>>> = {
  claimedReceivable: 'claimed',
  partnerPayable: 'documented',
  partnerReceivable: 'documented',
};

/**
 * The payments and receipts that the books lead one to expect, seen from any day, as known on any other.
 * Who settles an agreement pays for all companies of ours that bear it. The flows tie to the balances of the accounts
 * that they come from, by the company in whose books these are.
 * Refuses: company-not-found, partner-not-found.
 */
export function cashFlow(ports: Ports, tenant: TenantId, question: CashQuestion): Promise<Result<CashFlow>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const unknown = await unknownOf(tx, question);
    if (unknown !== undefined) return unknown;
    const { grain, known, company, partner } = question;
    const day = question.day ?? (await businessDay(tx, ports.clock));
    const batch = known === undefined ? await tx.batches.last() : await tx.batches.knownOn(known);
    const filter: LedgerFilter = {
      batch,
      until: day + 1,
      ...(company !== undefined && { company }),
      ...(partner !== undefined && { partner }),
    };
    const agreements = await agreementsAt(tx, batch);
    const balances = (await tx.ledger.balances(filter)).filter(({ role }) => isOwed(role));
    const { company: _, ...ofAll } = filter;
    const subledger = await tx.ledger.subledger(ofAll);
    const accrued = subledger.filter(({ role }) => ACCRUED.includes(role));
    const due = accrued.flatMap((balance) => accruedFlows(balance, agreements, day));
    const advances = subledger.filter(({ role }) => role === 'advance');
    const ahead = advances.map((balance) => advanceFlow(balance, agreements, day));
    const coming = [...due, ...setOffAdvances(due, ahead)];
    const open = await openFlows(tx, filter, agreements);
    const flows = [...coming.filter((flow) => company === undefined || flow.company === company), ...open];
    const sorted = flows.toSorted((a, b) => a.dueOn - b.dueOn);
    const buckets = cashBuckets(sorted, grain, day);
    return accept({ day, batch, buckets, ageing: agedAmounts(sorted, day), balances, flows: sorted });
  });
}

async function unknownOf(tx: Tx, { company, partner }: CashQuestion) {
  if (company !== undefined && !(await tx.company.all()).some(({ code }) => code === company))
    return refused(refuse('company-not-found', 'company', { company }));
  if (partner !== undefined && !(await tx.bankAccounts.isPartnerKnown(partner)))
    return refused(refuse('partner-not-found', 'partner', { partner }));
  return undefined;
}

function isOwed(role: LedgerRole): boolean {
  return ACCRUED.includes(role) || role === 'advance' || STAGES[role] !== undefined;
}

type Agreements = ReadonlyMap<string, StoredAgreement['agreement']>;

async function agreementsAt(tx: Tx, batch: number): Promise<Agreements> {
  const stored = await tx.agreements.allKnownAt(batch);
  return new Map(stored.map(({ code, agreement }) => [code, agreement]));
}

function accruedFlows(balance: SubledgerBalance, agreements: Agreements, day: LocalDate): ExpectedFlow[] {
  const { company, minor } = balance;
  const about = { ...whoseOf(balance), stage: 'accrued', company } as const;
  const window = windowOf(balance, agreements);
  if (window === undefined) return [{ ...about, minor, dueOn: day, isCashless: false }];
  const { agreement, subject } = window;
  const payer = agreement.company;
  return accruedParts(agreement, subject.window, minor, day).map((part) => ({
    ...about,
    ...(payer !== company && { company: payer, borneBy: company }),
    ...part,
    subject,
    isCashless: isCashless(agreement),
  }));
}

function whoseOf({ currency, partner }: SubledgerBalance): Pick<ExpectedFlow, 'currency' | 'partner'> {
  return { currency, ...(partner !== undefined && { partner }) };
}

/** The window of an agreement that a balance is of; undefined where it is of none that is known. */
function windowOf(balance: SubledgerBalance, agreements: Agreements) {
  const { agreement: code, term, windowFrom: from, windowUntil: until } = balance;
  if (code === undefined || term === undefined || from === undefined || until === undefined) return undefined;
  const agreement = agreements.get(code);
  return agreement && { agreement, subject: { agreement: code, term, window: { from, until } } };
}

/** What was paid ahead; it comes back when all of its agreement was settled for good, if nothing is earned until then. */
function advanceFlow(balance: SubledgerBalance, agreements: Agreements, day: LocalDate): ExpectedFlow {
  const { company, minor } = balance;
  const about = { ...whoseOf(balance), stage: 'advance', company, minor, isCashless: false } as const;
  const window = windowOf(balance, agreements);
  if (window === undefined) return { ...about, dueOn: day };
  const { agreement, subject } = window;
  return { ...about, subject, dueOn: lastPayment(agreement, day) };
}

function isCashless({ settlement: { method } }: StoredAgreement['agreement']): boolean {
  return method === 'goods' || method === 'deduction';
}

/**
 * What is left of the items on each account of open items, by company, partner and currency: what is asked back stands beside
 * what is owed, not against it. What was posted before items were named is one item, the oldest of it paid first.
 */
async function openFlows(tx: Tx, filter: LedgerFilter, agreements: Agreements): Promise<ExpectedFlow[]> {
  const accounts = new Map<string, Movement<PostedTransfer>[]>();
  const transfers = await allOf(
    (page: Parameters<Tx['ledger']['transfers']>[1]) => tx.ledger.transfers(filter, page),
    ({ company, number }) => ({ company, number }),
  );
  for (const transfer of transfers) {
    for (const [role, minor] of sidesOf(transfer)) {
      const { company, partner = '', currency, item = '' } = transfer;
      const key = JSON.stringify([role, company, partner, currency, item]);
      const own = accounts.get(key) ?? [];
      own.push({ minor, on: transfer.effectiveOn, about: transfer });
      accounts.set(key, own);
    }
  }
  const flows: ExpectedFlow[] = [];
  const dueDays = new Map<string, LocalDate | undefined>();
  for (const [key, movements] of accounts) {
    const [role] = JSON.parse(key) as [LedgerRole];
    for (const item of openItems(movements)) {
      const { origin } = item.about;
      const place = `${origin.kind} ${origin.id}`;
      if (!dueDays.has(place)) dueDays.set(place, await dueDayOf(tx, origin));
      flows.push(openFlow(STAGES[role] as FlowStage, item, agreements, dueDays.get(place)));
    }
  }
  return flows;
}

/** When the document or claim that an amount comes from says that it is due; what came for it and was taken back is due as it was. */
async function dueDayOf(tx: Tx, { kind, id }: Origin): Promise<LocalDate | undefined> {
  if (!isUuid(id)) return undefined;
  if (kind === 'claim') return (await tx.claims.find(id))?.dueOn;
  return kind === 'settlement' || kind === 'receipt'
    ? (await tx.settlements.get(id))?.issue?.dueOn
    : undefined;
}

function sidesOf({ debit, credit, minor }: PostedTransfer): readonly (readonly [LedgerRole, bigint])[] {
  const sides = [
    [debit, minor],
    [credit, -minor],
  ] as const;
  return sides.filter(([role]) => STAGES[role] !== undefined);
}

function openFlow(
  stage: FlowStage,
  { minor, on, about }: Movement<PostedTransfer>,
  agreements: Agreements,
  dueOn: LocalDate | undefined,
): ExpectedFlow {
  const { company, currency, partner, subject } = about;
  const agreement = subject && agreements.get(subject.agreement);
  return {
    stage,
    company,
    currency,
    minor,
    ...(partner !== undefined && { partner }),
    ...(subject && { subject }),
    dueOn: dueOn ?? on + (agreement?.settlement.paymentDays ?? 0),
    isCashless: agreement !== undefined && isCashless(agreement),
  };
}
