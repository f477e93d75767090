import { inspectTable } from '../../adapters/files/inspectTable.ts';
import { decodeSource } from '../../adapters/files/sourceDescription.ts';
import { suggestedSource } from '../../adapters/files/suggestedSource.ts';
import type { InspectionUseCases } from '../../adapters/http/routes/inspectionRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { mappingsFor } from '../../app/intake/findMapping.ts';
import type { Mapping } from '../../app/ports/mappingStore.ts';
import type { Ports } from '../../app/ports.ts';
import type { Subject } from '../../core/mapping/subject.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** Looking into a file: what it says by itself, and what somebody has said of files like it. */
export function inspectionUseCases(ports: Ports, { tenant }: Caller): InspectionUseCases {
  return {
    inspectFile: async ({ path, name, subject, source }) => {
      const inspection = await inspectTable(path, { subject, name });
      if (!inspection.ok) return inspection;
      const { detection, columns, rows, isWhole, first } = inspection.value;
      const description = suggestedSource(inspection.value, source ?? name.replace(/\..*/s, ''));
      const named = columns.map(({ column }) => column);
      const saved = (await mappingsFor(ports, tenant, named)).find((mapping) => isOf(mapping, subject));
      return accept({
        name,
        detection: detection as Json,
        rows,
        isWhole,
        columns: columns.map(({ reading, ...column }) => ({
          ...column,
          ...(reading !== undefined && { reading: reading as Json }),
        })),
        first,
        description: description as Json,
        ...(saved && {
          saved: { name: saved.name, version: saved.version, description: saved.description },
        }),
      });
    },
  };
}

/** Whether a saved description makes of a file what is sought in it. */
function isOf({ description }: Mapping, subject: Subject): boolean {
  const source = decodeSource(description);
  if (!source.ok) return false;
  return subject === 'lines'
    ? 'identity' in source.value
    : 'kind' in source.value && source.value.kind === subject;
}
