import type { Condition } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import type { Master, MasterRecord } from '../master/master.ts';
import { ALWAYS, EVER, EverMembers, type KnownCodes } from './everMembers.ts';
import { memberAttribute, memberMeets, treeOf } from './readAttribute.ts';

/** Whose code master data and conditions look at. */
export type Member = 'partner' | 'product';

/** All of `include` are to be met, none of `exclude`. */
export type Conditions = {
  readonly include: readonly Condition[];
  readonly exclude: readonly Condition[];
};

/**
 * Which partners (or products) meet some conditions, and on which days: windows in order that do
 * not touch, the first and last without an end where nothing changes. A code that is not among
 * `days` is one of the `others`, of which nobody knows anything: all of them meet the conditions,
 * on every day, or none ever does.
 */
export type MemberDays = {
  readonly days: ReadonlyMap<string, readonly Window[]>;
  readonly others: boolean;
};

/**
 * Works out once what `meets` says of every line of a partner or a product: the set that a plan
 * holds, so that nobody reads attributes line by line. Who can never meet them may be left out. Conditions on anything else than this kind of
 * member are left to the lines.
 */
export function memberDays(member: Member, conditions: Conditions, master: Master): MemberDays {
  const own = conditionsOn(member, conditions);
  const ever = everNamed(member, own, master);
  if (ever !== undefined) return { days: ever, others: false };
  const all = [...own.include, ...own.exclude];
  const codes = codesNamed(member, own, master) ?? codesOf(member, all, master);
  const isNamed = isOneList(own);
  const climbs = all.some((condition) => 'under' in condition);
  const days = new Map<string, readonly Window[]>();
  for (const code of codes) {
    if (climbs || !isUnchanging(code, member, master)) {
      days.set(code, stretches(code, own, changesOf(code, all, master), master));
    } else days.set(code, isNamed || holds(code, own, EVER.from, master) ? ALWAYS : NEVER);
  }
  return { days, others: holdsOfOthers(own) };
}

/** Those that one list of values names, where none of them ever changes: most terms ask no more. */
function everNamed(member: Member, own: Conditions, master: Master): EverMembers | undefined {
  const [only] = own.include;
  if (!isOneList(own) || only === undefined || !('in' in only)) return undefined;
  const records = recordsOf(member, master);
  const { byValue, changing } = valuesKnown(records, only.attribute, master);
  const known = valuesKnown(records, `${member}.code`, master);
  const isCode = only.attribute === `${member}.code`;
  const named = new Set<number>();
  for (const value of only.in) {
    const place = isCode ? known.placeOf.get(value) : undefined;
    if (isCode && place === undefined) return undefined;
    if (place !== undefined) named.add(place);
    else for (const own of byValue.get(value) ?? []) named.add(own);
  }
  const places = new Uint32Array(named).sort();
  return places.some((place) => changing[place] === 1) ? undefined : new EverMembers(known, places);
}

/** Whoever has one of its values meets it, and nothing else is asked. */
function isOneList({ include, exclude }: Conditions): boolean {
  const [only] = include;
  return include.length === 1 && exclude.length === 0 && only !== undefined && 'in' in only;
}

function isUnchanging(code: string, member: Member, master: Master): boolean {
  const record = recordsOf(member, master).get(code);
  return record === undefined || record.versions.every(({ validFrom }) => validFrom === undefined);
}

/**
 * Where a condition names the values of an attribute, only those that ever had one of them can meet it;
 * of several such conditions the one that fewest can meet. Undefined: no condition names values.
 */
function codesNamed(member: Member, { include }: Conditions, master: Master): readonly string[] | undefined {
  const records = recordsOf(member, master);
  const lists = include.flatMap((condition) => {
    if (!('in' in condition)) return [];
    if (condition.attribute === `${member}.code`) return [new Set(condition.in)];
    const { byValue, codes } = valuesKnown(records, condition.attribute, master);
    const places = condition.in.flatMap((value) => byValue.get(value) ?? []);
    return [new Set(places.map((place) => codes[place] as string))];
  });
  const [fewest] = lists.sort((a, b) => a.size - b.size);
  if (fewest === undefined) return undefined;
  const { placeOf } = valuesKnown(records, `${member}.code`, master);
  return [...fewest]
    .map((code) => ({ code, place: placeOf.get(code) ?? placeOf.size }))
    .sort((a, b) => a.place - b.place)
    .map(({ code }) => code);
}

/** The codes of master data; by value of an attribute the places of those that had it at some time; and 1 for each that ever changes. */
type ValuesKnown = KnownCodes & {
  readonly byValue: ReadonlyMap<string, readonly number[]>;
  readonly changing: Uint8Array;
};

/** Of master data at hand, which never changes, by attribute: many terms ask for the same ones. */
const VALUES_KNOWN = new WeakMap<ReadonlyMap<string, MasterRecord>, Map<string, ValuesKnown>>();

function valuesKnown(
  records: ReadonlyMap<string, MasterRecord>,
  attribute: string,
  master: Master,
): ValuesKnown {
  const kept = VALUES_KNOWN.get(records) ?? new Map<string, ValuesKnown>();
  const known = kept.get(attribute);
  if (known !== undefined) return known;
  const codes = [...records.keys()];
  const byValue = new Map<string, number[]>();
  const changing = new Uint8Array(codes.length);
  for (const [place, code] of codes.entries()) {
    const days = (records.get(code)?.versions ?? []).map(({ validFrom }) => validFrom);
    changing[place] = days.every((day) => day === undefined) ? 0 : 1;
    const values = days.map((day) => memberAttribute(attribute, code, day ?? EVER.from, master));
    for (const value of new Set(values)) {
      if (value === undefined) continue;
      const places = byValue.get(value);
      if (places === undefined) byValue.set(value, [place]);
      else places.push(place);
    }
  }
  const placeOf = new Map(codes.map((code, place) => [code, place]));
  const found = { codes, placeOf, byValue, changing };
  VALUES_KNOWN.set(records, kept.set(attribute, found));
  return found;
}

/** All that master data or a condition knows something of. */
function codesOf(member: Member, conditions: readonly Condition[], master: Master): Set<string> {
  const codes = new Set(recordsOf(member, master).keys());
  for (const condition of conditions.filter(({ attribute }) => attribute === `${member}.code`)) {
    const climbed = 'under' in condition ? treeOf(condition.attribute, master).keys() : [];
    for (const code of [...valuesOf(condition), ...climbed]) codes.add(code);
  }
  return codes;
}

function recordsOf(member: Member, { partners, products }: Master): ReadonlyMap<string, MasterRecord> {
  return member === 'partner' ? partners : products;
}

/** Whether a partner or product is a member on a day; undefined: as master data stands now. */
export function isMember(members: MemberDays, code: string, day: LocalDate | undefined): boolean {
  const windows = members.days.get(code);
  if (windows === undefined) return members.others;
  const on = day ?? LAST_DAY;
  return windows.some((window) => contains(window, on));
}

/** Later than every version. */
const LAST_DAY: LocalDate = Number.MAX_SAFE_INTEGER;
const NEVER: readonly Window[] = [];

/** Those of some conditions that look at this room of attributes: `partner.…`, `product.…` or `line.…`. */
export function conditionsOn(room: Member | 'line', { include, exclude }: Conditions): Conditions {
  const isOn = ({ attribute }: Condition) => attribute.startsWith(`${room}.`);
  return { include: include.filter(isOn), exclude: exclude.filter(isOn) };
}

function valuesOf(condition: Condition): readonly string[] {
  if ('in' in condition) return condition.in;
  return 'notIn' in condition ? condition.notIn : condition.under;
}

function holds(code: string, { include, exclude }: Conditions, day: LocalDate, master: Master): boolean {
  return (
    include.every((condition) => memberMeets(condition, code, day, master)) &&
    !exclude.some((condition) => memberMeets(condition, code, day, master))
  );
}

/** A code that nobody names and of which nothing is known is in no list. */
function holdsOfOthers({ include, exclude }: Conditions): boolean {
  return (
    include.every((condition) => 'notIn' in condition) && !exclude.some((condition) => 'notIn' in condition)
  );
}

/** Between two changes nothing changes: one look at each stretch of days is enough. */
function stretches(
  code: string,
  conditions: Conditions,
  changes: readonly LocalDate[],
  master: Master,
): Window[] {
  const bounds = [EVER.from, ...changes, EVER.until];
  const windows: Window[] = [];
  for (const [index, until] of bounds.slice(1).entries()) {
    const from = bounds[index] ?? EVER.from;
    if (!holds(code, conditions, from, master)) continue;
    const last = windows.at(-1);
    if (last?.until === from) windows.splice(-1, 1, { from: last.from, until });
    else windows.push({ from, until });
  }
  return windows;
}

/** The days on which something begins that a condition may look at: versions of the member and of all above it. */
function changesOf(code: string, conditions: readonly Condition[], master: Master): LocalDate[] {
  const days = new Set<LocalDate>();
  for (const condition of conditions) {
    for (const { versions } of recordsBehind(code, condition, master)) {
      for (const { validFrom } of versions) if (validFrom !== undefined) days.add(validFrom);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The member itself and, where a condition climbs, whatever has ever stood above it. */
function recordsBehind(code: string, condition: Condition, master: Master): MasterRecord[] {
  const { attribute } = condition;
  const member = recordsOf(attribute.startsWith('partner.') ? 'partner' : 'product', master).get(code);
  const behind = member === undefined ? [] : [member];
  if (!('under' in condition)) return behind;
  const tree = treeOf(attribute, master);
  const days = member?.versions.map(({ validFrom }) => validFrom ?? EVER.from) ?? [EVER.from];
  const above = new Set(days.map((day) => memberAttribute(attribute, code, day, master)));
  for (const value of above) {
    const record = value === undefined ? undefined : tree.get(value);
    if (record === undefined) continue;
    behind.push(record);
    for (const { attributes } of record.versions) above.add(attributes.parent);
  }
  return behind;
}
