import type { StateTally } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { execute } from '../../engine/simple/execute.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredImport } from '../ports/receivedStore.ts';
import type { Ports, Tally, TenantId, Tx } from '../ports.ts';
import { tallyLines } from './tallyLines.ts';

/** Of the lines that an import brought and that still stand: what each term makes of them. */
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
  /** Lines of the import that are known now, and their net values added up. */
  readonly lines: Tally;
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
    const lines = await tx.revisions.standingOf(id);
    return accept({
      stored,
      reasons: await tx.received.reasons(id),
      lines: tallyLines(lines),
      terms: await termStates(ports, tx, lines),
    });
  });
}

/** The same for all lines that are known, under one agreement or each of them. */
export function reconcileAgreement(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<TermStates>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const lines = await tx.lines.knownAt(batch, {});
    const [found] = await termStates(ports, tx, lines, code);
    return found === undefined
      ? refused(refuse('agreement-not-found', 'agreement', { id: code }))
      : accept(found);
  });
}

async function termStates(
  ports: Ports,
  tx: Tx,
  lines: readonly Line[],
  only?: string,
): Promise<readonly TermStates[]> {
  const batch = await tx.batches.last();
  const context = { master: await tx.master.knownAt(batch), effective: await businessDay(tx, ports.clock) };
  const agreements = (await tx.agreements.allKnownAt(batch)).filter(
    ({ code }) => only === undefined || code === only,
  );
  return agreements.map(({ code, agreement }) => ({
    agreement: code,
    states: execute(compilePlan(agreement, context.master), lines, context).tallies,
  }));
}
