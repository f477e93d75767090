import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { CutOver } from '../ports/cutOverStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type NewCutOver = {
  readonly code: string;
  readonly company: string;
  /** The last day of the time before. */
  readonly lastDay: LocalDate;
  /** Codes; undefined: all agreements of the company that are in no cut-over yet. */
  readonly agreements?: readonly string[];
};

/**
 * Opens a cut-over: from now on its agreements are computed beside the old system, and nothing of
 * them is booked until it is signed. An agreement that has booked already is past it.
 * Refuses: cut-over-exists, line-company-unknown, agreement-not-found, cut-over-company-differs,
 * cut-over-agreement-taken, cut-over-agreement-booked, cut-over-agreement-unknown where no agreement is
 * left, known-day-backwards.
 */
export function openCutOver(
  ports: Ports,
  tenant: TenantId,
  asked: NewCutOver,
  actor: Actor,
): Promise<Result<CutOver>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const codes = await agreementsOf(tx, asked);
    const problems = await problemsOf(tx, asked, codes);
    if (problems.length > 0) return refused(...problems);
    const at = ports.clock.now();
    const batch = await tx.batches.take('cutOver', await businessDay(tx, ports.clock), at);
    if (!batch.ok) return batch;
    const { code, company, lastDay } = asked;
    const cutOver = { code, company, lastDay, agreements: codes };
    await tx.cutOvers.open({ cutOver, batch: batch.value, openedBy: actorText(actor), at });
    await auditDeed(ports, tx, {
      actor,
      action: 'cutOver.open',
      object: code,
      body: { company, lastDay, agreements: codes },
    });
    return accept(cutOver);
  });
}

async function agreementsOf(tx: Tx, { agreements, company }: NewCutOver): Promise<readonly string[]> {
  if (agreements !== undefined) return [...new Set(agreements)].sort();
  const all = await tx.agreements.allKnownAt(await tx.batches.last());
  const taken = new Set((await tx.cutOvers.list()).flatMap((cutOver) => cutOver.agreements));
  return all
    .filter((entry) => entry.agreement.company === company && !taken.has(entry.code))
    .map(({ code }) => code);
}

/** What is named has to be there, before anything is told of what is there already. */
async function problemsOf(tx: Tx, asked: NewCutOver, codes: readonly string[]): Promise<Refusal[]> {
  const { code, company } = asked;
  if (!(await tx.company.all()).some((entry) => entry.code === company)) {
    return [refuse('line-company-unknown', 'company', { row: '', value: company })];
  }
  const batch = await tx.batches.last();
  const known = new Map((await tx.agreements.allKnownAt(batch)).map((stored) => [stored.code, stored]));
  const missing = codes.filter((id) => !known.has(id));
  if (missing.length > 0) return missing.map((id) => refuse('agreement-not-found', 'agreements', { id }));
  if ((await tx.cutOvers.find(code)) !== undefined) return [refuse('cut-over-exists', 'code', { code })];
  if (codes.length === 0) return [refuse('cut-over-agreement-unknown', 'agreements', { id: '' })];
  const problems: Refusal[] = [];
  for (const id of codes) problems.push(...(await problemsWith(tx, id, company, known.get(id)?.agreement)));
  return problems;
}

/** Each agreement is locked against a calculation that would book it meanwhile. */
async function problemsWith(
  tx: Tx,
  id: string,
  company: string,
  agreement: Agreement | undefined,
): Promise<Refusal[]> {
  if (agreement?.company !== company) {
    const facts = { value: company, expected: agreement?.company ?? '' };
    return [refuse('cut-over-company-differs', id, facts)];
  }
  const taken = await tx.cutOvers.of(id);
  if (taken !== undefined) return [refuse('cut-over-agreement-taken', id, { id, code: taken })];
  await tx.runs.lock(id);
  const booked = await tx.bookings.balances(id);
  return booked.length > 0 ? [refuse('cut-over-agreement-booked', id, { id })] : [];
}
