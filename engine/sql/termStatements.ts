import type { Condition } from '../../core/agreement/agreement.ts';
import type { Exclusion, MatchContext } from '../../core/plan/matchLine.ts';
import { QUANTITY_AT_PRICE } from '../../core/plan/measureLine.ts';
import type { PlanTerm, Slot } from '../../core/plan/plan.ts';
import { fieldOf, type SummedField } from '../columnar/measureColumn.ts';
import { type Stretch, stretchesOf } from '../columnar/stretches.ts';
import { lineFlags } from './lineFlags.ts';
import { ASK, MET, type MemberFlags, MISSED, memberFlags, OUTSIDE, STRANGER } from './memberFlags.ts';
import { bucketText, type Placement, placedLines, placementOf } from './placedLines.ts';
import { type KnownLines, type Statement, StatementValues } from './statement.ts';
import { type AskedBecause, whyAsked } from './whyAsked.ts';

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
  readonly placement: Placement;
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

export function termStatements(planned: PlanTerm, known: KnownLines, context: MatchContext): TermStatements {
  const reason = whyAsked(planned);
  const allStretches = stretchesOf(planned, context.effective);
  const stretches = allStretches.filter(({ pays }) => pays.length > 0);
  const wheres = planned.slots.map(({ where }) => where).filter((where) => where.length > 0);
  const fields = reason === undefined ? fieldsOf(planned) : [];
  const end = skippedEnd(planned);
  const shape = {
    planned,
    isSummed: reason === undefined,
    stretches,
    wheres,
    fields,
    skipped: end?.flag ?? 0,
  };
  const { from, values } = judgedLines(shape, known, context);
  const gather = gathering(shape);
  return {
    ...{ planned, reason, placement: placementOf(planned), stretches, allStretches, others: end?.reason },
    ...{ fields, wheres },
    judged: values.with(`${gather([], false)} ${from} GROUP BY 1, 2, 3, 4, 5, 6, 7`),
    gathered: bucketsOf(shape).map(({ slots, first }) => ({
      slots,
      statement: values.with(
        `${gather(first.buckets, true)} ${from}
         WHERE verdict = 'in'${first.ignoresReturns ? ' AND NOT is_negative' : ''} GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      ),
    })),
    asked: values.with(`SELECT source, document, line, revision ${from} WHERE verdict = 'asked'`),
  };
}

type Shape = Pick<TermStatements, 'planned' | 'stretches' | 'wheres' | 'fields'> & {
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
  const { planned, stretches, wheres, skipped } = shape;
  const values = new StatementValues(known);
  const placement = placementOf(planned);
  const flagsOf = (member: 'partner' | 'product') => memberFlags(member, planned, wheres, stretches, context);
  const [partners, products] = [flagsOf('partner'), flagsOf('product')];
  const ownFlags = `(${lineFlags(planned, wheres, placement, values)}) AS own_flags`;
  const isAll = skipped === 0 || (partners.others & skipped) === 0;
  const looked = { ...partners, flagged: partners.flagged.filter(({ flags }) => (flags & skipped) === 0) };
  // The index of lines is by partner, and the planner does not see through a join with an array.
  const codes = [...new Set(looked.flagged.map(({ code }) => code))];
  const ofPartners = isAll ? '' : `AND l.partner_id = ANY (${values.add(codes, 'text[]')})`;
  const lines = placedLines(placement, context.master, values, [ownFlags], ofPartners);
  const days = (pick: 'from' | 'until') =>
    values.add(stretches.map((stretch) => stretch[pick]).map(dayNumber), 'int[]');
  const judged = `
    SELECT k.*, s.number::int AS stretch,
      coalesce(p.flags, ${partners.others}) | coalesce(q.flags, ${products.others}) | k.own_flags AS flags
    FROM (${lines}) k
    JOIN unnest(${days('from')}, ${days('until')}) WITH ORDINALITY AS s (first_day, end_day, number)
      ON k.placed >= s.first_day AND k.placed < s.end_day
    ${isAll ? 'LEFT JOIN' : 'JOIN'} ${flagTable(isAll ? partners : looked, 'p', 'partner', values)}
    LEFT JOIN ${flagTable(products, 'q', 'product', values)}
    WHERE NOT k.special AND k.side = ${values.add(planned.term.transactions, 'text')}
      AND k.company = ANY (${values.add(planned.companies, 'text[]')})
      ${isAll && skipped !== 0 ? `AND coalesce(p.flags, ${partners.others}) & ${skipped} = 0` : ''}`;
  const from = `FROM (SELECT j.*, ${verdict(shape, values)} AS verdict FROM (${judged}) j) t`;
  return { from, values };
}

function flagTable(
  { flagged }: MemberFlags,
  name: 'p' | 'q',
  member: 'partner' | 'product',
  values: StatementValues,
): string {
  const numbers = (pick: (at: MemberFlags['flagged'][number]) => number) =>
    values.add(flagged.map(pick), 'int[]');
  const columns = [
    values.add(
      flagged.map(({ code }) => code),
      'text[]',
    ),
    numbers(({ from }) => dayNumber(from)),
    numbers(({ until }) => dayNumber(until)),
    numbers(({ flags }) => flags),
  ];
  return `unnest(${columns.join(', ')}) AS ${name} (code, first_day, end_day, flags)
      ON ${name}.code = k.${member} AND k.placed >= ${name}.first_day AND k.placed < ${name}.end_day`;
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
    WHEN flags & ${ASK} <> 0 THEN 'asked'
    WHEN flags & ${STRANGER} <> 0 THEN 'notParticipant'
    WHEN flags & ${MISSED} <> 0 THEN 'conditionNotMet'
    WHEN flags & ${MET} <> 0 THEN 'exclusionMet'
    ${isSummed ? `WHEN ${['true', ...isKnown].join(' AND ')} THEN 'in'` : ''}
    ELSE 'asked' END`;
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

/** The columns of sums; of lines that do not count only their end is told. */
function gathering({ planned, wheres, fields }: Shape) {
  const { term, slots } = planned;
  const isByDay = term.group !== 'none';
  const isBySign = slots.some(({ ignoresReturns }) => ignoresReturns);
  const within = wheres.reduce((bits, _, at) => bits | (OUTSIDE << at), 0);
  const ofCounted = (column: string, nothing: string) =>
    `CASE WHEN verdict = 'in' THEN ${column} ELSE ${nothing} END`;
  return (buckets: Slot['buckets'], isGathered: boolean) => `
    SELECT verdict, ${ofCounted('partner', "''")} AS partner, ${ofCounted('stretch', '0')} AS stretch,
      ${ofCounted(`flags & ${within}`, '0')} AS outside, ${isByDay ? ofCounted('placed', '0') : '0'} AS day,
      ${isBySign ? ofCounted('is_negative', 'false') : 'false'} AS is_negative,
      ${isGathered ? bucketText(buckets) : `''`} AS bucket,
      count(*)::int AS lines, coalesce(sum(net_value), 0) AS net
      ${fields.map((field, at) => `, coalesce(sum(${columnOf(field)}) FILTER (WHERE verdict = 'in'), 0) AS sum${at}`).join('')}`;
}

/** The slots that are gathered, by what they are gathered by. */
function bucketsOf({ planned, isSummed }: Shape): { slots: readonly Slot[]; first: Slot }[] {
  if (!isSummed) return [];
  const gathered = planned.slots.filter((slot) => slot.buckets.length > 0 || slot.ignoresReturns);
  const keyOf = ({ buckets, ignoresReturns }: Slot) => `${buckets.join(' ')} ${ignoresReturns}`;
  return [...Map.groupBy(gathered, keyOf).values()].map((slots) => ({ slots, first: slots[0] as Slot }));
}
