import { openTable } from '../adapters/files/openTable.ts';
import { OWN_FORM } from '../adapters/files/readCsv.ts';
import { readFacts } from '../adapters/files/readFacts.ts';
import type { TableReading } from '../adapters/files/readingFormat.ts';
import { readLines } from '../adapters/files/readLines.ts';
import { readOwnMaster } from '../adapters/files/readMaster.ts';
import { readMasterTable } from '../adapters/files/readMasterTable.ts';
import { isRepairColumn } from '../adapters/files/repairColumns.ts';
import {
  decodeFactSource,
  decodeLineSource,
  decodeMasterSource,
  type FactSource,
  type LineSource,
  type MasterSource,
} from '../adapters/files/sourceDescription.ts';
import type { FactImport } from '../app/facts/factImport.ts';
import { fieldsOf } from '../app/facts/factKinds.ts';
import { findMapping, mappingsFor } from '../app/intake/findMapping.ts';
import type { LineImport } from '../app/intake/lineImport.ts';
import { isMasterField } from '../app/intake/parseMaster.ts';
import type { FactKind } from '../app/ports/factStore.ts';
import type { Mapping } from '../app/ports/mappingStore.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { isLineField } from '../core/fact/parseLine.ts';
import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';

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
  const found =
    source === undefined
      ? await savedFor(ports, tenant, path, {
          name: mapping,
          isOwn: (columns) => columns.every(isLineField),
          decode: decodeLineSource,
        })
      : accept({ source });
  if (!found.ok) return found;
  const by: Saved<LineSource> = found.value;
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

/** The same for payments and stock. Refuses: mapping-not-found, source-invalid. */
export async function describedFacts(
  ports: Ports,
  tenant: TenantId,
  kind: FactKind,
  path: string,
  { source, mapping, folder, name }: Omit<DescribedOptions, 'source'> & { readonly source?: FactSource },
): Promise<Result<Pick<FactImport, 'kind' | 'open' | 'mapping'>>> {
  const isOwn = (columns: readonly string[]) => columns.every((one) => fieldsOf(kind).fields.includes(one));
  const found =
    source === undefined
      ? await savedFor(ports, tenant, path, { name: mapping, isOwn, decode: decodeFactSource })
      : accept({ source });
  if (!found.ok) return found;
  const by: Saved<FactSource> = found.value;
  if (by.source !== undefined && by.source.kind !== kind) {
    const facts = { reason: 'kind-differs', value: by.source.kind, allowed: kind };
    return refused(refuse('source-invalid', 'kind', facts));
  }
  return accept({
    kind,
    open: () =>
      readFacts(path, kind, {
        ...(by.source && { source: by.source }),
        ...(folder !== undefined && { folder }),
        ...(name !== undefined && { name }),
      }),
    ...(by.mapping && { mapping: by.mapping }),
  });
}

/**
 * A file of master data: our own JSON or columns, or any table by a description that is given or saved.
 * Refuses: mapping-not-found, source-invalid.
 */
export async function describedMaster(
  ports: Ports,
  tenant: TenantId,
  path: string,
  { source, mapping, folder, name }: Omit<DescribedOptions, 'source'> & { readonly source?: MasterSource },
): Promise<Result<Pick<FactImport, 'open' | 'mapping'>>> {
  const found =
    source === undefined
      ? await savedFor(ports, tenant, path, {
          name: mapping,
          isOwn: isMasterTable,
          decode: decodeMasterSource,
        })
      : accept({ source });
  if (!found.ok) return found;
  const by: Saved<MasterSource> = found.value;
  const named = { ...(name !== undefined && { name }) };
  const options = {
    ...(by.source && { source: by.source }),
    ...named,
    ...(folder !== undefined && { folder }),
  };
  const own = by.source === undefined ? await columnsOf(path, OWN_FORM) : undefined;
  const isOwnJson = own !== undefined && !(own.ok && isMasterTable(own.value));
  return accept({
    open: () => (isOwnJson ? readOwnMaster(path, named) : readMasterTable(path, options)),
    ...(by.mapping && { mapping: by.mapping }),
  });
}

/** Whether a table of master data needs no description: its columns are fields of ours, or say what its rows repair. */
function isMasterTable(columns: readonly string[]): boolean {
  return (
    columns.includes('code') && columns.every((column) => isMasterField(column) || isRepairColumn(column))
  );
}

type Saved<S> = { readonly source?: S; readonly mapping?: LineImport['mapping'] };

/** The saved description of a name; without one, for columns that are not our own, the last one saved for them. */
async function savedFor<S>(
  ports: Ports,
  tenant: TenantId,
  path: string,
  {
    name,
    isOwn,
    decode,
  }: {
    readonly name: string | undefined;
    readonly isOwn: (columns: readonly string[]) => boolean;
    readonly decode: (description: unknown) => Result<S>;
  },
): Promise<Result<Saved<S>>> {
  if (name !== undefined) {
    const found = await findMapping(ports, tenant, name);
    return found.ok ? decoded(found.value, decode) : found;
  }
  // Our own form is known by its first row; of another one it is found out how it is written, which
  // may take the whole file: no description has said so yet.
  const own = await columnsOf(path, OWN_FORM);
  if (own.ok && isOwn(own.value)) return accept({});
  const columns = await columnsOf(path, {});
  if (!columns.ok || isOwn(columns.value)) return accept({});
  const saved = await mappingsFor(ports, tenant, columns.value);
  const fit = saved.find(({ description }) => decode(description).ok) ?? saved[0];
  return fit === undefined ? accept({}) : decoded(fit, decode);
}

function decoded<S>(
  { name, version, description }: Mapping,
  decode: (description: unknown) => Result<S>,
): Result<Saved<S>> {
  const source = decode(description);
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
