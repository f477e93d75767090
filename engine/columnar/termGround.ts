import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { ALWAYS } from '../../core/plan/everMembers.ts';
import type { Exclusion, MatchContext } from '../../core/plan/matchLine.ts';
import { conditionsOn } from '../../core/plan/memberDays.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { cellGroups } from './cellGroups.ts';
import type { LinePart } from './linePart.ts';
import { strangersEnd } from './partnerStandings.ts';
import type { PlacedRows } from './placedRows.ts';
import { PlainSums, sumsFields, wheresOf } from './plainSums.ts';
import { type ProductFlags, productFlags } from './productFlags.ts';
import { gathersFields } from './rowGathering.ts';
import { RowSum } from './rowSum.ts';
import { stretchesOf } from './stretches.ts';
import type { SummedStretch, TableTerm } from './termTable.ts';

/** Groups of cells have numbers of sixteen bits. */
const PLACES_MAX = 2 ** 16;

/** Rows that end alike as a whole, whatever their partner and product. */
type Ended = { readonly reason: Exclusion; readonly rows: RowSum };

/** What one term is to the lines of a part before any row is looked at: worked out once, however often it is calculated. */
export class TermGround {
  readonly part: LinePart;
  readonly planned: PlanTerm;
  readonly context: MatchContext;
  readonly placed: PlacedRows;
  readonly plain: PlainSums;
  readonly isSummed: boolean;
  /** Whether its rows are gathered (`RowGathering`), where its lines are not wanted. */
  readonly isGathered: boolean;
  readonly stretches: readonly SummedStretch[];
  /** What lines of partners that do not take part end as; undefined where that differs from line to line. */
  readonly end: Exclusion | undefined;
  /** The groups (side and company) that it looks at. */
  readonly groups: ReadonlySet<number>;
  readonly ended: readonly Ended[];
  /** Rows within the stretches. */
  readonly inside: RowSum;
  private flags: ProductFlags | undefined;

  constructor(part: LinePart, planned: PlanTerm, context: MatchContext) {
    this.part = part;
    this.planned = planned;
    this.context = context;
    this.placed = part.placedFor(planned, context.master);
    this.isSummed = sumsFields(planned);
    this.isGathered = !this.isSummed && gathersFields(planned, part);
    this.plain = new PlainSums(part, planned);
    this.stretches = stretchesOf(planned, context.effective).map((stretch) => {
      return { ...stretch, sums: this.isSummed ? this.plain.of(stretch) : [] };
    });
    this.end = strangersEnd(planned);
    const { groups, ended, inside } = this.groupsInside();
    this.groups = groups;
    this.ended = ended;
    this.inside = inside;
  }

  get products(): ProductFlags {
    const { planned, isSummed, isGathered } = this;
    this.flags ??= productFlags(this.part, planned, {
      master: this.context.master,
      isAsked: !isSummed && !isGathered,
      wheres: isSummed ? wheresOf(planned) : [],
    });
    return this.flags;
  }

  /**
   * What it asks of lines in plain numbers, where day, partner and product decide alone, and no sum of any rows
   * leaves 2^53. Partners that take part on some days only are among it where it is the day of the line that says so.
   */
  get tableTerm(): Omit<TableTerm, 'watched'> | undefined {
    const { part, planned, placed, plain, groups } = this;
    const { include, exclude, attributesAsOf } = planned.term.eligibility;
    const isDecided = this.isSummed && this.end !== undefined && wheresOf(planned).length === 0;
    if (!isDecided || !part.partnerTexts.isSorted || placed.netBefore === undefined) return undefined;
    if (conditionsOn('product', { include, exclude }).exclude.length > 0) return undefined;
    const products = part.productTexts.membersOf(planned.products, attributesAsOf === 'current');
    const stretches = this.stretches.filter(({ pays }) => pays.length > 0);
    const isExact = stretches.every(({ sums }) => sums.every(({ column }) => column.isExact));
    const cells = plain.placed();
    if (products.atTimes.length > 0 || !isExact || cells.length >= PLACES_MAX) return undefined;
    const { always, atTimes } = part.partnerTexts.membersOf(planned.partners, false);
    const isByDay = attributesAsOf === 'transaction';
    return {
      partners: always,
      atTimes: new Map(isByDay ? [...atTimes].map((code) => [code, this.daysOf(code)]) : []),
      products: products.always,
      groups: cellGroups(stretches, cells),
      ...{ stretches, inside: groups },
    };
  }

  /** The days on which a partner takes part. */
  daysOf(partner: number): readonly Window[] {
    const { days, others } = this.planned.partners;
    const text = this.part.facts.codes.partner.values[partner] as string;
    return days.get(text) ?? (others ? ALWAYS : []);
  }

  /** Leaves out the rows of other sides, companies and days, as a whole. */
  private groupsInside() {
    const { codes } = this.part.facts;
    const { term, companies } = this.planned;
    const groups = new Set<number>();
    const ended: Ended[] = [{ reason: 'ownRebateDocument', rows: this.placed.own }];
    const inside = new RowSum();
    for (const [group, { byDay, undated }] of this.placed.groups) {
      const side = codes.side.values[Math.floor(group / codes.company.values.length)];
      const company = codes.company.values[group % codes.company.values.length] ?? '';
      const rows = new RowSum();
      rows.addSum(byDay.all);
      if (side === term.transactions && companies.includes(company)) {
        groups.add(group);
        ended.push({ reason: 'dateMissing', rows: undated });
        for (const { from, until, isPaying } of daysOf(this.stretches)) {
          const own = new RowSum();
          byDay.addTo(own, from, until);
          rows.take(own);
          if (isPaying) inside.addSum(own);
          else ended.push({ reason: 'afterEffectiveDay', rows: own });
        }
        ended.push({ reason: 'outsideWindows', rows });
      } else {
        rows.addSum(undated);
        ended.push({ reason: side === term.transactions ? 'otherCompany' : 'otherSide', rows });
      }
    }
    return { groups, ended, inside };
  }
}

type Days = { from: LocalDate; until: LocalDate; readonly isPaying: boolean };

/** Stretches that touch as one: most terms look at the days of a year without a gap. */
function daysOf(stretches: readonly SummedStretch[]): Days[] {
  const all: Days[] = [];
  for (const { from, until, pays } of stretches) {
    const [last, isPaying] = [all.at(-1), pays.length > 0];
    if (last?.until === from && last.isPaying === isPaying) last.until = until;
    else all.push({ from, until, isPaying });
  }
  return all;
}
