import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Refusal, type Result } from '../../core/refusal/refusals.ts';
import { Abandoned } from '../abandoned.ts';
import type { Actor } from '../actor.ts';
import { calculateAllIn } from '../calculation/calculateAllIn.ts';
import type { CalculatedAgreement } from '../calculation/calculateDue.ts';
import type { MasterBeside } from '../ports/masterPage.ts';
import type { MasterKind, MasterRow, Ports, TenantId, Tx } from '../ports.ts';
import { knownTrees, lockTrees, refuseUnfit } from './checkMaster.ts';
import { type MasterFile, type ReadMasterRow, repeatedMaster } from './masterFile.ts';
import { recordMaster } from './recordMaster.ts';

/**
 * What a row would make known: something that nothing is known of; of a thing that is known, a version
 * from a day on from which there is none; or other words for a version that is known.
 */
export const MASTER_CHANGES = ['newThing', 'newVersion', 'correctedVersion'] as const;
export type MasterChangeKind = (typeof MASTER_CHANGES)[number];

/** One field that would say something else; undefined where it said or says nothing. */
export type FieldChange = {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

export type MasterChange = {
  readonly row: number;
  readonly kind: MasterKind;
  readonly code: string;
  readonly validFrom?: LocalDate;
  readonly change: MasterChangeKind;
  /** Beside the version that describes the thing on its first day today; of a new thing, all fields. */
  readonly fields: readonly FieldChange[];
};

export type BadMasterRow = Pick<ReadMasterRow, 'row' | 'texts'> & { readonly refusals: readonly Refusal[] };

/** Where every row would end. The counts add up to `received`. */
export type MasterPreview = {
  readonly received: number;
  readonly unchanged: number;
  readonly counts: Readonly<Record<MasterChangeKind, number>>;
  /** The first of them, in the order of the file. */
  readonly changes: readonly MasterChange[];
  /** Every row that is refused: with one of them, nothing of the file is kept. */
  readonly bad: readonly BadMasterRow[];
  /** Per agreement that is due then, its differences by partner and window; where it was asked for. */
  readonly calculated?: readonly CalculatedAgreement[];
};

export const CHANGES_MAX = 1000;

/**
 * Does the import of a file of master data, as far as its rows are fit, and on request the calculation after
 * it, in a transaction that is then given up: what it says is what the import would do, and nothing is
 * written. While it lasts, no other import ends. Refuses: known-day-backwards.
 */
export async function previewMaster(
  ports: Ports,
  tenant: TenantId,
  { file, actor }: { readonly file: MasterFile; readonly actor: Actor },
  asked: { readonly earnings: boolean },
): Promise<Result<MasterPreview>> {
  try {
    return await ports.store.inTenant(tenant, async (tx) => {
      const { changed, bad } = await sorted(tx, file.rows);
      const rows = changed.map(({ said }) => said);
      const beside = await tx.master.beside(rows);
      const recorded = await recordMaster(ports, tx, rows, actor);
      if (!recorded.ok) return recorded;
      const calculated = asked.earnings ? await calculateAllIn(ports, tx, tenant) : undefined;
      throw new Abandoned<MasterPreview>({
        ...{ received: file.rows.length, unchanged: file.rows.length - rows.length - bad.length, bad },
        ...changesOf(changed, beside),
        ...(calculated && { calculated }),
      });
    });
  } catch (error) {
    if (error instanceof Abandoned) return accept(error.value as MasterPreview);
    throw error;
  }
}

type SaidRow = { readonly row: number; readonly said: MasterRow };

/** The rows that would say something new, and those that are refused, each with all that is against it. */
async function sorted(tx: Tx, rows: readonly ReadMasterRow[]) {
  const read = rows.flatMap((one) => (one.read.ok ? [{ ...one, said: one.read.value }] : []));
  const twice = repeatedMaster(read.map(({ at, said }) => ({ ...said, at })));
  const refusals = new Map<number, readonly Refusal[]>();
  for (const { row, read: result } of rows) if (!result.ok) refusals.set(row, result.refusals);
  for (const [index, { row }] of read.entries()) {
    const refusal = twice[index];
    if (refusal !== undefined) refusals.set(row, [refusal]);
  }
  const alone = read.filter(({ row }) => !refusals.has(row));
  const said = alone.map((one) => one.said);
  await lockTrees(tx, said);
  const changes = new Set(await tx.master.changes(said));
  const changed: SaidRow[] = alone.filter((one) => changes.has(one.said));
  const asked = changed.map((one) => one.said);
  const unfit = refuseUnfit(
    asked,
    asked.map(() => []),
    await knownTrees(tx, asked),
  );
  for (const [index, { row }] of changed.entries()) {
    const own = unfit[index] ?? [];
    if (own.length > 0) refusals.set(row, own);
  }
  return {
    changed: changed.filter(({ row }) => !refusals.has(row)),
    bad: rows.flatMap(({ row, at, texts }) => {
      const own = refusals.get(row);
      return own === undefined ? [] : [{ row, texts, refusals: own.map((one) => inRow(one, row, at)) }];
    }),
  };
}

/** What is only known of a thing is said of its row. */
function inRow(refusal: Refusal, row: number, at: string): Refusal {
  const isPlaced = refusal.at.startsWith(at);
  return {
    ...refusal,
    at: isPlaced ? refusal.at : `${at}, ${refusal.at}`,
    facts: { ...refusal.facts, row: String(row) },
  };
}

function changesOf(changed: readonly SaidRow[], beside: readonly MasterBeside[]) {
  const counts = { newThing: 0, newVersion: 0, correctedVersion: 0 };
  const begun = new Set<string>();
  const changes: MasterChange[] = [];
  for (const [index, { row, said }] of changed.entries()) {
    const known = beside[index];
    const change = kindOf(said, known, begun);
    counts[change] += 1;
    if (changes.length >= CHANGES_MAX) continue;
    const { kind, code, validFrom } = said;
    const place = { row, kind, code, ...(validFrom !== undefined && { validFrom }) };
    changes.push({ ...place, change, fields: fieldChanges(known?.version, said) });
  }
  return { counts, changes };
}

/** Of several versions of something new, the first in the file makes it known. */
function kindOf({ kind, code }: MasterRow, known: MasterBeside | undefined, begun: Set<string>) {
  if (known?.version !== undefined) return known.isSameDay ? 'correctedVersion' : 'newVersion';
  const thing = `${kind} ${code}`;
  if (begun.has(thing)) return 'newVersion';
  begun.add(thing);
  return 'newThing';
}

type Version = Pick<MasterRow, 'name' | 'attributes'>;

function fieldChanges(before: Version | undefined, after: Version): FieldChange[] {
  const old = textsOf(before);
  const fresh = textsOf(after);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const change = { field, before: old.get(field), after: fresh.get(field) };
    return change.before === change.after ? [] : [change];
  });
}

function textsOf(version: Version | undefined): ReadonlyMap<string, string> {
  if (version === undefined) return new Map();
  const attributes = Object.entries(version.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([
    ['name', version.name],
    ...attributes.map(([name, text]): [string, string] => [`attributes.${name}`, text]),
  ]);
}
