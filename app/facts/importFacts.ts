import { accept, type Result } from '../../core/refusal/refusals.ts';
import { inImport } from '../intake/inImport.ts';
import type { ImportSummary, Ports, TenantId } from '../ports.ts';
import type { FactImport } from './factImport.ts';
import { factsOnce } from './factsOnce.ts';

/**
 * A file of payments, stock counts or master data into the database, in one transaction, by the rules of lines:
 * every row ends accepted, duplicate, superseded or quarantined, and the totals reconcile with it.
 * Refuses: those of the file, known-day-backwards, import-not-whole.
 */
export function importFacts(
  ports: Ports,
  tenant: TenantId,
  input: FactImport,
): Promise<Result<ImportSummary>> {
  return inImport(ports, tenant, async (tx) => accept(await factsOnce(ports, tx, input)));
}
