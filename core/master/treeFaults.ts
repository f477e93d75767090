import type { LocalDate } from '../calendar/localDate.ts';
import { attributeText, type MasterRecord, versionOn } from './master.ts';

/** What stands below itself, and the one that names it as the one above. */
export type TreeFault = { readonly code: string; readonly parent: string };

/**
 * Which of these codes stand below themselves on any day on which something above them changes, in a
 * tree whose records name the one above in `parent`; each code once. One above without a record is
 * none: it may come later.
 */
export function treeFaults(tree: ReadonlyMap<string, MasterRecord>, codes: Iterable<string>): TreeFault[] {
  const faults: TreeFault[] = [];
  for (const code of codes) {
    const fault = daysOf(code, tree).flatMap((day) => faultOn(code, tree, day) ?? [])[0];
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

function faultOn(
  code: string,
  tree: ReadonlyMap<string, MasterRecord>,
  day: LocalDate,
): TreeFault | undefined {
  const passed = new Set([code]);
  let at = code;
  for (;;) {
    const parent = parentOf(tree.get(at), day);
    if (parent === undefined) return undefined;
    if (passed.has(parent)) return parent === code ? { code, parent: at } : undefined;
    passed.add(parent);
    at = parent;
  }
}

/** The days on which a version of a record, or of anything that has ever stood above it, begins. */
function daysOf(code: string, tree: ReadonlyMap<string, MasterRecord>): LocalDate[] {
  const days = new Set<LocalDate>();
  const above = new Set([code]);
  for (const one of above) {
    for (const { validFrom, attributes } of tree.get(one)?.versions ?? []) {
      days.add(validFrom ?? Number.NEGATIVE_INFINITY);
      const parent = attributeText(attributes, 'parent');
      if (parent !== undefined) above.add(parent);
    }
  }
  return [...days].sort((a, b) => (a < b ? -1 : 1));
}

function parentOf(record: MasterRecord | undefined, day: LocalDate): string | undefined {
  return record && attributeText(versionOn(record, day).attributes, 'parent');
}
