import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { type Actor, actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { calculateAllIn } from '../calculation/calculateAllIn.ts';
import type { CalculatedAgreement } from '../calculation/calculateDue.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { Undone } from '../ports/undoStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** What an undo did; one that was done before says so and changes nothing. */
export type UndoneImport = Partial<Undone> & { readonly batch: number; readonly isNew: boolean };

/**
 * Takes back a whole import, with the repairs of its rows, as one action: new facts withdraw what
 * it said or let the word of other imports stand again; nothing is deleted. The next calculation
 * reverses the books with the cause corrections. The same file may be imported again afterwards.
 * Refuses: import-not-found, master-not-undone, reason-missing, known-day-backwards.
 */
export async function undoImport(
  ports: Ports,
  tenant: TenantId,
  input: UndoInput,
): Promise<Result<UndoneImport>> {
  if (input.reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
  return ports.store.inTenant(tenant, (tx) => undoOnce(ports, tx, input));
}

/** What taking an import back would do, and what would be booked then. */
export type UndoPreview = UndoneImport & { readonly calculated: readonly CalculatedAgreement[] };

/**
 * Takes an import back, and calculates what is due then, in a transaction that is given up: nothing is written.
 * Refuses: import-not-found, master-not-undone, known-day-backwards.
 */
export async function previewUndo(
  ports: Ports,
  tenant: TenantId,
  input: Omit<UndoInput, 'reason'>,
): Promise<Result<UndoPreview>> {
  return outcomeOf<Result<UndoPreview>>(
    ports.store.inTenant(tenant, async (tx) => {
      const undone = await undoOnce(ports, tx, { ...input, reason: 'preview' });
      if (!undone.ok) return undone;
      const calculated = undone.value.isNew ? await calculateAllIn(ports, tx, tenant) : [];
      throw new Abandoned(accept({ ...undone.value, calculated }));
    }),
  );
}

type UndoInput = { readonly document: string; readonly reason: string; readonly actor: Actor };

async function undoOnce(
  ports: Ports,
  tx: Tx,
  { document, reason, actor }: UndoInput,
): Promise<Result<UndoneImport>> {
  // Another undo may be under way: whoever comes second finds it done.
  await tx.batches.lock();
  const asked = await tx.received.import(document);
  if (asked === undefined) return refused(refuse('import-not-found', 'import', { id: document }));
  if (asked.undone !== undefined) return accept({ batch: asked.undone.batch, isNew: false });
  const { kind = 'lines' } = asked.document;
  if (kind === 'master') return refused(refuse('master-not-undone', 'import', { id: document }));
  const at = ports.clock.now();
  const batch = await tx.batches.take(kind, await businessDay(tx, ports.clock), at);
  if (!batch.ok) return batch;
  const entry = { document, batch: batch.value, reason, actor: actorText(actor) };
  const undone = await (kind === 'lines' ? tx.undo.undo(entry) : tx.facts.undo(kind, entry));
  await askCalculation(ports, tx, actor);
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor,
    action: 'import.undo',
    object: document,
    batch: batch.value,
    body: { reason, ...undone },
  });
  return accept({ ...undone, batch: batch.value, isNew: true });
}
