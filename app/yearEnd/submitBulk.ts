import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { type Actor, actorText } from '../actor.ts';
import { beginNew } from '../agreements/draftAgreement.ts';
import { personOf } from '../agreements/personOf.ts';
import { submitIn } from '../agreements/submitProposal.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { gatheredTx } from './gatheredTx.ts';
import { type BulkOutcome, type BulkTexts, planBulk, refusalsOf } from './planBulk.ts';

export type BulkFile = {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly BulkTexts[];
  readonly actor: Actor;
};

/** What was handed in: one thing to approve, and what each row became. */
export type SubmittedBulk = { readonly id: string; readonly outcomes: readonly BulkOutcome[] };

/**
 * Hands all agreements of a spreadsheet in, in one transaction, each as a proposal of its own that
 * its history begins with. All of it or nothing.
 * Refuses: person-needed, bulk-empty, bulk-unchanged, and those of planBulk and submitProposal by row.
 */
export async function submitBulk(
  ports: Ports,
  tenant: TenantId,
  file: BulkFile,
): Promise<Result<SubmittedBulk>> {
  const person = personOf(file.actor);
  if (!person.ok) return person;
  if (file.rows.length === 0) return refused(refuse('bulk-empty', file.name));
  return outcomeOf(ports.store.inTenant(tenant, (tx) => submitAll(ports, tx, file)));
}

async function submitAll(
  ports: Ports,
  given: Tx,
  { name, sha256, rows, actor }: BulkFile,
): Promise<Result<SubmittedBulk>> {
  const outcomes = await planBulk(given, rows);
  const fit = refusalsOf(outcomes);
  if (!fit.ok) return fit;
  const codes = outcomes.filter(({ outcome }) => outcome !== 'unchanged').map(({ code }) => code);
  const { tx, write } = await gatheredTx(given, codes, []);
  const entries: { row: number; proposal: string }[] = [];
  // In order of the agreements: whoever hands in others at the same time locks them in the same order.
  for (const entry of outcomes.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    if (entry.outcome !== 'created' && entry.outcome !== 'renewed') continue;
    const { row, parsed, madeFrom, value } = entry;
    const kind = entry.outcome === 'renewed' ? 'renewal' : 'clone';
    const begun = kept(
      await beginNew(ports, tx, { actor, kind, madeFrom, parsed, reason: `${name}, ${row}` }),
      row,
    );
    const { proposal, revision: seen } = begun;
    kept(await submitIn(ports, tx, { actor, proposal, seen, value }), row);
    entries.push({ row, proposal });
  }
  if (entries.length === 0) return refused(refuse('bulk-unchanged', name));
  await write();
  const [id, at] = [ports.ids.next(), ports.clock.now()];
  await given.bulks.record(
    { id, name, sha256, rows: rows.length, submittedBy: actorText(actor), submittedAt: at },
    entries,
  );
  await auditDeed(ports, given, {
    actor,
    action: 'agreements.submit',
    object: id,
    body: { name, sha256, rows: rows.length, proposals: entries.length },
  });
  return accept({ id, outcomes });
}

/** The value, or the end of the whole transaction. */
function kept<T>(result: Result<T>, row: number): T {
  if (result.ok) return result.value;
  const refusals = result.refusals.map((no) => ({
    ...no,
    at: `row ${row}, ${no.at}`,
    facts: { ...no.facts, row: String(row) },
  }));
  throw new Abandoned(refused(...refusals));
}
