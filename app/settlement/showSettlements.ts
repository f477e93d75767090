import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { LineShare } from '../../core/earning/apportion.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { SetOff } from '../../core/settlement/setOff.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import { companyDay } from '../businessDay.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOfPartner } from '../calculation/linesOf.ts';
import { earnings } from '../calculation/targetLayers.ts';
import type {
  OpenPayable,
  SettlementFilter,
  SettlementLine,
  SettlementOutcome,
  SettlementPart,
  SettlementRun,
  StoredSettlement,
} from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type DocumentLack, documentLacks } from './documentLacks.ts';
import { settlementOf } from './lockedSettlement.ts';
import { accountOf, keyOf, sharesOf } from './settleableAgreement.ts';

/** A settlement with its lines, its taxes, who has approved it, and what its run found of its accounts. */
export type ShownSettlement = {
  readonly settlement: StoredSettlement;
  readonly run: SettlementRun;
  readonly lines: readonly SettlementLine[];
  readonly taxes: ReadonlyMap<string, TaxedAmount>;
  readonly parts: readonly SettlementPart[];
  readonly outcomes: readonly SettlementOutcome[];
  /** What of it is set off, and against which documents. */
  readonly setOff: readonly SetOff[];
  /** What it could not be issued for; nothing of what is issued or rejected. */
  readonly lacks: readonly DocumentLack[];
};

/** Latest first; one more than asked for says whether others follow. */
export function listSettlements(
  ports: Ports,
  tenant: TenantId,
  { limit, after, ...filter }: Omit<SettlementFilter, 'before'> & { readonly after?: string },
): Promise<{ readonly rows: readonly StoredSettlement[]; readonly hasMore: boolean }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const last = after === undefined ? undefined : await settlementOf(tx, after);
    const before = last?.ok ? { at: last.value.at, id: last.value.id } : undefined;
    const rows = await tx.settlements.list({ ...filter, limit: limit + 1, ...(before && { before }) });
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  });
}

/** Refuses: settlement-not-found. */
export function showSettlement(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownSettlement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await settlementOf(tx, id);
    if (!found.ok) return found;
    const settlement = found.value;
    const run = await runOf(tx, settlement);
    const lines = await tx.settlements.linesOf(id);
    const accounts = new Set(lines.map(({ account }) => JSON.stringify(account)));
    const outcomes = await tx.settlements.outcomesOf(run.id);
    return accept({
      ...{ settlement, run, lines },
      taxes: await tx.settlements.taxesOf(id),
      parts: await tx.settlements.parts(id),
      setOff: await shownSetOff(tx, id),
      lacks: await lacksOf(ports, tx, settlement),
      outcomes: outcomes.filter(({ account }) => accounts.has(JSON.stringify(account))),
    });
  });
}

const NOT_YET: readonly StoredSettlement['state'][] = ['proposed', 'approved', 'awaitingNumber'];

/** What takes a document back is its mirror: all that it needs stands on the first one. */
async function lacksOf({ clock }: Ports, tx: Tx, settlement: StoredSettlement) {
  const { kind, state, cancels, company: code, beneficiary: partner } = settlement;
  if (kind === 'lapse' || cancels !== undefined || !NOT_YET.includes(state)) return [];
  const company = (await tx.company.all()).find((one) => one.code === code);
  if (company === undefined) throw new Error(`Fault: company ${code} is gone`);
  const at = { day: companyDay(company, clock), batch: await tx.batches.last() };
  const [lacks = []] = await documentLacks(tx, { company: code, ...at }, [{ partner, kinds: [kind] }]);
  return lacks;
}

async function shownSetOff(tx: Tx, id: string): Promise<readonly SetOff[]> {
  const pairs = (await tx.settlements.offsetsOf(id)).map(({ settlement, against, minor }) => ({
    against: settlement === id ? against : settlement,
    minor,
  }));
  const numbers = await tx.settlements.numbersOf(pairs.map(({ against }) => against));
  return pairs.map((pair) => ({ ...pair, number: numbers.get(pair.against) ?? '' }));
}

/** An amount of a settlement, worked out from the facts and terms that its run saw. */
export type SettlementLineExplanation = {
  readonly line: SettlementLine;
  readonly asOf: LocalDate;
  readonly batch: number;
  readonly explanation: Step;
  readonly shares: readonly LineShare[];
};

/**
 * How what stands behind a line of a settlement was earned: as of the day and as known at the batch of
 * its run.
 * Refuses: settlement-not-found, settlement-line-not-found.
 */
export function explainSettlementLine(
  ports: Ports,
  tenant: TenantId,
  { id, line: position }: { readonly id: string; readonly line: number },
): Promise<Result<SettlementLineExplanation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await settlementOf(tx, id);
    if (!found.ok) return found;
    const line = (await tx.settlements.linesOf(id))[position - 1];
    const missing = refused(refuse('settlement-line-not-found', 'line', { line: String(position) }));
    if (line === undefined) return missing;
    const { id: run, batch } = await runOf(tx, found.value);
    const outcomes = await tx.settlements.outcomesOf(run);
    const asOf = outcomes.find(({ account }) => keyOf(account) === keyOf(line.account))?.asOf;
    const stored = await tx.agreements.knownAt(line.account.agreement, batch);
    if (asOf === undefined || stored === undefined) throw new Error(`Fault: settlement ${id} lost its run`);
    const { agreement } = stored;
    const known = await tx.lines.knownAt(batch, linesOfPartner(agreement, line.account.participant));
    const inputs = await inputsOf(tx, agreement, known, { batch, effective: asOf });
    const earning = earnings(inputs).find((entry) => keyOf(accountOf(entry)) === keyOf(line.account));
    // What nothing supports any more comes back, and has no steps.
    if (earning === undefined) return missing;
    const { terms } = compilePlan(agreement, inputs.master);
    const { explanation } = earning;
    return accept({ line, asOf, batch, explanation, shares: sharesOf(inputs, terms, earning) });
  });
}

async function runOf(tx: Tx, { id, run }: StoredSettlement): Promise<SettlementRun> {
  const found = await tx.settlements.runOf(run);
  if (found === undefined) throw new Error(`Fault: settlement ${id} has no run`);
  return found;
}

/** What we owe by documents that stand, by due day. */
export function listPayables(
  ports: Ports,
  tenant: TenantId,
  filter: { readonly company?: string; readonly partner?: string },
): Promise<readonly OpenPayable[]> {
  return ports.store.inTenant(tenant, (tx) => tx.settlements.openPayables(filter));
}
