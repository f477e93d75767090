import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { ImportSummary, Ports, TenantId } from '../ports.ts';
import { importOnce } from './importOnce.ts';
import { inImport } from './inImport.ts';
import type { LineImport } from './lineImport.ts';

/**
 * A file of lines into the database, in one transaction: every row ends accepted, duplicate,
 * superseded or quarantined, and the totals reconcile with the file. Nothing of a file that is
 * refused as a whole is kept, nor of one with a quarantined row where it is all or nothing.
 * Refuses: those of the file, idempotency-key-reused, known-day-backwards, import-not-whole.
 */
export function importLines(
  ports: Ports,
  tenant: TenantId,
  input: LineImport,
): Promise<Result<ImportSummary>> {
  return inImport(ports, tenant, async (tx) => accept(await importOnce(ports, tx, input)));
}
