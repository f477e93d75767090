import type { StateTally } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { type Match, type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan, PlanTerm } from '../../core/plan/plan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import { cellsOver } from '../calculation/cellsOver.ts';
import { DatabaseExecutor } from '../calculation/databaseExecutor.ts';
import type { StoredImport } from '../ports/receivedStore.ts';
import type { Ports, Tally, TenantId, Tx } from '../ports.ts';
import { tallyLines } from './tallyLines.ts';

/** Of the lines of a file that still stand, at once or put right later: what each term makes of them. */
export type TermStates = {
  readonly agreement: string;
  /** Counted, excluded by reason, blocked by reason; together all lines of `lines`. */
  readonly states: readonly StateTally[];
};

/** Where everything that came with a file is, from its rows to the terms. */
export type Reconciliation = {
  readonly stored: StoredImport;
  /** Rows that wait, by code. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Lines of the file that are known now, those of rows put right later among them, and their net values added up. */
  readonly lines: Tally;
  /** Those that came in at once, each once: counted under a term at least, else blocked under one, else excluded under all. */
  readonly standing: Readonly<Record<Match['state'], number>>;
  readonly terms: readonly TermStates[];
};

/**
 * Accounts for an import: every row ended accepted, duplicate, superseded or quarantined; every
 * line that stands is counted, excluded or blocked under each term of each agreement, and the sums
 * of these states are the sum of the lines. Refuses: import-not-found.
 */
export function reconcileImport(ports: Ports, tenant: TenantId, id: string): Promise<Result<Reconciliation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const stored = await tx.received.import(id);
    if (stored === undefined) return refused(refuse('import-not-found', 'import', { id }));
    const own = await tx.revisions.standingOf(id);
    const lines = [...own, ...(await tx.revisions.repairsStandingOf(id))];
    return accept({
      stored,
      reasons: await tx.received.reasons(id),
      lines: tallyLines(lines),
      standing: await standingOf(ports, tx, own),
      terms: await termStates(ports, tx, lines),
    });
  });
}

/** The same for all lines that are known, under one agreement. The database counts them where they lie. Refuses: agreement-not-found. */
export function reconcileAgreement(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<TermStates>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const { plans, context } = await plansNow(ports, tx, code);
    const [found] = plans;
    if (found === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    const { cells } = await new DatabaseExecutor(tx, { tenant, batch }, context).execute(found.plan);
    return accept({ agreement: code, states: cells.tallies });
  });
}

async function termStates(ports: Ports, tx: Tx, lines: readonly Line[]): Promise<readonly TermStates[]> {
  const { plans, context } = await plansNow(ports, tx);
  return plans.map(({ agreement, plan }) => ({
    agreement,
    states: cellsOver(plan, lines, context).tallies,
  }));
}

/** What each line is at best. */
async function standingOf(ports: Ports, tx: Tx, lines: readonly Line[]): Promise<Reconciliation['standing']> {
  const { plans, context } = await plansNow(ports, tx);
  const terms = plans.flatMap(({ plan }) => plan.terms);
  const standing = { counted: 0, blocked: 0, excluded: 0 };
  for (const line of lines) standing[bestOf(terms, line, context)] += 1;
  return standing;
}

function bestOf(terms: readonly PlanTerm[], line: Line, context: MatchContext): Match['state'] {
  let best: Match['state'] = 'excluded';
  for (const term of terms) {
    const { state } = matchLine(term, line, context);
    if (state === 'counted') return state;
    if (state === 'blocked') best = state;
  }
  return best;
}

type Plans = {
  readonly plans: readonly { readonly agreement: string; readonly plan: Plan }[];
  readonly context: MatchContext;
};

async function plansNow(ports: Ports, tx: Tx, only?: string): Promise<Plans> {
  const batch = await tx.batches.last();
  const context = { master: await tx.master.knownAt(batch), effective: await businessDay(tx, ports.clock) };
  const agreements = (await tx.agreements.allKnownAt(batch)).filter(
    ({ code }) => only === undefined || code === only,
  );
  const plans = agreements.map(({ code, agreement }) => ({
    agreement: code,
    plan: compilePlan(agreement, context.master),
  }));
  return { plans, context };
}
