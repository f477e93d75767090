import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { type FactTexts, writeFacts } from '../facts/writeFacts.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';

/** Whether the row said something new. */
export type MasterWritten = { readonly isChanged: boolean };

/**
 * Rows of master data from another program: as a file of these rows, by the same rules, each taken or
 * refused for itself; what is taken becomes known in one batch, what is refused stands in quarantine. Two
 * rows of one thing for one day are both refused: neither goes before the other.
 * Refuses: known-day-backwards; each row: master-invalid, master-version-repeated.
 */
export async function writeMaster(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<readonly Result<MasterWritten>[]>> {
  const written = await writeFacts(ports, tenant, 'master', rows.map(textsOf), actor);
  if (!written.ok) return written;
  return accept(
    written.value.map((row) => (row.ok ? accept({ isChanged: row.value.disposition === 'accepted' }) : row)),
  );
}

function textsOf({ kind, code, name, validFrom, attributes }: MasterRow): FactTexts {
  const own = Object.entries(attributes).map(([attribute, text]) => [`attributes.${attribute}`, text]);
  const day = validFrom !== undefined && { validFrom: formatDate(validFrom) };
  return { kind, code, name, ...day, ...Object.fromEntries(own) };
}
