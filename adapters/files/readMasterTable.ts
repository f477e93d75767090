import type { FactFeed } from '../../app/facts/factImport.ts';
import { isMasterField, MASTER_FIELDS } from '../../app/intake/parseMaster.ts';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { openMapped, type ReadOptions } from './openMapped.ts';
import { receiveFacts } from './readFacts.ts';
import type { MasterSource } from './sourceDescription.ts';
import { usedColumns } from './usedColumns.ts';
import type { Value } from './valueFormat.ts';

const OWN = { fields: [...MASTER_FIELDS, 'attributes.…'], needed: ['kind', 'code'], isField: isMasterField };

/**
 * Opens a table of master data, to be read once as a stream: of one kind through its description, or
 * of any kinds in columns that bear the names of our fields.
 * Refuses at once: those of openMapped. Rows are refused one by one, as by readFacts.
 */
export async function readMasterTable(
  path: string,
  options: ReadOptions<MasterSource>,
): Promise<Result<FactFeed>> {
  const { source } = options;
  const values = source === undefined ? {} : masterValues(source);
  const kindOf = (field: string) => masterKind(source, field);
  const used = (lookup?: string) => usedColumns(values, kindOf, lookup);
  const opened = await openMapped(path, options, { values, own: OWN, kindOf, used });
  if (!opened.ok) return opened;
  const { file, readers } = opened.value;
  const { name, columns, seal } = file;
  return accept({ name, columns, batches: receiveFacts(file.batches, { columns, readers }), document: seal });
}

/** The values of a description by field; attributes are named `attributes.<name>`. */
function masterValues({
  kind,
  code,
  name,
  validFrom,
  attributes,
}: MasterSource): Readonly<Record<string, Value>> {
  const free = Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value]);
  return {
    kind: { constant: kind },
    code,
    name,
    ...(validFrom && { validFrom }),
    ...Object.fromEntries(free),
  };
}

/** Attributes are texts as they stand, except the rates of currencies. */
function masterKind(source: MasterSource | undefined, field: string): FieldKind {
  if (field === 'validFrom') return 'date';
  return source?.kind === 'rate' && field.startsWith('attributes.') ? 'number' : 'text';
}
