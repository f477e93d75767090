import type { LocalDate } from '../calendar/localDate.ts';
import { type MasterRecord, type MasterVersion, versionOn } from './master.ts';

/** What an attribute says from a day on, up to and with another one. */
export type SaidAttribute = {
  readonly attribute: string;
  /** '' for nothing. */
  readonly value: string;
  /** Undefined: since ever. */
  readonly from?: LocalDate;
  /** The last day; undefined: until it is said anew. */
  readonly until?: LocalDate;
};

/**
 * The versions by which one attribute says something for a time, such as below whom a partner stands: each version of that
 * time says it, one that begins with it, and one by which all is as before when it is over. What else is said of the
 * thing stays as it is, on each day. Versions are whole: what a later one says, no earlier one changes.
 */
export function attributeVersions(
  record: MasterRecord,
  { attribute, value, from, until }: SaidAttribute,
): readonly MasterVersion[] {
  const first = from ?? Number.NEGATIVE_INFINITY;
  const end = until === undefined ? Number.POSITIVE_INFINITY : until + 1;
  const startOf = ({ validFrom }: MasterVersion) => validFrom ?? Number.NEGATIVE_INFINITY;
  const within = record.versions.filter((version) => startOf(version) > first && startOf(version) < end);
  const { name, attributes } = versionOn(record, first);
  const begins: MasterVersion = { name, attributes, ...(from !== undefined && { validFrom: from }) };
  const changed = [begins, ...within].map((version) => ({
    ...version,
    attributes: { ...version.attributes, [attribute]: value },
  }));
  const isOver = end < Number.POSITIVE_INFINITY;
  if (!isOver || record.versions.some((version) => startOf(version) === end)) return changed;
  const after = versionOn(record, end);
  return [...changed, { name: after.name, attributes: after.attributes, validFrom: end }];
}
