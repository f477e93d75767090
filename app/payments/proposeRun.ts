import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { checkInstruction } from '../../core/payment/checkInstruction.ts';
import { remittanceOf, transfersOf } from '../../core/payment/openItems.ts';
import { totalOf } from '../../core/payment/paymentInstruction.ts';
import { approvalsNeeded } from '../../core/payment/paymentRules.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { accountToPay } from '../bank/accountToPay.ts';
import { openAccount } from '../bank/sealedAccount.ts';
import { companyDay } from '../businessDay.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { NewPaymentRun, PaymentItem, StoredInstruction } from '../ports/paymentStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import { paymentNotHeld } from '../trust/holdsOn.ts';
import { type ItemSelection, openItems, type ShownItem } from './openItems.ts';
import { namedPayingAccount, type ShownPayingAccount } from './payingAccounts.ts';
import { paymentRulesNow } from './paymentRules.ts';

export type RunProposal = Pick<ItemSelection, 'methods' | 'dueUntil' | 'partners'> & {
  readonly account: string;
  readonly executionDay: LocalDate;
};

/** A partner that is not paid in a run, and why. */
export type LeftOut = { readonly partner: string; readonly refusals: readonly Refusal[] };

type NewInstruction = Omit<StoredInstruction, 'returned' | 'state'>;

export type PlannedRun = {
  readonly run: Omit<NewPaymentRun, 'author' | 'at'>;
  readonly instructions: readonly NewInstruction[];
  readonly items: readonly PaymentItem[];
  readonly leftOut: readonly LeftOut[];
};

/** What a run would pay; nothing is written. Refuses: those of planRun. */
export function previewRun(
  ports: KeyPorts,
  tenant: TenantId,
  proposal: RunProposal,
): Promise<Result<PlannedRun>> {
  return ports.store.inTenant(tenant, (tx) => planRun(ports, tx, tenant, proposal));
}

/**
 * Proposes a run: what is open, one transfer for each partner. From then on no other run pays it.
 * Refuses: those of planRun.
 */
export function proposeRun(
  ports: KeyPorts,
  tenant: TenantId,
  { actor, ...proposal }: RunProposal & { readonly actor: Actor },
): Promise<Result<PlannedRun>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const payer = await namedPayingAccount(ports, tx, tenant, proposal.account);
    if (!payer.ok) return payer;
    // What is kept back, set off or taken back meanwhile waits, or is seen here: nothing is paid beside it.
    await tx.company.lock(payer.value.company);
    const planned = await planRun(ports, tx, tenant, proposal);
    if (!planned.ok) return planned;
    const { run, instructions, items, leftOut } = planned.value;
    await tx.payments.propose(
      { ...run, author: actorText(actor), at: ports.clock.now() },
      instructions,
      items,
    );
    await auditDeed(ports, tx, {
      actor,
      action: 'paymentRun.propose',
      object: run.id,
      body: {
        account: run.account,
        total: String(run.total),
        currency: run.currency,
        payments: instructions.length,
        leftOut: leftOut.map(({ partner }) => partner),
      },
    });
    return planned;
  });
}

/**
 * Refuses: paying-account-not-found, payment-day-past, payment-rules-missing, payment-nothing-open,
 * payment-over-limit, those of KeyRing.open; what keeps the last partner from being paid.
 */
async function planRun(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  proposal: RunProposal,
): Promise<Result<PlannedRun>> {
  const payer = await namedPayingAccount(ports, tx, tenant, proposal.account);
  if (!payer.ok) return payer;
  const rules = await paymentRulesNow(tx);
  if (!rules.ok) return rules;
  const { company, currency, version } = payer.value;
  const today = await todayOf(ports, tx, company);
  const { executionDay } = proposal;
  if (executionDay < today) return refused(refuse('payment-day-past', 'executionDay'));
  const open = await openItems(tx, { ...proposal, company, currency });
  const planning = new Planning(ports, tx, tenant, { payer: payer.value, executionDay, today });
  for (const { partner, items } of transfersOf(open)) {
    const added = await planning.add(partner, items as readonly ShownItem[]);
    if (!added.ok) return added;
  }
  const { id, instructions, items, leftOut } = planning;
  if (instructions.length === 0) {
    const reasons = leftOut.flatMap(({ refusals }) => refusals);
    return refused(...(reasons.length > 0 ? reasons : [refuse('payment-nothing-open', 'dueUntil')]));
  }
  const total = totalOf(instructions);
  const approvals = approvalsNeeded(rules.value, currency, total);
  if (!approvals.ok) return approvals;
  const { account } = proposal;
  const run = { id, company, account, accountVersion: version, currency, executionDay, total };
  return accept({ run: { ...run, approvals: approvals.value }, instructions, items, leftOut });
}

/** The day that it is for a company of ours. */
export async function todayOf({ clock }: KeyPorts, tx: Tx, company: string): Promise<LocalDate> {
  const found = (await tx.company.all()).find(({ code }) => code === company);
  if (found === undefined) throw new Error(`Fault: company ${company} is gone`);
  return companyDay(found, clock);
}

type Frame = {
  readonly payer: ShownPayingAccount;
  readonly executionDay: LocalDate;
  readonly today: LocalDate;
};

class Planning {
  readonly id: string;
  readonly instructions: NewInstruction[] = [];
  readonly items: PaymentItem[] = [];
  readonly leftOut: LeftOut[] = [];
  private readonly ports: KeyPorts;
  private readonly tx: Tx;
  private readonly tenant: TenantId;
  private readonly frame: Frame;

  constructor(ports: KeyPorts, tx: Tx, tenant: TenantId, frame: Frame) {
    this.ports = ports;
    this.tx = tx;
    this.tenant = tenant;
    this.frame = frame;
    this.id = ports.ids.next();
  }

  /** One transfer, or the partner is left out with the reason. Refuses: those of KeyRing.open. */
  async add(partner: string, open: readonly ShownItem[]): Promise<Result<undefined>> {
    const { payer, executionDay, today } = this.frame;
    const settlements = open.map(({ settlement }) => settlement);
    const free = await paymentNotHeld(this.tx, { partner, settlements });
    if (!free.ok) return this.leaveOut(partner, free.refusals);
    const version = await accountToPay(this.tx, { partner, day: executionDay, today });
    if (!version.ok) return this.leaveOut(partner, version.refusals);
    const account = await openAccount(this.ports.keys, this.tenant, version.value);
    if (!account.ok) return account;
    if (account.value === undefined) throw new Error('Fault: an end of an account is paid to');
    const id = this.ports.ids.next();
    const instruction = {
      id,
      endToEndId: id.replaceAll('-', ''),
      partner,
      minor: totalOf(open),
      currency: payer.currency,
      remittance: remittanceOf(open.map(({ number }) => number)),
    };
    const misfits = checkInstruction(payer, { ...instruction, beneficiary: account.value });
    if (misfits.length > 0) return this.leaveOut(partner, misfits);
    const { validFrom, batch: accountBatch } = version.value;
    this.instructions.push({ ...instruction, run: this.id, validFrom, accountBatch });
    for (const { settlement, minor, lastNumber } of open) {
      this.items.push({ settlement, instruction: id, number: lastNumber + 1, minor });
    }
    return accept(undefined);
  }

  private leaveOut(partner: string, refusals: readonly Refusal[]): Result<undefined> {
    const day = formatDate(this.frame.executionDay);
    const named = refusals.map((refusal) => ({ ...refusal, facts: { partner, day, ...refusal.facts } }));
    this.leftOut.push({ partner, refusals: named });
    return accept(undefined);
  }
}
