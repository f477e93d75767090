import type { LocalDate } from '../calendar/localDate.ts';

/** What is known of a partner, a product, a category or a rate from a day on. The next version replaces it. */
export type MasterVersion = {
  /** Undefined means: since ever. */
  readonly validFrom?: LocalDate;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The versions of one partner, product, category or rate, in any order. Shape: at least one, each from another day on. */
export type MasterRecord = { readonly code: string; readonly versions: readonly MasterVersion[] };

/**
 * Master data as known at one moment; codes are unique per kind. A category names the one above it
 * in its attribute `parent`. A rate has a code such as "USD/EUR" (1 USD = x EUR), one version a day,
 * and an attribute per kind of rate: "closing", "average". A price has a code such as "LIST/A" and
 * the attribute `price`, "9.90 EUR" for one unit. A document of ours has a code such as
 * "EU/CN-17" and may name its `partner`.
 */
export type Master = {
  readonly partners: ReadonlyMap<string, MasterRecord>;
  readonly products: ReadonlyMap<string, MasterRecord>;
  readonly categories: ReadonlyMap<string, MasterRecord>;
  readonly rates: ReadonlyMap<string, MasterRecord>;
  readonly prices: ReadonlyMap<string, MasterRecord>;
  readonly ownDocuments: ReadonlyMap<string, MasterRecord>;
};

/** Attributes of a product that are unit factors: `unit.CS` = "12 EA". */
export const UNIT_PREFIX = 'unit.';

/** No master data: lines are then matched by their own codes and attributes alone. */
export const NO_MASTER: Master = {
  partners: new Map(),
  products: new Map(),
  categories: new Map(),
  rates: new Map(),
  prices: new Map(),
  ownDocuments: new Map(),
};

/** The code of a document of ours: two companies may give the same number. */
export function ownDocumentCode(company: string, document: string): string {
  return `${company}/${document}`;
}

/** The code of the price that a price list has for a product. */
export function listPriceCode(list: string, product: string): string {
  return `${list}/${product}`;
}

/**
 * The version in force on a day; before the first one, the first: a fact older than the
 * oldest record is described by that record rather than by nothing.
 */
export function versionOn(record: MasterRecord, date: LocalDate): MasterVersion {
  let found = firstOf(record);
  for (const version of record.versions) {
    if (startOf(version) <= date && startOf(version) > startOf(found)) found = version;
  }
  return found;
}

/** The last version: master data as it stands now. */
export function currentVersion(record: MasterRecord): MasterVersion {
  return versionOn(record, Number.POSITIVE_INFINITY);
}

function firstOf(record: MasterRecord): MasterVersion {
  let first = record.versions[0] as MasterVersion;
  for (const version of record.versions) {
    if (startOf(version) < startOf(first)) first = version;
  }
  return first;
}

function startOf(version: MasterVersion): number {
  return version.validFrom ?? Number.NEGATIVE_INFINITY;
}

/**
 * The text of an attribute; undefined where there is none. An empty text is none, and so is what
 * every object has without anybody having said it ("constructor").
 */
export function attributeText(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const text = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return text === '' ? undefined : text;
}
