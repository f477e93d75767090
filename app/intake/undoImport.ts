import { treeFaults } from '../../core/master/treeFaults.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { type Actor, actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { calculateAllIn } from '../calculation/calculateAllIn.ts';
import type { CalculatedAgreement } from '../calculation/calculateDue.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { MasterTakenBack } from '../ports/masterChange.ts';
import type { Undone, UndoStore } from '../ports/undoStore.ts';
import type { ImportKind, Ports, TenantId, Tx } from '../ports.ts';

/** What an undo did; one that was done before says so and changes nothing. */
export type UndoneImport = Partial<Undone> & { readonly batch: number; readonly isNew: boolean };

/**
 * Takes back a whole import, with the repairs of its rows, as one action: new facts withdraw what
 * it said or let the word of other imports stand again; nothing is deleted. The next calculation
 * reverses the books with the cause corrections. The same file may be imported again afterwards.
 * Of master data nothing is taken from under lines that stand, and no round of parents is left.
 * Refuses: import-not-found, master-in-use, master-invalid, reason-missing, known-day-backwards.
 */
export async function undoImport(
  ports: Ports,
  tenant: TenantId,
  input: UndoInput,
): Promise<Result<UndoneImport>> {
  if (input.reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
  return outcomeOf<Result<UndoneImport>>(ports.store.inTenant(tenant, (tx) => undoOnce(ports, tx, input)));
}

/** What taking an import back would do, and what would be booked then. */
export type UndoPreview = UndoneImport & {
  readonly calculated: readonly CalculatedAgreement[];
  /** Of master data, version by version; the first of them. */
  readonly changes: readonly MasterTakenBack[];
};

/** So many versions are looked at before a whole import is taken back. */
export const TAKEN_BACK_MAX = 200;

/**
 * Takes an import back, and calculates what is due then, in a transaction that is given up: nothing is written.
 * Refuses: import-not-found, master-in-use, master-invalid, known-day-backwards.
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
      const { batch } = undone.value;
      const changes = undone.value.isNew ? await tx.master.takenBackBy(batch, TAKEN_BACK_MAX) : [];
      throw new Abandoned(accept({ ...undone.value, calculated, changes }));
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
  const at = ports.clock.now();
  const batch = await tx.batches.take(kind, await businessDay(tx, ports.clock), at);
  if (!batch.ok) return batch;
  const entry = { document, batch: batch.value, reason, actor: actorText(actor) };
  const undone = await takeBack(tx, kind, entry);
  if (kind === 'master') {
    const refusals = await notTakenFrom(tx, document, batch.value);
    // Nothing of it may be kept.
    if (refusals.length > 0) throw new Abandoned(refused(...refusals));
  }
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

function takeBack(tx: Tx, kind: ImportKind, entry: Parameters<UndoStore['undo']>[0]): Promise<Undone> {
  if (kind === 'lines') return tx.undo.undo(entry);
  return kind === 'master' ? tx.master.undo(entry) : tx.facts.undo(kind, entry);
}

const NAMED_MAX = 5;

/** Lines would name what nobody knows; or the words that stand again make somebody its own parent. */
async function notTakenFrom(tx: Tx, document: string, batch: number): Promise<readonly Refusal[]> {
  const orphans = await tx.master.namedOrphans(batch, NAMED_MAX);
  if (orphans.length > 0)
    return orphans.map(({ kind, code, lines }) =>
      refuse('master-in-use', 'import', { id: document, kind, code, lines: String(lines) }),
    );
  const known = await tx.master.knownAt(batch);
  return [known.partners, known.categories].flatMap((tree) =>
    treeFaults(tree, tree.keys()).map(({ code, parent }) =>
      refuse('master-invalid', code, { field: 'parent', value: parent, reason: 'parent-cycle' }),
    ),
  );
}
