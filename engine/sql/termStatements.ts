import type { Condition } from '../../core/agreement/agreement.ts';
import type { Exclusion, MatchContext } from '../../core/plan/matchLine.ts';
import { QUANTITY_AT_PRICE } from '../../core/plan/measureLine.ts';
import type { PlanTerm, Slot } from '../../core/plan/plan.ts';
import { fieldOf, type SummedField } from '../columnar/measureColumn.ts';
import { type Stretch, stretchesOf } from '../columnar/stretches.ts';
import { lineFlags } from './lineFlags.ts';
import {
  ASK,
  type Flagged,
  MET,
  type MemberFlags,
  MISSED,
  memberFlags,
  OUTSIDE,
  STRANGER,
} from './memberFlags.ts';
import { bucketText, type PlacedSource, placedFrom } from './placedLines.ts';
import { type KnownLines, type Statement, StatementValues } from './statement.ts';
import { type AskedBecause, whyAsked } from './whyAsked.ts';

/** How a line ends, by the number that the database tells: small integers are compared and grouped fastest. */
export const VERDICTS = ['in', 'asked', 'notParticipant', 'conditionNotMet', 'exclusionMet'] as const;
type Verdict = (typeof VERDICTS)[number];

const IN = numberOf('in');
const ASKED = numberOf('asked');

function numberOf(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** Sums that are gathered alike: of `slots`, by the columns `sum0`, `sum1`, … in the order of `fields`. */
export type GatheredSums = { readonly slots: readonly Slot[]; readonly statement: Statement };

/**
 * What the database is asked for one term. `judged` counts the lines by how they end and, of those that
 * count, gives the plain sums; `gathered` are the sums by delivery, document, product …; `asked` are the lines
 * that core has to judge.
 */
export type TermStatements = {
  readonly planned: PlanTerm;
  readonly reason: AskedBecause | undefined;
  /** Those with lines up to the effective day, and all of them. */
  readonly stretches: readonly Stretch[];
  readonly allStretches: readonly Stretch[];
  /** How the lines end that the statements do not even look at; undefined: they look at all of them. */
  readonly others: Exclusion | undefined;
  readonly fields: readonly SummedField[];
  readonly wheres: readonly (readonly Condition[])[];
  readonly judged: Statement;
  readonly gathered: readonly GatheredSums[];
  readonly asked: Statement;
};

/** `source` holds the lines of the term's placement, and what its conditions ask of them. */
export function termStatements(
  planned: PlanTerm,
  source: PlacedSource,
  known: KnownLines,
  context: MatchContext,
): TermStatements {
  const reason = whyAsked(planned);
  const allStretches = stretchesOf(planned, context.effective);
  const stretches = allStretches.filter(({ pays }) => pays.length > 0);
  const wheres = planned.slots.map(({ where }) => where).filter((where) => where.length > 0);
  const fields = reason === undefined ? fieldsOf(planned) : [];
  const end = skippedEnd(planned);
  const shape = {
    ...{ planned, source, stretches, wheres, fields },
    isSummed: reason === undefined,
    skipped: end?.flag ?? 0,
  };
  const { from, values } = judgedLines(shape, known, context);
  const gather = gathering(shape);
  return {
    ...{ planned, reason, stretches, allStretches, others: end?.reason, fields, wheres },
    judged: values.with(gather([], false, from)),
    gathered: bucketsOf(shape).map(({ slots, first }) => ({
      slots,
      statement: values.with(
        gather(
          first.buckets,
          true,
          `${from} WHERE verdict = ${IN}${first.ignoresReturns ? ' AND NOT is_negative' : ''}`,
        ),
      ),
    })),
    asked: values.with(`SELECT source, document, line, revision ${from} WHERE verdict = ${ASKED}`),
  };
}

type Shape = Pick<TermStatements, 'planned' | 'stretches' | 'wheres' | 'fields'> & {
  readonly source: PlacedSource;
  readonly isSummed: boolean;
  /** Partners with this flag are not looked at; 0: all are. */
  readonly skipped: number;
};

function fieldsOf({ slots, currency }: PlanTerm): SummedField[] {
  const fields = slots.flatMap(({ measure }) => fieldOf(measure, currency) ?? []);
  return [...new Map(fields.map((field) => [`${field.field} ${field.of}`, field])).values()];
}

/** Most partners have nothing to do with a term: how all of their lines end, whatever else they are. */
function skippedEnd({ participants, term }: PlanTerm): { flag: number; reason: Exclusion } | undefined {
  const isOnPartner = ({ attribute }: Condition) => attribute.startsWith('partner.');
  if (participants.some(isOnPartner)) return { flag: STRANGER, reason: 'notParticipant' };
  const isFirst = participants.length === 0 && term.eligibility.include.some(isOnPartner);
  return isFirst ? { flag: MISSED, reason: 'conditionNotMet' } : undefined;
}

/** The lines of the days of a term, each with how it ends: `FROM` as a text. */
function judgedLines(shape: Shape, known: KnownLines, context: MatchContext) {
  const { planned, source, stretches, wheres, skipped } = shape;
  const values = new StatementValues(known);
  const flagsOf = (member: 'partner' | 'product') => memberFlags(member, planned, wheres, stretches, context);
  const [partners, products] = [flagsOf('partner'), flagsOf('product')];
  const isAll = skipped === 0 || (partners.others & skipped) === 0;
  const looked = { ...partners, flagged: partners.flagged.filter(({ flags }) => (flags & skipped) === 0) };
  const lines = placedFrom(source, context.master, values);
  const ofPartner = isAll
    ? joinFlags(partners, { as: 'p', member: 'partner' }, values)
    : joinLooked(looked, values);
  const ofProduct = joinFlags(products, { as: 'q', member: 'product' }, values);
  const flags = [ofPartner.flags, ofProduct.flags, lineFlags(planned, wheres, source.names, values)];
  const days = daysOf(stretches, values);
  const judged = `
    SELECT k.*, ${days.stretch} AS stretch, ${flags.filter((bits) => bits !== '0').join(' | ') || '0'} AS flags
    FROM ${lines} k ${ofPartner.join} ${ofProduct.join}
    WHERE NOT k.special AND k.side = ${values.add(planned.term.transactions, 'text')}
      AND k.company = ANY (${values.add(planned.companies, 'text[]')}) AND ${days.test}
      ${ofPartner.test} ${isAll && skipped !== 0 ? `AND (${ofPartner.flags}) & ${skipped} = 0` : ''}`;
  // Without the fence the planner writes the whole verdict wherever it is named, some ten times a line.
  const from = `FROM (SELECT j.*, ${verdict(shape, values)} AS verdict FROM (${judged}) j OFFSET 0) t`;
  return { from, values };
}

/** The number of the stretch of a line, from 1 on, and that it lies in one. */
function daysOf(stretches: readonly Stretch[], values: StatementValues) {
  const bounds = [...new Set(stretches.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const days = values.add(bounds.map(dayNumber), 'int[]');
  const [first, last] = [bounds[0] ?? 0, bounds.at(-1) ?? 0].map((day) => values.add(dayNumber(day), 'int'));
  const between = `k.placed >= ${first} AND k.placed < ${last}`;
  const place = `width_bucket(k.placed, ${days})`;
  if (bounds.length === stretches.length + 1) return { stretch: place, test: between };
  const numbers = bounds.map((bound) => stretches.findIndex(({ from }) => from === bound) + 1);
  const stretch = `(${values.add(numbers, 'int[]')})[${place}]`;
  return { stretch, test: `${between} AND ${stretch} > 0` };
}

/** What the flags of lines come from: a join, a test that stands for it, or nothing that differs. */
type FlagJoin = { readonly join: string; readonly test: string; readonly flags: string };

function joinFlags(
  { flagged, others }: MemberFlags,
  { as, member }: { readonly as: 'p' | 'q'; readonly member: 'partner' | 'product' },
  values: StatementValues,
): FlagJoin {
  if (flagged.length === 0) return { join: '', test: '', flags: `${others}` };
  const join = `LEFT JOIN ${flagTable(flagged, { as, member }, values)}`;
  return { join, test: '', flags: `coalesce(${as}.flags, ${others})` };
}

/** Partners of whom some lines are looked at; nobody else has any. The index of lines is by partner. */
function joinLooked({ flagged }: MemberFlags, values: StatementValues): FlagJoin {
  const codes = [...new Set(flagged.map(({ code }) => code))];
  const test = `AND k.partner = ANY (${values.add(codes, 'text[]')})`;
  const [flags = 0, ...others] = new Set(flagged.map((piece) => piece.flags));
  // The planner does not see through a join with an array, and where all are alike none is needed.
  if (others.length === 0 && flagged.every(isOnEveryDay)) return { join: '', test, flags: `${flags}` };
  const join = `JOIN ${flagTable(flagged, { as: 'p', member: 'partner' }, values)}`;
  return { join, test, flags: 'p.flags' };
}

function flagTable(
  flagged: readonly Flagged[],
  { as, member }: { readonly as: 'p' | 'q'; readonly member: 'partner' | 'product' },
  values: StatementValues,
): string {
  const numbers = (pick: (at: Flagged) => number) => values.add(flagged.map(pick), 'int[]');
  const codes = values.add(
    flagged.map(({ code }) => code),
    'text[]',
  );
  const flags = numbers((piece) => piece.flags);
  const isOfCode = `${as}.code = k.${member}`;
  if (flagged.every(isOnEveryDay)) return `unnest(${codes}, ${flags}) AS ${as} (code, flags) ON ${isOfCode}`;
  const [first, end] = [numbers(({ from }) => dayNumber(from)), numbers(({ until }) => dayNumber(until))];
  return `unnest(${codes}, ${first}, ${end}, ${flags}) AS ${as} (code, first_day, end_day, flags)
      ON ${isOfCode} AND k.placed >= ${as}.first_day AND k.placed < ${as}.end_day`;
}

function isOnEveryDay({ from, until }: Flagged): boolean {
  return from === -Infinity && until === Infinity;
}

/** No line lies before or after. */
function dayNumber(day: number): number {
  return Math.max(-1_000_000_000, Math.min(1_000_000_000, day));
}

/** The order is that of `matchLine`; what some sum knows nothing of is left to core. */
function verdict({ isSummed, fields }: Shape, values: StatementValues): string {
  const isKnown = fields.map(
    (field) => `${columnOf(field)} IS NOT NULL AND ${kindColumn(field)} = ${values.add(field.of, 'text')}`,
  );
  return `CASE
    WHEN flags & ${ASK} <> 0 THEN ${ASKED}
    WHEN flags & ${STRANGER} <> 0 THEN ${numberOf('notParticipant')}
    WHEN flags & ${MISSED} <> 0 THEN ${numberOf('conditionNotMet')}
    WHEN flags & ${MET} <> 0 THEN ${numberOf('exclusionMet')}
    ${isSummed ? `WHEN ${['true', ...isKnown].join(' AND ')} THEN ${IN}` : ''}
    ELSE ${ASKED} END`;
}

function columnOf({ field }: SummedField): string {
  if (field === 'netValue') return 'net_value';
  if (field === 'grossValue') return 'gross_value';
  const quantity =
    field in QUANTITY_AT_PRICE ? QUANTITY_AT_PRICE[field as keyof typeof QUANTITY_AT_PRICE] : field;
  return field in QUANTITY_AT_PRICE ? `(${quantity}_quantity * unit_price)` : `${quantity}_quantity`;
}

function kindColumn({ field }: SummedField): string {
  const isValue = field === 'netValue' || field === 'grossValue' || field in QUANTITY_AT_PRICE;
  return isValue ? 'currency' : 'unit';
}

/** Sums by how lines end and, of those that count, by all that cells and tallies ask for. */
function gathering({ planned, wheres, fields }: Shape) {
  const { term, slots } = planned;
  const isByDay = term.group !== 'none';
  const isBySign = slots.some(({ ignoresReturns }) => ignoresReturns);
  const within = wheres.reduce((bits, _, at) => bits | (OUTSIDE << at), 0);
  const ofCounted = (column: string, nothing: string) =>
    `CASE WHEN verdict = ${IN} THEN ${column} ELSE ${nothing} END`;
  return (buckets: Slot['buckets'], isGathered: boolean, from: string) => {
    const by = [
      ...['verdict', `${ofCounted('partner', "''")} AS partner`],
      `${ofCounted('stretch', '0')} AS stretch`,
      ...(within === 0 ? [] : [`${ofCounted(`flags & ${within}`, '0')} AS outside`]),
      ...(isByDay ? [`${ofCounted('placed', '0')} AS day`] : []),
      ...(isBySign ? [`${ofCounted('is_negative', 'false')} AS is_negative`] : []),
      ...(isGathered ? [`${bucketText(buckets)} AS bucket`] : []),
    ];
    const same = [
      ...(within === 0 ? ['0 AS outside'] : []),
      ...(isByDay ? [] : ['0 AS day']),
      ...(isBySign ? [] : ['false AS is_negative']),
      ...(isGathered ? [] : [`'' AS bucket`]),
    ];
    const sums = fields.map(
      (field, at) => `, coalesce(sum(${columnOf(field)}) FILTER (WHERE verdict = ${IN}), 0) AS sum${at}`,
    );
    return `
    SELECT ${[...by, ...same].join(', ')}, count(*)::int AS lines,
      coalesce(sum(net_value), 0) AS net ${sums.join('')}
    ${from} GROUP BY ${by.map((_, at) => at + 1).join(', ')}`;
  };
}

/** The slots that are gathered, by what they are gathered by. */
function bucketsOf({ planned, isSummed }: Shape): { slots: readonly Slot[]; first: Slot }[] {
  if (!isSummed) return [];
  const gathered = planned.slots.filter((slot) => slot.buckets.length > 0 || slot.ignoresReturns);
  const keyOf = ({ buckets, ignoresReturns }: Slot) => `${buckets.join(' ')} ${ignoresReturns}`;
  return [...Map.groupBy(gathered, keyOf).values()].map((slots) => ({ slots, first: slots[0] as Slot }));
}
