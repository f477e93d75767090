import { refuse } from '../../core/refusal/refusals.ts';
import type { ImportSummary } from '../ports.ts';
import { ImportRefused } from './importRefused.ts';
import type { ImportMode } from './lineImport.ts';

/** Where it is all or nothing, one row that is no fact refuses the file. Throws ImportRefused: import-not-whole. */
export function mustBeWhole(
  { dispositions, received, document }: ImportSummary,
  mode: ImportMode | undefined,
): void {
  const { rows } = dispositions.quarantined;
  if (mode !== 'allOrNothing' || rows === 0) return;
  const facts = { file: document.name, refused: String(rows), rows: String(received.rows) };
  throw new ImportRefused([refuse('import-not-whole', document.name, facts)]);
}
