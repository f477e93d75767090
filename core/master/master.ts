import type { LocalDate } from '../calendar/localDate.ts';

/** What is known of a partner or a product from a day on. The next version replaces it. */
export type MasterVersion = {
  /** Undefined means: since ever. */
  readonly validFrom?: LocalDate;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The versions of one partner or product. Shape: at least one. */
export type MasterRecord = { readonly code: string; readonly versions: readonly MasterVersion[] };

/** Master data as known at one moment; codes are unique per kind. */
export type Master = {
  readonly partners: ReadonlyMap<string, MasterRecord>;
  readonly products: ReadonlyMap<string, MasterRecord>;
};

/** No master data: lines are then matched by their own codes and attributes alone. */
export const NO_MASTER: Master = { partners: new Map(), products: new Map() };

/**
 * The version in force on a day; before the first one, the first: a fact older than the
 * oldest record is described by that record rather than by nothing.
 */
export function versionOn(record: MasterRecord, date: LocalDate): MasterVersion {
  const versions = inOrder(record.versions);
  const past = versions.filter((version) => (version.validFrom ?? -Infinity) <= date);
  return past.at(-1) ?? (versions[0] as MasterVersion);
}

/** The last version: master data as it stands now. */
export function currentVersion(record: MasterRecord): MasterVersion {
  return inOrder(record.versions).at(-1) as MasterVersion;
}

function inOrder(versions: readonly MasterVersion[]): MasterVersion[] {
  return versions.toSorted((a, b) => (a.validFrom ?? -Infinity) - (b.validFrom ?? -Infinity));
}
