import { systemActor } from '../actor.ts';
import { passDeadlines } from '../claims/claimDeadlines.ts';
import { keepRefused } from '../claims/leftOut.ts';
import { raiseClaims } from '../claims/raiseClaims.ts';
import { expireActivities } from '../funds/useFund.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import type { Attempt, Outcome } from './attempt.ts';

/**
 * Does what a day brings by the dates of agreements, claims and funds: silence becomes an answer, windows that are
 * over are claimed and reminders written down where the company says so, and what nobody claimed of a fund in
 * time falls back. Each of them is done once, however often a day is passed or wherever a worker dies.
 */
export async function passDayJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const actor = systemActor('claims');
  for (const agreement of await ports.store.inTenant(tenant, (tx) => agreementsToClaim(tx))) {
    if (attempt.isStopping()) return 'again';
    // What cannot be claimed yet is claimed on another day; why is kept, and listed with what is left out.
    const raised = await raiseClaims(ports, tenant, { agreement, actor });
    if (!raised.ok) await keepRefused(ports, tenant, { agreement, actor, refusals: raised.refusals });
  }
  await passDeadlines(ports, tenant, { isRecorded: 'byRule', actor });
  await expireActivities(ports, tenant, {});
  return 'done';
}

/**
 * Those under which we claim and whose company lets claims be raised by themselves; and those of which something
 * is left out, under which we may claim no more.
 */
async function agreementsToClaim(tx: Tx): Promise<readonly string[]> {
  const found: string[] = [];
  const leftOut = new Set(await tx.claims.agreementsLeftOut());
  for (const { code, agreement } of await tx.agreements.allKnownAt(await tx.batches.last())) {
    if (agreement.settlement.claim.rule !== 'weClaim') {
      if (leftOut.has(code)) found.push(code);
      continue;
    }
    const rule = await tx.claims.rule(agreement.company, agreement.currency);
    if (rule?.byItself.includes('claims')) found.push(code);
  }
  return found;
}
