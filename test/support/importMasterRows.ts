import { createHash } from 'node:crypto';
import type { Actor } from '../../app/actor.ts';
import { importMasterFile } from '../../app/intake/importMasterFile.ts';
import type { ImportSummary, MasterRow, Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';

/** Master data that is at hand, brought in as a file of it. */
export function importMasterRows(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<ImportSummary>> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(fieldsOf(row))))];
  const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const read = rows.map(fieldsOf).map((fields, index) => ({
    ...{ row: index + 1, fields, refusals: [] },
    texts: columns.map((column) => fields[column] ?? ''),
  }));
  async function* batches() {
    yield accept(read);
  }
  const open = async () =>
    accept({ name: 'master.csv', columns, batches: batches(), document: () => ({ sha256, bytes: 1 }) });
  return importMasterFile(ports, tenant, { open, actor });
}

function fieldsOf({ kind, code, name, validFrom, attributes }: MasterRow): Record<string, string> {
  const own = Object.entries(attributes).map(([key, text]) => [`attributes.${key}`, text] as const);
  return {
    ...{ kind, code, name },
    ...(validFrom !== undefined && { validFrom: formatDate(validFrom) }),
    ...Object.fromEntries(own),
  };
}
