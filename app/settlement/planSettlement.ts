import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { payoutKey } from '../../core/settlement/payoutRate.ts';
import { planDocuments, type SettlementPlan } from '../../core/settlement/planDocuments.ts';
import { settlementDue } from '../../core/settlement/settlementDue.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import { joinKey } from '../../core/text/key.ts';
import { companyDay } from '../businessDay.ts';
import { inputsAt } from '../calculation/inputsAt.ts';
import { LineSnapshots } from '../calculation/lineSnapshots.ts';
import { isParallel } from '../calculation/takenOverOf.ts';
import type { SettlementSide, Waiver } from '../ports/settlementStore.ts';
import type { Company, Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { type HeldReason, partnersHeld } from '../trust/holdsOn.ts';
import { acceptedClaims, claimedByUs } from './acceptedClaims.ts';
import { documentKind } from './documentKind.ts';
import { type DocumentLack, documentLacks } from './documentLacks.ts';
import { type PlannedReclaim, reclaimsOf } from './reclaimsOf.ts';
import { cutOffDays, type SettledGroup, settledGroups } from './settleableAgreement.ts';

/** What is to be settled; what is left out restricts nothing. */
export type SettlementSelection = {
  readonly company: string;
  readonly agreements?: readonly string[];
  /** Who gets the money. */
  readonly partners?: readonly string[];
  /** As if it were this day; never a later one than today. Facts count as they are known now. */
  readonly day?: LocalDate;
  /** Missing lines that somebody answers for. */
  readonly waivers?: readonly Waiver[];
};

/** What is settled with one beneficiary in one currency, on one side, and by one rate where it is earned in another. */
export type PartyPlan = {
  readonly beneficiary: string;
  /** That of the documents. */
  readonly currency: string;
  /** That of what was earned. */
  readonly earnedIn: string;
  readonly side: SettlementSide;
  readonly groups: readonly SettledGroup[];
  readonly plan: SettlementPlan;
  /** What nobody earns any more of what was paid ahead. */
  readonly reclaims: readonly PlannedReclaim[];
  /** What its documents could not be issued for. */
  readonly lacks: readonly DocumentLack[];
};

/** All that a run would do, and what it was found by. */
export type PlannedSettlement = {
  readonly company: string;
  readonly day: LocalDate;
  readonly batch: number;
  readonly waivers: readonly Waiver[];
  readonly parties: readonly PartyPlan[];
  /** Agreements that nothing is settled of: no slice of their calendar is over, or they are computed beside another system. */
  readonly notDue: readonly string[];
  /** Partners that are left out, since a case holds what they would get. */
  readonly heldBack: readonly HeldParty[];
};

export type HeldParty = { readonly partner: string; readonly reason: HeldReason };

/**
 * What a settlement would do, each figure of it, and nothing written: a run does the same.
 * Refuses: company-not-found, agreement-not-found, partner-not-found, settlement-day-ahead,
 * settlement-waiver-unknown, reason-missing; settlement-held or scan-awaited where a partner on hold is asked for by name.
 */
export function previewSettlement(
  ports: Ports,
  tenant: TenantId,
  selection: SettlementSelection,
): Promise<Result<PlannedSettlement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const company = (await tx.company.all()).find(({ code }) => code === selection.company);
    return planSettlement(ports, tx, tenant, company, selection);
  });
}

/** The same inside a transaction that goes on to write it. */
export async function planSettlement(
  ports: Ports,
  tx: Tx,
  tenant: TenantId,
  company: Company | undefined,
  selection: SettlementSelection,
): Promise<Result<PlannedSettlement>> {
  if (company === undefined) {
    return refused(refuse('company-not-found', 'company', { company: selection.company }));
  }
  const today = companyDay(company, ports.clock);
  const { day = today, waivers = [] } = selection;
  if (day > today) return refused(refuse('settlement-day-ahead', 'day'));
  const batch = await tx.batches.last();
  const agreements = await selectedAgreements(tx, selection, batch);
  if (!agreements.ok) return agreements;
  const fit = await checkSelection(tx, selection, agreements.value);
  if (!fit.ok) return fit;
  const gathered = new Gathered(tx, tenant, { company: company.code, day, batch, waivers });
  for (const stored of agreements.value) await gathered.add(stored);
  const found = await gathered.parties(selection.partners);
  const heldBack = await heldParties(tx, found);
  const named = heldBack.find(({ partner }) => selection.partners?.includes(partner));
  if (named !== undefined) return refused(refuse(named.reason, 'partners', { partner: named.partner }));
  return accept({
    ...{ company: company.code, day, batch, waivers, notDue: gathered.notDue, heldBack },
    parties: found.filter((party) => !isHeldBack(party, heldBack)),
  });
}

/** Whom a run would pay that is on hold. What a partner owes us is asked for all the same. */
async function heldParties(tx: Tx, parties: readonly PartyPlan[]): Promise<readonly HeldParty[]> {
  const payable = parties.filter(({ side }) => side === 'payable');
  const held = await partnersHeld(
    tx,
    payable.map(({ beneficiary, groups }) => ({
      partner: beneficiary,
      agreements: groups.map(({ code }) => code),
    })),
  );
  return [...held].map(([partner, reason]) => ({ partner, reason }));
}

function isHeldBack({ side, beneficiary }: PartyPlan, held: readonly HeldParty[]): boolean {
  return side === 'payable' && held.some(({ partner }) => partner === beneficiary);
}

async function selectedAgreements(
  tx: Tx,
  { company, agreements }: SettlementSelection,
  batch: number,
): Promise<Result<readonly StoredAgreement[]>> {
  const all = await tx.agreements.allKnownAt(batch);
  const own = all.filter(({ agreement }) => agreement.company === company);
  if (agreements === undefined) return accept(own);
  const unknown = agreements.find((code) => !own.some((stored) => stored.code === code));
  if (unknown !== undefined) return refused(refuse('agreement-not-found', 'agreements', { id: unknown }));
  return accept(own.filter(({ code }) => agreements.includes(code)));
}

async function checkSelection(
  tx: Tx,
  { partners = [], waivers = [] }: SettlementSelection,
  agreements: readonly StoredAgreement[],
): Promise<Result<true>> {
  for (const partner of partners) {
    if (!(await tx.bankAccounts.isPartnerKnown(partner))) {
      return refused(refuse('partner-not-found', 'partners', { partner }));
    }
  }
  for (const [index, { agreement, term, reason }] of waivers.entries()) {
    const stored = agreements.find(({ code }) => code === agreement);
    if (stored?.agreement.terms.some(({ id }) => id === term) !== true) {
      return refused(refuse('settlement-waiver-unknown', `waivers[${index}]`, { agreement, term }));
    }
    if (reason.trim() === '') return refused(refuse('reason-missing', `waivers[${index}].reason`));
  }
  return accept(true);
}

/** What is looked up for all of them at once is not known yet. */
type PlannedParty = Omit<PartyPlan, 'lacks'>;

const NO_TAX: TaxedAmount = { netMinor: 0n, taxMinor: 0n };

/** By rate of tax. */
type Documented = Readonly<Record<'net' | 'taxInclusive', Map<string, TaxedAmount>>>;

/** Amounts that are earned in two currencies, or paid by two rates, are never on one document nor set off in a run. */
function partyKey({ beneficiary, agreement, side, payout }: SettledGroup): string {
  const rate = payout === undefined ? '' : payoutKey(payout);
  return joinKey(beneficiary, agreement.settlement.currency, side, agreement.currency, rate);
}

/** Gathers what the agreements come to, and lays it out by beneficiary, currency and side. */
class Gathered {
  readonly notDue: string[] = [];
  private readonly tx: Tx;
  private readonly tenant: TenantId;
  private readonly at: {
    readonly company: string;
    readonly day: LocalDate;
    readonly batch: number;
    readonly waivers: readonly Waiver[];
  };
  private readonly groups: SettledGroup[] = [];
  private readonly snapshots = new LineSnapshots();
  private readonly documented = new Map<string, Documented>();

  constructor(tx: Tx, tenant: TenantId, at: Gathered['at']) {
    this.tx = tx;
    this.tenant = tenant;
    this.at = at;
  }

  async add({ code, agreement }: StoredAgreement): Promise<void> {
    const { day, batch, waivers } = this.at;
    const due = settlementDue(agreement, day);
    if (due === undefined) {
      this.notDue.push(code);
      return;
    }
    const { tx, tenant, snapshots } = this;
    const load = (known: number) =>
      inputsAt(tx, { tenant, snapshots }, agreement, { batch: known, effective: due.asOf });
    const inputs = await load(batch);
    if (isParallel(inputs)) {
      this.notDue.push(code);
      return;
    }
    const records = await tx.settlements.recordsOf(code);
    const knownOn = new Map<LocalDate, typeof inputs>();
    for (const cutOff of cutOffDays(inputs, records, day)) {
      knownOn.set(cutOff, await load(await tx.batches.knownOn(cutOff)));
    }
    const mustClaim = agreement.settlement.claim.rule === 'partnerClaims';
    const accepted = mustClaim ? await acceptedClaims(tx, code, day) : new Map<string, bigint>();
    const sent = await claimedByUs(tx, code);
    this.groups.push(
      ...settledGroups({ inputs, accepted, sent, due, today: day, records, waivers, knownOn }),
    );
  }

  async parties(partners: readonly string[] | undefined): Promise<PartyPlan[]> {
    const wanted = this.groups.filter(
      ({ beneficiary }) => partners === undefined || partners.includes(beneficiary),
    );
    const byParty = Map.groupBy(wanted, partyKey);
    const plans: PlannedParty[] = [];
    for (const [, groups] of [...byParty].sort(([a], [b]) => (a < b ? -1 : 1))) {
      plans.push(await this.planOf(groups));
    }
    const parties = plans.map(({ beneficiary: partner, side, plan: { documents } }) => ({
      partner,
      kinds: documents.map((draft) => documentKind(side, draft)),
    }));
    const lacks = await documentLacks(this.tx, this.at, parties);
    return plans.map((plan, index) => ({ ...plan, lacks: lacks[index] ?? [] }));
  }

  private async planOf(groups: readonly SettledGroup[]): Promise<PlannedParty> {
    const [{ agreement, beneficiary, side }] = groups as [SettledGroup];
    const { company, settlement } = agreement;
    const documented = await this.documentedOf(agreement, beneficiary, side);
    const plan = planDocuments(groups, (rate, amounts) => documented[amounts].get(rate) ?? NO_TAX);
    for (const { tax, taxes } of plan.documents) {
      for (const [rate, own] of taxes) {
        const before = documented[tax.amounts].get(rate) ?? NO_TAX;
        documented[tax.amounts].set(rate, {
          netMinor: before.netMinor + own.netMinor,
          taxMinor: before.taxMinor + own.taxMinor,
        });
      }
    }
    const { currency } = settlement;
    const party = { company, partner: beneficiary, currency };
    const reclaims = side === 'payable' ? await reclaimsOf(this.tx, party, groups, plan) : [];
    return { beneficiary, currency, earnedIn: agreement.currency, side, groups, plan, reclaims };
  }

  /** What is documented with a partner, what this run has planned already among it. */
  private async documentedOf(
    { company, settlement: { currency } }: Agreement,
    beneficiary: string,
    side: SettlementSide,
  ) {
    const place = { company, beneficiary, currency, side };
    const key = joinKey(beneficiary, currency, side);
    const known = this.documented.get(key) ?? {
      net: new Map(await this.tx.settlements.taxOf({ ...place, amounts: 'net' })),
      taxInclusive: new Map(await this.tx.settlements.taxOf({ ...place, amounts: 'taxInclusive' })),
    };
    this.documented.set(key, known);
    return known;
  }
}
