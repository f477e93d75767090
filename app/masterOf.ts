import { type Master, type MasterRecord, type MasterVersion, NO_MASTER } from '../core/master/master.ts';
import type { MasterRow } from './ports.ts';

/** Rows of master data, in any order, as the versions of their partners and products. */
export function masterOf(rows: readonly MasterRow[]): Master {
  return { ...NO_MASTER, partners: recordsOf(rows, 'partner'), products: recordsOf(rows, 'product') };
}

function recordsOf(rows: readonly MasterRow[], kind: MasterRow['kind']): ReadonlyMap<string, MasterRecord> {
  const groups = Map.groupBy(
    rows.filter((row) => row.kind === kind),
    (row) => row.code,
  );
  return new Map([...groups].map(([code, versions]) => [code, { code, versions: versions.map(versionOf) }]));
}

function versionOf({ name, validFrom, attributes }: MasterRow): MasterVersion {
  return { name, attributes, ...(validFrom !== undefined && { validFrom }) };
}
