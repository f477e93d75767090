import { type Refusal, type Result, refused } from '../../core/refusal/refusals.ts';
import type { FactImport } from '../facts/factImport.ts';
import { importFacts } from '../facts/importFacts.ts';
import type { ImportSummary, Ports, TenantId } from '../ports.ts';
import type { RefusedRow } from './lineImport.ts';

/** Who mends a file begins with the first of what is wrong with it. */
const REFUSALS_MAX = 1000;

/**
 * A file of master data into the database, by the intake of facts: every row ends accepted, duplicate,
 * superseded or quarantined. All or nothing unless it is said otherwise, since a product that is left out
 * changes who earns what; what is wrong with each row is then the answer.
 * Refuses: those of the file, known-day-backwards; all or nothing: those of its rows.
 */
export async function importMasterFile(
  ports: Ports,
  tenant: TenantId,
  input: Omit<FactImport, 'kind'>,
): Promise<Result<ImportSummary>> {
  const { mode = 'allOrNothing', onRefused = drained } = input;
  let refusals: Refusal[] = [];
  async function* noted(pages: AsyncIterable<readonly RefusedRow[]>) {
    for await (const page of pages) {
      for (const row of page) if (refusals.length < REFUSALS_MAX) refusals.push(...row.refusals);
      yield page;
    }
  }
  const done = await importFacts(ports, tenant, {
    ...{ ...input, kind: 'master', mode },
    onRefused: (rows, document) => {
      refusals = [];
      return onRefused(noted(rows), document);
    },
  });
  const isNotWhole = !done.ok && done.refusals.some(({ code }) => code === 'import-not-whole');
  return isNotWhole && refusals.length > 0 ? refused(...refusals) : done;
}

async function drained(rows: AsyncIterable<readonly RefusedRow[]>): Promise<void> {
  for await (const _ of rows);
}
