import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type ActivityStanding, activityStanding } from '../../core/fund/activityStanding.ts';
import type { Fund } from '../../core/fund/fund.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, decimalToRational, formatDecimal } from '../../core/number/decimal.ts';
import { compare, rational } from '../../core/number/rational.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { RecordedActivity, RecordedActivityEvent, StoredFund } from '../ports/fundStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type OpeningFund = Omit<Fund, 'budget'> & { readonly budget: Decimal };

/**
 * Sets money aside for marketing. The same code again is refused.
 * Refuses: line-company-unknown, partner-not-found, claim-amount-invalid, claim-amount-not-positive,
 * fund-terms-invalid (field), fund-exists (code).
 */
export function openFund(
  ports: Ports,
  tenant: TenantId,
  { budget, ...terms }: OpeningFund,
  actor: Actor,
): Promise<Result<StoredFund>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { code, company, currency, partner, firstDay, lastDay, percent } = terms;
    const minor = minorOf(budget, currency);
    const amount = formatDecimal(budget);
    if (minor === undefined) return refused(refuse('claim-amount-invalid', 'budget', { amount, currency }));
    const problems: Refusal[] = [
      ...((await tx.company.all()).some((entry) => entry.code === company)
        ? []
        : [refuse('line-company-unknown', 'company', { row: '', value: company })]),
      ...(partner === undefined || (await tx.bankAccounts.isPartnerKnown(partner))
        ? []
        : [refuse('partner-not-found', 'partner', { partner })]),
      ...(minor > 0n ? [] : [refuse('claim-amount-not-positive', 'budget', { amount })]),
      ...(firstDay <= lastDay ? [] : [refuse('fund-terms-invalid', 'lastDay', { field: 'lastDay' })]),
      ...(isPercent(percent) ? [] : [refuse('fund-terms-invalid', 'percent', { field: 'percent' })]),
    ];
    if (problems.length > 0) return refused(...problems);
    if ((await tx.funds.find(code)) !== undefined) return refused(refuse('fund-exists', 'code', { code }));
    const id = ports.ids.next();
    const fund = { ...terms, id, budget: minor };
    await tx.funds.open(fund, { actor: actorText(actor), at: ports.clock.now() });
    const body = { company, currency, budget: amount, firstDay, lastDay, percent: formatDecimal(percent) };
    await auditDeed(ports, tx, { actor, action: 'fund.opened', object: code, body });
    return accept({ ...fund, reserved: 0n, used: 0n });
  });
}

function isPercent(percent: Decimal): boolean {
  const value = decimalToRational(percent);
  return compare(value, rational(0n)) > 0 && compare(value, rational(100n)) <= 0;
}

/** All funds, by code, or the one that pays an activity. */
export function listFunds(
  ports: Ports,
  tenant: TenantId,
  { activity: id }: { readonly activity?: string } = {},
): Promise<readonly StoredFund[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (id === undefined) return tx.funds.list();
    const fund = (await tx.funds.activity(id))?.fund;
    const found = fund === undefined ? undefined : await tx.funds.find(fund);
    return found === undefined ? [] : [found];
  });
}

/** An activity with what happened to it and where its money is. */
export type ShownActivity = {
  readonly activity: RecordedActivity;
  readonly standing: ActivityStanding;
  readonly events: readonly RecordedActivityEvent[];
  /** Of its fund. */
  readonly currency: string;
};

export type ShownFund = { readonly fund: StoredFund; readonly activities: readonly ShownActivity[] };

/** Refuses: fund-not-found. */
export function showFund(ports: Ports, tenant: TenantId, code: string): Promise<Result<ShownFund>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const fund = await tx.funds.find(code);
    if (fund === undefined) return refused(refuse('fund-not-found', 'code', { code }));
    return accept({ fund, activities: await withEvents(tx, fund, await tx.funds.activities(code)) });
  });
}

export async function withEvents(
  tx: Tx,
  { currency }: Pick<Fund, 'currency'>,
  activities: readonly RecordedActivity[],
): Promise<readonly ShownActivity[]> {
  const all = await tx.funds.events(activities.map(({ id }) => id));
  return activities.map((activity) => {
    const events = all.get(activity.id) ?? [];
    return { activity, events, currency, standing: activityStanding(events) };
  });
}

/** The day after which nothing of an activity can be claimed any more. */
export function lastClaimDay({ claimDays }: Fund, { lastDay }: RecordedActivity): LocalDate {
  return lastDay + claimDays;
}
