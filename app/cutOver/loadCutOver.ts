import { formatDate } from '../../core/calendar/localDate.ts';
import type { CutOverRow, LoadKind } from '../../core/cutOver/cutOverFields.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { CutOver, LoadContent } from '../ports/cutOverStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type ControlTotal, controlTotals } from './controlTotals.ts';
import { besideLines, decodeLoad } from './decodeLoad.ts';
import { lockedCutOver } from './lockedCutOver.ts';

export type CutOverFile = {
  readonly cutOver: string;
  readonly kind: LoadKind;
  readonly name: string;
  /** Hex of the bytes. */
  readonly sha256: string;
  readonly rows: readonly CutOverRow[];
};

/** What a file comes to, row by row and in sums; `revision` once it is loaded. */
export type LoadedFile = {
  readonly kind: LoadKind;
  readonly rows: number;
  /** Why rows cannot be taken; nothing is loaded while there is one. */
  readonly refusals: readonly Refusal[];
  readonly totals: readonly ControlTotal[];
  /** The revision that it would replace; 0 for none. */
  readonly replaces: number;
  readonly revision?: number;
};

/**
 * A file of balances, history or old figures into a cut-over, all of it or nothing. It takes the
 * place of the file of its kind that was loaded before and adds nothing to it. A preview says the
 * same and writes nothing.
 * Refuses: cut-over-not-found, cut-over-signed, cut-over-file-empty, known-day-backwards; rows by
 * their own codes, in `refusals` of the preview, as refusals of the load.
 */
export function loadCutOver(
  ports: Ports,
  tenant: TenantId,
  file: CutOverFile,
  options: LoadOptions,
): Promise<Result<LoadedFile>> {
  return outcomeOf(ports.store.inTenant(tenant, (tx) => load(ports, tx, file, options)));
}

type LoadOptions = { readonly actor: Actor; readonly preview: boolean };

async function load(
  ports: Ports,
  tx: Tx,
  file: CutOverFile,
  options: LoadOptions,
): Promise<Result<LoadedFile>> {
  const locked = await lockedCutOver(tx, file.cutOver);
  if (!locked.ok) return locked;
  if (file.rows.length === 0) return refused(refuse('cut-over-file-empty', file.name));
  const cutOver = locked.value;
  const { content, refusals } = await decodeLoad(tx, cutOver, file);
  const before = (await tx.cutOvers.loads(cutOver.code)).find(({ kind }) => kind === file.kind);
  const shown = {
    kind: file.kind,
    rows: file.rows.length,
    refusals,
    totals: controlTotals(content),
    replaces: before?.revision ?? 0,
  };
  if (options.preview) return accept(shown);
  if (refusals.length > 0) return refused(...refusals);
  if (before?.sha256 === file.sha256) return accept({ ...shown, revision: before.revision });
  const written = await write(ports, tx, cutOver, file, content, options.actor);
  return written.ok ? accept({ ...shown, revision: written.value }) : written;
}

async function write(
  ports: Ports,
  tx: Tx,
  { code: cutOver, company }: CutOver,
  file: CutOverFile,
  content: LoadContent,
  actor: Actor,
): Promise<Result<number>> {
  const at = ports.clock.now();
  const batch = await tx.batches.take('cutOver', await businessDay(tx, ports.clock), at);
  if (!batch.ok) return batch;
  // Asked again under the lock of the counter: lines may have come in meanwhile. A batch that was taken
  // is given back with the transaction.
  const beside =
    content.kind === 'history' ? await besideLines(tx, batch.value, company, content.entries) : [];
  if (beside.length > 0) throw new Abandoned(refused(...beside));
  const { kind, name, sha256 } = file;
  const rows = file.rows.length;
  const entry = {
    id: ports.ids.next(),
    cutOver,
    kind,
    batch: batch.value,
    name,
    sha256,
    rows,
    loadedBy: actorText(actor),
    loadedAt: at,
  };
  const revision = await tx.cutOvers.record(entry, content);
  await auditDeed(ports, tx, {
    actor,
    action: `cutOver.load.${kind}`,
    object: cutOver,
    body: { revision, name, sha256, rows, knownOn: formatDate(await businessDay(tx, ports.clock)) },
  });
  await askCalculation(ports, tx, actor);
  return accept(revision);
}
