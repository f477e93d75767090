import type { Condition } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Line } from '../fact/line.ts';
import { lineMark } from '../fact/lineMark.ts';
import {
  attributeText,
  currentVersion,
  type Master,
  type MasterRecord,
  versionOn,
} from '../master/master.ts';

/**
 * From where the attributes of a line are read: master data as of `day` (undefined: as it stands
 * now), and, with `isOriginal`, `line.…` from the line that a linked return takes back.
 */
export type AttributePlace = {
  readonly line: Line;
  readonly day: LocalDate | undefined;
  readonly master: Master;
  readonly isOriginal: boolean;
};

/**
 * The value of `partner.x`, `product.x` or `line.x` for one line; undefined where there is none. A
 * field of the line stands before a free attribute of its name; a line that says no kind is goods.
 */
export function readAttribute(attribute: string, place: AttributePlace): string | undefined {
  const { line, day, master } = place;
  const { room, name } = partsOf(attribute);
  switch (room) {
    case 'partner':
      return memberAttribute(attribute, line.partner, day, master);
    case 'product':
      return memberAttribute(attribute, line.product, day, master);
    case 'line':
      return lineAttribute(line, name, place.isOriginal);
    default:
      return undefined;
  }
}

/** Whether a line meets a condition. */
export function meets(condition: Condition, place: AttributePlace): boolean {
  return meetsValue(condition, readAttribute(condition.attribute, place), place.day, place.master);
}

/** The value of `partner.x` of a partner, or of `product.x` of a product, by its code. */
export function memberAttribute(
  attribute: string,
  code: string,
  day: LocalDate | undefined,
  master: Master,
): string | undefined {
  const { room, name } = partsOf(attribute);
  if (name === 'code') return code;
  return recordAttribute((room === 'partner' ? master.partners : master.products).get(code), name, day);
}

/** Whether a partner or a product meets a condition on `partner.x` or `product.x`. */
export function memberMeets(
  condition: Condition,
  code: string,
  day: LocalDate | undefined,
  master: Master,
): boolean {
  return meetsValue(condition, memberAttribute(condition.attribute, code, day, master), day, master);
}

/** Where a value stands in the tree that `under` climbs: that of the partners, or of the categories. */
export function treeOf(attribute: string, master: Master): ReadonlyMap<string, MasterRecord> {
  return attribute === 'partner.code' ? master.partners : master.categories;
}

/**
 * A value that is absent is none of those named: it meets no `in` and no `under`, and every
 * `notIn`. `under` is met by the value itself, or by one that stands above it on that day.
 */
export function meetsValue(
  condition: Condition,
  value: string | undefined,
  day: LocalDate | undefined,
  master: Master,
): boolean {
  if ('in' in condition) return value !== undefined && condition.in.includes(value);
  if ('notIn' in condition) return value === undefined || !condition.notIn.includes(value);
  return value !== undefined && standsUnder(condition.under, value, treeOf(condition.attribute, master), day);
}

/** Climbs until it arrives, at the top or at a value that it has passed. */
function standsUnder(
  wanted: readonly string[],
  value: string,
  tree: ReadonlyMap<string, MasterRecord>,
  day: LocalDate | undefined,
): boolean {
  const passed = new Set<string>();
  let at: string | undefined = value;
  while (at !== undefined && !passed.has(at)) {
    if (wanted.includes(at)) return true;
    passed.add(at);
    at = recordAttribute(tree.get(at), 'parent', day);
  }
  return false;
}

function recordAttribute(
  record: MasterRecord | undefined,
  name: string,
  day: LocalDate | undefined,
): string | undefined {
  if (record === undefined) return undefined;
  const version = day === undefined ? currentVersion(record) : versionOn(record, day);
  return name === 'name' ? version.name || undefined : attributeText(version.attributes, name);
}

function lineAttribute(line: Line, name: string, isOriginal: boolean): string | undefined {
  if (name === 'source') return line.source;
  if (name === 'company') return line.company;
  const said = (isOriginal ? line.original : undefined) ?? line;
  return (
    lineMark(said, name) ?? attributeText(said.attributes, name) ?? (name === 'kind' ? 'goods' : undefined)
  );
}

export function partsOf(attribute: string): { room: string; name: string } {
  const point = attribute.indexOf('.');
  return { room: attribute.slice(0, point), name: attribute.slice(point + 1) };
}
