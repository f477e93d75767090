import { accept, type Result } from '../../core/refusal/refusals.ts';
import { Abandoned } from '../abandoned.ts';
import { calculateAllIn } from '../calculation/calculateAllIn.ts';
import type { FactImport } from '../facts/factImport.ts';
import { factsOnce } from '../facts/factsOnce.ts';
import type { MasterChange, MasterChangeKind, MasterVersionPair } from '../ports/masterChange.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';
import { inImport } from './inImport.ts';
import type { LinePreview } from './previewLines.ts';
import { refusedRows } from './refusedRows.ts';

/** Where every row would end. Accepted rows are those that are counted by what they would change. */
export type MasterPreview = LinePreview & {
  readonly counts: Readonly<Record<MasterChangeKind, number>>;
  /** The first of them, in the order of the file. */
  readonly changes: readonly MasterChange[];
};

export const CHANGES_MAX = 1000;

/**
 * Does the import of a file of master data by its good rows, and on request the calculation after it, in a
 * transaction that is then given up: what it says is what the import would do, and nothing is written.
 * While it lasts, no other import ends. Refuses: those of importMasterFile but those of its rows.
 */
export async function previewMaster(
  ports: Ports,
  tenant: TenantId,
  input: Omit<FactImport, 'kind' | 'mode'>,
  asked: { readonly earnings: boolean },
): Promise<Result<MasterPreview>> {
  try {
    return await inImport(ports, tenant, async (tx) => {
      const summary = await factsOnce(ports, tx, { ...input, kind: 'master' });
      const { id } = summary.document;
      const { counts, rows } = await tx.master.changesBy(id, CHANGES_MAX);
      const calculated = asked.earnings ? await calculateAllIn(ports, tx, tenant) : undefined;
      const { value: bad = [] } = await refusedRows(tx, id).next();
      const changes = rows.map(changeOf);
      throw new Abandoned<MasterPreview>({
        summary,
        counts,
        changes,
        bad,
        ...(calculated && { calculated }),
      });
    });
  } catch (error) {
    if (error instanceof Abandoned) return accept(error.value as MasterPreview);
    throw error;
  }
}

function changeOf({ row, change, before, version }: MasterVersionPair): MasterChange {
  const { kind, code, validFrom } = version;
  const old = textsOf(before);
  const fresh = textsOf(version);
  const fields = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const said = { field, before: old.get(field), after: fresh.get(field) };
    return said.before === said.after ? [] : [said];
  });
  return { ...{ row, kind, code, change, fields }, ...(validFrom !== undefined && { validFrom }) };
}

function textsOf(version: Pick<MasterRow, 'name' | 'attributes'> | undefined): ReadonlyMap<string, string> {
  if (version === undefined) return new Map();
  const attributes = Object.entries(version.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([
    ['name', version.name],
    ...attributes.map(([name, text]): [string, string] => [`attributes.${name}`, text]),
  ]);
}
