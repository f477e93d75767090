import { refuse } from '../../core/refusal/refusals.ts';
import type { ImportKind, Tx } from '../ports.ts';
import { ImportRefused } from './importRefused.ts';

/**
 * The import whose quarantined rows a file repairs, by what its rows say; undefined where they repair
 * none. Throws ImportRefused: import-repairs-mixed, import-not-found.
 */
export async function repairedImport(
  tx: Tx,
  file: string,
  parents: ReadonlySet<string>,
  kind: ImportKind,
): Promise<string | undefined> {
  const [parent = ''] = parents;
  if (parents.size > 1) throw new ImportRefused([refuse('import-repairs-mixed', file, { file })]);
  if (parent === '') return undefined;
  const asked = await tx.received.import(parent);
  const isFit =
    asked !== undefined && asked.undone === undefined && (asked.document.kind ?? 'lines') === kind;
  if (isFit) return parent;
  throw new ImportRefused([refuse('import-not-found', file, { id: parent })]);
}
