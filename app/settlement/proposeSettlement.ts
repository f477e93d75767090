import type { Agreement } from '../../core/agreement/agreement.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import { neededLevels } from '../../core/lifecycle/neededLevels.ts';
import { moneyToRational } from '../../core/money/money.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { type DocumentDraft, draftTotals, UNTAXED } from '../../core/settlement/planDocuments.ts';
import type { Actor } from '../actor.ts';
import { rulesInForce } from '../agreements/rulesInForce.ts';
import { auditDeed } from '../auditDeed.ts';
import type {
  NewSettlement,
  SettlementLine,
  SettlementOutcome,
  SettlementRun,
} from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { documentKind } from './documentKind.ts';
import { giveEarlier } from './giveGoods.ts';
import {
  type PartyPlan,
  type PlannedSettlement,
  planSettlement,
  type SettlementSelection,
} from './planSettlement.ts';
import type { PlannedReclaim } from './reclaimsOf.ts';
import { keyOf, type SettledEarning, type SettledGroup } from './settleableAgreement.ts';

/** What was proposed; no run where there was nothing to write. */
export type ProposedSettlement = PlannedSettlement & {
  readonly run?: string;
  readonly settlements: readonly NewSettlement[];
};

/**
 * Proposes what a preview of the same moment shows: documents, and what lapses. What is proposed counts
 * as settled for every later run, until it is rejected; so the same run again proposes nothing. Runs of
 * one company come one after the other. What goods have paid without its being booked is booked first.
 * Refuses: those of previewSettlement.
 */
export function proposeSettlement(
  ports: Ports,
  tenant: TenantId,
  selection: SettlementSelection & { readonly actor: Actor },
): Promise<Result<ProposedSettlement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const company = await tx.company.lock(selection.company);
    const planned = await planSettlement(ports, tx, tenant, company, selection);
    if (!planned.ok) return planned;
    const { actor } = selection;
    await giveEarlier(ports, tx, selection.company, { day: planned.value.day, actor });
    return accept(await write(ports, tx, planned.value, actor));
  });
}

async function write(
  ports: Ports,
  tx: Tx,
  planned: PlannedSettlement,
  actor: Actor,
): Promise<ProposedSettlement> {
  const outcomes = planned.parties.flatMap(outcomesOf);
  const isNothing = outcomes.length === 0 && planned.parties.every(({ reclaims }) => reclaims.length === 0);
  if (isNothing) return { ...planned, settlements: [] };
  const { company, day, batch, waivers } = planned;
  const at = ports.clock.now();
  const run: SettlementRun = { id: ports.ids.next(), company, day, batch, waivers, actor, at };
  const settlements: NewSettlement[] = [];
  for (const party of planned.parties) {
    for (const settlement of new Drafting(ports, run, party).settlements()) {
      const levels = await levelsOf(tx, batch, party, settlement);
      settlements.push({ ...settlement, levels });
    }
  }
  await tx.settlements.propose(run, outcomes, settlements);
  await auditDeed(ports, tx, {
    actor,
    action: 'settlement.propose',
    object: run.id,
    body: {
      company,
      settlements: settlements.map(({ id }) => id),
      waivers: waivers.map((waiver) => ({ ...waiver })),
    },
  });
  return { ...planned, run: run.id, settlements };
}

/** What a run has to keep of each account: what becomes of it, and that it was settled for good. */
function outcomesOf({ groups, plan }: PartyPlan): SettlementOutcome[] {
  const parts = new Map(
    plan.groups.flatMap(({ accounts }) => accounts.map((account) => [account.key, account.parts])),
  );
  return groups.flatMap(({ accounts, beneficiary, asOf }) =>
    accounts.flatMap(({ key, account, standing, stage }) => {
      const own = parts.get(key) ?? [];
      if (own.length === 0 && stage !== 'final') return [];
      const { earned, adjusted = 0n, documented, lapsed } = standing;
      const gone = Object.values(lapsed).reduce<bigint>((sum, minor) => sum + minor, 0n);
      const amounts = { earned, adjusted, documented, lapsed: gone };
      return [{ account, beneficiary, asOf, stage, ...amounts, parts: own }];
    }),
  );
}

/** Makes the settlements of one party of a plan; the numbers of each account go on from its last one. */
class Drafting {
  private readonly ports: Ports;
  private readonly run: SettlementRun;
  private readonly party: PartyPlan;
  private readonly accounts: ReadonlyMap<string, SettledEarning>;
  private readonly numbers = new Map<string, number>();

  constructor(ports: Ports, run: SettlementRun, party: PartyPlan) {
    this.ports = ports;
    this.run = run;
    this.party = party;
    this.accounts = new Map(
      party.groups.flatMap(({ accounts }) => accounts.map((account) => [account.key, account])),
    );
  }

  settlements(): Omit<NewSettlement, 'levels'>[] {
    const documents = this.party.plan.documents.map((draft) => this.document(draft));
    const lapses = this.party.plan.groups.flatMap(({ code, accounts }) => {
      const lines = accounts.flatMap(({ key, parts }) =>
        parts.flatMap((part) => (part.kind === 'lapsed' ? [this.lapse(key, part.reason, part.minor)] : [])),
      );
      return lines.length === 0 ? [] : [this.lapsed(code, lines)];
    });
    return [...documents, ...this.party.reclaims.map((reclaim) => this.reclaim(reclaim)), ...lapses];
  }

  /** The notice of an advance the other way, over what of it nobody earns any more. */
  private reclaim({ advance, account, minor }: PlannedReclaim): Omit<NewSettlement, 'levels'> {
    const { paymentDays } = this.termsOf(account.agreement);
    const amounts = { netMinor: -minor, taxMinor: 0n };
    const number = this.next(`${account.agreement} ${keyOf(account)}`);
    const line = {
      account,
      number,
      rate: UNTAXED,
      stage: 'interim',
      statedMinor: -minor,
      netMinor: -minor,
    } as const;
    return {
      ...this.head(),
      ...{ kind: 'reclaimNotice', reason: 'clawBack', method: 'payment', isAdvance: true, reclaims: advance },
      ...{ treatment: 'outsideScope', amountsStated: 'net', paymentDays, lines: [line] },
      ...{ ...amounts, grossMinor: -minor, withheldMinor: 0n, taxes: new Map([[UNTAXED, amounts]]) },
    };
  }

  private termsOf(code: string) {
    const group = this.party.groups.find((candidate) => candidate.code === code) as SettledGroup;
    return group.agreement.settlement;
  }

  private document(draft: DocumentDraft): Omit<NewSettlement, 'levels'> {
    const { reason, method, paymentDays, tax, taxes, payout } = draft;
    const numbers = new Map(draft.lines.map(({ key }) => [key, 0]));
    for (const key of numbers.keys()) numbers.set(key, this.next(key));
    return {
      ...this.head(),
      ...draftTotals(draft),
      ...{ reason, method, paymentDays, taxes },
      ...(payout && { payout }),
      kind: documentKind(this.party.side, draft),
      treatment: tax.treatment,
      amountsStated: tax.amounts,
      lines: draft.lines.map(({ key, ...amounts }) => ({
        ...this.place(key),
        ...amounts,
        number: numbers.get(key) ?? 0,
      })),
    };
  }

  private lapsed(code: string, lines: readonly SettlementLine[]): Omit<NewSettlement, 'levels'> {
    const settlement = this.termsOf(code);
    const minor = lines.reduce((sum, { statedMinor }) => sum + statedMinor, 0n);
    return {
      ...this.head(),
      // What lapses is never paid: it is given up in the currency that it was earned in.
      currency: this.party.earnedIn,
      ...{ kind: 'lapse', reason: 'lapse', method: settlement.method, paymentDays: settlement.paymentDays },
      ...{ treatment: 'outsideScope', amountsStated: 'net', taxes: new Map() },
      ...{ netMinor: minor, taxMinor: 0n, grossMinor: minor, withheldMinor: 0n, lines },
    };
  }

  private lapse(key: string, lapse: NonNullable<SettlementLine['lapse']>, minor: bigint): SettlementLine {
    const amounts = { statedMinor: minor, netMinor: minor };
    return { ...this.place(key), rate: '', lapse, number: this.next(key), ...amounts };
  }

  private head() {
    const { beneficiary, currency, side } = this.party;
    const { id: run, company, actor: author, at } = this.run;
    const place = { company, beneficiary, currency, side, author, at };
    return { id: this.ports.ids.next(), run, ...place, isAdvance: false };
  }

  private place(key: string): Pick<SettlementLine, 'account' | 'stage'> {
    const found = this.accounts.get(key);
    if (found === undefined) throw new Error(`Fault: no account ${key}`);
    return { account: found.account, stage: found.stage };
  }

  private next(key: string): number {
    const number = (this.numbers.get(key) ?? this.accounts.get(key)?.lastNumber ?? 0) + 1;
    this.numbers.set(key, number);
    return number;
  }
}

/** The approvals that the rules of the company ask for: those of every agreement on it, by its amount. */
async function levelsOf(
  tx: Tx,
  batch: number,
  { groups, beneficiary, currency }: PartyPlan,
  { netMinor, kind, isAdvance, lines }: Omit<NewSettlement, 'levels'>,
): Promise<readonly ApprovalLevel[]> {
  const codes = new Set(lines.map(({ account }) => account.agreement));
  const agreements = groups.flatMap(({ agreement }) => (codes.has(agreement.id) ? [agreement] : []));
  return levelsFor(tx, batch, agreements, { netMinor, kind, isAdvance, beneficiary, currency });
}

/** The same of what is not found by a run. */
export async function levelsFor(
  tx: Tx,
  batch: number,
  agreements: readonly Agreement[],
  {
    netMinor,
    kind,
    isAdvance,
    beneficiary,
    currency,
  }: Pick<NewSettlement, 'netMinor' | 'kind' | 'isAdvance' | 'beneficiary' | 'currency'>,
): Promise<readonly ApprovalLevel[]> {
  const { rules } = await rulesInForce(tx, batch);
  const value = moneyToRational({ minor: netMinor < 0n ? -netMinor : netMinor, currency });
  const wanted = new Set(
    agreements
      .flatMap((agreement) =>
        neededLevels(rules, {
          subject: kind === 'lapse' ? 'lapse' : isAdvance ? 'advance' : 'settlement',
          agreement: { ...agreement, currency },
          value,
          concerns: (partner) => partner === beneficiary,
        }),
      )
      .map(({ id }) => id),
  );
  return rules.levels.filter(({ id }) => wanted.has(id));
}
