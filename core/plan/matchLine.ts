import type { Condition } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { currentVersion, type Master, type MasterRecord, versionOn } from '../master/master.ts';
import { atScale, FACT_SCALE_MAX } from '../number/decimal.ts';
import { type Blocked, measureLine } from './measureLine.ts';
import type { PlanTerm, Role } from './plan.ts';

/** Why a line does not count for a term, in the order in which the tests are made. */
export const EXCLUSIONS = [
  'otherSide',
  'otherCompany',
  'dateMissing',
  'outsideWindows',
  'afterEffectiveDay',
  'notParticipant',
  'conditionNotMet',
  'exclusionMet',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Why a line would count but cannot be computed; it makes the amount incomplete (rulings R8). */
export const BLOCKS = [
  'returnOriginalUnknown',
  'returnWithoutOriginal',
  'noUnitPath',
  'noExchangeRate',
  'measureMissing',
] as const;
export type Block = (typeof BLOCKS)[number];

/** One contribution to one sum; `amount` is an integer at the slot's scale. */
export type Hit = { readonly role: Role; readonly pays: Window; readonly amount: bigint };

/** What became of a line under a term; `facts` say with which value it met or missed the test. */
export type Match =
  | { readonly state: 'counted'; readonly placedOn: LocalDate; readonly hits: readonly Hit[] }
  | {
      readonly state: 'excluded';
      readonly reason: Exclusion;
      readonly facts: Readonly<Record<string, string>>;
    }
  | {
      readonly state: 'blocked';
      readonly reason: Block;
      readonly facts: Readonly<Record<string, string>>;
      /** The windows whose amount is incomplete without this line. */
      readonly pays: readonly Window[];
      /** Its net value at nine places, in the agreement's currency; zero where it has none in it. */
      readonly worth: bigint;
    };

/** Master data and the day up to which facts count. */
export type MatchContext = { readonly master: Master; readonly effective: LocalDate };

/**
 * Decides what one line is to one term: the only definition of eligibility there is.
 * Executors may be faster, never different.
 */
export function matchLine(term: PlanTerm, line: Line, context: MatchContext): Match {
  if (line.side !== term.side) return exclude('otherSide', { side: line.side });
  if (line.company !== term.company) return exclude('otherCompany', { company: line.company });
  const place = placeLine(term, line);
  if (place.on === undefined) return exclude('dateMissing', { date: term.date });
  const days = daysOf(place, place.on);
  const windows = windowsIn(term, days);
  if (windows.length === 0) return exclude('outsideWindows', {});
  const isSeen = days.until <= context.effective + 1;
  const pays = isSeen ? windows : windowsIn(term, { ...days, until: context.effective + 1 });
  if (pays.length === 0) return exclude('afterEffectiveDay', {});
  const reason = missedCondition(term, line, place.on, context.master);
  if (reason !== undefined) return reason;
  if (place.block !== undefined) return block(term, line, { block: place.block, facts: {} }, pays);
  return measure(term, line, place.on, pays);
}

type Place = { readonly on: LocalDate | undefined; readonly block?: Block };

/**
 * The days on which a line may act: its own one, or, for a return that waits for its original,
 * every day up to its own. Each window among them may still lose something.
 */
function daysOf(place: Place, on: LocalDate): Window {
  return { from: place.block === undefined ? on : Number.NEGATIVE_INFINITY, until: on + 1 };
}

/** A linked return acts on the day of its sale or on its own, an unlinked one by policy. */
function placeLine(term: PlanTerm, line: Line): Place {
  const own = line.dates[term.date];
  if (line.returnOf !== undefined) {
    if (term.returns.linked === 'returnWindow') return { on: own };
    const original = line.originalDates?.[term.date];
    return original === undefined ? { on: own, block: 'returnOriginalUnknown' } : { on: original };
  }
  if (term.returns.unlinked === 'blocked' && isNegative(line))
    return { on: own, block: 'returnWithoutOriginal' };
  return { on: own };
}

/** Whether a line takes something back. */
export function isReturn(line: Line): boolean {
  return line.returnOf !== undefined || isNegative(line);
}

function isNegative(line: Line): boolean {
  const amounts = [line.netValue, line.grossValue, ...Object.values(line.quantities)];
  return amounts.some((amount) => amount !== undefined && amount.digits < 0n);
}

/** The windows whose sums take in lines of one of these days, each once. */
function windowsIn(term: PlanTerm, days: Window): Window[] {
  const windows: Window[] = [];
  if (days.until <= days.from) return windows;
  for (const slot of term.slots) {
    for (const { lines, pays } of slot.windows) {
      const isTouched = lines.from < days.until && days.from < lines.until;
      if (isTouched && !windows.some((known) => known.from === pays.from)) windows.push(pays);
    }
  }
  return windows;
}

function missedCondition(term: PlanTerm, line: Line, day: LocalDate, master: Master): Match | undefined {
  const read = (attribute: string) => readAttribute(attribute, line, day, term, master);
  const failing = (condition: Condition) => !condition.in.includes(read(condition.attribute) ?? '');
  const stranger = term.participants.find(failing);
  if (stranger !== undefined) return exclude('notParticipant', factsOf(stranger, read));
  const missed = term.eligibility.include.find(failing);
  if (missed !== undefined) return exclude('conditionNotMet', factsOf(missed, read));
  const met = term.eligibility.exclude.find((condition) => !failing(condition));
  return met === undefined ? undefined : exclude('exclusionMet', factsOf(met, read));
}

function factsOf(
  condition: Condition,
  read: (attribute: string) => string | undefined,
): Record<string, string> {
  return {
    attribute: condition.attribute,
    value: read(condition.attribute) ?? '',
    wanted: condition.in.join(', '),
  };
}

/** The value of `partner.x`, `product.x` or `line.x` for one line; undefined where there is none. */
function readAttribute(
  attribute: string,
  line: Line,
  day: LocalDate,
  term: PlanTerm,
  master: Master,
): string | undefined {
  const point = attribute.indexOf('.');
  const name = attribute.slice(point + 1);
  switch (attribute.slice(0, point)) {
    case 'partner':
      return name === 'code' ? line.partner : masterValue(master.partners.get(line.partner), name, day, term);
    case 'product':
      return name === 'code' ? line.product : masterValue(master.products.get(line.product), name, day, term);
    case 'line':
      return name === 'source' ? line.source : name === 'company' ? line.company : own(line.attributes, name);
    default:
      return undefined;
  }
}

function masterValue(
  record: MasterRecord | undefined,
  name: string,
  day: LocalDate,
  term: PlanTerm,
): string | undefined {
  if (record === undefined) return undefined;
  const current = term.eligibility.attributesAsOf === 'current';
  const version = current ? currentVersion(record) : versionOn(record, day);
  return name === 'name' ? version.name : own(version.attributes, name);
}

/** An attribute that is really there: "constructor" is found on every object, but is no text. */
function own(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const value: unknown = attributes[name];
  return typeof value === 'string' ? value : undefined;
}

function measure(term: PlanTerm, line: Line, placedOn: LocalDate, pays: readonly Window[]): Match {
  const hits: Hit[] = [];
  for (const slot of term.slots) {
    const window = slot.windows.find((candidate) => contains(candidate.lines, placedOn));
    if (window === undefined) continue;
    const measured = measureLine(slot, line, term.currency);
    if ('block' in measured) return block(term, line, measured, pays);
    hits.push({ role: slot.role, pays: window.pays, amount: measured.amount });
  }
  return { state: 'counted', placedOn, hits };
}

function block(
  term: PlanTerm,
  line: Line,
  { block: reason, facts }: Blocked,
  pays: readonly Window[],
): Match {
  const net = line.currency === term.currency ? line.netValue : undefined;
  return {
    state: 'blocked',
    reason,
    facts,
    pays,
    worth: net === undefined ? 0n : atScale(net, FACT_SCALE_MAX),
  };
}

function exclude(reason: Exclusion, facts: Record<string, string>): Match {
  return { state: 'excluded', reason, facts };
}
