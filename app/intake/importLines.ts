import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import type { ImportSummary, Ports, TenantId } from '../ports.ts';
import { importOnce } from './importOnce.ts';
import { ImportRefused } from './importRefused.ts';
import type { LineImport } from './lineImport.ts';

/**
 * A file of lines into the database, in one transaction: every row ends accepted, duplicate,
 * superseded or quarantined, and the totals reconcile with the file. Nothing of a file that is
 * refused as a whole is kept, nor of one with a quarantined row where it is all or nothing.
 * Refuses: those of the file, idempotency-key-reused, known-day-backwards, import-not-whole.
 */
export async function importLines(
  ports: Ports,
  tenant: TenantId,
  input: LineImport,
): Promise<Result<ImportSummary>> {
  try {
    return accept(await ports.store.inTenant(tenant, (tx) => importOnce(ports, tx, input)));
  } catch (error) {
    if (error instanceof ImportRefused) return refused(...error.refusals);
    throw error;
  }
}
