import type { Condition } from '../agreement/agreement.ts';
import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { Block, Exclusion, Match, MatchContext } from './matchLine.ts';
import { ownWindow, placeLine } from './placeLine.ts';
import type { PlanTerm } from './plan.ts';

/** What would have to be otherwise, so that a line counts. */
export const CHANGES = [
  'notOurDocument',
  'side',
  'company',
  'dateGiven',
  'dayFrom',
  'dayUntil',
  'effectiveDay',
  'paid',
  'paidBy',
  'submitted',
  'submittedBy',
  'oneOf',
  'noneOf',
  'under',
  'notUnder',
  'oneCorrection',
  'originalKnown',
  'originalNamed',
  'unit',
  'unitFactor',
  'currency',
  'exchangeRate',
  'masterValue',
  'rateValue',
  'fieldGiven',
  'priceGiven',
  'quantityGiven',
  'linesGiven',
  'totalSplit',
] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** The nearest change that would lift the first test that failed; others may follow. */
export type Change = { readonly kind: ChangeKind; readonly facts: Readonly<Record<string, string>> };

type Failed = Exclude<Match, { state: 'counted' }>;

/** What would have to change first, so that this line counts for this term; undefined where it counts. */
export function nearestChange(
  planned: PlanTerm,
  line: Line,
  match: Match,
  context: MatchContext,
): Change | undefined {
  if (match.state === 'counted') return undefined;
  return CHANGE_OF[match.reason](planned, line, match, context);
}

type ChangeOf = (planned: PlanTerm, line: Line, match: Failed, context: MatchContext) => Change;

/** Each reason has its change: a new reason does not compile without one. */
const CHANGE_OF: Readonly<Record<Exclusion | Block, ChangeOf>> = {
  ownRebateDocument: (_, __, { facts }) => change('notOurDocument', facts),
  otherSide: ({ term }) => change('side', { side: term.transactions }),
  otherCompany: ({ companies }) => change('company', { company: companies.join(', ') }),
  dateMissing: (_, __, { facts }) => change('dateGiven', facts),
  outsideWindows: (planned, line) => nearestDay(planned, line),
  afterEffectiveDay: ({ term }, line, _, { effective }) =>
    change('effectiveDay', { day: dayText(line.dates[term.date]), effective: formatDate(effective) }),
  notPaid: (planned, line) => payment('paid', planned, line),
  paidLate: (planned, line) => payment('paidBy', planned, line),
  notSubmitted: (planned, line) => submission('submitted', planned, line),
  submittedLate: (planned, line) => submission('submittedBy', planned, line),
  notParticipant: ({ participants }, _, { facts }) => condition(participants, facts, true),
  conditionNotMet: ({ term, slots }, _, { facts }) =>
    condition([...term.eligibility.include, ...slots.flatMap(({ where }) => where)], facts, true),
  exclusionMet: ({ term }, _, { facts }) => condition(term.eligibility.exclude, facts, false),
  correctionContradicted: (_, __, { facts }) => change('oneCorrection', facts),
  returnOriginalUnknown: (_, { returnOf }) =>
    change('originalKnown', { document: returnOf?.document ?? '', line: returnOf?.line ?? '' }),
  returnWithoutOriginal: () => change('originalNamed', {}),
  noUnitPath: (planned, line, { facts }) => unitPath(planned, line, facts),
  unitFactorInvalid: (_, __, { facts }) => change('masterValue', facts),
  noExchangeRate: ({ term }, __, { facts }) =>
    change(term.conversion.currency === 'none' ? 'currency' : 'exchangeRate', facts),
  exchangeRateInvalid: (_, __, { facts }) => change('rateValue', facts),
  measureMissing: (_, __, { facts }) => change('fieldGiven', facts),
  priceMissing: (_, __, { facts }) => change('priceGiven', facts),
  priceInvalid: (_, __, { facts }) => change('masterValue', facts),
  quantityZero: () => change('quantityGiven', {}),
  totalTooCoarse: (_, __, { facts }) => change('linesGiven', facts),
  totalCut: (_, __, { facts }) => change('totalSplit', facts),
};

function change(kind: ChangeKind, facts: Readonly<Record<string, string>>): Change {
  return { kind, facts };
}

/** The nearest day that a window of the term takes lines of. */
function nearestDay(planned: PlanTerm, line: Line): Change {
  const { on } = placeLine(planned, line);
  const days = planned.slots.flatMap(({ windows }) => windows.map(({ lines }) => lines));
  const from = days.filter((window) => on !== undefined && on < window.from).map((window) => window.from);
  const until = days.filter((window) => on !== undefined && window.until <= on).map((window) => window.until);
  const next = Math.min(...from);
  const last = Math.max(...until) - 1;
  const facts = { date: planned.term.date, day: dayText(on) };
  const isNextNearer = on !== undefined && next - on < on - last;
  if (Number.isFinite(next) && (isNextNearer || !Number.isFinite(last))) {
    return change('dayFrom', { ...facts, wanted: formatDate(next) });
  }
  return change('dayUntil', { ...facts, wanted: Number.isFinite(last) ? formatDate(last) : '' });
}

function payment(kind: 'paid' | 'paidBy', { term }: PlanTerm, line: Line): Change {
  const { payment: terms } = term.eligibility;
  const from = typeof terms === 'object' ? line.dates[terms.from] : undefined;
  const by = typeof terms === 'object' && from !== undefined ? from + terms.withinDays : undefined;
  return change(kind, {
    ...(line.dates.payment !== undefined && { day: formatDate(line.dates.payment) }),
    ...(by !== undefined && { wanted: formatDate(by) }),
  });
}

function submission(kind: 'submitted' | 'submittedBy', planned: PlanTerm, line: Line): Change {
  const { submission: terms } = planned.term.eligibility;
  const { on } = placeLine(planned, line);
  const own = on === undefined ? undefined : ownWindow(planned, on);
  const ends = own
    ? [own.until]
    : planned.slots.flatMap(({ windows }) =>
        windows.filter(({ lines }) => on !== undefined && isIn(lines, on)).map(({ pays }) => pays.until),
      );
  const grace = typeof terms === 'object' ? terms.graceDays : 0;
  return change(kind, {
    ...(line.dates.submission !== undefined && { day: formatDate(line.dates.submission) }),
    ...(ends.length > 0 && { wanted: formatDate(Math.max(...ends) - 1 + grace) }),
  });
}

function isIn(window: Window, day: LocalDate): boolean {
  return window.from <= day && day < window.until;
}

/** What the attribute of the failed condition would have to be. */
function condition(
  conditions: readonly Condition[],
  facts: Readonly<Record<string, string>>,
  isWanted: boolean,
): Change {
  const failed = conditions.find(
    (candidate) => candidate.attribute === facts.attribute && valuesOf(candidate).join(', ') === facts.wanted,
  );
  const isNegated = failed !== undefined && 'notIn' in failed;
  if (failed !== undefined && 'under' in failed) return change(isWanted ? 'under' : 'notUnder', facts);
  return change(isNegated === isWanted ? 'noneOf' : 'oneOf', facts);
}

function valuesOf(condition: Condition): readonly string[] {
  if ('in' in condition) return condition.in;
  return 'notIn' in condition ? condition.notIn : condition.under;
}

function unitPath({ term }: PlanTerm, line: Line, facts: Readonly<Record<string, string>>): Change {
  const { units } = term.conversion;
  if (units === 'none') return change('unit', facts);
  const day = units.factorsAsOf === 'current' ? undefined : line.dates[units.factorsAsOf];
  return change('unitFactor', { ...facts, ...(day !== undefined && { day: formatDate(day) }) });
}

function dayText(day: LocalDate | undefined): string {
  return day === undefined ? '' : formatDate(day);
}
