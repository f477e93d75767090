import { inspectTable } from '../../adapters/files/inspectTable.ts';
import { suggestedSource } from '../../adapters/files/suggestedSource.ts';
import type { InspectionUseCases } from '../../adapters/http/routes/inspectionRoutes.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** Looking into a file needs nobody's data, so it is the same for every caller. */
export const inspectionUseCases: InspectionUseCases = {
  inspectFile: async ({ path, name, subject, source }) => {
    const inspection = await inspectTable(path, { subject, name });
    if (!inspection.ok) return inspection;
    const { detection, columns, rows, isWhole, first } = inspection.value;
    const description = suggestedSource(inspection.value, source ?? name.replace(/\..*/s, ''));
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
    });
  },
};
