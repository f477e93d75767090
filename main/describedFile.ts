import { openTable } from '../adapters/files/openTable.ts';
import type { TableReading } from '../adapters/files/readingFormat.ts';
import { readLines } from '../adapters/files/readLines.ts';
import { decodeLineSource, type LineSource } from '../adapters/files/sourceDescription.ts';
import { findMapping, mappingsFor } from '../app/intake/findMapping.ts';
import type { LineImport } from '../app/intake/lineImport.ts';
import type { Mapping } from '../app/ports/mappingStore.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { isLineField } from '../core/fact/parseLine.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';

/** What the import of a file needs to know of it, and by which saved description it is read. */
export type DescribedFile = Pick<LineImport, 'source' | 'open' | 'mapping'>;

export type DescribedOptions = {
  /** A description that is at hand. */
  readonly source?: LineSource;
  /** The name of a saved one. */
  readonly mapping?: string;
  /** Where the files lie that the description looks into. */
  readonly folder?: string;
  /** What the file is called, where its path says something else. */
  readonly name?: string;
};

/**
 * A file of lines, to be read by a description that is given, by a saved one, or, where the columns
 * are not our own, by the last one that was saved for these columns.
 * Refuses: mapping-not-found, source-invalid.
 */
export async function describedFile(
  ports: Ports,
  tenant: TenantId,
  path: string,
  { source, mapping, folder, name }: DescribedOptions,
): Promise<Result<DescribedFile>> {
  const found = source === undefined ? await savedFor(ports, tenant, path, mapping) : accept({ source });
  if (!found.ok) return found;
  const by: { source?: LineSource; mapping?: LineImport['mapping'] } = found.value;
  return accept({
    source: by.source?.source ?? 'file',
    open: () =>
      readLines(path, {
        ...(by.source && { source: by.source }),
        ...(folder !== undefined && { folder }),
        ...(name !== undefined && { name }),
      }),
    ...(by.mapping && { mapping: by.mapping }),
  });
}

async function savedFor(ports: Ports, tenant: TenantId, path: string, name: string | undefined) {
  if (name !== undefined) {
    const found = await findMapping(ports, tenant, name);
    return found.ok ? decoded(found.value) : found;
  }
  // How it is written is found out: no description has said so yet.
  const columns = await columnsOf(path, {});
  if (!columns.ok || columns.value.every(isLineField)) return accept({});
  const [saved] = await mappingsFor(ports, tenant, columns.value);
  return saved === undefined ? accept({}) : decoded(saved);
}

function decoded({ name, version, description }: Mapping) {
  const source = decodeLineSource(description);
  return source.ok ? accept({ source: source.value, mapping: { name, version } }) : source;
}

/** The header of a file, of which nothing else is read. */
export async function columnsOf(
  path: string,
  reading: TableReading | undefined,
): Promise<Result<readonly string[]>> {
  const file = await openTable(path, reading === undefined ? {} : { reading });
  if (!file.ok) return file;
  await file.value.close();
  return accept(file.value.columns);
}
