import type { Master, MasterRecord, MasterVersion } from '../core/master/master.ts';
import type { MasterRow } from './ports.ts';

/** Rows of master data, in any order, as the versions of what they describe. */
export function masterOf(rows: readonly MasterRow[]): Master {
  return {
    partners: recordsOf(rows, 'partner'),
    products: recordsOf(rows, 'product'),
    categories: recordsOf(rows, 'category'),
    rates: recordsOf(rows, 'rate'),
    prices: recordsOf(rows, 'price'),
    ownDocuments: recordsOf(rows, 'ownDocument'),
  };
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
