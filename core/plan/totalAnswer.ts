import type { Condition, Eligibility } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { lineMark } from '../fact/lineMark.ts';
import { attributeText, type Master, type MasterRecord } from '../master/master.ts';
import { meetsValue, memberAttribute, partsOf, treeOf } from './readAttribute.ts';

/** Whether all lines of a total meet a condition, none of them does, or nobody can tell. */
export type TotalAnswer = 'met' | 'missed' | 'unknown';

/** The days as of which a total is asked: those of its period, or one (undefined: as things stand now). */
export type AskedDays = Window | { readonly on: LocalDate | undefined };

/** As of which days the attributes of a total are read, by the mode that the term names. */
export function askedDaysOf(
  mode: Eligibility['attributesAsOf'],
  period: Window,
  window: Window,
  effective: LocalDate,
): AskedDays {
  if (mode === 'transaction') return period;
  return { on: mode === 'current' ? undefined : Math.min(window.until - 1, effective) };
}

/**
 * Asks a total what its lines would have been asked one by one. Master data of its partner and
 * product must say the same on every day of the period; what it does not say of its lines is unknown.
 */
export function totalAnswer(condition: Condition, line: Line, asked: AskedDays, master: Master): TotalAnswer {
  const answers = askedDays(condition, line, asked, master).map((day) => {
    const said = saidOf(condition.attribute, line, day, master);
    return said === undefined ? 'unknown' : answer(meetsValue(condition, said.text, day, master));
  });
  const [first = 'unknown'] = answers;
  return answers.every((other) => other === first) ? first : 'unknown';
}

function answer(isMet: boolean): TotalAnswer {
  return isMet ? 'met' : 'missed';
}

/** What a total says for all of its lines; undefined where it says nothing. */
export function saidOf(
  attribute: string,
  line: Line,
  day: LocalDate | undefined,
  master: Master,
): { readonly text: string | undefined } | undefined {
  const { room, name } = partsOf(attribute);
  if (room === 'partner') return { text: memberAttribute(attribute, line.partner, day, master) };
  if (room === 'product' && line.product !== '') {
    return { text: memberAttribute(attribute, line.product, day, master) };
  }
  if (attribute === 'line.company') return { text: line.company };
  const own = room === 'line' ? lineMark(line, name) : undefined;
  const text = own ?? attributeText(line.attributes, room === 'product' ? `product-${name}` : name);
  return text === undefined ? undefined : { text };
}

function askedDays(
  condition: Condition,
  line: Line,
  asked: AskedDays,
  master: Master,
): readonly (LocalDate | undefined)[] {
  if ('on' in asked) return [asked.on];
  const { room } = partsOf(condition.attribute);
  const own = room === 'partner' ? master.partners.get(line.partner) : master.products.get(line.product);
  const above = 'under' in condition ? [...treeOf(condition.attribute, master).values()] : [];
  return changesWithin(asked, [...(own === undefined ? [] : [own]), ...above]);
}

/** The first day of a period, and every later one on which a record begins to say something else. */
export function changesWithin(period: Window, records: readonly MasterRecord[]): LocalDate[] {
  const starts = records.flatMap(({ versions }) => versions.map(({ validFrom }) => validFrom));
  const within = starts.filter((day) => day !== undefined && period.from < day && day < period.until);
  return [...new Set([period.from, ...(within as LocalDate[])])];
}
