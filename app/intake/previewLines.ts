import type { StrangeUnit } from '../../core/conversion/strangeUnits.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { Abandoned } from '../abandoned.ts';
import { calculateAllIn } from '../calculation/calculateAllIn.ts';
import type { CalculatedAgreement } from '../calculation/calculateDue.ts';
import type { FactImport } from '../facts/factImport.ts';
import { factsOnce } from '../facts/factsOnce.ts';
import type { ImportSummary, Ports, TenantId, Tx } from '../ports.ts';
import { importOnce } from './importOnce.ts';
import { inImport } from './inImport.ts';
import type { LineImport, RefusedRow } from './lineImport.ts';
import { refusedRows } from './refusedRows.ts';
import { strangeUnitsIn } from './strangeUnitsIn.ts';

/** What an import would do: the counts that it would end with, and what would be booked then. */
export type LinePreview = {
  readonly summary: ImportSummary;
  /** The first rows that are refused. */
  readonly bad: readonly RefusedRow[];
  /** Units that nobody knows of their products: such lines come in, and cannot be counted by quantity. */
  readonly strange?: readonly StrangeUnit[];
  /** Per agreement that is due then, its differences by partner and window; where it was asked for. */
  readonly calculated?: readonly CalculatedAgreement[];
};

/**
 * Does the whole import, and on request the calculation after it, in a transaction that is then
 * given up: the counts and differences are those of the import itself, and nothing is written.
 * Quarantined rows are shown also where it is all or nothing. While it lasts, no other import ends.
 * Refuses: those of importLines but import-not-whole.
 */
export function previewLines(
  ports: Ports,
  tenant: TenantId,
  input: Omit<LineImport, 'key' | 'mode'>,
  asked: { readonly earnings: boolean },
): Promise<Result<LinePreview>> {
  const look = async (tx: Tx, { batch }: ImportSummary) => ({ strange: await strangeUnitsIn(tx, batch) });
  return preview(ports, tenant, asked, (tx) => importOnce(ports, tx, input), look);
}

/** The same for payments and stock. Refuses: those of importFacts but import-not-whole. */
export function previewFacts(
  ports: Ports,
  tenant: TenantId,
  input: Omit<FactImport, 'mode'>,
  asked: { readonly earnings: boolean },
): Promise<Result<LinePreview>> {
  return preview(ports, tenant, asked, (tx) => factsOnce(ports, tx, input));
}

async function preview(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly earnings: boolean },
  bringIn: (tx: Tx) => Promise<ImportSummary>,
  look: (tx: Tx, summary: ImportSummary) => Promise<Pick<LinePreview, 'strange'>> = async () => ({}),
): Promise<Result<LinePreview>> {
  try {
    return await inImport(ports, tenant, async (tx) => {
      const summary = await bringIn(tx);
      const seen = await look(tx, summary);
      const calculated = asked.earnings ? await calculateAllIn(ports, tx, tenant) : undefined;
      const { value: bad = [] } = await refusedRows(tx, summary.document.id).next();
      throw new Abandoned<LinePreview>({ summary, bad, ...seen, ...(calculated && { calculated }) });
    });
  } catch (error) {
    if (error instanceof Abandoned) return accept(error.value as LinePreview);
    throw error;
  }
}
