import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { ActivityEventKind } from '../../core/fund/activityStanding.ts';
import { approveAmount, checkRequest, grantOf, isExpired, settleAmount } from '../../core/fund/fundDeeds.ts';
import { transferred } from '../../core/ledger/transfer.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText, systemActor } from '../actor.ts';
import { DOCUMENT_TYPES, type OpenedDocument, type ReadDocument } from '../agreements/attachDocument.ts';
import { documentName } from '../agreements/documentName.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { FundProof, RecordedActivityEvent, StoredFund } from '../ports/fundStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type ShownActivity, withEvents } from './openFund.ts';

export type RequestingActivity = {
  readonly fund: string;
  readonly partner: string;
  readonly reference: string;
  readonly title: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly amount: Decimal;
  readonly actor: Actor;
};

/**
 * A partner asks for money of a fund for an activity. The same reference again is refused.
 * Refuses: fund-not-found, partner-not-found, claim-amount-invalid, fund-activity-exists, those of checkRequest.
 */
export function requestActivity(
  ports: Ports,
  tenant: TenantId,
  { fund: code, amount, actor, ...asked }: RequestingActivity,
): Promise<Result<ShownActivity>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const fund = await tx.funds.lock(code);
    if (fund === undefined) return refused(refuse('fund-not-found', 'fund', { code }));
    if (!(await tx.bankAccounts.isPartnerKnown(asked.partner)))
      return refused(refuse('partner-not-found', 'partner', { partner: asked.partner }));
    const requested = fundMinor(fund, amount);
    if (!requested.ok) return requested;
    const activity = { ...asked, requested: requested.value };
    const problems = checkRequest(fund, activity);
    if (problems.length > 0) return refused(...problems);
    const known = (await tx.funds.activities(code)).find(
      ({ partner, reference }) => partner === asked.partner && reference === asked.reference,
    );
    if (known !== undefined)
      return refused(
        refuse('fund-activity-exists', 'reference', { reference: asked.reference, id: known.id }),
      );
    const recorded = { ...activity, fund: code, id: ports.ids.next(), requestedBy: actorText(actor) };
    await tx.funds.request(recorded, ports.clock.now());
    const body = {
      fund: code,
      partner: asked.partner,
      reference: asked.reference,
      amount: formatDecimal(amount),
    };
    await auditDeed(ports, tx, { actor, action: 'fund.requested', object: recorded.id, body });
    const [shown] = await withEvents(tx, fund, [recorded]);
    return shown === undefined
      ? refused(refuse('fund-activity-not-found', 'id', { id: recorded.id }))
      : accept(shown);
  });
}

export type ActivityDeed = {
  readonly activity: string;
  readonly day?: LocalDate;
  readonly note?: string;
  readonly actor: Actor;
};

/**
 * Another person than who asked reserves an amount, or says no.
 * Refuses: person-needed, fund-activity-not-found, fund-approver-asked, claim-amount-invalid, those of
 * approveAmount.
 */
export function decideActivity(
  ports: Ports,
  tenant: TenantId,
  deed: ActivityDeed & { readonly outcome: { readonly approved: Decimal } | 'rejected' },
): Promise<Result<ShownActivity>> {
  const person = personOf(deed.actor);
  if (!person.ok) return Promise.resolve(person);
  return onActivity(ports, tenant, deed, async (tx, { fund, shown }) => {
    const { activity, standing } = shown;
    if (activity.requestedBy === actorText(deed.actor))
      return refused(refuse('fund-approver-asked', 'actor'));
    if (deed.outcome === 'rejected') {
      if (standing.state !== 'requested')
        return refused(refuse('fund-activity-state', 'activity', { activityState: standing.state }));
      return accept({ kind: 'rejected', minor: 0n });
    }
    const minor = fundMinor(fund, deed.outcome.approved);
    if (!minor.ok) return minor;
    const approved = approveAmount(fund, fund, activity, standing, minor.value);
    if (!approved.ok) return approved;
    const { company, currency } = fund;
    const amount = { minor: approved.value, currency };
    const reaches = await withinGrant(tx, deed.actor, { scope: 'claims:approve', company, amount });
    if (!reaches.ok) return reaches;
    await tx.funds.keep(fund.id, { reserved: fund.reserved + approved.value, used: fund.used });
    return accept({ kind: 'approved', minor: approved.value });
  });
}

/**
 * What an activity cost, with the proof: the percentage of the fund is granted of it. The same proof again is
 * refused.
 * Refuses: what opening refuses, fund-activity-not-found, claim-amount-invalid, fund-proof-repeated, those of
 * grantOf.
 */
export async function claimActivity(
  ports: Ports,
  tenant: TenantId,
  deed: ActivityDeed & {
    readonly cost: Decimal;
    readonly name: string;
    readonly open: () => Promise<Result<ReadDocument>>;
  },
): Promise<Result<ShownActivity>> {
  const read = await deed.open();
  if (!read.ok) return read;
  const { content, mediaType } = read.value;
  const sha256 = hex(ports.sha256(content));
  return onActivity(ports, tenant, deed, async (_tx, { fund, shown, day }) => {
    const cost = fundMinor(fund, deed.cost);
    if (!cost.ok) return cost;
    const same = shown.events.find(({ kind, reference }) => kind === 'claimed' && reference === sha256);
    if (same !== undefined)
      return refused(refuse('fund-proof-repeated', 'proof', { event: String(same.number) }));
    const granted = grantOf(fund, shown.activity, shown.standing, { cost: cost.value, day });
    if (!granted.ok) return granted;
    const proof = { name: documentName(deed.name, DOCUMENT_TYPES[mediaType]), mediaType, sha256, content };
    return accept({ kind: 'claimed', minor: granted.value, costMinor: cost.value, reference: sha256, proof });
  });
}

/**
 * A part of what was granted is paid, by a document or payment that names it; the same again changes nothing.
 * Refuses: fund-activity-not-found, claim-amount-invalid, fund-payment-differs, those of settleAmount.
 */
export function settleActivity(
  ports: Ports,
  tenant: TenantId,
  deed: ActivityDeed & { readonly amount: Decimal; readonly reference: string },
): Promise<Result<ShownActivity>> {
  return onActivity(ports, tenant, deed, async (tx, { fund, shown }) => {
    const minor = fundMinor(fund, deed.amount);
    if (!minor.ok) return minor;
    const { reference } = deed;
    const same = shown.events.find((event) => event.kind === 'settled' && event.reference === reference);
    if (same !== undefined)
      return same.minor === minor.value
        ? accept(undefined)
        : refused(refuse('fund-payment-differs', 'reference', { reference }));
    const settled = settleAmount(fund, shown.standing, minor.value);
    if (!settled.ok) return settled;
    const { value } = settled;
    await tx.funds.keep(fund.id, { reserved: fund.reserved - value, used: fund.used + value });
    return accept({ kind: 'settled', minor: value, reference });
  });
}

/**
 * Nothing more will be claimed: what was not granted falls back to the fund.
 * Refuses: fund-activity-not-found, fund-activity-state.
 */
export function closeActivity(
  ports: Ports,
  tenant: TenantId,
  deed: ActivityDeed,
): Promise<Result<ShownActivity>> {
  return onActivity(ports, tenant, deed, async (tx, { fund, shown }) => {
    const { state } = shown.standing;
    if (state !== 'approved')
      return refused(refuse('fund-activity-state', 'activity', { activityState: state }));
    return accept(await released(tx, fund, shown, 'closed'));
  });
}

/** Gives back what nobody claimed in time, of all funds; gives the activities. Again changes nothing. */
export async function expireActivities(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly day?: LocalDate },
): Promise<readonly ShownActivity[]> {
  const funds = await ports.store.inTenant(tenant, (tx) => tx.funds.list());
  const expired: ShownActivity[] = [];
  for (const { code } of funds) {
    const done = await ports.store.inTenant(tenant, async (tx) => {
      const day = asked.day ?? (await businessDay(tx, ports.clock));
      const found: ShownActivity[] = [];
      const locked = await tx.funds.lock(code);
      if (locked === undefined) return found;
      for (const shown of await withEvents(tx, locked, await tx.funds.endedBefore(code, day))) {
        // Read again: what was released before it is free already.
        const fund = await tx.funds.find(code);
        if (fund === undefined || !isExpired(fund, shown.activity, shown.standing, day)) continue;
        const step = await released(tx, fund, shown, 'expired');
        found.push(await written(ports, tx, { fund, shown, day }, step, { actor: systemActor('claims') }));
      }
      return found;
    });
    expired.push(...done);
  }
  return expired;
}

/** The bytes of the proof of a cost. Refuses: document-not-found. */
export function openFundProof(
  ports: Ports,
  tenant: TenantId,
  { activity, event }: { readonly activity: string; readonly event: number },
): Promise<Result<OpenedDocument>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(activity) ? await tx.funds.proof(activity, event) : undefined;
    return found === undefined
      ? refused(refuse('document-not-found', 'id', { id: activity }))
      : accept(found);
  });
}

type Opened = { readonly fund: StoredFund; readonly shown: ShownActivity; readonly day: LocalDate };
type ActivityStep = Pick<RecordedActivityEvent, 'minor' | 'costMinor' | 'reference'> & {
  readonly kind: ActivityEventKind;
  readonly proof?: FundProof;
};

/** Does something to an activity under the lock of its fund; a step of nothing changes nothing. */
function onActivity(
  ports: Ports,
  tenant: TenantId,
  deed: ActivityDeed,
  step: (tx: Tx, opened: Opened) => Promise<Result<ActivityStep | undefined>>,
): Promise<Result<ShownActivity>> {
  const { activity: id } = deed;
  return ports.store.inTenant(tenant, async (tx) => {
    const missing = () => refused(refuse('fund-activity-not-found', 'id', { id }));
    const activity = isUuid(id) ? await tx.funds.activity(id) : undefined;
    if (activity === undefined) return missing();
    const fund = await tx.funds.lock(activity.fund);
    if (fund === undefined) return missing();
    const [shown] = await withEvents(tx, fund, [activity]);
    if (shown === undefined) return missing();
    const day = deed.day ?? (await businessDay(tx, ports.clock));
    const done = await step(tx, { fund, shown, day });
    if (!done.ok) return done;
    if (done.value === undefined) return accept(shown);
    return accept(await written(ports, tx, { fund, shown, day }, done.value, deed));
  });
}

async function released(
  tx: Tx,
  fund: StoredFund,
  { standing: { reserved, granted, settled } }: ShownActivity,
  kind: 'closed' | 'expired',
): Promise<ActivityStep> {
  const minor = reserved - (granted - settled);
  await tx.funds.keep(fund.id, { reserved: fund.reserved - minor, used: fund.used });
  return { kind, minor };
}

/** What is approved is expense and owed by the fund; what is paid is owed to the partner; the rest comes back. */
async function written(
  ports: Ports,
  tx: Tx,
  { fund, shown, day }: Opened,
  { proof, ...step }: ActivityStep,
  { actor, note }: Pick<ActivityDeed, 'actor' | 'note'>,
): Promise<ShownActivity> {
  const at = ports.clock.now();
  const { activity, events } = shown;
  const number = events.length + 1;
  const event = { ...step, number, day, actor: actorText(actor), at, ...(note !== undefined && { note }) };
  await tx.funds.write(activity.id, event, proof);
  const { reference = null } = step;
  const body = { fund: fund.code, number, day, amount: String(step.minor), reference, note: note ?? null };
  await auditDeed(ports, tx, { actor, action: `fund.${step.kind}`, object: activity.id, body });
  const about = {
    company: fund.company,
    currency: fund.currency,
    partner: activity.partner,
    event: 'fund' as const,
    effectiveOn: day,
    origin: { kind: 'fundActivity', id: activity.id },
    leg: String(number),
  };
  const reserved = step.kind === 'approved' ? step.minor : isRelease(step.kind) ? -step.minor : 0n;
  const paid = step.kind === 'settled' ? step.minor : 0n;
  const transfers = [
    ...transferred(reserved, { debit: 'rebateExpense', credit: 'fund' }, about),
    ...transferred(paid, { debit: 'fund', credit: 'partnerPayable' }, about),
  ];
  const [today, batch] = [await businessDay(tx, ports.clock), await tx.batches.last()];
  if (transfers.length > 0) await postTransfers(tx, transfers, { day: today, at, batch });
  const [now] = await withEvents(tx, fund, [activity]);
  return now ?? shown;
}

function isRelease(kind: ActivityEventKind): boolean {
  return kind === 'closed' || kind === 'expired';
}

/** Refuses: claim-amount-invalid. */
function fundMinor({ currency }: StoredFund, amount: Decimal): Result<bigint> {
  const minor = minorOf(amount, currency);
  if (minor !== undefined) return accept(minor);
  return refused(refuse('claim-amount-invalid', 'amount', { amount: formatDecimal(amount), currency }));
}
