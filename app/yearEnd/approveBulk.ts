import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import type { Actor } from '../actor.ts';
import { approveIn, takeBatch } from '../agreements/approveProposal.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { Bulk, BulkEntry } from '../ports/bulkStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';
import { gatheredTx } from './gatheredTx.ts';

export type ApprovedBulk = {
  readonly id: string;
  /** How many agreements got a level of approval by this, and how many of them are versions now. */
  readonly approved: number;
  readonly versions: number;
};

type Approving = {
  readonly actor: Actor;
  readonly reason?: string;
  /** The version of the bulk that was looked at; left out by who types the command right after it. */
  readonly seen?: string;
};

/** A bulk and where each of its agreements stands. */
export type ShownBulk = { readonly bulk: Bulk; readonly entries: readonly BulkEntry[] };

/** Of where all of its agreements stand: it changes with each submission, approval and rejection. */
export function bulkVersion({ sha256 }: Pick<Ports, 'sha256'>, entries: readonly BulkEntry[]): string {
  const stand = entries.map(({ proposal, submission, state }) => [proposal, submission, state]);
  return hex(sha256(utf8(canonicalJson(stand))));
}

/**
 * One approval for all agreements of a spreadsheet that are still in review: the next level of each,
 * by a person who has not handed them in. Those that have every level become versions together, known
 * from one batch. All of it or nothing.
 * Refuses: person-needed, bulk-not-found, version-differs (`seen` is not where they stand), bulk-not-in-review,
 * those of approveProposal.
 */
export async function approveBulk(
  ports: Ports,
  tenant: TenantId,
  { id, ...by }: Approving & { readonly id: string },
): Promise<Result<ApprovedBulk>> {
  const person = personOf(by.actor);
  if (!person.ok) return person;
  return outcomeOf(ports.store.inTenant(tenant, (tx) => approveAll(ports, tx, id, by)));
}

async function approveAll(
  ports: Ports,
  given: Tx,
  id: string,
  { seen, ...by }: Approving,
): Promise<Result<ApprovedBulk>> {
  const bulk = isUuid(id) ? await given.bulks.lock(id) : undefined;
  if (bulk === undefined) return refused(refuse('bulk-not-found', 'id', { id }));
  const entries = await given.bulks.entries(id);
  const now = bulkVersion(ports, entries);
  const fit = sameVersion(seen ?? now, now);
  if (!fit.ok) return fit;
  const open = entries.filter(({ state }) => state === 'inReview');
  if (open.length === 0) return refused(refuse('bulk-not-in-review', 'id', { id }));
  const codes = entries.map(({ code }) => code);
  const proposals = open.map(({ proposal }) => proposal);
  const { tx, write } = await gatheredTx(given, codes, proposals);
  let batch: Promise<Result<number>> | undefined;
  const once = () => {
    batch ??= takeBatch(ports, tx);
    return batch;
  };
  let versions = 0;
  for (const { proposal, submission: seen } of open) {
    const level = await approveIn(ports, tx, { ...by, proposal, seen }, once);
    if (!level.ok) throw new Abandoned(level);
    if (level.value.version !== undefined) versions += 1;
  }
  await write();
  await auditDeed(ports, given, {
    actor: by.actor,
    action: 'agreements.approve',
    object: id,
    body: { approved: open.length, versions },
  });
  return accept({ id, approved: open.length, versions });
}

/**
 * A bulk by its id.
 * Refuses: bulk-not-found.
 */
export function showBulk(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownBulk>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const bulk = isUuid(id) ? await tx.bulks.find(id) : undefined;
    if (bulk === undefined) return refused(refuse('bulk-not-found', 'id', { id }));
    return accept({ bulk, entries: await tx.bulks.entries(id) });
  });
}
