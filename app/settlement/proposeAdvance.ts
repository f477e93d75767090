import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Window } from '../../core/calendar/window.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { moneyText } from '../../core/money/money.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { UNTAXED } from '../../core/settlement/planDocuments.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { companyDay } from '../businessDay.ts';
import type { NewSettlement, SettlementRun } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { settlementNotHeld } from '../trust/holdsOn.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { levelsFor } from './proposeSettlement.ts';

/** Money that a partner gets before it is earned. */
export type Advance = {
  readonly agreement: string;
  readonly term: string;
  readonly participant: string;
  readonly amount: Decimal;
  /** What the account was paid ahead before; left out, nothing. So whoever asks twice is told, and pays once. */
  readonly beside?: Decimal;
  readonly reason: string;
};

/**
 * Proposes to pay a partner ahead of what an agreement gives: a notice of payment, which needs the approvals of
 * a settlement and is paid like one. It is set off against what the agreement settles later, as far as that goes.
 * Refuses: reason-missing, agreement-not-found, advance-not-ours, advance-place-unknown, partner-not-found,
 * claim-amount-invalid, claim-amount-not-positive, advance-stands (standing, beside), those of settlementNotHeld.
 */
export function proposeAdvance(
  ports: Ports,
  tenant: TenantId,
  { actor, ...advance }: Advance & { readonly actor: Actor },
): Promise<Result<{ readonly id: string }>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const found = await placeOf(ports, tx, advance);
    if (!found.ok) return found;
    const { agreement, batch, day, window, minor } = found.value;
    const said = await asStands(tx, advance, found.value);
    if (!said.ok) return said;
    const at = ports.clock.now();
    const { company, settlement, beneficiary: gets } = agreement;
    const beneficiary = gets === 'participant' ? advance.participant : gets.partner;
    const run: SettlementRun = { id: ports.ids.next(), company, day, batch, waivers: [], actor, at };
    const account = { agreement: agreement.id, term: advance.term, participant: advance.participant };
    const { currency, paymentDays } = settlement;
    const records = await tx.settlements.recordsOf(agreement.id);
    const last = records.find(({ account: own }) => isSame(own, { ...account, window, currency }));
    const proposed: Omit<NewSettlement, 'levels'> = {
      ...{ id: ports.ids.next(), run: run.id, company, beneficiary, currency, side: 'payable' },
      ...{ kind: 'paymentNotice', reason: 'advance', method: 'payment', isAdvance: true, paymentDays },
      ...{ treatment: 'outsideScope', amountsStated: 'net', author: actor, at },
      ...{ netMinor: minor, taxMinor: 0n, grossMinor: minor, withheldMinor: 0n },
      taxes: new Map([[UNTAXED, { netMinor: minor, taxMinor: 0n }]]),
      lines: [
        {
          account: { ...account, window, currency },
          number: (last?.lastNumber ?? 0) + 1,
          ...{ rate: UNTAXED, stage: 'interim', statedMinor: minor, netMinor: minor },
        },
      ],
    };
    const free = await settlementNotHeld(tx, { side: 'payable', beneficiary, agreements: [agreement.id] });
    if (!free.ok) return free;
    const levels = await levelsFor(tx, batch, [agreement], proposed);
    await tx.settlements.propose(run, [], [{ ...proposed, levels }]);
    const body = { ...account, amount: formatDecimal(advance.amount), reason: advance.reason };
    await auditDeed(ports, tx, { actor, action: 'settlement.advance', object: proposed.id, body });
    return accept({ id: proposed.id });
  });
}

/** An advance comes beside those that stand, or not at all: asked twice it would be paid twice. */
async function asStands(
  tx: Tx,
  { agreement, term, participant, beside }: Advance,
  { agreement: { settlement }, window }: Place,
): Promise<Result<true>> {
  const { currency } = settlement;
  const standing = await tx.settlements.aheadOf({ agreement, term, participant, window, currency });
  if (standing === (beside === undefined ? 0n : minorOf(beside, currency))) return accept(true);
  const facts = {
    standing: moneyText({ minor: standing, currency }),
    beside: beside === undefined ? '0' : formatDecimal(beside),
  };
  return refused(refuse('advance-stands', 'beside', facts));
}

type Place = {
  readonly agreement: Agreement;
  readonly batch: number;
  readonly day: number;
  readonly window: Window;
  readonly minor: bigint;
};

/** The account of the window that the day is in. Refuses: those of proposeAdvance. */
async function placeOf(ports: Ports, tx: Tx, advance: Advance): Promise<Result<Place>> {
  if (advance.reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
  const batch = await tx.batches.last();
  const stored = await tx.agreements.knownAt(advance.agreement, batch);
  if (stored === undefined) {
    return refused(refuse('agreement-not-found', 'agreement', { id: advance.agreement }));
  }
  const { agreement } = stored;
  const company = await tx.company.lock(agreement.company);
  if (company === undefined || agreement.direction === 'supplierRebate') {
    return refused(refuse('advance-not-ours', 'agreement', { id: agreement.id }));
  }
  const day = companyDay(company, ports.clock);
  const master = await tx.master.knownAt(batch);
  const { participant, term, amount } = advance;
  if (!master.partners.has(participant)) {
    return refused(refuse('partner-not-found', 'participant', { partner: participant }));
  }
  const windows = compilePlan(agreement, master).terms.find(({ id }) => id === term)?.windows ?? [];
  const window = windows.map((entry) => entry.window).find(({ from, until }) => from <= day && day < until);
  if (window === undefined) {
    return refused(refuse('advance-place-unknown', 'term', { term, id: agreement.id }));
  }
  const { currency } = agreement.settlement;
  const minor = minorOf(amount, currency);
  const text = formatDecimal(amount);
  if (minor === undefined) {
    return refused(refuse('claim-amount-invalid', 'amount', { amount: text, currency }));
  }
  if (minor <= 0n) return refused(refuse('claim-amount-not-positive', 'amount', { amount: text }));
  return accept({ agreement, batch, day, window, minor });
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
