import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import { ImportRefused } from '../intake/importRefused.ts';
import type { ImportSummary, Ports, TenantId } from '../ports.ts';
import type { FactImport } from './factImport.ts';
import { factsOnce } from './factsOnce.ts';

/**
 * A file of payments or stock counts into the database, in one transaction, by the rules of lines:
 * every row ends accepted, duplicate, superseded or quarantined, and the totals reconcile with it.
 * Refuses: those of the file, known-day-backwards, import-not-whole.
 */
export async function importFacts(
  ports: Ports,
  tenant: TenantId,
  input: FactImport,
): Promise<Result<ImportSummary>> {
  try {
    return accept(await ports.store.inTenant(tenant, (tx) => factsOnce(ports, tx, input)));
  } catch (error) {
    if (error instanceof ImportRefused) return refused(...error.refusals);
    throw error;
  }
}
